"""The shape of a clock. The only ones that tick are ``bot/clock.py`` and the local Telegram's."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the present; injected wherever something outlives one call."""

    def now(self) -> datetime:
        """Return the present as an aware UTC datetime."""
        ...
