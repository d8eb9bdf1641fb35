"""``python -m bot run``: live on Telegram, by long polling or by webhook, until told to stop."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import AsyncIterator

from telegram.error import TelegramError

from bot.clock import SystemClock
from bot.config import Settings
from bot.serving import PortTaken, listen, serving
from bot.web import WEBHOOK_PATH, WebDoor
from bot.wiring import House, greet_telegram, open_house, sending
from handlers.gateway.inbound import ALLOWED_UPDATES

log = logging.getLogger(__name__)


async def run(settings: Settings) -> None:
    """Serve families until SIGINT or SIGTERM."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    async with (
        open_house(
            settings,
            token=token,
            api_url=settings.api_url,
            clock=SystemClock(),
            database_url=settings.database_url,
        ) as house,
        _web(settings, house),
        sending(house),
    ):
        receiving = asyncio.create_task(_receive(settings, house), name="receiving")
        stopped = asyncio.create_task(stop_signal(), name="stop-signal")
        log.info("Plankeeper is running; stop it with Ctrl-C")
        await asyncio.wait({receiving, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for task in (receiving, stopped):
            task.cancel()
        await asyncio.gather(receiving, stopped, return_exceptions=True)


async def stop_signal() -> None:
    """Return when the process is asked to end."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, asked.set)
    await asked.wait()


async def _receive(settings: Settings, house: House) -> None:
    await greet_telegram(house)
    if settings.webhook_url is None:
        with contextlib.suppress(TelegramError):
            # A webhook left from before would keep getUpdates from working (409).
            await house.bot.delete_webhook()
        await house.inbound.poll()
        return
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    await house.bot.set_webhook(
        str(settings.webhook_url).rstrip("/") + WEBHOOK_PATH,
        secret_token=secret,
        allowed_updates=ALLOWED_UPDATES,
    )
    house.health.report(None)
    await asyncio.Event().wait()


@contextlib.asynccontextmanager
async def _web(settings: Settings, house: House) -> AsyncIterator[None]:
    """Open the web door; only the webhook cannot do without it."""
    if settings.web_port == 0 and settings.webhook_url is None:
        yield
        return
    try:
        listener = listen(settings.web_host, settings.web_port)
    except PortTaken as taken:
        if settings.webhook_url is not None:
            raise
        log.warning("no health page: %s", taken)
        yield
        return
    door = WebDoor(
        clock=house.clock,
        health=house.health,
        figures=house.figures,
        overdue_by=house.overdue_by,
        take_update=house.inbound.take if settings.webhook_url else None,
        secret=settings.webhook_secret.get_secret_value() if settings.webhook_secret else "",
    )
    async with serving(door.app(), listener):
        yield
