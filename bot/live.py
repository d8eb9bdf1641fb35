"""``python -m bot run``: live on Telegram, by long polling or by webhook, until told to stop."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from bot.clock import SystemClock
from bot.config import Settings
from bot.receiving import receive
from bot.serving import PortTaken, listen, serving
from bot.stopping import until_stopped
from bot.web import WebDoor
from bot.wiring import House, open_house, sending

log = logging.getLogger(__name__)


async def run(settings: Settings) -> None:
    """Serve families until SIGINT or SIGTERM.

    Raises:
        StartRefused: Telegram refuses the token or the webhook, in one line.
        PortTaken: the webhook's port is in use.
    """
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
        sending(house) as sender,
    ):
        receiving = asyncio.create_task(receive(settings, house), name="receiving")
        log.info("Plankeeper is running; stop it with Ctrl-C")
        try:
            await until_stopped(receiving, sender)
        finally:
            receiving.cancel()
            await asyncio.gather(receiving, return_exceptions=True)


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
