"""Writes down what came of sending: one short transaction for all that is known by then."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, assert_never

from scheduler.domain.delivery import (
    LATE_AFTER,
    Blocked,
    Busy,
    Delivered,
    LateReason,
    Letter,
    Moved,
    Outcome,
    Rejected,
    Unreachable,
)
from scheduler.domain.plans import ChatId, ReminderId
from scheduler.domain.retry import GiveUp, GiveUpReason, Retry, counts, next_attempt
from scheduler.store import chats, outbox, reminder_marks
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.outbox import Claimed, Retried

log = logging.getLogger(__name__)

BUSY: Final = "busy"
# How long to leave a database alone that took no record.
PAUSE_SECONDS: Final = 2.0
_CODE_CHARS: Final = 64


@dataclass(frozen=True, slots=True, eq=False)
class Sent:
    """One try: the letter, what Telegram made of it, and when."""

    claimed: Claimed
    letter: Letter
    outcome: Outcome
    at: datetime


@dataclass(slots=True)
class _Sorted:
    sent: list[tuple[int, int, datetime]] = field(default_factory=list)
    told: list[tuple[ReminderId, datetime, LateReason | None]] = field(default_factory=list)
    retried: list[Retried] = field(default_factory=list)
    dead: list[tuple[int, str]] = field(default_factory=list)
    blocked: set[ChatId] = field(default_factory=set)
    moved: list[tuple[ChatId, ChatId]] = field(default_factory=list)


class Ledger:
    """Group commit: whoever finishes while a commit is under way shares the next one.

    ``note`` returns once the try stands in the database, so a lane that has room again has
    nothing left that a kill could undo. A database that takes nothing (a full disk) is tried
    until it does: what was sent must not be forgotten, and nothing more is sent meanwhile.
    """

    def __init__(self, sessions: Sessions, *, pause_seconds: float = PAUSE_SECONDS) -> None:
        self._sessions = sessions
        self._pause_seconds = pause_seconds
        self._pending: list[Sent] = []
        self._line = asyncio.Lock()

    async def note(self, sent: Sent) -> None:
        """Write ``sent`` down, with all that others noted meanwhile."""
        self._pending.append(sent)
        async with self._line:
            while sent in self._pending:
                await self._write()

    async def _write(self) -> None:
        taken = list(self._pending)
        try:
            await record(self._sessions, taken)
        except Exception as error:  # noqa: BLE001 - whatever it is, what was sent stays noted
            log.error("a record waits: %s", type(error).__name__)  # noqa: TRY400 - no words of a parent
            await asyncio.sleep(self._pause_seconds)
        else:
            del self._pending[: len(taken)]


async def record(sessions: Sessions, tries: Sequence[Sent]) -> None:
    """Write what came of these tries, in one transaction."""
    found = _Sorted()
    for each in tries:
        _sort(found, each)
    now = tries[-1].at
    async with sessions.begin(wakes=bool(found.retried)) as tx:
        # Reminders first: a letter is over when nothing queued is left of it.
        await reminder_marks.mark_told(tx, found.told)
        await outbox.mark_sent(tx, found.sent)
        await outbox.mark_retry(tx, found.retried)
        await _give_up(tx, found.dead, LateReason.TELEGRAM_UNREACHABLE, now=now)
        for old, new in found.moved:
            if not await chats.move_chat(tx, old, new):
                found.blocked.add(old)
        for chat_id in found.blocked:
            await _stop(tx, chat_id, now=now)


def _sort(found: _Sorted, each: Sent) -> None:
    claimed, outcome = each.claimed, each.outcome
    match outcome:
        case Delivered(message_id=message_id):
            found.sent.append((claimed.id, message_id, each.at))
            found.told += (
                (notice.reminder_id, each.at, _late_reason(each, notice.due_at))
                for notice in each.letter.notices
            )
            return
        case Blocked():
            # Whatever waits for the chat is given up with it, this letter too.
            found.blocked.add(claimed.chat_id)
            return
        case Moved(to=to):
            found.moved.append((claimed.chat_id, to))
        case Busy() | Unreachable() | Rejected():
            pass
        case _:
            assert_never(outcome)
    attempts = claimed.attempts + counts(outcome)
    match next_attempt(outcome, attempts=attempts, now=each.at):
        case Retry(at=later_at):
            error = outcome.code if isinstance(outcome, Unreachable) else BUSY
            found.retried.append(Retried(claimed.id, later_at, attempts, error[:_CODE_CHARS]))
        case GiveUp(reason=reason):
            found.dead.append((claimed.id, reason.value))


def _late_reason(each: Sent, due_at: datetime) -> LateReason | None:
    """Tell why a reminder was late, from what went wrong before its letter got through."""
    if each.at - due_at <= LATE_AFTER:
        return None
    match each.claimed.last_error:
        case LateReason.BOT_DOWN.value:
            return LateReason.BOT_DOWN
        case None | "busy":
            # Never tried and late: it stood in line behind others, at Telegram's pace.
            return LateReason.TELEGRAM_BUSY
        case _:
            return LateReason.TELEGRAM_UNREACHABLE


async def _give_up(
    tx: Transaction, dead: Sequence[tuple[int, str]], reason: LateReason, *, now: datetime
) -> None:
    await outbox.mark_dead(tx, dead)
    await reminder_marks.mark_letters_failed(
        tx, [(letter, why, reason) for letter, why in dead], now=now
    )


async def _stop(tx: Transaction, chat_id: ChatId, *, now: datetime) -> None:
    """Try nothing more for a chat that refuses us, until it writes again."""
    await chats.mark_blocked(tx, [chat_id], now=now)
    waiting = await outbox.list_waiting_of(tx, chat_id)
    dead = [(each, GiveUpReason.CHAT_BLOCKED.value) for each in waiting]
    await _give_up(tx, dead, LateReason.CHAT_BLOCKED, now=now)
