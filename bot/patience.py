"""Calls to Telegram that the start cannot do without: asked again until they are answered."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.health import Health, Part, Trouble
from handlers.gateway.outcome import retry_after_of
from scheduler.domain.clock import Clock

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Sleep = Callable[[float], Awaitable[object]]

RETRY_SECONDS: Final = 3.0


async def until_answered(
    call: Callable[[], Awaitable[Answer]],
    *,
    health: Health,
    clock: Clock,
    sleep: Sleep = asyncio.sleep,
) -> Answer:
    """Return Telegram's answer, however long it is out of reach; ``health`` shows it meanwhile.

    Args:
        call: made anew each time.
        health: hears of each try, and of the trouble while there is one.
        clock: tells the present.
        sleep: waits so many seconds: ``RETRY_SECONDS``, or as long as a 429 asks for.

    Raises:
        InvalidToken, BadRequest, Forbidden: Telegram refuses, and would again.
    """
    while True:
        health.beat(Part.RECEIVING, now=clock.now())
        try:
            answer = await call()
        except (InvalidToken, BadRequest, Forbidden):
            raise
        except RetryAfter as error:
            health.report(Trouble.ASKED_TO_WAIT)
            await sleep(retry_after_of(error).total_seconds())
        except TelegramError as error:
            log.info("Telegram was asked in vain: %s", type(error).__name__)
            health.report(Trouble.UNREACHABLE)
            await sleep(RETRY_SECONDS)
        else:
            health.report(None)
            return answer
