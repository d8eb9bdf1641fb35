"""What Telegram's errors mean, as the values that delivery understands."""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from scheduler.domain.delivery import Blocked, Busy, Moved, Outcome, Rejected, Unreachable
from scheduler.domain.plans import ChatId

# Refusals with 400 that no better message would change: the chat is closed to the bot.
_NO_WAY_IN = (
    "chat not found",
    "peer_id_invalid",
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "chat_restricted",
)


def outcome_of(error: TelegramError) -> Outcome:
    """Return what follows from an error; its own words are left behind, for they may quote."""
    match error:
        case RetryAfter():
            return Busy(retry_after_of(error))
        case ChatMigrated(new_chat_id=new_chat_id):
            return Moved(ChatId(new_chat_id))
        case Forbidden():
            return Blocked("forbidden")
        case BadRequest() if any(words in error.message.lower() for words in _NO_WAY_IN):
            return Blocked("chat-closed")
        case BadRequest():
            return Rejected("bad-request")
        case TimedOut():
            return Unreachable("timed-out")
        case InvalidToken():
            return Unreachable("token-refused")
        case NetworkError():
            return Unreachable("network")
        case _:
            return Unreachable(type(error).__name__.lower())


def retry_after_of(error: RetryAfter) -> timedelta:
    """Return how long Telegram asks to wait (seconds or a timedelta, by the library's mode)."""
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
