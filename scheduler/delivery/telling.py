"""Decides what one chat is told now. Pure: a tick and the send loop ask alike, before they write.

The world may have changed since a reminder was scheduled, and again while its letter waited
for Telegram, so both ask anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from scheduler.domain.delivery import (
    LATE_AFTER,
    CardNotice,
    CorrectionNotice,
    DateNotice,
    Letter,
    Notice,
    ReminderState,
    Subject,
)
from scheduler.domain.instants import local_day, local_instant
from scheduler.domain.plans import PlanDate, Preferences, ReminderId
from scheduler.domain.reminders import after_quiet
from scheduler.store.notices import Facts
from scheduler.store.reminders import ReminderRecord

NO_LONGER_TRUE: Final = "no-longer-true"
DAY_BEGUN: Final = "day-begun"
OVER_BY_MORNING: Final = "over-by-morning"
NEWER_STAGE: Final = "newer-stage"
CHAT_BLOCKED: Final = "chat-blocked"

Ended = tuple[ReminderId, ReminderState, str]


@dataclass(slots=True)
class Telling:
    """What a chat is told, not before ``at``; and what ends untold, with the reason."""

    chat: Preferences
    at: datetime
    told: list[tuple[ReminderRecord, Notice]] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)

    def end(self, record: ReminderRecord, state: ReminderState, reason: str) -> None:
        """Let ``record`` end untold."""
        self.ended.append((record.id, state, reason))

    def letter(self, now: datetime) -> Letter | None:
        """Return what is told as one letter of ``now``; None when nothing is."""
        notices = tuple(notice for _, notice in self.told)
        if not notices:
            return None
        late = now - min(notice.due_at for notice in notices) > LATE_AFTER
        return Letter(self.chat, notices, local_day(now, zone_of(self.chat)), late)


def tell(
    chat: Preferences, records: Sequence[ReminderRecord], facts: Facts, *, now: datetime
) -> Telling:
    """Return what ``chat`` is told of the reminders that are due, earliest due first.

    A date that is done, a change taken back, a card whose day has begun say nothing. Of
    several stages of one date the last stays. Quiet hours hold back what is late; what is in
    time was placed outside them when it was planned.
    """
    if not chat.active:
        blocked = Telling(chat, now)
        for record in records:
            blocked.end(record, ReminderState.FAILED, CHAT_BLOCKED)
        return blocked
    telling = Telling(chat, _send_at(chat, records, now))
    today = local_day(now, zone_of(chat))
    unsaid: set[object] = set()
    for record in records:
        notice = facts.notice(record, chat, today=today)
        if notice is None and record.subject is Subject.CARD:
            unsaid.add((record.child_id, record.school_day))
        if isinstance(notice, CorrectionNotice) and _key_of(notice) in unsaid:
            # The card never went out, and the day is the usual one: nothing is to be corrected.
            notice = None
        notice = _as_of(notice, now)
        reason = _of_no_use(notice, telling, now=now)
        if notice is None or reason:
            telling.end(record, ReminderState.CANCELLED, reason or NO_LONGER_TRUE)
        else:
            telling.told.append((record, notice))
    _fold(telling)
    return telling


def zone_of(chat: Preferences) -> ZoneInfo:
    """Return the chat's zone; a chat without one has nothing that hangs on it."""
    return ZoneInfo(chat.zone or "UTC")


def _send_at(chat: Preferences, records: Sequence[ReminderRecord], now: datetime) -> datetime:
    zone = zone_of(chat)
    if any(_in_time(record, chat, zone, now) for record in records):
        return now
    return after_quiet(now, zone=zone, quiet=chat.quiet)


def _in_time(record: ReminderRecord, chat: Preferences, zone: ZoneInfo, now: datetime) -> bool:
    """Tell whether it goes now whatever the hour: what was due a minute before quiet began."""
    is_quiet = chat.quiet.cover(record.due_at.astimezone(zone).time())
    return now - record.due_at <= LATE_AFTER and not is_quiet


def _as_of(notice: Notice | None, now: datetime) -> Notice | None:
    """Return a notice of a date with whether its exact time has come by ``now``."""
    if not isinstance(notice, DateNotice):
        return notice
    moment = _moment_of(notice.plan_date)
    return replace(notice, has_begun=moment is not None and moment <= now)


def _of_no_use(notice: Notice | None, telling: Telling, *, now: datetime) -> str | None:
    """Tell why a notice would help nobody at the instant of sending; None when it helps."""
    if isinstance(notice, CardNotice | CorrectionNotice):
        return DAY_BEGUN if notice.day <= _day_of(telling) else None
    # A date that is over is told of once. One that will be over when the quiet hours end is
    # not: what could have been done about it was asleep.
    if notice is not None and telling.at > now:
        over_at = _moment_of(notice.plan_date)
        return OVER_BY_MORNING if over_at is not None and now < over_at <= telling.at else None
    return None


def _day_of(telling: Telling) -> date:
    return local_day(telling.at, zone_of(telling.chat))


def _moment_of(plan_date: PlanDate) -> datetime | None:
    if plan_date.at is None:
        return None
    return local_instant(plan_date.due_on, plan_date.at, ZoneInfo(plan_date.zone))


def _fold(telling: Telling) -> None:
    """Keep the last word on each date and each day of a child; the others give way."""
    kept: dict[object, tuple[ReminderRecord, Notice]] = {}
    for record, notice in telling.told:
        key = _key_of(notice)
        earlier = kept.get(key)
        if earlier is not None and _stays(earlier[1], notice):
            telling.end(record, ReminderState.SUPERSEDED, NEWER_STAGE)
            continue
        if earlier is not None:
            telling.end(earlier[0], ReminderState.SUPERSEDED, NEWER_STAGE)
        kept[key] = (record, notice)
    telling.told = list(kept.values())


def _stays(earlier: Notice, later: Notice) -> bool:
    # A card that has not gone out tells how the day is by now: there is nothing to correct.
    return isinstance(earlier, CardNotice) and isinstance(later, CorrectionNotice)


def _key_of(notice: Notice) -> object:
    if isinstance(notice, DateNotice):
        return notice.plan_date.id
    return notice.child.id, notice.day
