"""When a date that was put off is heard of again."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from scheduler.domain.errors import Refusal
from scheduler.domain.plans import DateKind
from scheduler.domain.reminders import LATER_TODAY, snooze_instant
from tests.scheduler.domain.values import LONG_AGO, NEW_YORK, chat, plan_date

ZONE = ZoneInfo(NEW_YORK)
THURSDAY = date(2026, 10, 8)


@pytest.mark.parametrize(
    ("until_on", "now", "expected"),
    [
        (date(2026, 10, 9), "2026-10-08 12:00", "2026-10-09 09:00"),
        (None, "2026-10-08 12:00", "2026-10-08 15:00"),
        (None, "2026-10-08 20:00", "2026-10-09 07:00"),
        (date(2026, 10, 8), "2026-10-08 08:00", "2026-10-08 09:00"),
        (date(2026, 10, 8), "2026-10-08 12:00", "2026-10-08 15:00"),
    ],
)
def test_snooze_when_asked_for_a_day_or_for_later_then_it_is_the_family_s_hour_or_soon(
    until_on: date | None, now: str, expected: str
) -> None:
    """A day means its reminder hour; later today, or an hour gone by, means some hours on."""
    present = datetime.fromisoformat(now).replace(tzinfo=ZONE).astimezone(UTC)
    due = plan_date(DateKind.OWN, date(2026, 10, 20))
    due_at = snooze_instant(until_on, plan_date=due, chat=chat(), now=present)

    assert f"{due_at.astimezone(ZONE):%Y-%m-%d %H:%M}" == expected


def test_snooze_when_the_chat_has_no_zone_then_it_is_refused() -> None:
    """A snooze is meant in local time."""
    due = plan_date(DateKind.OWN, THURSDAY)
    with pytest.raises(Refusal):
        snooze_instant(None, plan_date=due, chat=chat(zone=None), now=LONG_AGO + LATER_TODAY)


@pytest.mark.parametrize(
    ("until_on", "at", "now", "expected"),
    [
        (None, time(14), "10-08 12:30", "10-08 13:15"),
        (None, time(14), "10-08 10:30", "10-08 13:00"),
        (date(2026, 10, 8), time(8, 30), "10-07 09:05", "10-08 07:30"),
        (date(2026, 10, 8), time(9, 30), "10-07 09:05", "10-08 08:30"),
        (date(2026, 10, 8), time(10), "10-07 09:05", "10-08 09:00"),
        (date(2026, 10, 11), time(14), "10-07 09:05", "10-08 13:00"),
        (None, time(7), "10-07 20:00", "10-07 21:29"),
        (None, time(7), "10-07 21:35", "10-08 07:00"),
        (None, None, "10-08 21:35", "10-09 07:00"),
        (None, None, "10-08 19:00", "10-08 21:29"),
        (None, time(14), "10-08 15:00", "10-08 18:00"),
    ],
)
def test_snooze_when_it_would_come_too_late_then_it_comes_before_the_event(
    until_on: date | None, at: time | None, now: str, expected: str
) -> None:
    """A word at half past three helps nobody who meets at two; nights stay quiet."""
    due = plan_date(DateKind.MEETING, THURSDAY, at=at)
    present = datetime.fromisoformat(f"2026-{now}").replace(tzinfo=ZONE).astimezone(UTC)
    due_at = snooze_instant(until_on, plan_date=due, chat=chat(), now=present)

    assert f"{due_at.astimezone(ZONE):%m-%d %H:%M}" == expected
