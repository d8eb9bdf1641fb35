"""The proof that the next message will come, and an honest word about late ones."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from scheduler.domain.delivery import LateReason, Notice
from scheduler.domain.instants import local_day
from scheduler.domain.plans import ChatId
from scheduler.store import chats, reminders, reminders_told
from scheduler.store.engine import Sessions
from scheduler.store.notices import load_facts

NEXT_SHOWN: Final = 3
MOST_LATE: Final = 5
LATE_WITHIN: Final = timedelta(days=14)
# A row whose subject changed in the meantime makes no message, so a few more are read.
_LOOKED_AT: Final = 12


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A message that will come at ``due_at`` (aware UTC)."""

    due_at: datetime
    notice: Notice


@dataclass(frozen=True, slots=True)
class LateMessage:
    """A message of the last two weeks that came late, or not at all (``sent_at`` None)."""

    due_at: datetime
    sent_at: datetime | None
    reason: LateReason
    notice: Notice


@dataclass(frozen=True, slots=True)
class Status:
    """``upcoming``: the next three, earliest first. ``late``: at most five, latest first."""

    upcoming: tuple[Upcoming, ...]
    late: tuple[LateMessage, ...]


async def status_of(sessions: Sessions, *, chat_id: ChatId, now: datetime) -> Status:
    """Return what this chat will hear next and what of late came late."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
        if chat is None or chat.zone is None:
            return Status((), ())
        ahead = await reminders.list_upcoming(tx, chat_id, limit=_LOOKED_AT)
        behind = await reminders_told.list_late(
            tx, chat_id, since=now - LATE_WITHIN, limit=MOST_LATE
        )
        facts = await load_facts(tx, (*ahead, *behind))
    zone = ZoneInfo(chat.zone)
    upcoming: list[Upcoming] = []
    for record in ahead:
        on = local_day(max(record.due_at, now), zone)
        notice = facts.notice(record, chat, today=on)
        if notice is not None:
            upcoming.append(Upcoming(record.due_at, notice))
    late: list[LateMessage] = []
    for record in behind:
        on = local_day(record.due_at, zone)
        notice = facts.notice(record, chat, today=on, whatever_state=True)
        if notice is not None and record.late_reason is not None:
            late.append(LateMessage(record.due_at, record.sent_at, record.late_reason, notice))
    return Status(tuple(upcoming[:NEXT_SHOWN]), tuple(late))
