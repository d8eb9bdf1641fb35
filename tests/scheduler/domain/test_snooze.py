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


def test_snooze_when_the_event_is_sooner_than_later_today_then_it_comes_half_way() -> None:
    """A word at half past three helps nobody who meets at two."""
    due = plan_date(DateKind.MEETING, THURSDAY, at=time(14))
    present = datetime(2026, 10, 8, 12, 30, tzinfo=ZONE).astimezone(UTC)
    due_at = snooze_instant(None, plan_date=due, chat=chat(), now=present)

    assert f"{due_at.astimezone(ZONE):%Y-%m-%d %H:%M}" == "2026-10-08 13:15"
