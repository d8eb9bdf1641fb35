"""Local hours become instants, on days of changing clocks too."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.instants import (
    aware,
    day_begins_at,
    days_later,
    local_day,
    local_instant,
    years_later,
    zone_of,
)
from tests.scheduler.domain.values import NEW_YORK, chat

SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)


@pytest.mark.parametrize(
    ("zone", "on", "at", "utc"),
    [
        (NEW_YORK, SPRING, time(1, 59), "2026-03-08T06:59"),
        (NEW_YORK, SPRING, time(2, 30), "2026-03-08T07:30"),
        (NEW_YORK, SPRING, time(3, 30), "2026-03-08T07:30"),
        (NEW_YORK, AUTUMN, time(1, 30), "2026-11-01T05:30"),
        (NEW_YORK, AUTUMN, time(2, 0), "2026-11-01T07:00"),
        ("America/Chicago", SPRING, time(2, 30), "2026-03-08T08:30"),
        ("America/Denver", AUTUMN, time(1, 30), "2026-11-01T07:30"),
        ("America/Phoenix", SPRING, time(2, 30), "2026-03-08T09:30"),
        ("America/Phoenix", AUTUMN, time(1, 30), "2026-11-01T08:30"),
        ("Pacific/Honolulu", SPRING, time(2, 30), "2026-03-08T12:30"),
        ("America/Anchorage", SPRING, time(19), "2026-03-09T03:00"),
        ("America/Los_Angeles", AUTUMN, time(19), "2026-11-02T03:00"),
    ],
)
def test_local_instant_when_clocks_change_then_gap_moves_on_and_first_pass_counts(
    zone: str, on: date, at: time, utc: str
) -> None:
    """An hour in the gap is one hour later; an hour that comes twice is its first pass."""
    expected = datetime.fromisoformat(utc).replace(tzinfo=UTC)

    assert local_instant(on, at, ZoneInfo(zone)) == expected


def test_local_instant_when_time_says_second_pass_then_the_first_still_counts() -> None:
    """A fold on the wall-clock time is not taken over."""
    zone = ZoneInfo(NEW_YORK)

    assert local_instant(AUTUMN, time(1, 30, fold=1), zone) == local_instant(
        AUTUMN, time(1, 30), zone
    )


def test_local_day_when_utc_is_already_tomorrow_then_the_family_s_own_day_counts() -> None:
    """At 03:00 UTC it is still the evening before in New York."""
    assert local_day(datetime(2026, 9, 2, 3, tzinfo=UTC), ZoneInfo(NEW_YORK)) == date(2026, 9, 1)


def test_day_begins_at_when_asked_then_it_is_local_midnight() -> None:
    """A day begins at midnight of its own zone."""
    assert day_begins_at(SPRING, ZoneInfo(NEW_YORK)) == datetime(2026, 3, 8, 5, tzinfo=UTC)


def test_aware_when_instant_is_naive_then_it_is_refused() -> None:
    """An instant without a zone is a fault."""
    with pytest.raises(ValueError, match="zone"):
        aware(datetime(2026, 9, 1))  # noqa: DTZ001 - the fault under test


def test_zone_of_when_not_asked_yet_then_the_refusal_says_so() -> None:
    """A chat without a zone cannot be timed; the parent can mend that."""
    with pytest.raises(Refusal) as refused:
        zone_of(chat(zone=None))

    assert refused.value.code is RefusalCode.ZONE_MISSING


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2026, 10, 3), 1, date(2027, 10, 3)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        (date(2028, 2, 29), 3, date(2031, 2, 28)),
    ],
)
def test_years_later_when_leap_day_then_the_day_before_and_never_a_day_late(
    day: date, years: int, expected: date
) -> None:
    """A year from 29 February is 28 February where there is no 29th."""
    assert years_later(day, years) == expected


def test_days_later_when_negative_then_earlier() -> None:
    """Days count both ways."""
    assert days_later(date(2026, 3, 1), -1) == date(2026, 2, 28)
