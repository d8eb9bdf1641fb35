"""The last topic of each chat, so that "and in high school?" can be understood.

Kept in memory and bounded; never written down, gone with the process.
"""

from collections import OrderedDict

from faq.entry import TopicId
from scheduler.domain.plans import ChatId

_KEPT_CHATS = 20_000


class Recall:
    """Remembers one topic a chat; the chats silent for longest are forgotten first."""

    __slots__ = ("_limit", "_topics")

    def __init__(self, limit: int = _KEPT_CHATS) -> None:
        self._limit = limit
        self._topics: OrderedDict[ChatId, TopicId] = OrderedDict()

    def last_topic(self, chat_id: ChatId) -> TopicId | None:
        """The topic that was last answered in this chat, if it is still remembered."""
        return self._topics.get(chat_id)

    def remember(self, chat_id: ChatId, topic: TopicId) -> None:
        """Keep ``topic`` as the last one of this chat."""
        self._topics[chat_id] = topic
        self._topics.move_to_end(chat_id)
        if len(self._topics) > self._limit:
            self._topics.popitem(last=False)

    def forget(self, chat_id: ChatId) -> None:
        """Keep nothing of this chat."""
        self._topics.pop(chat_id, None)
