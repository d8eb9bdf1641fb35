"""Failures on purpose: which call meets which fault. `bot_api` makes them felt."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from bot.local.errors import ApiError, too_many_requests

_PHRASES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class FaultKind(StrEnum):
    """What befalls a call."""

    TOO_MANY_REQUESTS = "too_many_requests"  # 429 with retry_after
    SERVER_ERROR = "server_error"  # 5xx
    REFUSAL = "refusal"  # any other code, such as 403 or 409
    SILENCE = "silence"  # no answer ever
    DELAY = "delay"  # the right answer, late
    DROP = "drop"  # the connection breaks


@dataclass(slots=True)
class Fault:
    """A fault that waits for calls.

    Args:
        kind: what befalls the call.
        method: the method's name in any case, or "*".
        times: how many calls it befalls; None means every one until taken away.
        probability: how likely it befalls a call that matches, 0 to 1.
        chat_id: only calls for this chat, where given.
        retry_after: whole seconds a 429 names.
        code: the HTTP status of a server error or a refusal.
        description: the words of a refusal; the status's own where empty.
        seconds: how late a delayed answer is.
        delivered: whether the method does its work before the fault is felt: a message sent
            although the bot never hears of it. Without effect on refusals.
    """

    kind: FaultKind
    method: str = "*"
    times: int | None = 1
    probability: float = 1.0
    chat_id: int | None = None
    retry_after: int = 1
    code: int = 500
    description: str = ""
    seconds: float = 1.0
    delivered: bool = False

    def refusal(self) -> ApiError | None:
        """The error to answer, or None for faults that are no answer."""
        if self.kind is FaultKind.TOO_MANY_REQUESTS:
            return too_many_requests(self.retry_after)
        if self.kind in {FaultKind.SERVER_ERROR, FaultKind.REFUSAL}:
            return ApiError(self.code, self.description or _PHRASES.get(self.code, "Error"))
        return None

    def _matches(self, method: str, chat_id: int) -> bool:
        return self.method.lower() in {"*", method} and self.chat_id in {None, chat_id}


@dataclass(slots=True)
class Faults:
    """The faults that wait, in the order in which they were asked for."""

    random: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - tests, not secrets
    _waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Let a fault wait for matching calls."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Take all faults away."""
        self._waiting.clear()

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._waiting)

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def meet(self, method: str, chat_id: int) -> Fault | None:
        """The fault that befalls a call now, counted; None when the call goes well."""
        for fault in self._waiting:
            if not fault._matches(method, chat_id):  # noqa: SLF001 - same module
                continue
            if fault.probability < 1 and self.random.random() >= fault.probability:
                continue
            self._count(fault)
            return fault
        return None

    def _count(self, fault: Fault) -> None:
        if fault.times is None:
            return
        fault.times -= 1
        if fault.times <= 0:
            self._waiting.remove(fault)
