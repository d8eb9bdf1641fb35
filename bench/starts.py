"""What it takes to be there: the seconds of a start, and memory with nothing to do."""

import asyncio
from collections.abc import Mapping
from typing import Final

from bench.databases import Backend, fresh_database
from bench.figures import Figure, Place, middle
from bench.programs import BOT, running
from bench.settings import bot_environment
from bench.telegram import Hosted, hosted, new_telegram

STARTS: Final = 5
_LIMIT_S: Final = 90.0
_SETTLE_S: Final = 2.0


async def measure_starts(place: Place) -> tuple[Figure, ...]:
    """Start the real process some times on a small database."""
    room = place.room("starts")
    async with (
        hosted(new_telegram()) as server,
        fresh_database(Backend.SQLITE, room.folder) as url,
    ):
        env = bot_environment(api_url=server.url, database_url=url, cache=room.cache, limits=True)
        # The first start may have to train the matcher: it is not counted.
        starts = [await _start_once(server, env, room) for _ in range(1 + STARTS)][1:]
    return (
        Figure(
            name="start_up",
            what="from the start of the process to its first call for updates, warm cache",
            ours=middle([took_s for took_s, _ in starts]),
            unit="s",
            more_is_better=False,
        ),
        Figure(
            name="idle_memory",
            what="memory of the process two seconds later, nothing pending",
            ours=middle([memory_mb for _, memory_mb in starts]),
            unit="MB",
            more_is_better=False,
        ),
    )


async def _start_once(server: Hosted, env: Mapping[str, str], room: Place) -> tuple[float, float]:
    """Seconds until the bot asks for updates, and its megabytes a little later."""
    asked = server.polls
    async with running(*BOT, log=room.folder / "log", env=env) as program:
        took_s = await program.until(lambda: server.polls > asked, within_s=_LIMIT_S)
        await asyncio.sleep(_SETTLE_S)
        return took_s, program.memory_mb()
