"""Questions that parents sent on purpose: kept without a chat, read by the operator, dropped."""

from datetime import date

from sqlalchemy import delete, insert, select

from scheduler.domain.feedback import SentQuestion
from scheduler.store.engine import Transaction
from scheduler.store.tables import SENT_QUESTION


async def insert_question(tx: Transaction, question: SentQuestion) -> None:
    """Keep one question."""
    await tx.execute(
        insert(SENT_QUESTION).values(
            text=question.text,
            language=question.language,
            day=question.on,
            topic=question.topic,
        )
    )


async def list_questions(tx: Transaction) -> tuple[SentQuestion, ...]:
    """Every question that is kept, the newest day first."""
    columns = (
        SENT_QUESTION.c.text,
        SENT_QUESTION.c.language,
        SENT_QUESTION.c.day,
        SENT_QUESTION.c.topic,
    )
    newest_first = select(*columns).order_by(SENT_QUESTION.c.day.desc(), SENT_QUESTION.c.id)
    return tuple(SentQuestion(*row) for row in await tx.execute(newest_first))


async def delete_questions(tx: Transaction, *, before: date) -> int:
    """Forget questions that were sent before a day (UTC)."""
    return (await tx.execute(delete(SENT_QUESTION).where(SENT_QUESTION.c.day < before))).rowcount
