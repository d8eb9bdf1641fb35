"""Plan dates and changed days as an .ics file that Google, Apple and Outlook open (RFC 5545)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from handlers.titles import date_title
from handlers.turn import Say, phrase
from scheduler.domain.plans import PlanDate, Preferences, SchoolChange

# Stays the same for ever: a second import finds the events of the first by it.
_UID_HOME = "plankeeper.invalid"
_MEETING_LASTS = timedelta(hours=1)
_ALARM_BEFORE = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# The years whose clock changes a zone is written with: dates lie within four years.
_CLOCKS_BEFORE = timedelta(days=400)
_CLOCKS_AFTER = timedelta(days=6 * 366)


def calendar_of(
    dates: Sequence[PlanDate],
    changes: Sequence[SchoolChange],
    say: Say,
    *,
    chat: Preferences,
    now: datetime,
) -> bytes:
    """Return the file: dates with an hour in their own zone, the others as whole days.

    Args:
        dates: the plan dates; each becomes an event with an alarm the day before.
        changes: the changed school days; each becomes an event without an alarm.
        say: puts a phrase into the chat's language.
        chat: its reminder hour is when alarms of whole days ring.
        now: when the file is made, aware UTC.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Plankeeper//Plan dates//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say(phrase("calendar-name")))
    for plan_date in dates:
        calendar.add_component(_date_event(plan_date, say, now, chat.reminder_at))
    for change in changes:
        calendar.add_component(_change_event(change, say, now))
    calendar.add_missing_timezones(
        first_date=(now - _CLOCKS_BEFORE).date(), last_date=(now + _CLOCKS_AFTER).date()
    )
    return bytes(calendar.to_ical())


def _date_event(plan_date: PlanDate, say: Say, now: datetime, alarm_at: time) -> Event:
    event = _event(f"date-{plan_date.id}", now)
    summary = say(
        phrase("calendar-date", nickname=plan_date.child.nickname, what=date_title(plan_date))
    )
    event.add("summary", summary)
    if plan_date.at is None:
        _whole_days(event, plan_date.due_on, plan_date.due_on)
        # Counted from midnight, a day before would ring at midnight.
        rings = timedelta(hours=alarm_at.hour, minutes=alarm_at.minute) - _ALARM_BEFORE
    else:
        begins = datetime.combine(plan_date.due_on, plan_date.at, ZoneInfo(plan_date.zone))
        event.add("dtstart", begins)
        event.add("dtend", begins + _MEETING_LASTS)
        rings = -_ALARM_BEFORE
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", rings)
    event.add_component(alarm)
    return event


def _change_event(change: SchoolChange, say: Say, now: datetime) -> Event:
    event = _event(f"change-{change.id}", now)
    summary = phrase("calendar-change", nickname=change.child.nickname, what=change.what)
    event.add("summary", say(summary))
    _whole_days(event, change.first_on, change.last_on)
    return event


def _whole_days(event: Event, first_on: date, last_on: date) -> None:
    """Let the event fill whole days, first to last inclusive, without making anyone busy."""
    event.add("dtstart", first_on)
    # RFC 5545, 3.6.1: the end is the first day that no longer belongs to it.
    event.add("dtend", last_on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _event(name: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{name}@{_UID_HOME}")
    event.add("dtstamp", now)
    # The later file wins where an event is imported again (RFC 5545, 3.8.7.4).
    event.add("sequence", (now - _EPOCH) // _MINUTE)
    return event
