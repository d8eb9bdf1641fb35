"""What the bot called, with what, when and with what outcome. Read by tests and people."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.local.json_object import JsonObject


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method.

    ``at`` is by the local clock. ``result`` holds what was answered, or would have been had
    the answer not been withheld; ``error`` the description of a refusal; ``fault`` the kind of
    a scripted fault that befell the call.
    """

    at: datetime
    method: str
    params: JsonObject
    result: Any = None
    error: str | None = None
    error_code: int | None = None
    fault: str | None = None

    @property
    def ok(self) -> bool:
        """Whether the method did what it was asked to do."""
        return self.error is None


class Transcript:
    """The calls in order; the oldest are dropped beyond a limit."""

    def __init__(self, limit: int | None = None) -> None:
        """Keep the last ``limit`` calls; None keeps all, 0 keeps none."""
        self.limit = limit
        self._calls: deque[Call] = deque(maxlen=limit)

    def add(self, call: Call) -> None:
        """Keep a call."""
        self._calls.append(call)

    def clear(self) -> None:
        """Forget all calls."""
        self._calls.clear()

    def of(self, method: str) -> list[Call]:
        """The calls of one method, oldest first; case does not matter."""
        return [call for call in self._calls if call.method.lower() == method.lower()]

    def __iter__(self) -> Iterator[Call]:
        return iter(self._calls)

    def __len__(self) -> int:
        return len(self._calls)
