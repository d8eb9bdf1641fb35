"""When the tomorrow card goes, and which days get one."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.calendar import day_begins_at
from scheduler.domain.errors import Refusal
from scheduler.domain.plans import QuietHours
from scheduler.domain.school_days import (
    card_instant,
    is_school_day,
    school_day_number,
    school_days_of,
)
from tests.scheduler.domain.values import LONG_AGO, NEW_YORK, ZONES, chat

ZONE = ZoneInfo(NEW_YORK)
MONDAY = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("day", "now", "expected"),
    [
        # Sunday evening covers Monday.
        (MONDAY, "2026-10-02 12:00", "2026-10-04 19:00"),
        (MONDAY, "2026-10-04 18:59", "2026-10-04 19:00"),
        # Told after the hour: at once.
        (MONDAY, "2026-10-04 19:00", "2026-10-04 19:00"),
        (MONDAY, "2026-10-04 20:15", "2026-10-04 20:15"),
        # In quiet hours that end after midnight it is too late.
        (MONDAY, "2026-10-04 21:30", None),
        (MONDAY, "2026-10-05 00:00", None),
        (MONDAY, "2026-10-05 12:00", None),
        # The evening of a clock change keeps its hour.
        (date(2026, 11, 2), "2026-10-30 12:00", "2026-11-01 19:00"),
        (date(2026, 3, 9), "2026-03-06 12:00", "2026-03-08 19:00"),
        # The last evening of a break covers the first day back.
        (date(2027, 1, 4), "2026-12-18 12:00", "2027-01-03 19:00"),
    ],
)
def test_card_when_a_day_differs_then_it_goes_the_evening_before_or_at_once(
    day: date, now: str, expected: str | None
) -> None:
    """The card comes on the evening before, at once after that hour, never on the day."""
    present = datetime.fromisoformat(now).replace(tzinfo=ZONE).astimezone(UTC)
    card_at = card_instant(day, chat=chat(), now=present)

    assert (card_at and f"{card_at.astimezone(ZONE):%Y-%m-%d %H:%M}") == expected


def test_card_when_quiet_hours_end_before_midnight_then_it_waits_for_their_end() -> None:
    """A card told of in quiet hours comes at their end if the day has not begun."""
    who = chat(quiet=QuietHours(time(18), time(20)))
    before = card_instant(MONDAY, chat=who, now=datetime(2026, 10, 4, 12, tzinfo=UTC))
    within = card_instant(MONDAY, chat=who, now=datetime(2026, 10, 4, 23, 30, tzinfo=UTC))

    assert before == within == datetime(2026, 10, 5, 0, tzinfo=UTC)


def test_card_when_the_evening_hour_is_quiet_then_it_comes_just_before_quiet_begins() -> None:
    """An evening hour of 10 PM gives way to quiet hours from 9:30 PM."""
    late = chat(evening_at=time(22))

    assert card_instant(MONDAY, chat=late, now=LONG_AGO) == datetime(2026, 10, 5, 1, 29, tzinfo=UTC)


def test_card_when_quiet_hours_leave_no_minute_then_there_is_none() -> None:
    """Quiet all day but for seconds leaves no place for a card."""
    who = chat(quiet=QuietHours(time(9, 0, 30), time(9)))
    now = datetime(2026, 10, 4, 22, tzinfo=UTC)

    assert card_instant(MONDAY, chat=who, now=now) is None


def test_card_when_the_chat_has_no_zone_then_it_is_refused() -> None:
    """An evening is local."""
    with pytest.raises(Refusal):
        card_instant(MONDAY, chat=chat(zone=None), now=LONG_AGO)


@given(
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    zone=st.sampled_from(ZONES),
    now=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - made aware below
    evening=st.times(),
)
@settings(max_examples=300, deadline=None)
def test_card_when_it_goes_then_the_day_has_not_begun_and_it_is_not_quiet(
    day: date, zone: str, now: datetime, evening: time
) -> None:
    """A card is never past, never quiet and never on the day itself."""
    who = chat(zone=zone, evening_at=evening.replace(second=0, microsecond=0))
    present = now.replace(tzinfo=UTC)
    card_at = card_instant(day, chat=who, now=present)

    if card_at is not None:
        assert present <= card_at < day_begins_at(day, ZoneInfo(zone))
        assert not who.quiet.cover(card_at.astimezone(ZoneInfo(zone)).time())


def test_school_days_when_a_span_passes_a_weekend_then_the_weekend_gets_no_card() -> None:
    """Thursday to Tuesday is four school days."""
    days = school_days_of(date(2026, 10, 8), date(2026, 10, 13))

    assert [day.day for day in days] == [8, 9, 12, 13]


@pytest.mark.parametrize(
    ("first_on", "last_on", "count"),
    [
        (date(2026, 10, 8), date(2026, 10, 8), 1),
        (date(2026, 10, 10), date(2026, 10, 11), 2),
        (date(2026, 10, 8), date(2026, 10, 7), 0),
    ],
)
def test_school_days_when_only_a_weekend_is_meant_then_it_stays(
    first_on: date, last_on: date, count: int
) -> None:
    """A Saturday test was meant as it was said; a span that ends before it begins is empty."""
    assert len(school_days_of(first_on, last_on)) == count


def test_day_number_when_a_weekend_lies_between_then_only_cards_are_counted() -> None:
    """Monday is card three of four in Thursday to Tuesday."""
    number = school_day_number(
        date(2026, 10, 12), first_on=date(2026, 10, 8), last_on=date(2026, 10, 13)
    )

    assert number == (3, 4)


def test_school_days_when_listed_then_they_are_monday_to_friday() -> None:
    """A week has five of them."""
    week = [date(2026, 10, day) for day in range(5, 12)]

    assert [is_school_day(day) for day in week] == [True] * 5 + [False] * 2
