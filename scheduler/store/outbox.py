"""The outbox: letters that are due, who is sending them, and what came of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import bindparam, delete, insert, select, update

from scheduler.domain.delivery import LATE_AFTER, LateReason, OutboxState, ReminderState
from scheduler.domain.plans import ChatId
from scheduler.store.engine import Transaction
from scheduler.store.statements import IS_OVER, IS_WAITING
from scheduler.store.tables import OUTBOX, REMINDER


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter that is ours until the lease runs out; ``last_error`` is of an earlier try."""

    id: int
    chat_id: ChatId
    attempts: int
    last_error: str | None


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter on its way into the outbox; it is not tried before ``not_before``."""

    chat_id: ChatId
    not_before: datetime


@dataclass(frozen=True, slots=True)
class Retried:
    """A letter to try again, not before an instant; ``attempts`` counts the tries so far."""

    id: int
    not_before: datetime
    attempts: int
    error: str


async def insert_letters(
    tx: Transaction, new: Sequence[NewLetter], *, now: datetime
) -> dict[ChatId, int]:
    """Queue letters, at most one a chat; return their ids by chat."""
    if not new:
        return {}
    # Not sorted by parameter order: that would be a statement a row on SQLite.
    made = await tx.execute(
        insert(OUTBOX).returning(OUTBOX.c.chat_id, OUTBOX.c.id),
        [
            {
                "chat_id": each.chat_id,
                "state": OutboxState.WAITING,
                "not_before": each.not_before,
                "attempts": 0,
                "created_at": now,
            }
            for each in new
        ],
    )
    return {row[0]: row[1] for row in made}


async def list_free_letters(tx: Transaction, chat_ids: Collection[ChatId]) -> dict[ChatId, int]:
    """Return, by chat, a letter that waits and that nobody is sending: there is room in it.

    The rows stay locked until the end of the transaction, so that nobody begins to send one
    that is being added to.
    """
    found = await tx.execute(
        select(OUTBOX.c.chat_id, OUTBOX.c.id)
        .where(OUTBOX.c.chat_id.in_(chat_ids), IS_WAITING, OUTBOX.c.leased_by.is_(None))
        .order_by(OUTBOX.c.id.desc())
        .with_for_update()
    )
    return {row[0]: row[1] for row in found}


async def claim_due(
    tx: Transaction, *, now: datetime, lease: timedelta, limit: int, instance: str
) -> tuple[Claimed, ...]:
    """Lease up to ``limit`` letters that are due, one a chat, oldest first.

    A letter is free when nobody holds it or the holder's lease has run out, so a crash
    between claiming and sending delays a message by ``lease`` and never loses it. A chat
    with a letter under way is passed over. The caller commits before sending.
    """
    other = OUTBOX.alias("other")
    # PostgreSQL passes over rows that another process is claiming; SQLite compiles the lock
    # away and lets one writer in at a time anyhow.
    due = (
        select(OUTBOX.c.id)
        .where(
            IS_WAITING,
            OUTBOX.c.not_before <= now,
            (OUTBOX.c.leased_until.is_(None)) | (OUTBOX.c.leased_until < now),
        )
        .where(
            ~select(other.c.id)
            .where(
                other.c.chat_id == OUTBOX.c.chat_id,
                other.c.state == OutboxState.WAITING,
                (other.c.leased_until >= now)
                | ((other.c.not_before <= now) & (other.c.id < OUTBOX.c.id)),
            )
            .exists()
        )
        .order_by(OUTBOX.c.not_before, OUTBOX.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=OUTBOX)
    )
    # Two statements: in one, PostgreSQL may run the inner one again for each row that it
    # updates, and claim more than the limit.
    ids = tuple((await tx.execute(due)).scalars())
    if not ids:
        return ()
    claim = (
        update(OUTBOX)
        .where(OUTBOX.c.id.in_(ids))
        .values(leased_until=now + lease, leased_by=instance)
        .returning(OUTBOX.c.id, OUTBOX.c.chat_id, OUTBOX.c.attempts, OUTBOX.c.last_error)
    )
    rows = (await tx.execute(claim)).all()
    return tuple(sorted((Claimed(*row) for row in rows), key=lambda each: each.id))


async def next_not_before(tx: Transaction, *, after: datetime | None = None) -> datetime | None:
    """Return the earliest instant, or the earliest ``after`` one, at which to try a letter."""
    found = select(OUTBOX.c.not_before).where(IS_WAITING).order_by(OUTBOX.c.not_before).limit(1)
    if after is not None:
        found = found.where(OUTBOX.c.not_before > after)
    return (await tx.execute(found)).scalar_one_or_none()


async def mark_joined(tx: Transaction, letters: Collection[int]) -> None:
    """Note that something was added to these letters: it has all its tries before it."""
    if letters:
        await tx.execute(update(OUTBOX).where(OUTBOX.c.id.in_(letters)).values(attempts=0))


async def mark_sent(tx: Transaction, sent: Sequence[tuple[int, int, datetime]]) -> None:
    """Note letters that Telegram took: id, Telegram's message id, instant.

    Called after their reminders were marked. A letter that still carries something queued
    (its holder was so slow that the lease ran out) goes on waiting with what is left.
    """
    if not sent:
        return
    left = select(REMINDER.c.id).where(
        REMINDER.c.outbox_id == OUTBOX.c.id, REMINDER.c.state == ReminderState.QUEUED
    )
    await tx.execute(
        _UPDATE.where(~left.exists()).values(
            state=OutboxState.SENT,
            message_id=bindparam("message"),
            sent_at=bindparam("at", type_=OUTBOX.c.sent_at.type),
            **_NO_LEASE,
        ),
        [{"its_id": each, "message": message, "at": at} for each, message, at in sent],
    )
    ids = [each for each, _, _ in sent]
    await tx.execute(update(OUTBOX).where(OUTBOX.c.id.in_(ids), IS_WAITING).values(**_NO_LEASE))


async def mark_postponed(tx: Transaction, later: Sequence[tuple[int, datetime]]) -> None:
    """Give letters back untried, to wait for an instant: the end of quiet hours."""
    if later:
        await tx.execute(
            _UPDATE.values(
                not_before=bindparam("later", type_=OUTBOX.c.not_before.type), **_NO_LEASE
            ),
            [{"its_id": each, "later": at} for each, at in later],
        )


async def mark_retry(tx: Transaction, retried: Sequence[Retried]) -> None:
    """Let letters wait for another try."""
    if retried:
        await tx.execute(
            _UPDATE.values(
                not_before=bindparam("later", type_=OUTBOX.c.not_before.type),
                attempts=bindparam("tries"),
                last_error=bindparam("error"),
                **_NO_LEASE,
            ),
            [
                {"its_id": r.id, "later": r.not_before, "tries": r.attempts, "error": r.error}
                for r in retried
            ],
        )


async def mark_dead(tx: Transaction, dead: Sequence[tuple[int, str]]) -> None:
    """Give letters up, with the reason."""
    if dead:
        await tx.execute(
            _UPDATE.values(state=OutboxState.DEAD, last_error=bindparam("why"), **_NO_LEASE),
            [{"its_id": each, "why": why} for each, why in dead],
        )


async def list_waiting_of(tx: Transaction, chat_id: ChatId) -> tuple[int, ...]:
    """Return the ids of what waits for this chat."""
    found = select(OUTBOX.c.id).where(
        OUTBOX.c.chat_id == chat_id, OUTBOX.c.state == OutboxState.WAITING
    )
    return tuple((await tx.execute(found)).scalars())


async def release_leases(tx: Transaction) -> int:
    """Free every letter that is held; returns how many.

    The one sender of a database calls it at its start: whatever is held then was held by a
    process that is gone.
    """
    freed = update(OUTBOX).where(IS_WAITING, OUTBOX.c.leased_by.is_not(None))
    return (await tx.execute(freed.values(**_NO_LEASE))).rowcount


async def mark_overdue(tx: Transaction, *, now: datetime) -> None:
    """Note of letters that should long be out, and were never tried, that the bot was down."""
    await tx.execute(
        update(OUTBOX)
        .where(IS_WAITING, OUTBOX.c.not_before < now - LATE_AFTER, OUTBOX.c.last_error.is_(None))
        .values(last_error=LateReason.BOT_DOWN.value)
    )


async def delete_old_letters(tx: Transaction, *, before: datetime) -> int:
    """Forget letters that are over, queued before an instant."""
    old = delete(OUTBOX).where(IS_OVER, OUTBOX.c.created_at < before)
    return (await tx.execute(old)).rowcount


_NO_LEASE: Final[dict[str, Any]] = {"leased_until": None, "leased_by": None}
# Only what waits moves on: a slow sender whose letter another has sent meanwhile changes nothing.
_UPDATE: Final = update(OUTBOX).where(OUTBOX.c.id == bindparam("its_id"), IS_WAITING)
