"""``python -m bot local``: the real bot on a Telegram of this computer, with a clock to move."""

import asyncio
import sys
import tempfile
import webbrowser
from pathlib import Path

from bot.clock import SystemClock
from bot.config import Settings
from bot.local.clock import LocalClock
from bot.local.server import serve
from bot.local.state import LOCAL_TOKEN
from bot.local.telegram import LocalTelegram
from bot.serving import listen
from bot.stopping import until_stopped
from bot.wiring import greet_telegram, open_house, sending
from scheduler.delivery.tick import next_due

_HINT = "To go live: put BOT_TOKEN=... from @BotFather into .env and run make run again."


async def run(settings: Settings) -> None:
    """Serve the chat page until SIGINT or SIGTERM; what was tried is gone afterwards."""
    _check_port(settings.local_port)
    clock = LocalClock(SystemClock().now)
    telegram = LocalTelegram(clock)
    telegram.live_hint = _HINT
    telegram.person("Parent", language="en", role="parent")
    telegram.person("Co-parent", language="en", role="co-parent")
    telegram.person("Teacher", language="en", role="teacher")
    with tempfile.TemporaryDirectory(prefix="plankeeper-") as folder:
        database_url = f"sqlite:///{Path(folder) / 'local.db'}"
        async with (
            serve(telegram, port=settings.local_port) as server,
            open_house(
                settings,
                token=LOCAL_TOKEN,
                api_url=server.url,
                clock=clock,
                database_url=database_url,
            ) as house,
            sending(house) as sender,
        ):
            telegram.next_due = lambda: next_due(house.sessions)
            telegram.settle = house.clockwork.settle
            clock.on_jump(lambda _: house.clockwork.nudge())
            await greet_telegram(house)
            receiving = asyncio.create_task(house.inbound.poll(), name="receiving")
            _say(server.url)
            try:
                await until_stopped(receiving, sender)
            finally:
                receiving.cancel()
                await asyncio.gather(receiving, return_exceptions=True)


def _check_port(port: int) -> None:
    """Say in one line that the page's port is taken, before anything is opened."""
    listen("127.0.0.1", port).close()


def _say(url: str) -> None:
    sys.stdout.write(f"Plankeeper is at {url}  (stop with Ctrl-C)\n{_HINT}\n")
    sys.stdout.flush()
    if sys.stdout.isatty():
        # A browser inside the terminal keeps its caller waiting, and the page with it.
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, url)
