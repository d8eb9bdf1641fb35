"""The small rules of the values themselves."""

from datetime import time

import pytest

from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import QuietHours


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


def test_refusal_when_raised_then_it_carries_its_code() -> None:
    """A refusal says why, for words to be found."""
    refusal = Refusal(RefusalCode.DATE_PAST)

    assert (refusal.code, str(refusal)) == (RefusalCode.DATE_PAST, "date-past")
