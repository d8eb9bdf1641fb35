"""What follows a try to send: wait and try again, or give up and say why. A pure decision."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, assert_never

from scheduler.domain.delivery import (
    Blocked,
    Busy,
    Delivered,
    Moved,
    Outcome,
    Rejected,
    Unreachable,
)
from scheduler.domain.instants import aware

FIRST_WAIT: Final = timedelta(seconds=2)
LONGEST_WAIT: Final = timedelta(minutes=10)
# The waits double to their cap and then stay there: about a day in all, because hearing of
# a legal date a day late is better than not at all.
MAX_ATTEMPTS: Final = 150


class GiveUpReason(StrEnum):
    """Why a message will not be tried again; kept in its row."""

    CHAT_BLOCKED = "chat-blocked"
    REJECTED = "rejected"
    OUT_OF_ATTEMPTS = "out-of-attempts"


@dataclass(frozen=True, slots=True)
class Retry:
    """Try again, not before ``at`` (aware)."""

    at: datetime


@dataclass(frozen=True, slots=True)
class GiveUp:
    """The message is dead."""

    reason: GiveUpReason


def counts(outcome: Outcome) -> bool:
    """Tell whether this outcome uses up an attempt: only a failing road or server does.

    Telegram's "wait" is an answer in good order, and a moved group is only an address.
    """
    return isinstance(outcome, Unreachable)


def next_attempt(outcome: Outcome, *, attempts: int, now: datetime) -> Retry | GiveUp:
    """Decide what follows a try that did not deliver.

    Args:
        outcome: what came of the try.
        attempts: tries that count (see ``counts``), this one included.
        now: the present, aware.

    Raises:
        ValueError: the message was delivered, or ``now`` is naive.
    """
    aware(now)
    match outcome:
        case Busy(retry_after=wait):
            return Retry(now + wait)
        case Moved():
            return Retry(now)
        case Unreachable() if attempts >= MAX_ATTEMPTS:
            return GiveUp(GiveUpReason.OUT_OF_ATTEMPTS)
        case Unreachable():
            return Retry(now + back_off(attempts))
        case Blocked():
            return GiveUp(GiveUpReason.CHAT_BLOCKED)
        case Rejected():
            return GiveUp(GiveUpReason.REJECTED)
        case Delivered():
            raise ValueError("a delivered message needs no other try")
        case _:
            assert_never(outcome)


def back_off(attempts: int) -> timedelta:
    """Return the wait after try number ``attempts`` (from 1): doubling, with a cap."""
    # A cap on the exponent too: timedelta overflows long before Python's integers do.
    doublings = min(max(attempts - 1, 0), 16)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
