"""Whether answers help: counts by topic and day, and one vote a chat and topic."""

from datetime import datetime

from scheduler.domain.plans import ChatId
from scheduler.store import votes
from scheduler.store.engine import Sessions


async def vote(
    sessions: Sessions, *, chat_id: ChatId, topic: str, helpful: bool, now: datetime
) -> bool:
    """Keep what a chat thinks of an answer; a second vote replaces the first.

    Returns False when the chat had voted the same before.
    """
    async with sessions.begin() as tx:
        return await votes.cast_vote(tx, chat_id, topic, helpful=helpful, day=now.date())
