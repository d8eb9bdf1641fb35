"""Stepping of the clock through what is due."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from bot.local import LocalClock, LocalTelegram
from bot.local.telegram import STUCK_STEP

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class _Reminders:
    """A bot that sends each due instant when it is told to settle."""

    def __init__(self, telegram: LocalTelegram, due: Iterable[datetime]) -> None:
        self.waiting = sorted(due)
        self.sent: list[datetime] = []
        self._clock = telegram.clock
        telegram.next_due, telegram.settle = self.next_due, self.settle

    async def next_due(self) -> datetime | None:
        return self.waiting[0] if self.waiting else None

    async def settle(self) -> None:
        while self.waiting and self.waiting[0] <= self._clock.now():
            self.waiting.pop(0)
            self.sent.append(self._clock.now())


async def test_step_to_then_everything_due_is_sent_at_its_own_instant(
    telegram: LocalTelegram,
) -> None:
    """A move of a day stops at each due instant on the way."""
    due = [NOON + HOUR, NOON + 2 * HOUR, NOON + 30 * HOUR]
    bot = _Reminders(telegram, due)

    steps = await telegram.step_to(NOON + 24 * HOUR)

    assert (steps, bot.sent, telegram.clock.now()) == (2, due[:2], NOON + 24 * HOUR)


async def test_step_to_next_then_stops_at_the_next_due_instant(telegram: LocalTelegram) -> None:
    """One step goes to the next due instant and no further."""
    bot = _Reminders(telegram, [NOON + HOUR, NOON + 2 * HOUR])

    steps = await telegram.step_to_next()

    assert (steps, bot.sent, telegram.clock.now()) == (1, [NOON + HOUR], NOON + HOUR)


async def test_step_to_next_when_nothing_is_due_then_stays(telegram: LocalTelegram) -> None:
    """With nothing due the clock does not move."""
    _Reminders(telegram, [])

    assert (await telegram.step_to_next(), telegram.clock.now()) == (0, NOON)


async def test_step_to_when_the_real_time_runs_then_still_ends_at_the_target() -> None:
    """On a running clock nothing due is stepped through twice."""
    seconds = iter(range(10_000))
    telegram = LocalTelegram(LocalClock(lambda: NOON + timedelta(milliseconds=next(seconds))))
    bot = _Reminders(telegram, [NOON + HOUR, NOON + 2 * HOUR])

    steps = await telegram.step_to(NOON + 3 * HOUR)

    assert (steps, len(bot.sent)) == (2, 2)


async def test_step_to_when_something_due_never_gets_out_then_says_so(
    telegram: LocalTelegram,
) -> None:
    """What stays due for ever is a fault, not an endless loop."""

    async def next_due() -> datetime:
        return NOON - HOUR

    telegram.next_due = next_due

    with pytest.raises(RuntimeError, match="never settles"):
        await telegram.step_to(NOON + 1000 * STUCK_STEP)
