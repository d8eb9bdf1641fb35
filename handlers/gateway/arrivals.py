"""Gathers what arrives together: a hundred updates cost one transaction, not a hundred."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Generic, TypeVar

from scheduler.actions import Arrival, Sessions, Visit, finish, receive
from scheduler.domain.clock import Clock

_Asked = TypeVar("_Asked")
_Given = TypeVar("_Given")

MOST_AT_ONCE = 200
# A commit costs about a millisecond, and answering a hundred updates far more than this.
_LINGER_SECONDS = 0.01
_FAILURES_OF_THE_STORE = 3
# Telegram gives an update again within minutes, and far fewer than these lie between.
_MOST_GIVEN_OUT = 10_000


@dataclass(frozen=True, slots=True)
class _Waiting(Generic[_Asked, _Given]):
    """A question, and where its answer is waited for; nobody may be waiting any more."""

    asked: _Asked
    answer: asyncio.Future[_Given]

    def take(self, value: _Given) -> None:
        if not self.answer.done():
            self.answer.set_result(value)

    def fail(self, error: Exception) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)


class _Batcher(Generic[_Asked, _Given]):
    """Collects questions while an answer is under way, and asks them all at once after it."""

    def __init__(
        self,
        ask: Callable[[Sequence[_Asked]], Awaitable[Sequence[_Given]]],
        linger: Callable[[int], Awaitable[None]],
    ) -> None:
        """Ask by ``ask``, after ``linger`` was told how many wait."""
        self._ask = ask
        self._linger = linger
        self._waiting: list[_Waiting[_Asked, _Given]] = []
        self._worker: asyncio.Task[None] | None = None

    async def put(self, asked: _Asked) -> _Given:
        """Return the answer to one question."""
        answer: asyncio.Future[_Given] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(asked, answer))
        if self._worker is None:
            self._worker = asyncio.create_task(self._work(), name="gatherer")
        return await answer

    async def _work(self) -> None:
        try:
            while self._waiting:
                await self._linger(len(self._waiting))
                batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
                await self._answer(batch)
        finally:
            self._worker = None

    async def _answer(self, batch: Sequence[_Waiting[_Asked, _Given]]) -> None:
        try:
            given = await self._ask([each.asked for each in batch])
            for each, value in zip(batch, given, strict=True):
                each.take(value)
        except Exception as error:  # noqa: BLE001 - handed to each who waits
            if len(batch) == 1:
                batch[0].fail(error)
            else:
                await self._answer_singly(batch)

    async def _answer_singly(self, batch: Sequence[_Waiting[_Asked, _Given]]) -> None:
        """Ask one by one, so that one bad question does not take the others along.

        A few failures in a row are the store's: the rest are spared the wait.
        """
        failures = 0
        for place, each in enumerate(batch):
            try:
                (value,) = await self._ask([each.asked])
            except Exception as error:  # noqa: BLE001 - handed to each who waits
                each.fail(error)
                failures += 1
                if failures == _FAILURES_OF_THE_STORE:
                    for left in batch[place + 1 :]:
                        left.fail(error)
                    return
            else:
                each.take(value)
                failures = 0


async def _for_this_pass(_waiting: int) -> None:
    """Let whatever else arrived in this pass of the event loop come along."""
    await asyncio.sleep(0)


class Gatherer:
    """Asks the store about arrivals in batches."""

    def __init__(
        self, sessions: Sessions, clock: Clock, *, instance: str, takeover_after: timedelta
    ) -> None:
        """See ``scheduler.actions.receive`` for ``instance`` and ``takeover_after``."""
        self._sessions = sessions
        self._clock = clock
        self._instance = instance
        self._takeover_after = takeover_after
        self._visits = _Batcher(self._receive, _for_this_pass)
        self._dones = _Batcher(self._finish, self._for_others)
        self._under_way = 0
        # A commit whose answer was lost may have taken these: nobody has acted on them.
        self._unsure: set[int] = set()
        # Those that were given out to be acted on, the newest last: never again.
        self._given_out: dict[int, None] = {}

    async def visit(self, arrival: Arrival) -> Visit:
        """Return what answering one update needs to know."""
        visit = await self._visits.put(arrival)
        self._under_way += visit.fresh
        return visit

    def give_up(self) -> None:
        """Wait no longer for one update that was given out and will not be done."""
        self._under_way -= 1

    async def done(self, update_id: int) -> None:
        """Mark one update answered."""
        try:
            await self._dones.put(update_id)
        finally:
            self._under_way -= 1

    async def _for_others(self, waiting: int) -> None:
        """Wait a moment where other answers are about to be done: they share the commit."""
        await asyncio.sleep(_LINGER_SECONDS if self._under_way > waiting else 0)

    async def _receive(self, arrivals: Sequence[Arrival]) -> Sequence[Visit]:
        try:
            visits = await receive(
                self._sessions,
                arrivals,
                instance=self._instance,
                takeover_after=self._takeover_after,
                now=self._clock.now(),
            )
        except Exception:
            ids = {each.update_id for each in arrivals}
            self._unsure |= ids - self._given_out.keys()
            raise
        pairs = zip(arrivals, visits, strict=True)
        return [self._made_sure(arrival.update_id, visit) for arrival, visit in pairs]

    def _made_sure(self, update_id: int, visit: Visit) -> Visit:
        """Return the visit, fresh where only our own failed try has the update taken."""
        if update_id in self._unsure:
            self._unsure.discard(update_id)
            visit = replace(visit, fresh=True)
        if visit.fresh:
            self._given_out[update_id] = None
            if len(self._given_out) > _MOST_GIVEN_OUT:
                del self._given_out[next(iter(self._given_out))]
        return visit

    async def _finish(self, update_ids: Sequence[int]) -> Sequence[None]:
        await finish(self._sessions, update_ids)
        return [None] * len(update_ids)
