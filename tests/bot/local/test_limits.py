"""Telegram's pace, where it is asked for."""

from bot.local.errors import ApiError
from bot.local.limits import TELEGRAM_LIMITS, RateKeeper, RateLimits


class _Watch:
    """Seconds that the test lets pass."""

    def __init__(self) -> None:
        self.shown = 100.0

    def __call__(self) -> float:
        return self.shown


def _refusal(keeper: RateKeeper, chat_id: int) -> str | None:
    try:
        keeper.check(chat_id)
    except ApiError as refused:
        return refused.description
    return None


def test_check_when_one_chat_twice_a_second_then_429() -> None:
    """A chat takes one message a second."""
    watch = _Watch()
    keeper = RateKeeper(TELEGRAM_LIMITS, watch)
    first, second = _refusal(keeper, 1), _refusal(keeper, 1)
    watch.shown += 1

    assert (first, second, _refusal(keeper, 1)) == (
        None,
        "Too Many Requests: retry after 1",
        None,
    )


def test_check_when_a_group_gets_twenty_in_a_minute_then_429_until_it_is_over() -> None:
    """A group takes 20 messages a minute, and the refusal says when the next may come."""
    watch = _Watch()
    keeper = RateKeeper(RateLimits(group_per_minute=20), watch)
    for _ in range(20):
        keeper.check(-5)
        watch.shown += 1

    assert _refusal(keeper, -5) == "Too Many Requests: retry after 40"


def test_check_when_thirty_one_chats_in_a_second_then_429() -> None:
    """All chats together take 30 messages a second."""
    keeper = RateKeeper(TELEGRAM_LIMITS, _Watch())

    refusals = [_refusal(keeper, chat_id) for chat_id in range(1, 32)]

    assert refusals == [None] * 30 + ["Too Many Requests: retry after 1"]
