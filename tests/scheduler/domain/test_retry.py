"""What follows a try to send."""

from datetime import UTC, datetime, timedelta

import pytest

from scheduler.domain.delivery import (
    Blocked,
    Busy,
    Delivered,
    Moved,
    Outcome,
    Rejected,
    Unreachable,
)
from scheduler.domain.plans import ChatId
from scheduler.domain.retry import (
    FIRST_WAIT,
    LONGEST_WAIT,
    MAX_ATTEMPTS,
    GiveUp,
    GiveUpReason,
    Retry,
    back_off,
    counts,
    next_attempt,
)

NOW = datetime(2026, 10, 3, 13, tzinfo=UTC)
NOTHING = timedelta()


@pytest.mark.parametrize(
    ("outcome", "attempts", "expected"),
    [
        (Busy(timedelta(seconds=30)), 1, Retry(NOW + timedelta(seconds=30))),
        (Busy(timedelta(seconds=30)), MAX_ATTEMPTS + 9, Retry(NOW + timedelta(seconds=30))),
        (Moved(ChatId(-7)), 1, Retry(NOW)),
        (Unreachable("time-out"), 1, Retry(NOW + FIRST_WAIT)),
        (Unreachable("502"), 3, Retry(NOW + 4 * FIRST_WAIT)),
        (Unreachable("502"), MAX_ATTEMPTS - 1, Retry(NOW + LONGEST_WAIT)),
        (Unreachable("502"), MAX_ATTEMPTS, GiveUp(GiveUpReason.OUT_OF_ATTEMPTS)),
        (Blocked("403"), 1, GiveUp(GiveUpReason.CHAT_BLOCKED)),
        (Rejected("400"), 1, GiveUp(GiveUpReason.REJECTED)),
    ],
)
def test_next_attempt_when_not_delivered_then_it_waits_or_says_why_it_gives_up(
    outcome: Outcome, attempts: int, expected: Retry | GiveUp
) -> None:
    """Each outcome has one consequence; waiting as asked never counts against a message."""
    assert next_attempt(outcome, attempts=attempts, now=NOW) == expected


def test_next_attempt_when_delivered_then_asking_is_a_fault() -> None:
    """A delivered message is not tried again."""
    with pytest.raises(ValueError, match="delivered"):
        next_attempt(Delivered(1), attempts=1, now=NOW)


def test_next_attempt_when_outcome_is_of_no_known_kind_then_it_is_a_fault() -> None:
    """A new outcome needs its line here."""
    with pytest.raises(AssertionError):
        next_attempt(None, attempts=1, now=NOW)  # type: ignore[arg-type]


def test_counts_when_telegram_asks_to_wait_then_no_attempt_is_used_up() -> None:
    """Only a failing road or server uses up an attempt."""
    assert [counts(Unreachable("502")), counts(Busy(NOTHING)), counts(Moved(ChatId(1)))] == [
        True,
        False,
        False,
    ]


def test_waits_when_all_attempts_fail_then_they_grow_to_their_cap_and_last_about_a_day() -> None:
    """A server that is down for an evening costs no reminder."""
    waits = [back_off(attempt) for attempt in range(1, MAX_ATTEMPTS)]

    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert timedelta(hours=20) < sum(waits, NOTHING) < timedelta(hours=30)
