"""What keeps updates from coming, and how long to leave Telegram alone because of it."""

from enum import StrEnum

from telegram.error import Conflict, InvalidToken, RetryAfter

from handlers.gateway.outcome import retry_after_of

_LONGEST_BACK_OFF_SECONDS = 30.0


class PollTrouble(StrEnum):
    """What keeps updates from coming."""

    UNREACHABLE = "unreachable"
    SECOND_INSTANCE = "second-instance"
    TOKEN_REFUSED = "token-refused"  # noqa: S105 - a code, not a token
    ASKED_TO_WAIT = "asked-to-wait"


def trouble_of(error: Exception) -> PollTrouble:
    """Return what an error says of the road to Telegram."""
    match error:
        case Conflict():
            return PollTrouble.SECOND_INSTANCE
        case InvalidToken():
            return PollTrouble.TOKEN_REFUSED
        case RetryAfter():
            return PollTrouble.ASKED_TO_WAIT
        case _:
            return PollTrouble.UNREACHABLE


def back_off_seconds(error: Exception, failures: int) -> float:
    """Return how long to leave Telegram alone: as long as it asks, else longer each time."""
    if isinstance(error, RetryAfter):
        return retry_after_of(error).total_seconds()
    doublings = min(failures, 6)
    return min(0.5 * 2.0**doublings, _LONGEST_BACK_OFF_SECONDS)
