"""Beats time: APScheduler wakes us at the next due instant, and now and then to be safe.

What is due stands in rows; a job here carries nothing but "look now". The settings are those
that APScheduler 3.11.3 needs to drop no beat: by default a run one second late is dropped.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from scheduler.delivery.send_loop import SendLoop
from scheduler.delivery.tick import next_due, tick
from scheduler.delivery.upkeep import upkeep
from scheduler.domain.clock import Clock
from scheduler.store.engine import Sessions
from scheduler.store.errors import StoreUnavailable
from scheduler.store.tallies import Tally

log = logging.getLogger(__name__)

SWEEP_EVERY: Final = timedelta(seconds=30)
UPKEEP_EVERY: Final = timedelta(hours=1)
_JOB_DEFAULTS: Final = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}


class Clockwork:
    """Looks at what is due at the right instants; ``send_loop`` does the sending."""

    def __init__(
        self,
        sessions: Sessions,
        send_loop: SendLoop,
        tally: Tally,
        *,
        clock: Clock,
        machine: Clock,
        on_beat: Callable[[datetime], None] | None = None,
    ) -> None:
        """Prepare; nothing beats before ``start``.

        Args:
            sessions: the store.
            send_loop: woken when letters were queued.
            tally: counts for upkeep to write.
            clock: tells the present that families live in; it may be moved.
            machine: the machine's own clock, which APScheduler waits by.
            on_beat: hears of each look, with its instant.
        """
        self._sessions = sessions
        self._send_loop = send_loop
        self._tally = tally
        self._clock = clock
        self._machine = machine
        self._on_beat = on_beat
        self._one_at_a_time = asyncio.Lock()
        self._nudged = False
        self._kept_up_at: datetime | None = None
        self._looks: set[asyncio.Task[None]] = set()
        self._beats = AsyncIOScheduler(
            jobstores={"default": MemoryJobStore()},
            executors={"default": AsyncIOExecutor()},
            job_defaults=_JOB_DEFAULTS,
            timezone="UTC",
        )

    def start(self) -> None:
        """Begin to beat; called inside the running event loop."""
        self._beats.add_job(self._sweep, IntervalTrigger(seconds=SWEEP_EVERY.seconds), id="sweep")
        self._beats.start()
        self._sessions.on_scheduled = self.nudge
        self.nudge()

    async def stop(self) -> None:
        """Stop beating and wait for the look that is under way."""
        self._sessions.on_scheduled = None
        self._beats.shutdown(wait=False)
        await asyncio.gather(*self._looks, return_exceptions=True)

    def nudge(self) -> None:
        """Look soon: something nearer may be due, or the clock was moved. Cheap to repeat."""
        if self._nudged:
            return
        self._nudged = True
        look = asyncio.get_running_loop().create_task(self._sweep(), name="look")
        self._looks.add(look)
        look.add_done_callback(self._looks.discard)

    async def settle(self) -> None:
        """Queue and send until nothing is due at the present instant; keep up, if it is time."""
        await self._keep_up_in_time()
        while True:
            async with self._one_at_a_time:
                await self._tick_all()
            tried = await self._send_loop.drain()
            due_at = await next_due(self._sessions)
            if due_at is None or due_at > self._clock.now() or not tried:
                return

    async def keep_up(self) -> None:
        """Do the housekeeping now."""
        now = self._clock.now()
        await upkeep(self._sessions, self._tally, now=now)
        self._kept_up_at = now

    async def _sweep(self) -> None:
        self._nudged = False
        await self._guarded(self._look)
        await self._guarded(self._keep_up_in_time)

    async def _keep_up_in_time(self) -> None:
        """Keep up at the start and then each hour, by the clock that families live in."""
        kept_at = self._kept_up_at
        if kept_at is None or abs(self._clock.now() - kept_at) >= UPKEEP_EVERY:
            await self.keep_up()

    async def _look(self) -> None:
        async with self._one_at_a_time:
            await self._tick_all()
            self._send_loop.wake()
            now = self._clock.now()
            due_at = await next_due(self._sessions, after=now)
        if self._on_beat is not None:
            self._on_beat(now)
        if due_at is not None:
            self._beat_at(self._machine.now() + (due_at - self._clock.now()))

    async def _tick_all(self) -> None:
        while (await tick(self._sessions, now=self._clock.now())).more:
            pass

    def _beat_at(self, instant: datetime) -> None:
        if self._beats.running:
            self._beats.add_job(
                self._sweep, DateTrigger(run_date=instant), id="due", replace_existing=True
            )

    async def _guarded(self, step: Callable[[], Awaitable[None]]) -> None:
        """Do one step; a fault is logged and the next beat tries again."""
        try:
            await step()
        except StoreUnavailable as error:
            log.error("the clockwork waits: %s", error)  # noqa: TRY400 - one line says it
        except Exception:
            log.exception("a beat failed")
