"""How updates reach the running bot: by long polling, or by a webhook that is kept set."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Coroutine
from datetime import datetime, timedelta
from typing import Final

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.config import Settings
from bot.health import Health, Part, Trouble
from bot.patience import Sleep, until_answered
from bot.web import WEBHOOK_PATH
from bot.wiring import House, StartRefused, learn_name
from handlers.gateway.inbound import ALLOWED_UPDATES
from handlers.gateway.menu import publish_menu
from scheduler.domain.clock import Clock

log = logging.getLogger(__name__)

# Well under the silence after which health calls a part unwell.
LOOK_EVERY: Final = timedelta(minutes=1)


async def receive(settings: Settings, house: House) -> None:
    """Take updates until cancelled.

    Raises:
        StartRefused: Telegram refuses the token or the webhook's address, in one line.
    """
    await learn_name(house)
    # A dozen calls, each of which may hang: families are heard meanwhile.
    async with _beside(publish_menu(house.bot, house.texts)):
        await _take_updates(settings, house)


async def _take_updates(settings: Settings, house: House) -> None:
    if settings.webhook_url is None:
        await _drop_webhook(house)
        await house.inbound.poll()
    else:
        secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        address = str(settings.webhook_url).rstrip("/") + WEBHOOK_PATH
        keeper = WebhookKeeper(house.bot, house.health, house.clock, address=address, secret=secret)
        await keeper.keep()


class WebhookKeeper:
    """Sets the webhook, and looks now and then whether it still is: nobody polls meanwhile.

    It is never removed at the end, for other processes of the same bot may live by it.
    """

    def __init__(
        self,
        bot: Bot,
        health: Health,
        clock: Clock,
        *,
        address: str,
        secret: str,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Keep Telegram posting to ``address`` with ``secret``; ``sleep`` waits so many seconds."""
        self._bot = bot
        self._health = health
        self._clock = clock
        self._address = address
        self._secret = secret
        self._sleep = sleep
        self._told_error_at: datetime | None = None

    async def keep(self) -> None:
        """Keep the webhook set until cancelled.

        Raises:
            StartRefused: Telegram refuses the address at the start.
        """
        try:
            await until_answered(
                self._set, health=self._health, clock=self._clock, sleep=self._sleep
            )
        except (BadRequest, Forbidden, InvalidToken) as error:
            raise StartRefused(f"Telegram refuses WEBHOOK_URL: {error.message}") from error
        while True:
            await self._sleep(LOOK_EVERY.total_seconds())
            await self.look()

    async def look(self) -> None:
        """See that Telegram answers and posts to us; set the webhook again where it does not."""
        trouble = None
        try:
            seen = await self._bot.get_webhook_info()
            self._tell_error(seen)
            if seen.url != self._address:
                log.warning(
                    "the webhook was set elsewhere or removed; it is set again: "
                    "is another process running with this token?"
                )
                await self._set()
        except InvalidToken:
            trouble = Trouble.TOKEN_REFUSED
        except TelegramError:
            trouble = Trouble.UNREACHABLE
        self._health.report(trouble)
        self._health.beat(Part.RECEIVING, now=self._clock.now())

    async def _set(self) -> bool:
        return await self._bot.set_webhook(
            self._address, secret_token=self._secret, allowed_updates=ALLOWED_UPDATES
        )

    def _tell_error(self, seen: WebhookInfo) -> None:
        """Log once what Telegram met when it posted. One failed post is no state of health."""
        if seen.last_error_date is None or seen.last_error_date == self._told_error_at:
            return
        self._told_error_at = seen.last_error_date
        log.warning(
            "Telegram could not post to WEBHOOK_URL (%d updates wait): %s",
            seen.pending_update_count,
            seen.last_error_message,
        )


@contextlib.asynccontextmanager
async def _beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Let ``work`` go on beside the block, and end it with the block."""
    task = asyncio.create_task(work, name="menu")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _drop_webhook(house: House) -> None:
    """Remove a webhook left from before: it would keep getUpdates from working (409)."""
    try:
        await until_answered(house.bot.delete_webhook, health=house.health, clock=house.clock)
    except TelegramError as error:
        log.info("deleteWebhook was passed over: %s", type(error).__name__)
