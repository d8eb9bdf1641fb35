"""When a family hears about a plan date: instants from dates, hours, zones and quiet hours.

The rules, in the order in which they are applied to one stage:

1. A stage of whole days comes at the family's reminder hour, that many days before the date.
   A stage of hours comes that long before the exact time.
2. A message that would not come before the event comes one hour before it.
3. A message that falls in quiet hours waits for their end. If the event would be over or
   less than an hour away by then, it comes earlier instead: in the last minute before those
   quiet hours begin.
4. What is due at or before the present is dropped; of two at one instant the nearer stays.
5. A stage that was told is told again only where the date moved so far that the stage lies
   more than its own lead after the last telling.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from scheduler.domain.instants import aware, day_begins_at, days_later, local_instant, zone_of
from scheduler.domain.kinds import KINDS, Stage
from scheduler.domain.plans import PlanDate, Preferences, QuietHours

LATER_TODAY: Final = timedelta(hours=3)
NOTHING_HEARD: Final[Mapping[str, datetime]] = MappingProxyType({})
# What is told a day or less ahead is told anew for another day, but not for another zone.
_SAME_TELLING: Final = timedelta(hours=12)
_SHORTEST_LEAD: Final = timedelta(hours=1)
# What waits for the end of quiet hours is of use up to an hour before the event, not later.
_TOO_SHORT: Final = timedelta(minutes=59)
_SATURDAY: Final = 5
# Between these days, both inclusive, most US schools have no teachers to meet.
_SUMMER: Final = ((6, 16), (8, 10))


class Remark(StrEnum):
    """Something about a date that a family may want to check with the school."""

    WEEKEND = "weekend"
    SUMMER = "summer"


@dataclass(frozen=True, slots=True)
class Planned:
    """One message to come: the stage's slug and its aware UTC instant."""

    stage: str
    due_at: datetime


def plan_reminders(
    plan_date: PlanDate,
    *,
    chat: Preferences,
    now: datetime,
    heard: Mapping[str, datetime] = NOTHING_HEARD,
    snoozed_until: datetime | None = None,
) -> tuple[Planned, ...]:
    """Return the messages that ``chat`` is still to get about ``plan_date``, earliest first.

    Args:
        plan_date: the date; its exact time, if any, is in its own zone.
        chat: whose hours, zone and quiet hours count. Without a zone, the date's own is used.
        now: the present, aware. What is due at or before it is dropped.
        heard: slugs of stages already told, each with the instant of the last time.
        snoozed_until: what is due until then, inclusive, was put off by the parent.

    Returns:
        At most one message an instant, none in quiet hours, none after the event.

    Raises:
        ValueError: ``now`` is naive.
    """
    aware(now)
    not_until = now if snoozed_until is None else max(now, snoozed_until)
    by_instant: dict[datetime, Planned] = {}
    for stage in KINDS[plan_date.kind].stages:
        due_at = _stage_instant(stage, plan_date, chat)
        if due_at is None or due_at <= not_until or _was_told(stage, due_at, heard):
            continue
        by_instant[due_at] = Planned(stage.slug, due_at)
    return tuple(by_instant[due_at] for due_at in sorted(by_instant))


def after_quiet(instant: datetime, *, zone: ZoneInfo, quiet: QuietHours) -> datetime:
    """Return ``instant`` itself, or the end of the quiet hours that it falls in.

    The result is never earlier than ``instant`` and never quiet, unless quiet hours leave
    no free minute at all on a day of the spring change; then it is on the next day.
    """
    local = instant.astimezone(zone)
    if not quiet.cover(local.time()):
        return instant
    end_on = local.date() if local.time() < quiet.end else days_later(local.date(), 1)
    ends_at = local_instant(end_on, quiet.end, zone)
    if ends_at <= instant:
        # In the second pass of the autumn fold the end has already gone by once.
        ends_at += timedelta(hours=1)
    return after_quiet(ends_at, zone=zone, quiet=quiet)


def out_of_quiet(
    instant: datetime, *, zone: ZoneInfo, quiet: QuietHours, before: datetime
) -> datetime | None:
    """Return when to send what is due at ``instant`` and is of no use if kept until ``before``.

    Outside quiet hours at once; else at their end; else, if that is too late, in the last
    minute before they began. None where quiet hours leave no such minute.
    """
    later = after_quiet(instant, zone=zone, quiet=quiet)
    if later == instant or later < before:
        return later
    earlier = _quiet_began_at(instant, zone=zone, quiet=quiet) - timedelta(minutes=1)
    return None if quiet.cover(earlier.astimezone(zone).time()) else earlier


