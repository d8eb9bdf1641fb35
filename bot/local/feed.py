"""What happens, told to whoever listens: the chat page, tests, a benchmark."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field

from bot.local.json_object import JsonObject


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; ``chat_id`` is None where it concerns everybody."""

    kind: str
    chat_id: int | None
    content: JsonObject


Listener = Callable[[Event], None]


@dataclass(eq=False, slots=True)
class Subscription:
    """Events since the subscription began, in order."""

    events: asyncio.Queue[Event] = field(default_factory=asyncio.Queue)

    async def __aiter__(self) -> AsyncIterator[Event]:
        while True:
            yield await self.events.get()


class Feed:
    """Hands each event to every listener at once; keeps none itself."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with every event from now on; returns what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextlib.contextmanager
    def subscribe(self) -> Iterator[Subscription]:
        """A subscription that is filled while the block runs."""
        subscription = Subscription()
        end = self.listen(subscription.events.put_nowait)
        try:
            yield subscription
        finally:
            end()

    def tell(self, kind: str, chat_id: int | None, content: JsonObject) -> None:
        """Hand an event to everybody who listens now."""
        if self._listeners:
            event = Event(kind, chat_id, content)
            for listener in tuple(self._listeners):
                listener(event)

    async def wait_for(self, wanted: Callable[[Event], bool], *, within: float) -> Event:
        """The next event that is wanted.

        Raises:
            TimeoutError: none came within ``within`` seconds of real time.
        """
        with self.subscribe() as subscription:
            async with asyncio.timeout(within):
                async for event in subscription:
                    if wanted(event):
                        return event
        raise AssertionError("a subscription never ends by itself")
