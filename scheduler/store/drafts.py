"""Half-filled conversations: at most one a chat, each with an id that no other ever had."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, update

from scheduler.domain.plans import ChatId, Draft
from scheduler.store.engine import Transaction
from scheduler.store.rows import DRAFT_COLUMNS, draft_from
from scheduler.store.tables import DRAFT


async def begin_draft(tx: Transaction, chat_id: ChatId, values: dict[str, Any]) -> Draft:
    """Put a new conversation in the place of any other."""
    await drop_draft(tx, chat_id)
    made = insert(DRAFT).values(chat_id=chat_id, **values).returning(*DRAFT_COLUMNS)
    return draft_from((await tx.execute(made)).one())


async def move_draft(
    tx: Transaction, chat_id: ChatId, *, draft_id: int, values: dict[str, Any]
) -> Draft | None:
    """Write where a conversation stands; None when it is no longer there."""
    moved = (
        update(DRAFT)
        .where(DRAFT.c.id == draft_id, DRAFT.c.chat_id == chat_id)
        .values(**values)
        .returning(*DRAFT_COLUMNS)
    )
    row = (await tx.execute(moved)).first()
    return None if row is None else draft_from(row)


async def close_draft(tx: Transaction, chat_id: ChatId, draft_id: int | None) -> bool:
    """Close the conversation that asked for a change; False when it was closed before.

    Deleting the row in the transaction of the change is what makes a double tap act once.
    None stands for a change that no conversation asked for.
    """
    if draft_id is None:
        return True
    closed = delete(DRAFT).where(DRAFT.c.id == draft_id, DRAFT.c.chat_id == chat_id)
    return (await tx.execute(closed)).rowcount == 1


async def drop_draft(tx: Transaction, chat_id: ChatId) -> bool:
    """Forget the chat's conversation; False when there was none."""
    dropped = await tx.execute(delete(DRAFT).where(DRAFT.c.chat_id == chat_id))
    return dropped.rowcount == 1


async def delete_drafts(tx: Transaction, *, before: datetime) -> int:
    """Forget conversations that nobody touched since an instant."""
    return (await tx.execute(delete(DRAFT).where(DRAFT.c.touched_at < before))).rowcount
