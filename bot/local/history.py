"""The messages of every chat, as Bot API Message objects. Nothing here sends or checks."""

from collections import deque
from collections.abc import Iterator

from bot.local.json_object import JsonObject


class History:
    """Messages by chat and message id; the oldest are dropped beyond a limit."""

    def __init__(self, limit: int | None = None) -> None:
        """Keep the last ``limit`` messages over all chats; None keeps them all."""
        self._chats: dict[int, dict[int, JsonObject]] = {}
        self._order: deque[tuple[int, int]] = deque()
        self._limit = limit
        self._last_id = 0

    def next_id(self) -> int:
        """A message id that was never given before; one row of numbers for all chats."""
        self._last_id += 1
        return self._last_id

    def add(self, message: JsonObject) -> None:
        """Keep a new message."""
        chat_id, message_id = message["chat"]["id"], message["message_id"]
        self._chats.setdefault(chat_id, {})[message_id] = message
        if self._limit is not None:
            self._order.append((chat_id, message_id))
            self._drop_oldest(self._limit)

    def replace(self, message: JsonObject) -> None:
        """Put a changed message in its old one's place."""
        self._chats[message["chat"]["id"]][message["message_id"]] = message

    def find(self, chat_id: int, message_id: int) -> JsonObject | None:
        """The message, or None when there is none of that id in that chat."""
        return self._chats.get(chat_id, {}).get(message_id)

    def remove(self, chat_id: int, message_id: int) -> bool:
        """Forget a message; whether there was one."""
        return self._chats.get(chat_id, {}).pop(message_id, None) is not None

    def of_chat(self, chat_id: int) -> list[JsonObject]:
        """The messages of a chat, oldest first."""
        return list(self._chats.get(chat_id, {}).values())

    def __iter__(self) -> Iterator[JsonObject]:
        for messages in self._chats.values():
            yield from messages.values()

    def _drop_oldest(self, limit: int) -> None:
        while len(self._order) > limit:
            chat_id, message_id = self._order.popleft()
            messages = self._chats[chat_id]
            messages.pop(message_id, None)
            if not messages:
                del self._chats[chat_id]
