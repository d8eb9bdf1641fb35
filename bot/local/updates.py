"""Updates waiting for the bot: numbering, confirmation by offset, one long poll at a time."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from itertools import islice

from bot.local.errors import conflict
from bot.local.json_object import JsonObject

# What a bot gets when it asks for nothing in particular.
# Source: Bot API, getUpdates, allowed_updates.
OPT_IN_KINDS = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class UpdateQueue:
    """Updates in order until the bot confirms them."""

    def __init__(self) -> None:
        self._pending: deque[JsonObject] = deque()
        self._last_id = 0
        self._allowed: frozenset[str] = frozenset()
        self._poll: asyncio.Future[None] | None = None
        self._listeners: list[Callable[[], None]] = []

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def allowed(self) -> list[str]:
        """Kinds that the bot asked for; empty means the usual ones."""
        return sorted(self._allowed)

    def allow(self, kinds: Iterable[str]) -> None:
        """Keep only these kinds from now on; none given means the usual ones."""
        self._allowed = frozenset(kinds)

    def put(self, kind: str, content: JsonObject) -> int | None:
        """Queue an update; its id, or None when the bot does not want the kind."""
        if (kind not in self._allowed) if self._allowed else (kind in OPT_IN_KINDS):
            return None
        self._last_id += 1
        self._pending.append({"update_id": self._last_id, kind: content})
        self.wake()
        return self._last_id

    def repeat(self, update: JsonObject) -> None:
        """Queue an update again under its own id, as Telegram may after a lost answer."""
        self._pending.append(update)
        self.wake()

    def wake(self) -> None:
        """Let a waiting poll and the webhook look again."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        for listener in self._listeners:
            listener()

    def on_put(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` whenever an update was queued."""
        self._listeners.append(listener)

    def clear(self) -> None:
        """Forget all that waits."""
        self._pending.clear()

    def confirm(self, offset: int) -> None:
        """Forget updates below ``offset``; a negative one keeps only that many of the last."""
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        while offset > 0 and self._pending and self._pending[0]["update_id"] < offset:
            self._pending.popleft()

    def first(self, limit: int) -> list[JsonObject]:
        """The oldest waiting updates, at most ``limit``; they stay until confirmed."""
        return list(islice(self._pending, limit))

    async def poll(self, *, offset: int, limit: int, within: float) -> list[JsonObject]:
        """Confirm, then answer what waits, at the latest after ``within`` real seconds.

        Raises:
            ApiError: 409, in the call that waited, when another poll begins.
        """
        self.end_poll(
            "terminated by other getUpdates request; make sure that only one bot instance "
            "is running"
        )
        self.confirm(offset)
        if not self._pending and within > 0:
            await self._wait(within)
        return self.first(limit)

    def end_poll(self, why: str) -> None:
        """Refuse the poll that waits now, if there is one, with a 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(why))

    async def _wait(self, within: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(within):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
