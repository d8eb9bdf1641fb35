"""How many questions a chat sent today, so that nobody floods the people who read them.

Kept in memory and bounded, never written down: a table of who sent how many on which day
would lead from a question to its sender. So a restart forgets it, and each process counts for
itself; both only let a few questions more pass.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date

from scheduler.domain.plans import ChatId

MOST_A_DAY = 3
_KEPT_CHATS = 20_000


@dataclass(slots=True)
class _Sent:
    """What a chat sent on one day: marks of the questions, not their words."""

    on: date
    marks: set[str] = field(default_factory=set)


class SentToday:
    """Marks of what each chat sent today; yesterday's are dropped as others send."""

    __slots__ = ("_limit", "_sent")

    def __init__(self, limit: int = _KEPT_CHATS) -> None:
        self._limit = limit
        self._sent: OrderedDict[ChatId, _Sent] = OrderedDict()

    def may_send(self, chat_id: ChatId, on: date) -> bool:
        """Whether a chat may send one more question on this UTC day."""
        return len(self._marks(chat_id, on)) < MOST_A_DAY

    def has_sent(self, chat_id: ChatId, mark: str, on: date) -> bool:
        """Whether a chat sent this very question today: a double tap sends once."""
        return mark in self._marks(chat_id, on)

    def note(self, chat_id: ChatId, mark: str, on: date) -> None:
        """Note that a chat sent a question; ``mark`` tells it from others."""
        self._sent[chat_id] = _Sent(on, {*self._marks(chat_id, on), mark})
        self._sent.move_to_end(chat_id)
        while len(self._sent) > self._limit or next(iter(self._sent.values())).on < on:
            self._sent.popitem(last=False)

    def forget(self, chat_id: ChatId) -> None:
        """Keep nothing of this chat."""
        self._sent.pop(chat_id, None)

    def _marks(self, chat_id: ChatId, on: date) -> set[str]:
        sent = self._sent.get(chat_id)
        return sent.marks if sent is not None and sent.on == on else set()
