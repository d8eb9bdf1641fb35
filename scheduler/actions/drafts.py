"""Half-filled conversations: kept as rows, so that a restart loses nothing."""

from datetime import datetime

from scheduler.domain.plans import ChatId, Draft
from scheduler.store import drafts
from scheduler.store.engine import Sessions


async def keep_draft(  # noqa: PLR0913 - a draft's own fields, each by keyword
    sessions: Sessions,
    *,
    chat_id: ChatId,
    draft_id: int | None,
    flow: str,
    version: int,
    step: str,
    data: dict[str, str],
    now: datetime,
) -> Draft:
    """Keep where a conversation stands; a chat has at most one.

    ``draft_id`` None begins a new conversation, with a new id, in place of any other.
    An id that is no longer there (finished by a double tap) begins a new one too.
    """
    values = {
        "flow": flow,
        "version": version,
        "step": step,
        "data": data,
        "touched_at": now,
    }
    async with sessions.begin() as tx:
        moved = None
        if draft_id is not None:
            moved = await drafts.move_draft(tx, chat_id, draft_id=draft_id, values=values)
        return moved or await drafts.begin_draft(tx, chat_id, values)


async def drop_draft(sessions: Sessions, *, chat_id: ChatId) -> bool:
    """Forget the chat's conversation; False when there was none."""
    async with sessions.begin() as tx:
        return await drafts.drop_draft(tx, chat_id)
