"""Sends what waits in the outbox: claim with a lease, commit, send, write down what came of it.

Only a kill between Telegram's answer and our commit can double a message, and only those that
are on the wire at that instant: their number is that of the lanes in use.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from scheduler.delivery.letters import Work, claim_letters
from scheduler.delivery.outcomes import PAUSE_SECONDS, Ledger, Sent
from scheduler.domain.clock import Clock
from scheduler.domain.delivery import Letter, Messenger, Outcome, Unreachable
from scheduler.store import outbox
from scheduler.store.engine import Sessions
from scheduler.store.errors import StoreUnavailable
from scheduler.store.outbox import Claimed
from scheduler.store.seats import Seat

log = logging.getLogger(__name__)

LEASE: Final = timedelta(minutes=2)
# How often a process that waits for the sender's seat asks for it.
_SEAT_SECONDS: Final = 5.0
# How long letters on the wire are waited for when the loop is stopped.
_GRACE_SECONDS: Final = 10.0


class SendLoop:
    """The one sender of a database, or one of several: leases keep them apart."""

    def __init__(
        self,
        sessions: Sessions,
        messenger: Messenger,
        clock: Clock,
        *,
        instance: str,
        lanes: int = 1,
        batch: int = 60,
        on_outcome: Callable[[Outcome], None] | None = None,
    ) -> None:
        """Prepare; nothing is sent before ``run`` or ``drain``.

        Args:
            sessions: the store.
            messenger: the border to Telegram; it keeps Telegram's pace.
            clock: tells the present.
            instance: names this process in leases.
            lanes: how many letters may be on their way at one time, and so how many a kill
                can double.
            batch: how many letters are claimed at once. Small enough that all are sent
                within the lease, at the slowest pace.
            on_outcome: hears of each outcome, for figures.
        """
        self._sessions = sessions
        self._messenger = messenger
        self._clock = clock
        self._instance = instance
        self._lanes = lanes
        self._batch = batch
        self._on_outcome = on_outcome
        self._ledger = Ledger(sessions)
        self._seat = Seat(sessions)
        self._awake = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()

    def wake(self) -> None:
        """Look into the outbox again."""
        self._awake.set()

    async def run(self) -> None:
        """Send until cancelled, as soon as no other process of this database does.

        Letters that a dead process had claimed are sent at once. What is on the wire when
        the loop is stopped is waited for and written down.
        """
        try:
            while True:
                await self._sit_down()
                await self._patiently(self._take_over)
                while await self._seat.take():
                    self._awake.clear()
                    await self._patiently(self._drain_seated)
                    await self._awake.wait()
        finally:
            await self._seat.leave()

    async def drain(self) -> int:
        """Send all that is due by now, and return how many letters were tried."""
        async with self._one_at_a_time:
            return await self._drain(_nobody_asks)

    async def _drain_seated(self) -> None:
        async with self._one_at_a_time:
            await self._drain(self._seat.held)

    async def _drain(self, may_send: Callable[[], Awaitable[bool]]) -> int:
        tried = 0
        ready: deque[Work] = deque()
        under_way: set[asyncio.Task[None]] = set()
        try:
            # Without the seat, what is in hand belongs to whoever took it over.
            while await may_send():
                if not ready:
                    ready.extend(await self._claim())
                while ready and len(under_way) < self._lanes:
                    under_way.add(asyncio.create_task(self._send(*ready.popleft())))
                    tried += 1
                if not under_way:
                    return tried
                done, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                for each in done:
                    each.result()
        finally:
            await _finish(under_way)
        return tried

    async def _claim(self) -> list[Work]:
        return await claim_letters(
            self._sessions,
            now=self._clock.now(),
            lease=LEASE,
            limit=self._batch,
            instance=self._instance,
        )

    async def _send(self, claimed: Claimed, letter: Letter) -> None:
        outcome = await self._deliver(letter)
        await self._ledger.note(Sent(claimed, letter, outcome, self._clock.now()))
        if self._on_outcome is not None:
            self._on_outcome(outcome)

    async def _deliver(self, letter: Letter) -> Outcome:
        try:
            return await self._messenger.deliver(letter)
        except Exception as error:  # noqa: BLE001 - one letter's fault must not stop the others
            # It is tried again: a release that mends the fault finds the letter waiting. The
            # error's own words may be a parent's, so only its kind is told.
            log.error("a letter failed: %s", type(error).__name__)  # noqa: TRY400 - see above
            return Unreachable(f"fault-{type(error).__name__}")

    async def _sit_down(self) -> None:
        # Another process sends no event when it gets up: it may have been killed.
        while not await self._seat.take():  # noqa: ASYNC110 - see above
            await asyncio.sleep(_SEAT_SECONDS)

    async def _take_over(self) -> None:
        """Free what dead processes held, and note what they left lying too long."""
        await asyncio.sleep(self._seat.handover_seconds)
        async with self._sessions.begin() as tx:
            await outbox.release_leases(tx)
            await outbox.mark_overdue(tx, now=self._clock.now())

    async def _patiently(self, step: Callable[[], Awaitable[object]]) -> None:
        """Do one step; a database or a fault that stops it is logged, and it is tried again."""
        while True:
            try:
                await step()
            except StoreUnavailable as error:
                log.error("sending waits: %s", error)  # noqa: TRY400 - one line says it
            except Exception:
                log.exception("sending failed")
            else:
                return
            await asyncio.sleep(PAUSE_SECONDS)


async def _nobody_asks() -> bool:
    """Let everything be sent: the caller knows that nobody else sends."""
    return True


async def _finish(under_way: set[asyncio.Task[None]]) -> None:
    """Let what is on the wire arrive and be written down; cancel what takes too long."""
    if not under_way:
        return
    _, slow = await asyncio.wait(under_way, timeout=_GRACE_SECONDS)
    for task in slow:
        task.cancel()
    await asyncio.gather(*under_way, return_exceptions=True)
