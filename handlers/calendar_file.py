"""Plan dates and changed days as an .ics file that Google, Apple and Outlook open (RFC 5545)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from scheduler.domain.plans import PlanDate, SchoolChange

# Stays the same for ever: a second import finds the events of the first by it.
_UID_HOME = "plankeeper.invalid"
_MEETING_LASTS = timedelta(hours=1)
_ALARM_BEFORE = timedelta(days=1)
_NAMES = {
    "annual-review": "Annual review",
    "re-evaluation": "Re-evaluation",
    "meeting": "Meeting",
    "goal-due": "Goal due",
    "progress-report": "Progress report",
    "state-test": "State test",
    "own": "Date",
}
_PLANS = {"iep": "IEP", "504": "504 plan"}


def calendar_of(
    dates: Sequence[PlanDate], changes: Sequence[SchoolChange], *, now: datetime
) -> bytes:
    """Return the file: dates with an hour in their own zone, the others as whole days."""
    calendar = Calendar()
    calendar.add("prodid", "-//Plankeeper//Plan dates//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Plankeeper")
    for plan_date in dates:
        calendar.add_component(_date_event(plan_date, now))
    for change in changes:
        calendar.add_component(_change_event(change, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _date_event(plan_date: PlanDate, now: datetime) -> Event:
    event = _event(f"date-{plan_date.id}", now)
    what = plan_date.title or _NAMES[plan_date.kind.value]
    event.add("summary", f"{plan_date.child.nickname}: {what} ({_PLANS[plan_date.plan.value]})")
    if plan_date.at is None:
        event.add("dtstart", plan_date.due_on)
        event.add("dtend", plan_date.due_on + timedelta(days=1))
    else:
        begins = datetime.combine(plan_date.due_on, plan_date.at, ZoneInfo(plan_date.zone))
        event.add("dtstart", begins)
        event.add("dtend", begins + _MEETING_LASTS)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", what)
    alarm.add("trigger", -_ALARM_BEFORE)
    event.add_component(alarm)
    return event


def _change_event(change: SchoolChange, now: datetime) -> Event:
    event = _event(f"change-{change.id}", now)
    event.add("summary", f"{change.child.nickname}: {change.what}")
    event.add("dtstart", change.first_on)
    event.add("dtend", change.last_on + timedelta(days=1))
    return event


def _event(name: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{name}@{_UID_HOME}")
    event.add("dtstamp", now)
    return event
