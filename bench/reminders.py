"""Reminders delivered a second: everything is due at once, every message is a real HTTP call.

Beside APScheduler with one job a reminder, firing jobs that do nothing.
"""

import asyncio
import json
from datetime import timedelta
from time import perf_counter
from typing import Final

from bench.chaos.wholeness import find_damage
from bench.databases import Backend, fresh_database, opened
from bench.families import number_in, schedule
from bench.figures import Figure, Place
from bench.programs import BOT, output_of, running
from bench.settings import bot_environment
from bench.telegram import BotMessage, MeasuredTelegram, hosted, new_telegram
from bot.clock import SystemClock

DUE: Final = 10_000
DUE_ONE_BY_ONE: Final = 2_000
LANES: Final = 32
JOBS: Final = 2_000
PEER: Final = "APScheduler, one job a reminder in SQLite, doing nothing"
_LIMIT_S: Final = 90.0
_SETTLE_S: Final = 3.0


class Arrivals:
    """Notes when each reminder arrived first."""

    def __init__(self, telegram: MeasuredTelegram, wanted: int) -> None:
        self._wanted = wanted
        self._at: dict[int, float] = {}
        telegram.on_answer = self._note

    def complete(self) -> bool:
        """Whether all that was wanted has arrived."""
        return len(self._at) >= self._wanted

    def rate(self) -> float:
        """Reminders a second between the first and the last."""
        times = self._at.values()
        return (len(self._at) - 1) / (max(times) - min(times))

    def _note(self, message: BotMessage) -> None:
        number = number_in(str(message.get("text", "")))
        if number is not None:
            self._at.setdefault(number, perf_counter())


async def measure_reminders(place: Place) -> tuple[Figure, ...]:
    """The bot on both databases, and APScheduler."""
    peer = await fire_noops(place)
    found = []
    for backend in Backend:
        room = place.room(f"reminders-{backend}")
        rate = await _deliver_all(backend, room, due=DUE, lanes=LANES)
        print(f"  {backend}: {rate:.0f} reminders/s", flush=True)
        what = f"reminders sent over HTTP and written down, {backend}, {LANES} on their way"
        found.append(_figure(f"reminders_{backend}", what, rate, peer["fired"]))
    room = place.room("reminders-one")
    rate = await _deliver_all(Backend.SQLITE, room, due=DUE_ONE_BY_ONE, lanes=1)
    print(f"  one at a time: {rate:.0f} reminders/s", flush=True)
    what = "the same, sqlite, one on its way at a time (the default)"
    return (*found, _figure("reminders_one_at_a_time", what, rate, peer["fired"]))


def _figure(name: str, what: str, ours: float, peer: float) -> Figure:
    return Figure(name, what, ours, "reminders/s", peer=peer, peer_name=PEER)


async def fire_noops(place: Place) -> dict[str, float]:
    """Run the peer; its rates a second of adding and of firing jobs."""
    folder = place.room("apscheduler").folder
    arguments = ("-m", "bench.peers.apscheduler_noop", str(folder / "jobs.db"), str(JOBS))
    told = await output_of(*arguments, log=folder / "log", within_s=_LIMIT_S)
    rates: dict[str, float] = json.loads(told)
    return rates


async def _deliver_all(backend: Backend, room: Place, *, due: int, lanes: int) -> float:
    """Let ``due`` reminders be due when the bot starts; reminders a second.

    Raises:
        TimeoutError: reminders were still missing at the end.
        RuntimeError: the database tells another story than the messages.
    """
    telegram = new_telegram()
    arrivals = Arrivals(telegram, due)
    now = SystemClock().now()
    async with hosted(telegram) as server, fresh_database(backend, room.folder) as url:
        async with opened(url) as sessions:
            await schedule(sessions, [now - timedelta(seconds=1)] * due, now=now)
        env = bot_environment(
            api_url=server.url,
            database_url=url,
            cache=room.cache,
            limits=False,
            lanes=lanes,
        )
        async with running(*BOT, log=room.folder / "log", env=env) as program:
            await program.until(arrivals.complete, within_s=_LIMIT_S)
            await asyncio.sleep(_SETTLE_S)
        if damage := await find_damage(url, due=due):
            raise RuntimeError("; ".join(damage))
    return arrivals.rate()
