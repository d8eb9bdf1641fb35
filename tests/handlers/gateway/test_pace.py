"""Telegram's pace, kept on a clock that moves only when somebody sleeps."""

import asyncio
import heapq
from collections.abc import Coroutine
from typing import Any

import pytest

from handlers.gateway import pace as module
from handlers.gateway.pace import LONGEST_BULK_WAIT_SECONDS, Pace

GROUP = -100


class SleepyClock:
    """Seconds that pass only once everybody sleeps, and then straight to the next waking."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._number = 0

    def seconds(self) -> float:
        """The present."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Sleep until the clock is moved there."""
        waking = asyncio.get_running_loop().create_future()
        self._number += 1
        heapq.heappush(self._sleepers, (self.now + seconds, self._number, waking))
        await waking

    async def until_done(self, *work: Coroutine[Any, Any, Any]) -> None:
        """Do everything, moving from waking to waking."""
        tasks = [asyncio.ensure_future(each) for each in work]
        while not all(task.done() for task in tasks):
            for _ in range(5):
                await asyncio.sleep(0)
            if self._sleepers:
                self.now, _, waking = heapq.heappop(self._sleepers)
                if not waking.done():
                    waking.set_result(None)
        await asyncio.gather(*tasks)


@pytest.fixture
def clock() -> SleepyClock:
    """A clock that stands still while anybody is awake."""
    return SleepyClock()


@pytest.fixture
def pace(clock: SleepyClock) -> Pace:
    """Telegram's own limits, on that clock."""
    return Pace(seconds=clock.seconds, sleep=clock.sleep)


class Sends:
    """Sends through a pace and writes down when."""

    def __init__(self, pace: Pace, clock: SleepyClock) -> None:
        self.pace, self.clock = pace, clock
        self.log: list[tuple[str, float]] = []

    async def answer(self, chat_id: int, name: str = "answer") -> None:
        """Send an answer."""
        await self.pace.answer(chat_id)
        self.log.append((name, self.clock.now - 1000.0))

    async def bulk(self, chat_id: int, name: str = "bulk") -> None:
        """Send what nobody waits for."""
        await self.pace.bulk(chat_id)
        self.log.append((name, self.clock.now - 1000.0))

    @property
    def names(self) -> list[str]:
        """What went out, in order."""
        return [name for name, _ in self.log]

    @property
    def instants(self) -> list[float]:
        """When, in seconds from the start, in order."""
        return [at for _, at in self.log]


@pytest.fixture
def sends(pace: Pace, clock: SleepyClock) -> Sends:
    """A sender at that pace."""
    return Sends(pace, clock)


def most_within(instants: list[float], seconds: float) -> int:
    """The most sends in any span of ``seconds``, its end excluded."""
    return max(sum(at <= other < at + seconds - 1e-6 for other in instants) for at in instants)


async def test_answer_when_many_wait_then_thirty_a_second(sends: Sends, clock: SleepyClock) -> None:
    """No second sees more than thirty messages."""
    await clock.until_done(*(sends.answer(number) for number in range(1, 91)))
    assert (most_within(sends.instants, 1.0), max(sends.instants) < 3.0) == (30, True)


async def test_answer_when_to_one_person_then_may_follow_at_once(
    sends: Sends, clock: SleepyClock
) -> None:
    """A short burst to one person is allowed: two answers to one message, say."""
    await clock.until_done(sends.answer(1), sends.answer(1))
    assert max(sends.instants) < 0.1


async def test_bulk_when_to_one_chat_then_one_a_second(sends: Sends, clock: SleepyClock) -> None:
    """Unasked messages to one chat are a second apart, even when they ask at one time."""
    await clock.until_done(*(sends.bulk(1) for _ in range(4)))
    assert [round(at, 3) for at in sends.instants] == [0, 1, 2, 3]


