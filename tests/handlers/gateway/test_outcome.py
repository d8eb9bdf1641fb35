"""What Telegram's errors mean."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from handlers.gateway.outcome import outcome_of, retry_after_of
from scheduler.domain.delivery import Blocked, Busy, Moved, Outcome, Rejected, Unreachable
from scheduler.domain.plans import ChatId


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (ChatMigrated(-100), Moved(ChatId(-100))),
        (Forbidden("Forbidden: bot was blocked by the user"), Blocked("forbidden")),
        (BadRequest("Chat not found"), Blocked("chat-closed")),
        (BadRequest("PEER_ID_INVALID"), Blocked("chat-closed")),
        (BadRequest("Not enough rights to send text messages"), Blocked("chat-closed")),
        (BadRequest("Message is too long"), Rejected("bad-request")),
        (TimedOut(), Unreachable("timed-out")),
        (InvalidToken(), Unreachable("token-refused")),
        (NetworkError("Bad Gateway"), Unreachable("network")),
        (Conflict("x"), Unreachable("conflict")),
        (TelegramError("x"), Unreachable("telegramerror")),
    ],
)
def test_outcome_of_when_an_error_comes_then_is_what_follows(
    error: TelegramError, outcome: Outcome
) -> None:
    """Each error is one of six outcomes, and carries no word of Telegram's."""
    assert outcome_of(error) == outcome


@pytest.mark.parametrize("as_timedelta", ["true", "false"])
@pytest.mark.filterwarnings("ignore:.*retry_after")
def test_outcome_of_when_429_then_is_busy_for_as_long(
    as_timedelta: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wait is a wait, in either mode of the library."""
    monkeypatch.setenv("PTB_TIMEDELTA", as_timedelta)
    assert outcome_of(RetryAfter(35)) == Busy(timedelta(seconds=35))


def test_retry_after_of_when_a_timedelta_then_is_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's newer mode needs no change."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    assert retry_after_of(RetryAfter(timedelta(seconds=2))) == timedelta(seconds=2)
