"""The small rules of the values themselves."""

from datetime import date, time

import pytest

from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import ChangeId, ChangeKind, Child, ChildId, QuietHours, SchoolChange


@pytest.mark.parametrize(
    ("start", "end", "at", "quiet"),
    [
        (time(21, 30), time(7), time(21, 30), True),
        (time(21, 30), time(7), time(6, 59), True),
        (time(21, 30), time(7), time(7), False),
        (time(21, 30), time(7), time(12), False),
        (time(13), time(14), time(13, 30), True),
        (time(13), time(14), time(14), False),
        (time(9), time(9), time(9), False),
    ],
)
def test_quiet_hours_when_they_pass_midnight_or_not_then_start_counts_and_end_does_not(
    start: time, end: time, at: time, *, quiet: bool
) -> None:
    """The first minute is quiet, the last is not; equal ends mean no quiet hours."""
    assert QuietHours(start, end).cover(at) == quiet


def test_day_number_when_in_the_middle_then_days_are_counted_from_one() -> None:
    """The second day of three says so."""
    change = SchoolChange(
        ChangeId(1),
        Child(ChildId(1), "Bea"),
        date(2026, 10, 6),
        date(2026, 10, 8),
        ChangeKind.STATE_TEST,
        "state test",
    )

    assert change.day_number(date(2026, 10, 7)) == (2, 3)


def test_refusal_when_raised_then_it_carries_its_code() -> None:
    """A refusal says why, for words to be found."""
    refusal = Refusal(RefusalCode.DATE_PAST)

    assert (refusal.code, str(refusal)) == (RefusalCode.DATE_PAST, "date-past")