async def test_bulk_when_one_chat_has_much_then_others_do_not_wait_for_it(
    sends: Sends, clock: SleepyClock
) -> None:
    """A chat that has to wait its second holds up nobody else."""
    await clock.until_done(
        sends.bulk(1), sends.bulk(1, "second"), *(sends.bulk(number) for number in range(2, 12))
    )
    assert sends.names[-1] == "second"


async def test_bulk_when_the_chat_was_just_answered_then_waits_a_second(
    sends: Sends, clock: SleepyClock
) -> None:
    """A reminder does not fall on top of an answer."""
    await clock.until_done(sends.answer(1), sends.bulk(1))
    assert [round(at, 3) for at in sends.instants] == [0, 1]


@pytest.mark.parametrize("kind", ["answer", "bulk"])
async def test_group_when_much_is_said_then_twenty_a_minute(
    sends: Sends, clock: SleepyClock, kind: str
) -> None:
    """No minute sees more than twenty messages to one group."""
    await clock.until_done(*(getattr(sends, kind)(GROUP) for _ in range(45)))
    assert (most_within(sends.instants, 60.0), max(sends.instants) < 122) == (20, True)


async def test_group_when_it_has_to_wait_then_others_do_not(
    sends: Sends, clock: SleepyClock
) -> None:
    """A talkative group holds up nobody else."""
    await clock.until_done(*(sends.answer(GROUP, "group") for _ in range(21)), sends.answer(1))
    assert sends.names[-2:] == ["answer", "group"]


async def test_bulk_when_answers_wait_then_they_go_first(sends: Sends, clock: SleepyClock) -> None:
    """Whoever looks at a screen goes before reminders."""
    answers = [sends.answer(number) for number in range(10, 40)]
    await clock.until_done(sends.answer(1), sends.bulk(2), *answers)
    assert sends.names == ["answer"] * 31 + ["bulk"]


async def test_bulk_when_answers_never_end_then_goes_after_a_while(
    sends: Sends, clock: SleepyClock
) -> None:
    """A reminder waits a few seconds behind answers, never for good."""

    async def asks(number: int) -> None:
        # Forty people a second, more than can be answered.
        await clock.sleep(number / 40)
        await sends.answer(number + 10)

    async def is_due() -> None:
        await clock.sleep(1)
        await sends.bulk(2)

    await clock.until_done(*(asks(number) for number in range(800)), is_due())
    ((_, at),) = [entry for entry in sends.log if entry[0] == "bulk"]
    assert 1 + LONGEST_BULK_WAIT_SECONDS <= at < 1 + LONGEST_BULK_WAIT_SECONDS + 3


async def test_pace_when_there_are_no_limits_then_nobody_waits(clock: SleepyClock) -> None:
    """Zero means no limit: the benchmarks and a server of one's own."""
    sends = Sends(Pace(overall=0, a_chat=0, a_group=0, seconds=clock.seconds), clock)
    await clock.until_done(*(sends.bulk(1) for _ in range(5)), sends.answer(GROUP))
    assert max(sends.instants) == 0


async def test_pace_when_a_waiting_answer_is_cancelled_then_bulk_goes_on(
    sends: Sends, clock: SleepyClock
) -> None:
    """A stopped answer leaves no trace that would hold up reminders."""
    await clock.until_done(sends.answer(1))
    waiting = asyncio.create_task(sends.answer(2))
    await asyncio.sleep(0)
    waiting.cancel()
    await clock.until_done(sends.bulk(3))
    assert sends.names == ["answer", "bulk"]


async def test_pace_when_many_chats_were_written_to_then_memory_is_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Chats and groups written to longest ago are forgotten first."""
    monkeypatch.setattr(module, "_REMEMBERED_CHATS", 10)
    monkeypatch.setattr(module, "_REMEMBERED_GROUPS", 10)
    pace = Pace(overall=0)
    for number in range(1, 31):
        await pace.answer(number)
        await pace.answer(-number)
    assert (len(pace._chat_free_at), len(pace._group_minutes)) == (10, 10)
