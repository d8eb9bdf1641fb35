"""The local Telegram in one object: persons act on it, tests read it, the HTTP app serves it."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.local.acts import Acts
from bot.local.clock import LocalClock
from bot.local.faults import Fault, FaultKind
from bot.local.feed import Event
from bot.local.json_object import JsonObject
from bot.local.people import Person
from bot.local.state import Options

NextDue = Callable[[], Awaitable[datetime | None]]
Settle = Callable[[], Awaitable[None]]
STUCK_STEP = timedelta(seconds=1)
STUCK_STEPS = 120


class LocalTelegram(Acts):
    """Everything together, and the stepping of the clock through what is due."""

    def __init__(
        self,
        clock: LocalClock,
        options: Options | None = None,
        *,
        next_due: NextDue | None = None,
        settle: Settle | None = None,
    ) -> None:
        """Start with nobody there.

        Args:
            clock: dates every message.
            options: how to behave.
            next_due: when the bot above has something to send next, aware; None when it has
                nothing.
            settle: waits until the bot above has sent everything that is due.
        """
        super().__init__(clock, options)
        self.next_due = next_due
        self.settle = settle
        self.live_hint: str | None = None
        clock.on_jump(lambda _: self.feed.tell("clock", None, {}))

    def messages(self, chat: Person | int) -> list[JsonObject]:
        """The messages of a chat, oldest first."""
        return self.history.of_chat(chat if isinstance(chat, int) else chat.id)

    def from_bot(self, chat: Person | int) -> list[JsonObject]:
        """The bot's own messages in a chat, oldest first."""
        own = self.bot["id"]
        return [m for m in self.messages(chat) if m.get("from", {}).get("id") == own]

    def fails(self, kind: FaultKind | str, method: str = "*", **details: object) -> Fault:
        """Let a fault wait for calls; ``details`` are fields of `Fault`."""
        fault = Fault(FaultKind(kind), method, **details)  # type: ignore[arg-type]
        self.faults.add(fault)
        return fault

    async def hears(self, chat: Person | int, *, after: int = 0, within: float = 5.0) -> JsonObject:
        """The bot's first message in a chat with an id above ``after``, waited for.

        Raises:
            TimeoutError: none came within ``within`` seconds of real time.
        """
        chat_id = chat if isinstance(chat, int) else chat.id
        for message in self.from_bot(chat_id):
            if message["message_id"] > after:
                return message
        event = await self.feed.wait_for(
            lambda event: self._is_bots(event, chat_id, after), within=within
        )
        return event.content

    def _is_bots(self, event: Event, chat_id: int, after: int) -> bool:
        return (
            (event.kind, event.chat_id) == ("message", chat_id)
            and event.content.get("from", {}).get("id") == self.bot["id"]
            and event.content["message_id"] > after
        )

    async def answered(self, query_id: str, *, within: float = 5.0) -> JsonObject:
        """What the bot answered to a press or an inline query, waited for.

        Raises:
            TimeoutError: nothing came within ``within`` seconds of real time.
        """
        query = self.queries.find(query_id)
        if query is not None and query.answer is not None:
            return query.answer
        event = await self.feed.wait_for(
            lambda event: event.content.get("query_id") == query_id, within=within
        )
        return event.content

    async def step_to(self, target: datetime) -> int:
        """Move the clock to ``target`` through every due instant before it.

        Returns:
            How many due instants were stepped through.
        """
        steps = 0
        await self._settle()
        while (due := await self._due_by(target)) is not None:
            self.clock.move_to(due)
            await self._settle()
            steps += 1
        if target > self.clock.now():
            self.clock.move_to(target)
        await self._settle()
        return steps

    async def step_to_next(self) -> int:
        """Move the clock to the next due instant; 0 when nothing is due, else 1."""
        await self._settle()
        due = await self.next_due() if self.next_due else None
        if due is None:
            return 0
        self.clock.move_to(max(due, self.clock.now()))
        await self._settle()
        return 1

    async def _due_by(self, target: datetime) -> datetime | None:
        """The next due instant up to ``target``, never before the present."""
        due = await self.next_due() if self.next_due else None
        nudges = 0
        while due is not None and due <= self.clock.now() < target:
            # Something due did not get out, a blocked chat say; time goes on around it.
            nudges += 1
            if nudges > STUCK_STEPS:
                raise RuntimeError(f"what was due at {due} never settles")
            self.clock.advance(STUCK_STEP)
            await self._settle()
            due = await self.next_due() if self.next_due else None
        return due if due is not None and self.clock.now() < due <= target else None

    async def _settle(self) -> None:
        if self.settle is not None:
            await self.settle()
