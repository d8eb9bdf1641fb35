"""Votes on answers, one a chat and topic; and the counts they make, in which no chat stands."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import update

from scheduler.domain.plans import ChatId
from scheduler.store.engine import Transaction
from scheduler.store.statements import upsert
from scheduler.store.tables import TOPIC_COUNT, VOTE


async def cast_vote(
    tx: Transaction, chat_id: ChatId, topic: str, *, helpful: bool, day: date
) -> bool:
    """Keep a vote and count it on ``day`` (UTC); a changed one is taken from the other side.

    Returns False when the chat had voted the same before.
    """
    # Each statement finds out by itself what stood before: two taps at once count once.
    cast = upsert(tx, VOTE).values(chat_id=chat_id, topic=topic, helpful=helpful)
    cast = cast.on_conflict_do_nothing(index_elements=[VOTE.c.chat_id, VOTE.c.topic])
    first = (await tx.execute(cast.returning(VOTE.c.chat_id))).first() is not None
    if not first:
        other_side = (
            (VOTE.c.chat_id == chat_id) & (VOTE.c.topic == topic) & VOTE.c.helpful.is_(not helpful)
        )
        changed_mind = update(VOTE).where(other_side).values(helpful=helpful)
        if (await tx.execute(changed_mind)).rowcount == 0:
            return False
    changed = 0 if first else -1
    yes, no = (1, changed) if helpful else (changed, 1)
    await _count(tx, [{"topic": topic, "day": day, "shown": 0, "helpful": yes, "unhelpful": no}])
    return True


async def add_shown(tx: Transaction, counts: Mapping[tuple[str, date], int]) -> None:
    """Add how often answers were shown, by topic and day (UTC)."""
    rows: list[dict[str, object]] = [
        {"topic": topic, "day": day, "shown": shown, "helpful": 0, "unhelpful": 0}
        for (topic, day), shown in counts.items()
    ]
    if rows:
        await _count(tx, rows)


async def _count(tx: Transaction, rows: list[dict[str, object]]) -> None:
    counted = upsert(tx, TOPIC_COUNT)
    more = {
        name: TOPIC_COUNT.c[name] + counted.excluded[name]
        for name in ("shown", "helpful", "unhelpful")
    }
    await tx.execute(
        counted.on_conflict_do_update(
            index_elements=[TOPIC_COUNT.c.topic, TOPIC_COUNT.c.day], set_=more
        ),
        rows,
    )
