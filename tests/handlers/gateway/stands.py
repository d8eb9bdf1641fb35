"""What stands in for the neighbours of the gateway: time, the store and the sender."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from handlers.turn import Reply
from scheduler.actions import Arrival, Visit
from scheduler.domain.plans import ChatId, FamilyId, Preferences

THURSDAY = datetime(2026, 9, 10, 14, tzinfo=UTC)


def preferences(chat_id: int, language: str = "en") -> Preferences:
    """A chat that has said nothing of how it wants to be told."""
    return Preferences(ChatId(chat_id), FamilyId(1), language)


class Naps:
    """Sleeps no time at all, and remembers for how many seconds it was asked to."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Give others a chance, as sleeping does."""
        self.seconds.append(seconds)
        await asyncio.sleep(0)


class StillClock:
    """Shows one moment until it is moved."""

    def __init__(self, moment: datetime = THURSDAY) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment."""
        return self.moment


@dataclass
class Notebook:
    """Notes updates in memory, or fails as a database does.

    ``down`` is how many notes in a row fail; ``poison`` holds updates that always do.
    """

    down: int = 0
    poison: set[int] = field(default_factory=set)
    noted: list[int] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)

    async def visit(self, arrival: Arrival) -> Visit:
        """Note an update."""
        await asyncio.sleep(0)
        if self.down or arrival.update_id in self.poison:
            self.down = max(0, self.down - 1)
            raise ConnectionError("no database for Sam")
        fresh = arrival.update_id not in self.noted
        self.noted.append(arrival.update_id)
        return Visit(
            preferences(arrival.chat_id),
            None,
            fresh=fresh,
            newcomer=False,
            returned=False,
            missed=0,
        )

    async def done(self, update_id: int) -> None:
        """Mark an update answered."""
        self.finished.append(update_id)


@dataclass
class Mouth:
    """Takes answers; those to a chat in ``held`` wait for its event."""

    said: list[tuple[int, tuple[Reply, ...], str | None]] = field(default_factory=list)
    busy: list[int] = field(default_factory=list)
    held: dict[int, asyncio.Event] = field(default_factory=dict)

    async def answer(
        self,
        chat: Preferences,
        replies: Sequence[Reply],
        *,
        query_id: str | None = None,
        message_id: int | None = None,
        question_id: int | None = None,
    ) -> None:
        """Take an answer."""
        del message_id, question_id
        if held := self.held.get(chat.chat_id):
            await held.wait()
        self.said.append((chat.chat_id, tuple(replies), query_id))

    async def show_busy(self, chat_id: int) -> None:
        """Show that the bot is at it."""
        self.busy.append(chat_id)


class ScriptedBot:
    """Hands out what ``script`` holds, one entry a poll, and then nothing any more."""

    def __init__(self, *script: list[dict[str, Any]] | Exception) -> None:
        self.script = list(script)
        self.offsets: list[int] = []
        self.over = asyncio.Event()

    async def _post(self, _method: str, asked: dict[str, Any], **_: object) -> object:
        self.offsets.append(asked["offset"])
        if not self.script:
            self.over.set()
            await asyncio.Event().wait()
        answer = self.script.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def text_update(update_id: int, text: str = "hi", *, chat_id: int = 7) -> dict[str, Any]:
    """An update with a text in a private chat."""
    person = {"id": chat_id, "is_bot": False, "first_name": "Maya", "language_code": "en"}
    chat = {"id": chat_id, "type": "private", "first_name": "Maya"}
    message = {"message_id": update_id, "date": 0, "chat": chat, "from": person, "text": text}
    return {"update_id": update_id, "message": message}


def press_update(update_id: int, data: str, *, chat_id: int = 7) -> dict[str, Any]:
    """An update with a pressed button in a private chat."""
    message = text_update(update_id, chat_id=chat_id)["message"]
    query = {"id": f"q{update_id}", "from": message["from"], "chat_instance": "1", "data": data}
    return {"update_id": update_id, "callback_query": {**query, "message": message}}
