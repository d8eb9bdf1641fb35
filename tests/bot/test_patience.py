"""Calls that the start cannot do without: asked again, or given up for good."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.health import SILENCE, Health, Part, Trouble
from bot.local import LocalClock
from bot.patience import RETRY_SECONDS, until_answered
from tests.bot.roof import NOON


class Telegram:
    """Fails with one error after the other, then answers; waiting for it moves the clock."""

    def __init__(self, *errors: TelegramError) -> None:
        self.errors = list(errors)
        self.clock = LocalClock(lambda: NOON, frozen=True)
        self.health = Health(NOON)
        self.waits: list[float] = []
        self.troubles: list[Trouble | None] = []

    async def call(self) -> str:
        """Answer, or fail."""
        if self.errors:
            raise self.errors.pop(0)
        return "answer"

    async def sleep(self, seconds: float) -> None:
        """Wait in no time, and note what health shows meanwhile."""
        self.waits.append(seconds)
        self.troubles.append(self.health.trouble)
        self.clock.advance(timedelta(seconds=seconds))

    async def ask(self) -> str:
        """Ask until it answers."""
        return await until_answered(
            self.call, health=self.health, clock=self.clock, sleep=self.sleep
        )


async def test_until_answered_when_answered_at_once_then_waits_for_nothing() -> None:
    """The usual start."""
    telegram = Telegram()
    assert await telegram.ask() == "answer"
    assert (telegram.waits, telegram.health.trouble) == ([], None)


@pytest.mark.parametrize("error", [NetworkError("Bad Gateway"), TimedOut(), NetworkError("x")])
async def test_until_answered_when_telegram_is_out_of_reach_then_tries_again(
    error: TelegramError,
) -> None:
    """Network errors and 5xx are waited out, and health shows it until the answer."""
    telegram = Telegram(error, error)
    assert await telegram.ask() == "answer"
    assert telegram.waits == [RETRY_SECONDS] * 2
    assert telegram.troubles == [Trouble.UNREACHABLE] * 2
    assert telegram.health.trouble is None


async def test_until_answered_when_asked_to_wait_then_waits_that_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A 429 says how many seconds."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the library warns of its next version
    telegram = Telegram(RetryAfter(17))
    assert await telegram.ask() == "answer"
    assert telegram.waits == [17]
    assert telegram.troubles == [Trouble.ASKED_TO_WAIT]


@pytest.mark.parametrize("error", [InvalidToken("Unauthorized"), BadRequest("x"), Forbidden("x")])
async def test_until_answered_when_refused_then_gives_up_at_once(error: TelegramError) -> None:
    """A refused token was once called out of reach, and tried for ever."""
    telegram = Telegram(error)
    with pytest.raises(type(error)):
        await telegram.ask()
    assert telegram.waits == []


async def test_until_answered_when_it_takes_long_then_receiving_is_not_silent() -> None:
    """Trying is a sign of life; what is wrong is Telegram."""
    tries = int(SILENCE.total_seconds() / RETRY_SECONDS) + 2
    telegram = Telegram(*[TimedOut()] * tries)
    await telegram.ask()
    assert Part.RECEIVING not in telegram.health.silent(now=telegram.clock.now())
