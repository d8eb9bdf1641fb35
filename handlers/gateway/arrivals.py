"""Gathers what arrives together: a hundred updates cost one transaction, not a hundred."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Generic, TypeVar

from scheduler.actions import Arrival, Sessions, Visit, finish, receive
from scheduler.domain.clock import Clock

_Asked = TypeVar("_Asked")
_Given = TypeVar("_Given")

MOST_AT_ONCE = 200


class _Batcher(Generic[_Asked, _Given]):
    """Collects questions while an answer is under way, and asks them all at once after it."""

    def __init__(self, ask: Callable[[Sequence[_Asked]], Awaitable[Sequence[_Given]]]) -> None:
        self._ask = ask
        self._waiting: list[tuple[_Asked, asyncio.Future[_Given]]] = []
        self._worker: asyncio.Task[None] | None = None

    async def put(self, asked: _Asked) -> _Given:
        """Return the answer to one question."""
        answer: asyncio.Future[_Given] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        if self._worker is None:
            self._worker = asyncio.create_task(self._work(), name="gatherer")
        return await answer

    async def _work(self) -> None:
        # Whatever else arrived in this pass of the event loop comes along.
        await asyncio.sleep(0)
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
                await self._answer(batch)
        finally:
            self._worker = None

    async def _answer(self, batch: Sequence[tuple[_Asked, asyncio.Future[_Given]]]) -> None:
        try:
            given = await self._ask([asked for asked, _ in batch])
        except Exception as error:  # noqa: BLE001 - handed to each who waits
            for _, answer in batch:
                if not answer.done():
                    answer.set_exception(error)
            return
        for (_, answer), value in zip(batch, given, strict=True):
            if not answer.done():
                answer.set_result(value)


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
        self._visits = _Batcher(self._receive)
        self._dones = _Batcher(self._finish)

    async def visit(self, arrival: Arrival) -> Visit:
        """Return what answering one update needs to know."""
        return await self._visits.put(arrival)

    async def done(self, update_id: int) -> None:
        """Mark one update answered."""
        await self._dones.put(update_id)

    async def _receive(self, arrivals: Sequence[Arrival]) -> Sequence[Visit]:
        return await receive(
            self._sessions,
            arrivals,
            instance=self._instance,
            takeover_after=self._takeover_after,
            now=self._clock.now(),
        )

    async def _finish(self, update_ids: Sequence[int]) -> Sequence[None]:
        await finish(self._sessions, update_ids)
        return [None] * len(update_ids)
