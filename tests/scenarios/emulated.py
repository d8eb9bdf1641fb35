"""The real bot against the local Telegram, over its HTTP door, on a clock that is moved by hand.

Nothing of the bot is replaced: library, gateway, handlers, answers and a SQLite file. Waiting is
for events: an act is over when the bot has confirmed its update to Telegram and has nothing left
to send.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.local import LocalClock, LocalTelegram, Serving, serve
from bot.local.state import Options
from bot.local.webhook import Webhook
from bot.wiring import House, greet_telegram, open_house
from scheduler.delivery.tick import next_due
from tests.scenarios.heard_out import HeardOut
from tests.scenarios.life import Life, know_lives
from tests.scenarios.talker import Talker

START = datetime(2026, 9, 1, 15, tzinfo=UTC)
_PATIENCE_SECONDS = 20.0
# A person may say 20 things a minute; between two acts the clock moves by this much.
_BREATH = timedelta(seconds=5)


class EmulatedBot:
    """A bot, its Telegram and the persons on it; it reads like a chat."""

    def __init__(self, settings: Settings, database: Path, options: Options | None = None) -> None:
        """Prepare; ``open_bot`` starts it."""
        self.settings = settings
        self.database = database
        self.clock = LocalClock(lambda: START, frozen=True)
        self.telegram = LocalTelegram(self.clock, options)
        self.updates = HeardOut()
        self.telegram.updates = self.updates
        self.telegram.webhook = Webhook(self.updates, self.clock)
        self.zone = ZoneInfo("UTC")
        self.server: Serving | None = None
        self.house: House = None  # type: ignore[assignment]  # there once it was started
        self._life: Life | None = None
        self._graves: list[AbstractAsyncContextManager[House]] = []
        self._forget: Callable[[], None] | None = None

    # --- who is there ---------------------------------------------------------------------

    def person(self, name: str, *, language: str = "en", zone: str | None = None) -> Talker:
        """Add a person; ``zone`` is where their clock hangs, the bot's own by default."""
        return Talker(self, self.telegram.person(name, language=language), zone)

    # --- time -----------------------------------------------------------------------------

    async def at(self, local: str, zone: str | None = None) -> None:
        """Move to a local time, "2026-09-08 10:00", through everything due before it."""
        if zone is not None:
            self.zone = ZoneInfo(zone)
        await self.telegram.step_to(self.instant(local))

    async def advance_to(self, local: str) -> None:
        """Move on to a local time, through everything due before it."""
        await self.at(local)

    async def advance(self, *, days: int = 0, hours: int = 0, minutes: int = 0) -> None:
        """Move on by whole days of the wall clock, hours and minutes, through everything due."""
        there = self.clock.now().astimezone(self.zone).replace(tzinfo=None) + timedelta(days=days)
        target = there.replace(tzinfo=self.zone) + timedelta(hours=hours, minutes=minutes)
        await self.telegram.step_to(target)

    def instant(self, local: str) -> datetime:
        """The instant at which clocks here show ``local``."""
        return datetime.fromisoformat(local).replace(tzinfo=self.zone)

    async def breathe(self) -> None:
        """Let a few seconds go by, through everything due in them."""
        target = self.clock.now() + _BREATH
        due_at = await self.telegram.next_due() if self.telegram.next_due else None
        if due_at is not None and due_at <= target:
            await self.telegram.step_to(target)
        else:
            self.clock.move_to(target)

    async def quiet(self) -> None:
        """Wait until every update is handled and nothing due is left unsent."""
        if self._life is None:
            return
        await self.updates.until_empty()
        await self._settle()

    # --- its life -------------------------------------------------------------------------

    async def start(self, *, greeted: bool = True) -> None:
        """Start the bot on its database; without ``greeted``, Telegram may be out of reach."""
        if self.server is None:
            raise RuntimeError("there is no Telegram yet")
        life = self._life = Life()
        opening = open_house(
            self.settings,
            token=self.telegram.options.token,
            api_url=self.server.url,
            clock=self.clock,
            database_url=f"sqlite:///{self.database}",
        )
        self._graves.append(opening)
        self.house = house = await life.start(opening.__aenter__())
        life.start(house.send_loop.run())
        life.context.run(house.clockwork.start)
        self.telegram.next_due = lambda: next_due(house.sessions)
        self.telegram.settle = self._settle
        self._forget = self.clock.on_jump(lambda _: life.context.run(house.clockwork.nudge))
        hello = life.start(greet_telegram(house, sleep=_nap))
        life.start(_receive(hello, house))
        if greeted:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await asyncio.shield(hello)
            await self.quiet()

    async def crash(self) -> None:
        """Die: every task ends, every socket and file closes, and nothing is tidied up."""
        if self._life is None:
            return
        self.telegram.next_due = self.telegram.settle = None
        if self._forget is not None:
            self._forget()
        life, self._life = self._life, None
        await life.kill()
        await self.house.clockwork.stop()
        await self.house.bot.request.shutdown()
        await self.house.bot._request[0].shutdown()
        await self.house.sessions.close()

    async def crash_and_restart(self) -> None:
        """Die and begin again on what the database file holds."""
        await self.crash()
        await self.start()

    async def close(self) -> None:
        """End for good."""
        await self.crash()
        for grave in self._graves:
            await grave.__aexit__(None, None, None)

    async def _settle(self) -> None:
        if self._life is not None:
            await self._life.start(self.house.clockwork.settle())


async def _nap(seconds: float) -> None:
    """Rest a moment where the bot would rest for seconds."""
    del seconds
    await asyncio.sleep(0.01)


async def _receive(hello: "asyncio.Task[None]", house: House) -> None:
    await hello
    await house.inbound.poll()


@contextlib.asynccontextmanager
async def open_bot(
    folder: Path, options: Options | None = None, *, started: bool = True, **settings: Any
) -> AsyncIterator[EmulatedBot]:
    """A running bot with an empty database in ``folder``.

    Args:
        folder: where its file is kept.
        options: how the local Telegram behaves.
        started: False leaves the start to the test.
        settings: other settings than the tests' own, which keep no limits on sending.
    """
    know_lives(asyncio.get_running_loop())
    own = {"sends_per_second": 0, "sends_per_second_per_chat": 0} | settings
    bot = EmulatedBot(Settings(_env_file=None, **own), folder / "family.db", options)
    async with serve(bot.telegram) as server:
        bot.server = server
        try:
            if started:
                await bot.start()
            yield bot
        finally:
            await bot.close()
