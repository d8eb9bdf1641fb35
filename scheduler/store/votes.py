"""Votes on answers, one a chat and topic; and the counts they make, in which no chat stands."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Table, select, update

from scheduler.domain.feedback import Reason
from scheduler.domain.plans import ChatId
from scheduler.store.engine import Transaction
from scheduler.store.statements import upsert
from scheduler.store.tables import REASON_COUNT, TOPIC_COUNT, VOTE


class _Cast(NamedTuple):
    """A vote as it stands; ``helpful`` None before the first."""

    helpful: bool | None
    reason: Reason | None = None


async def cast_vote(
    tx: Transaction,
    chat_id: ChatId,
    topic: str,
    *,
    helpful: bool,
    reason: Reason | None = None,
    day: date,
) -> bool:
    """Keep a vote and count it on ``day`` (UTC); a changed one is taken from the other side.

    A vote against without a reason leaves the reason that was given before. Returns False
    when the chat had voted the same before.
    """
    before = await _claim_vote(tx, chat_id, topic, helpful=helpful)
    if before.helpful is False and not helpful:
        reason = reason or before.reason
    after = _Cast(helpful, reason)
    if after == before:
        return False
    its_vote = (VOTE.c.chat_id == chat_id) & (VOTE.c.topic == topic)
    await tx.execute(update(VOTE).where(its_vote).values(after._asdict()))
    await _count_vote(tx, topic, day, before, after)
    return True


async def add_shown(tx: Transaction, counts: Mapping[tuple[str, date], int]) -> None:
    """Add how often answers were shown, by topic and day (UTC)."""
    rows: list[dict[str, object]] = [
        {"topic": topic, "day": day, "shown": shown, "helpful": 0, "unhelpful": 0}
        for (topic, day), shown in counts.items()
    ]
    await _add(tx, TOPIC_COUNT, rows)


async def _claim_vote(tx: Transaction, chat_id: ChatId, topic: str, *, helpful: bool) -> _Cast:
    """Return the vote that stood before and hold its row: two taps at once count once."""
    cast = upsert(tx, VOTE).values(chat_id=chat_id, topic=topic, helpful=helpful, reason=None)
    cast = cast.on_conflict_do_nothing(index_elements=[VOTE.c.chat_id, VOTE.c.topic])
    if (await tx.execute(cast.returning(VOTE.c.chat_id))).first() is not None:
        return _Cast(None)
    # PostgreSQL waits here for whoever votes in the same row; SQLite lets in one writer anyhow.
    stood = (
        select(VOTE.c.helpful, VOTE.c.reason)
        .where(VOTE.c.chat_id == chat_id, VOTE.c.topic == topic)
        .with_for_update()
    )
    return _Cast(*(await tx.execute(stood)).one())


async def _count_vote(tx: Transaction, topic: str, day: date, before: _Cast, after: _Cast) -> None:
    """Take the vote that stood from its counts, and add the new one."""
    if before.helpful is not after.helpful:
        yes = (after.helpful is True) - (before.helpful is True)
        no = (after.helpful is False) - (before.helpful is False)
        row = {"topic": topic, "day": day, "shown": 0, "helpful": yes, "unhelpful": no}
        await _add(tx, TOPIC_COUNT, [row])
    if before.reason is not after.reason:
        moved = ((before.reason, -1), (after.reason, 1))
        rows: list[dict[str, object]] = [
            {"topic": topic, "day": day, "reason": reason, "given": given}
            for reason, given in moved
            if reason is not None
        ]
        await _add(tx, REASON_COUNT, rows)


async def _add(tx: Transaction, table: Table, rows: list[dict[str, object]]) -> None:
    """Add ``rows`` to the counts that stand under the same key."""
    if not rows:
        return
    counted = upsert(tx, table)
    keys = [column.name for column in table.primary_key]
    more = {
        column.name: column + counted.excluded[column.name]
        for column in table.columns
        if column.name not in keys
    }
    await tx.execute(counted.on_conflict_do_update(index_elements=keys, set_=more), rows)
