"""One look at what has fallen due: reminder rows become letters in the outbox.

Everything a tick decides stands in one transaction, so that a reminder is queued at most once
whatever happens in the middle.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from scheduler.delivery.telling import Telling, tell
from scheduler.domain.delivery import LATE_AFTER, LateReason
from scheduler.store import chats, outbox, reminder_marks, reminders
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.notices import by_chat, load_facts
from scheduler.store.outbox import NewLetter
from scheduler.store.reminders import ReminderRecord

# Reminders looked at in one transaction: few enough that a parent who types is not kept
# waiting. A chat with something among them is looked at whole.
REMINDERS_A_TICK: Final = 500


@dataclass(frozen=True, slots=True)
class Ticked:
    """What a tick did: letters written or added to. ``more``: not all that is due was seen."""

    letters: int
    more: bool


async def tick(sessions: Sessions, *, now: datetime, limit: int = REMINDERS_A_TICK) -> Ticked:
    """Queue one letter for each chat that has something due, and end what is of no use now.

    What falls due while a letter of the chat waits (Telegram was out of reach) joins that
    letter, so that a backlog is one message however long it grew.
    """
    async with sessions.begin() as tx:
        due, more = await reminders.list_due(tx, now=now, limit=limit)
        if not due:
            return Ticked(0, more=False)
        facts = await load_facts(tx, due)
        groups = by_chat(due)
        tellings = [
            tell(chat, groups[chat.chat_id], facts, now=now)
            for chat in await chats.list_chats(tx, groups.keys())
        ]
        letters = await _write(tx, tellings, now=now)
    return Ticked(letters, more=more)


async def next_due(sessions: Sessions, *, after: datetime | None = None) -> datetime | None:
    """Return the earliest instant (aware UTC) with something to queue or to send, or None.

    With ``after``, what is due by then is passed over: it is in hand, and must not hide what
    falls due a second later.
    """
    async with sessions.read() as tx:
        instants = (
            await reminders.next_due_at(tx, after=after),
            await outbox.next_not_before(tx, after=after),
        )
    return min((each for each in instants if each is not None), default=None)


async def _write(tx: Transaction, tellings: Sequence[Telling], *, now: datetime) -> int:
    told = {each.chat.chat_id: each for each in tellings if each.told}
    letters = await outbox.list_free_letters(tx, told.keys()) if told else {}
    await outbox.mark_joined(tx, letters.values())
    letters |= await outbox.insert_letters(
        tx,
        [NewLetter(chat_id, told[chat_id].at) for chat_id in told if chat_id not in letters],
        now=now,
    )
    await reminder_marks.mark_queued(
        tx,
        [
            (record.id, letters[chat_id], _lateness(record, now))
            for chat_id, telling in told.items()
            for record, _ in telling.told
        ],
    )
    ended = [each for telling in tellings for each in telling.ended]
    await reminder_marks.mark_ended(tx, ended, now=now)
    return len(told)


def _lateness(record: ReminderRecord, now: datetime) -> LateReason | None:
    """Tell why a reminder is late before anything was tried: nobody was there to look."""
    return LateReason.BOT_DOWN if now - record.due_at > LATE_AFTER else None