def snooze_instant(
    until_on: date | None, *, plan_date: PlanDate, chat: Preferences, now: datetime
) -> datetime:
    """Return when a snoozed date is heard of again: out of quiet hours and before the event.

    What would come too late for an event ahead comes an hour before it, or half-way to it where
    that is less. Only where quiet hours leave no minute before the event is it heard of after.

    Args:
        until_on: local day, at the family's reminder hour; None means ``LATER_TODAY``. A day
            whose hour has passed means the same.
        plan_date: what is snoozed.
        chat: whose hours and zone count.
        now: the present, aware.

    Raises:
        Refusal: the chat has no zone.
        ValueError: ``now`` is naive.
    """
    zone = zone_of(chat)
    wanted_at = aware(now) + LATER_TODAY
    if until_on is not None:
        hour_at = local_instant(until_on, chat.reminder_at, zone)
        wanted_at = hour_at if hour_at > now else wanted_at
    heard_at = after_quiet(wanted_at, zone=zone, quiet=chat.quiet)
    over_at = _over_at(plan_date, zone)
    too_late = _too_late_at(plan_date, over_at)
    if over_at <= now or heard_at < too_late:
        return heard_at
    sooner_at = max(over_at - _SHORTEST_LEAD, now + (over_at - now) / 2)
    free_at = out_of_quiet(sooner_at, zone=zone, quiet=chat.quiet, before=too_late)
    return heard_at if free_at is None or free_at <= now else free_at


def snooze_moved(
    due_at: datetime, *, before: Preferences, after: Preferences, now: datetime
) -> datetime:
    """Return when a snoozed date is heard of once its chat's settings have changed.

    The local hour stays when the zone changes; what would be past by that comes now. Quiet
    hours are kept free, as they are ``after``.

    Raises:
        Refusal: the chat has or had no zone.
    """
    zone = zone_of(after)
    local = due_at.astimezone(zone_of(before))
    moved_at = (
        due_at if before.zone == after.zone else local_instant(local.date(), local.time(), zone)
    )
    return after_quiet(max(moved_at, now), zone=zone, quiet=after.quiet)


def has_passed(plan_date: PlanDate, *, chat: Preferences, now: datetime) -> bool:
    """Tell whether the exact time of a date is gone by, or its whole local day."""
    return _over_at(plan_date, ZoneInfo(chat.zone or plan_date.zone)) <= aware(now)


def remarks(plan_date: PlanDate) -> tuple[Remark, ...]:
    """Return what to point out about a date when it is kept: no school then, most likely."""
    found: list[Remark] = []
    if plan_date.due_on.weekday() >= _SATURDAY:
        found.append(Remark.WEEKEND)
    first, last = _SUMMER
    if first <= (plan_date.due_on.month, plan_date.due_on.day) <= last:
        found.append(Remark.SUMMER)
    return tuple(found)


def _was_told(stage: Stage, due_at: datetime, heard: Mapping[str, datetime]) -> bool:
    told_at = heard.get(stage.slug)
    if told_at is None:
        return False
    lead = timedelta(days=stage.days, hours=stage.hours or 0)
    return due_at <= told_at + (lead if stage.days > 1 else _SAME_TELLING)


def _stage_instant(stage: Stage, plan_date: PlanDate, chat: Preferences) -> datetime | None:
    """Apply rules 1 to 3 to one stage; None where it has no place in time."""
    zone = ZoneInfo(chat.zone or plan_date.zone)
    over_at = _over_at(plan_date, zone)
    if stage.hours is None:
        due_at = local_instant(days_later(plan_date.due_on, -stage.days), chat.reminder_at, zone)
    elif plan_date.at is None:
        return None
    else:
        due_at = over_at - timedelta(hours=stage.hours)
    if due_at >= over_at:
        due_at = over_at - _SHORTEST_LEAD
    too_late = _too_late_at(plan_date, over_at)
    return out_of_quiet(due_at, zone=zone, quiet=chat.quiet, before=too_late)


def _over_at(plan_date: PlanDate, zone: ZoneInfo) -> datetime:
    """Return from when a message is too late: the exact time, or the end of the local day."""
    if plan_date.at is None:
        return day_begins_at(days_later(plan_date.due_on, 1), zone)
    return local_instant(plan_date.due_on, plan_date.at, ZoneInfo(plan_date.zone))


def _too_late_at(plan_date: PlanDate, over_at: datetime) -> datetime:
    """Return from when a message that waited is of no use: it leaves no time to get ready."""
    return over_at if plan_date.at is None else over_at - _TOO_SHORT


def _quiet_began_at(instant: datetime, *, zone: ZoneInfo, quiet: QuietHours) -> datetime:
    local = instant.astimezone(zone)
    began_on = local.date() if local.time() >= quiet.start else days_later(local.date(), -1)
    # fold=1 reads a start inside the spring gap as before the gap, where quiet has not begun;
    # a start that comes twice in autumn is its first pass, or the minute before it is quiet.
    passes = (
        datetime.combine(began_on, quiet.start.replace(fold=fold), tzinfo=zone) for fold in (0, 1)
    )
    return min(each.astimezone(UTC) for each in passes)
