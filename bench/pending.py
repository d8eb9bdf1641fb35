"""What a full calendar costs: registering dates, memory, and a tick when nothing is due.

One SQLite database grows to a million pending reminders, and is looked at on the way.
"""

import asyncio
import json
from datetime import timedelta
from time import perf_counter
from typing import Final

from bench.databases import Backend, fresh_database, opened
from bench.families import register
from bench.figures import Figure, Place, middle
from bench.programs import BOT, output_of, running
from bench.reminders import fire_noops
from bench.settings import bot_environment
from bench.telegram import hosted, new_telegram
from bot.clock import SystemClock
from scheduler.delivery.tick import next_due, tick
from scheduler.store.engine import Sessions

# An annual review has five reminders; ninety days ahead, all of them are still to come.
DAYS_AHEAD: Final = 90
REMINDERS_A_DATE: Final = 5
SIZES: Final = (10_000, 100_000, 1_000_000)
DATES_TIMED: Final = 100_000
JOBS_WEIGHED: Final = 100_000
TICKS: Final = 30
_PEER_STORE: Final = "APScheduler add_job, SQLAlchemy job store on SQLite"
_PEER_MEMORY: Final = f"APScheduler, memory job store, {JOBS_WEIGHED:,} jobs weighed and scaled up"
_LIMIT_S: Final = 90.0
_SETTLE_S: Final = 3.0


async def measure_pending(place: Place) -> tuple[Figure, ...]:
    """Registering, ticks at each size, and memory at the last."""
    room = place.room("pending")
    added = (await fire_noops(room))["added"]
    per_job_mb = await _weigh_jobs(room)
    async with fresh_database(Backend.SQLITE, room.folder) as url:
        async with opened(url) as sessions:
            registered_s, ticks_ms = await _grow(sessions)
        memory_mb = await _weigh_bot(url, room)
    return (
        _registered(registered_s, added),
        *(_ticked(size, cost_ms) for size, cost_ms in ticks_ms.items()),
        Figure(
            name="memory_million_pending",
            what=f"memory of the process with {SIZES[-1]:,} reminders pending",
            ours=memory_mb,
            unit="MB",
            peer=per_job_mb * SIZES[-1],
            peer_name=_PEER_MEMORY,
            more_is_better=False,
        ),
    )


async def _grow(sessions: Sessions) -> tuple[float, dict[int, float]]:
    """Fill the database; the seconds for the first ``DATES_TIMED`` dates, and ticks by size."""
    ticks_ms: dict[int, float] = {}
    began, measuring_s = perf_counter(), 0.0
    registered_s = 0.0
    done = 0
    stops = sorted({size // REMINDERS_A_DATE for size in SIZES} | {DATES_TIMED})
    for stop in stops:
        await register(sessions, range(done, stop), days=DAYS_AHEAD, now=SystemClock().now())
        done = stop
        if stop == DATES_TIMED:
            registered_s = perf_counter() - began - measuring_s
        if stop * REMINDERS_A_DATE in SIZES:
            before = perf_counter()
            ticks_ms[stop * REMINDERS_A_DATE] = await _time_tick(sessions)
            measuring_s += perf_counter() - before
        print(f"  {stop:,} dates after {perf_counter() - began:.0f} s", flush=True)
    return registered_s, ticks_ms


async def _time_tick(sessions: Sessions) -> float:
    """Median milliseconds of one look at what is due, and at when to look next."""
    now = SystemClock().now()
    costs: list[float] = []
    for step in range(TICKS):
        began = perf_counter()
        await tick(sessions, now=now + timedelta(seconds=step))
        await next_due(sessions)
        costs.append((perf_counter() - began) * 1000)
    return middle(costs)


async def _weigh_bot(url: str, room: Place) -> float:
    """Megabytes of the real process, some seconds after it came up on this database."""
    async with hosted(new_telegram()) as server:
        env = bot_environment(api_url=server.url, database_url=url, cache=room.cache, limits=True)
        async with running(*BOT, log=room.folder / "log", env=env) as program:
            await program.until(lambda: server.polls > 0, within_s=_LIMIT_S)
            await asyncio.sleep(_SETTLE_S)
            return program.memory_mb()


async def _weigh_jobs(room: Place) -> float:
    """Megabytes that APScheduler takes for one job in memory."""
    arguments = ("-m", "bench.peers.apscheduler_memory", str(JOBS_WEIGHED))
    told = await output_of(*arguments, log=room.folder / "log-memory", within_s=_LIMIT_S)
    grown_mb: float = json.loads(told)["memory_mb"]
    return grown_mb / JOBS_WEIGHED


def _registered(registered_s: float, jobs_a_second: float) -> Figure:
    return Figure(
        name="register_100000_dates",
        what=f"{DATES_TIMED:,} plan dates kept in bulk, each with {REMINDERS_A_DATE} reminder rows",
        ours=registered_s,
        unit="s",
        peer=DATES_TIMED * REMINDERS_A_DATE / jobs_a_second,
        peer_name=f"{_PEER_STORE}, one job a reminder, scaled up from its rate",
        more_is_better=False,
    )


def _ticked(pending: int, cost_ms: float) -> Figure:
    return Figure(
        name=f"tick_{pending}_pending",
        what=f"one look at what is due, {pending:,} reminders pending and none due",
        ours=cost_ms,
        unit="ms",
        more_is_better=False,
    )
