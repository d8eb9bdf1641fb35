"""The children of a family: list, rename, remove."""

from dataclasses import dataclass
from datetime import datetime

from scheduler.actions.planning import clean_nickname
from scheduler.actions.results import AlreadyDone, Gone
from scheduler.domain.commands import RenameChild
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import ChatId, Child, ChildId, Preferences
from scheduler.store import chats, children, drafts, plan_dates
from scheduler.store.engine import Sessions, Transaction


@dataclass(frozen=True, slots=True)
class Renamed:
    """The child goes by ``child.nickname`` now; ``before`` is the old nickname."""

    child: Child
    before: str


@dataclass(frozen=True, slots=True)
class Removed:
    """The child is gone, and with it ``dates`` open plan dates, their reminders and changes."""

    child: Child
    dates: int


async def list_children(sessions: Sessions, *, chat_id: ChatId) -> tuple[Child, ...]:
    """Return the family's children by nickname."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
        return await children.list_children(tx, chat.family_id) if chat else ()


async def rename_child(
    sessions: Sessions,
    command: RenameChild,
    *,
    chat_id: ChatId,
    now: datetime,
    draft_id: int | None = None,
) -> Renamed | AlreadyDone | Gone:
    """Call a child by another nickname.

    Raises:
        Refusal: the nickname is empty, too long or taken by another child of the family.
    """
    del now
    nickname = clean_nickname(command.nickname)
    # It holds the chat, which a tick passes over meanwhile: hence a look afterwards.
    async with sessions.begin(wakes=True) as tx:
        chat = await chats.claim_chat(tx, chat_id)
        child = await _child(tx, command.child_id, chat)
        if chat is None or child is None:
            return Gone()
        twin = await children.find_named_child(tx, nickname, family_id=chat.family_id)
        if twin is not None and twin.id != child.id:
            raise Refusal(RefusalCode.NICKNAME_TAKEN)
        if not await drafts.close_draft(tx, chat_id, draft_id):
            return AlreadyDone()
        await children.update_nickname(tx, child.id, nickname)
    return Renamed(Child(child.id, nickname), child.nickname)


async def remove_child(sessions: Sessions, child_id: ChildId, *, chat_id: ChatId) -> Removed | Gone:
    """Erase a child with all its plan dates, reminders and changed days. There is no undo."""
    async with sessions.begin(wakes=True) as tx:
        chat = await chats.claim_chat(tx, chat_id)
        child = await _child(tx, child_id, chat)
        if chat is None or child is None:
            return Gone()
        dates = await plan_dates.count_open_dates(tx, family_id=chat.family_id, child_id=child.id)
        await children.delete_child(tx, child.id)
    return Removed(child, dates)


async def _child(tx: Transaction, child_id: ChildId, chat: Preferences | None) -> Child | None:
    if chat is None:
        return None
    return await children.find_child(tx, child_id, family_id=chat.family_id)
