"""Telegram's limits on how fast a bot may send, off unless asked for."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from time import monotonic

from bot.local.errors import too_many_requests


@dataclass(frozen=True, slots=True)
class RateLimits:
    """Messages allowed: overall a second, in one chat a second, in one group a minute.

    None lifts that limit.
    """

    overall_per_second: int | None = None
    chat_per_second: int | None = None
    group_per_minute: int | None = None


# Source: Bots FAQ, "My bot is hitting limits, how do I avoid this?"
TELEGRAM_LIMITS = RateLimits(overall_per_second=30, chat_per_second=1, group_per_minute=20)


@dataclass(slots=True)
class RateKeeper:
    """Counts sent messages in sliding windows of real time."""

    limits: RateLimits = field(default_factory=RateLimits)
    seconds: Callable[[], float] = monotonic
    _sent: dict[tuple[str, int], deque[float]] = field(default_factory=dict)

    def check(self, chat_id: int) -> None:
        """Count one message to a chat.

        Raises:
            ApiError: 429 with the seconds to wait; the message is not counted.
        """
        windows = self._windows(chat_id)
        if not windows:
            return
        now = self.seconds()
        for key, allowed, span in windows:
            self._check_window(key, now=now, allowed=allowed, span=span)
        for key, _, _ in windows:
            self._sent[key].append(now)

    def _windows(self, chat_id: int) -> list[tuple[tuple[str, int], int, float]]:
        limits = self.limits
        of_group = limits.group_per_minute if chat_id < 0 else None
        of_chat = limits.chat_per_second if chat_id > 0 else None
        wanted = (
            (("overall", 0), limits.overall_per_second, 1.0),
            (("chat", chat_id), of_chat, 1.0),
            (("group", chat_id), of_group, 60.0),
        )
        return [(key, allowed, span) for key, allowed, span in wanted if allowed is not None]

    def _check_window(self, key: tuple[str, int], *, now: float, allowed: int, span: float) -> None:
        sent = self._sent.setdefault(key, deque())
        while sent and sent[0] <= now - span:
            sent.popleft()
        if len(sent) >= allowed:
            raise too_many_requests(max(1, ceil(sent[0] + span - now)))
