"""One chaos run: start the real process, kill it, start it again, until the kills are used up."""

import asyncio
import contextlib
from bisect import bisect_right
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

from bench.chaos.askers import Askers
from bench.chaos.verdict import Arrived, Kill, Record
from bench.chaos.wholeness import count_unfinished, find_damage
from bench.databases import Backend, fresh_database, opened
from bench.families import number_in, schedule
from bench.programs import BOT, Program, running, start
from bench.settings import bot_environment
from bench.telegram import BotMessage, Hosted, hosted, new_telegram
from bot.clock import SystemClock

START_LIMIT_S: Final = 90.0
ASK_EVERY_S: Final = 0.3
_TRAINING_S: Final = 4.0
_IN_FLIGHT_S: Final = 0.02
_LOOK_EVERY_S: Final = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to do.

    Attributes:
        kills: how often the process is killed.
        due: how many reminders fall due, spread evenly over the kills.
        seed: of the chances: instants of reminders and kills.
        backend: the database under the bot.
        shortest_s: the shortest life of a process, counted from its first call for updates.
        longest_s: the longest.
        sends_per_second: the bot's own limit. Telegram's 30 would leave most kills between
            two sends; more of them make a harder test.
        lanes: how many reminders the bot may have on their way at one time. A kill can double
            each of those, so this is the most that one kill may double.
        patience_s: how long after the last due instant a missing reminder counts as lost.
    """

    kills: int
    due: int
    seed: int
    backend: Backend = Backend.SQLITE
    shortest_s: float = 0.2
    longest_s: float = 2.0
    sends_per_second: float = 100.0
    lanes: int = 1
    patience_s: float = 90.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run; ``damage`` is empty when the database is whole."""

    record: Record
    askers: Askers
    damage: tuple[str, ...]
    start_s: float


class ChaosRun:
    """Drives one run. ``record`` fills while it goes on."""

    def __init__(self, plan: Plan, server: Hosted, url: str, folder: Path, cache: Path) -> None:
        self._plan = plan
        self._server = server
        self._url = url
        self._log = folder / "bot.log"
        self._random = Random(plan.seed)  # noqa: S311 - chance, not a secret
        self._env = bot_environment(
            api_url=server.url, database_url=url, cache=cache, limits=False, lanes=plan.lanes
        ) | {"SENDS_PER_SECOND": str(plan.sends_per_second)}
        self._life = 0
        self._due_s: list[float] = []
        self._seen: set[int] = set()
        self.record = Record(plan.due, lanes=plan.lanes)
        self.askers = Askers(server.telegram)
        self.start_s = 0.0
        server.telegram.on_answer = self._note

    async def go(self) -> None:
        """Do everything that the plan says.

        Raises:
            ProgramEnded: the bot ended by itself.
            TimeoutError: the bot did not come up.
        """
        await self._warm_up()
        await self._schedule()
        async with _meanwhile(self.askers.keep_asking(ASK_EVERY_S)):
            for _ in range(self._plan.kills):
                await self._live_and_die()
        async with running(*BOT, log=self._log, env=self._env) as program:
            await self._finish(program)

    async def _warm_up(self) -> None:
        """Start in peace, to time it; once more if the first start had the cache to fill."""
        for _ in range(2):
            async with running(*BOT, log=self._log, env=self._env) as program:
                self.start_s = await self._until_up(program)
            if self.start_s < _TRAINING_S:
                return

    async def _schedule(self) -> None:
        """Fill the database; what falls due before it is full is told at the first start."""
        cycle_s = self.start_s + (self._plan.shortest_s + self._plan.longest_s) / 2
        now, now_s = SystemClock().now(), perf_counter()
        ahead = sorted(
            self._random.uniform(0.0, self._plan.kills * cycle_s) for _ in range(self._plan.due)
        )
        self._due_s = [now_s + each for each in ahead]
        due_ats = [now + timedelta(seconds=each) for each in ahead]
        async with opened(self._url) as sessions:
            await schedule(sessions, due_ats, now=now)

    async def _live_and_die(self) -> None:
        program = start(*BOT, log=self._log, env=self._env)
        try:
            await self._until_up(program)
            await asyncio.sleep(self._random.uniform(self._plan.shortest_s, self._plan.longest_s))
            program.check_running()
        finally:
            program.kill()
        now_s = perf_counter()
        self.record.kills.append(Kill(self._life, now_s, self._owed(now_s)))
        # What the dead process had already put on the wire still arrives, in its own life.
        await asyncio.sleep(_IN_FLIGHT_S)
        self._life += 1

    async def _until_up(self, program: Program) -> float:
        asked = self._server.polls
        return await program.until(lambda: self._server.polls > asked, within_s=START_LIMIT_S)

    async def _finish(self, program: Program) -> None:
        """Let the bot catch up: everything told, written down, and everybody answered."""
        left_s = max(0.0, self._due_s[-1] - perf_counter()) if self._due_s else 0.0
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(left_s + self._plan.patience_s), opened(self._url) as store:
                while True:
                    program.check_running()
                    async with store.read() as tx:
                        unfinished = await count_unfinished(tx)
                    if not unfinished and not self.askers.unanswered:
                        return
                    await asyncio.sleep(_LOOK_EVERY_S)

    def _note(self, message: BotMessage) -> None:
        text = str(message.get("text", ""))
        number = number_in(text)
        if number is None:
            self.askers.note(message["chat"]["id"], text)
        else:
            self._seen.add(number)
            self.record.arrived.append(Arrived(number, perf_counter(), self._life))

    def _owed(self, now_s: float) -> int:
        return bisect_right(self._due_s, now_s) - len(self._seen)


async def run_chaos(plan: Plan, *, folder: Path, cache: Path) -> Outcome:
    """Carry out a plan in ``folder``, an empty one; ``cache`` keeps the trained matcher.

    Raises:
        ProgramEnded: the bot ended by itself.
        TimeoutError: the bot did not come up.
    """
    telegram = new_telegram(keep_calls=None)
    async with hosted(telegram) as server, fresh_database(plan.backend, folder) as url:
        run = ChaosRun(plan, server, url, folder, cache)
        await run.go()
        damage = await find_damage(url, due=plan.due)
        return Outcome(run.record, run.askers, damage, run.start_s)


@contextlib.asynccontextmanager
async def _meanwhile(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Let ``work`` go on beside the block and end it with the block."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
