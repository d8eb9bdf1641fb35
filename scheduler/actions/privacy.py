"""What is held about a chat: count it, hand it out, erase it."""

from dataclasses import dataclass
from typing import Any

from scheduler.domain.plans import ChatId
from scheduler.store import chats
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.whole_family import all_rows_of, count_rows_of


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many rows of each kind are held for a chat and its family.

    ``shared``: another chat belongs to the same family, so that forgetting this chat
    leaves the children, dates and changes with the other.
    """

    children: int
    dates: int
    changes: int
    reminders: int
    messages: int
    drafts: int
    votes: int
    shared: bool


async def holdings_of(sessions: Sessions, *, chat_id: ChatId) -> Holdings:
    """Count what is held."""
    async with sessions.read() as tx:
        return await _holdings(tx, chat_id)


async def forget_chat(sessions: Sessions, *, chat_id: ChatId) -> Holdings:
    """Erase every row of the chat, and of its family when it is the family's last chat.

    Returns what was held. A chat not known was holding nothing.
    """
    async with sessions.begin(wakes=True) as tx:
        chat = await chats.claim_chat(tx, chat_id)
        held = await _holdings(tx, chat_id)
        if chat is not None:
            await chats.delete_chat(tx, chat)
    return held


async def export_of(sessions: Sessions, *, chat_id: ChatId) -> dict[str, Any]:
    """Return everything held, ready for JSON: dates as ISO text, instants in UTC with offset."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
        if chat is None:
            return {}
        return await all_rows_of(tx, chat)


async def _holdings(tx: Transaction, chat_id: ChatId) -> Holdings:
    chat = await chats.find_chat(tx, chat_id)
    if chat is None:
        return Holdings(0, 0, 0, 0, 0, 0, 0, shared=False)
    counts = await count_rows_of(tx, chat)
    shared = await chats.count_family_chats(tx, chat.family_id) > 1
    return Holdings(
        children=counts["child"],
        dates=counts["plan_date"],
        changes=counts["school_change"],
        reminders=counts["reminder"],
        messages=counts["outbox"],
        drafts=counts["draft"],
        votes=counts["vote"],
        shared=shared,
    )
