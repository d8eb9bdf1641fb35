"""Families that no action makes yet."""

from sqlalchemy import delete, select, update

from scheduler.domain.plans import ChatId
from scheduler.store.engine import Sessions
from scheduler.store.tables import CHAT, FAMILY
from tests.conftest import make_chat


async def join_family(
    sessions: Sessions, number: int, *, of: ChatId, zone: str = "America/New_York"
) -> ChatId:
    """Make a second chat known in the family of another."""
    chat_id = await make_chat(sessions, number, zone)
    async with sessions.begin() as tx:
        families = {
            row.chat_id: row.family_id
            for row in await tx.execute(select(CHAT.c.chat_id, CHAT.c.family_id))
        }
        joined = update(CHAT).where(CHAT.c.chat_id == chat_id)
        await tx.execute(joined.values(family_id=families[of]))
        await tx.execute(delete(FAMILY).where(FAMILY.c.id == families[chat_id]))
    return chat_id
