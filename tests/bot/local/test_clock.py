"""The clock that can be moved."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.local import LocalClock

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


class _System:
    """Real time, moved by the test."""

    def __init__(self) -> None:
        self.shown = NOON

    def __call__(self) -> datetime:
        return self.shown

    def pass_by(self, seconds: float) -> None:
        self.shown += timedelta(seconds=seconds)


def test_now_when_running_then_keeps_the_pace_of_real_time() -> None:
    """A running clock goes on from where it was set."""
    system = _System()
    start = datetime(2027, 3, 14, 9, tzinfo=UTC)
    clock = LocalClock(system, start=start)

    system.pass_by(5)

    assert clock.now() == start + timedelta(seconds=5)


def test_now_when_frozen_then_stands_still_until_it_runs() -> None:
    """A frozen clock loses the time that passes; it runs on from where it stood."""
    system = _System()
    clock = LocalClock(system, frozen=True)
    system.pass_by(60)
    stood = clock.now()
    clock.run()
    system.pass_by(1)

    assert (stood, clock.now()) == (NOON, NOON + timedelta(seconds=1))


def test_move_to_when_frozen_then_stands_at_the_new_instant() -> None:
    """A move does not make a frozen clock run."""
    system = _System()
    clock = LocalClock(system, frozen=True)

    clock.advance(timedelta(days=1))
    system.pass_by(5)

    assert (clock.now(), clock.frozen) == (NOON + timedelta(days=1), True)


def test_on_jump_then_hears_every_move_until_it_ends() -> None:
    """A listener is told the new instant after each jump."""
    clock = LocalClock(_System())
    heard: list[datetime] = []
    end = clock.on_jump(heard.append)

    clock.advance(timedelta(hours=1))
    end()
    clock.advance(timedelta(hours=1))

    assert heard == [NOON + timedelta(hours=1)]


def test_move_to_when_naive_then_refuses() -> None:
    """An instant without a zone is no instant."""
    clock = LocalClock(_System())

    with pytest.raises(ValueError, match="timezone-aware"):
        clock.move_to(datetime(2026, 10, 1, 12))  # noqa: DTZ001 - naive on purpose
