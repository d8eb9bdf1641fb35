"""The one clock that reads the machine."""

from datetime import UTC

from bot.clock import SystemClock


def test_now_when_asked_then_is_aware_and_in_utc() -> None:
    """The present is an aware UTC datetime."""
    assert SystemClock().now().tzinfo is UTC


def test_now_when_asked_twice_then_does_not_go_back() -> None:
    """Later is not earlier."""
    clock = SystemClock()
    first = clock.now()
    assert clock.now() >= first
