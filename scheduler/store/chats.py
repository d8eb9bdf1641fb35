"""Chats: who they are and how they want to be told."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update

from scheduler.domain.plans import CardsWanted, ChatId, Draft, FamilyId, Preferences
from scheduler.store.engine import Transaction
from scheduler.store.rows import (
    CHAT_COLUMNS,
    DRAFT_COLUMNS,
    chat_values,
    draft_from,
    preferences_from,
)
from scheduler.store.statements import upsert
from scheduler.store.tables import CHAT, CHILD, DRAFT, FAMILY

_CHAT_WIDTH = len(CHAT_COLUMNS)


async def find_chat(tx: Transaction, chat_id: ChatId) -> Preferences | None:
    """Return a chat, or None when it never wrote or was forgotten."""
    row = (await tx.execute(select(*CHAT_COLUMNS).where(CHAT.c.chat_id == chat_id))).first()
    return None if row is None else preferences_from(row)


async def claim_chat(tx: Transaction, chat_id: ChatId) -> Preferences | None:
    """Return a chat, held with its family until the end of the transaction; None if unknown.

    Whoever changes something of a family begins here, so that two changes at once, and a tick
    beside them, see each other's work. SQLite has one writer at a time and needs no lock.
    """
    held = (
        select(*CHAT_COLUMNS)
        .select_from(CHAT.join(FAMILY, FAMILY.c.id == CHAT.c.family_id))
        .where(CHAT.c.chat_id == chat_id)
        .with_for_update(key_share=True, of=[FAMILY, CHAT])
    )
    row = (await tx.execute(held)).first()
    return None if row is None else preferences_from(row)


async def list_chats_with_drafts(
    tx: Transaction, chat_ids: Collection[ChatId]
) -> dict[ChatId, tuple[Preferences, Draft | None]]:
    """Return those of the chats that are known, each with its half-filled conversation."""
    found = await tx.execute(
        select(*CHAT_COLUMNS, *DRAFT_COLUMNS)
        .select_from(CHAT.outerjoin(DRAFT, DRAFT.c.chat_id == CHAT.c.chat_id))
        .where(CHAT.c.chat_id.in_(chat_ids))
    )
    return {row[0]: _with_draft(row) for row in found}


async def list_chats(tx: Transaction, chat_ids: Collection[ChatId]) -> tuple[Preferences, ...]:
    """Return those of the chats that are known."""
    return await _chats_where(tx, CHAT.c.chat_id.in_(chat_ids))


async def list_family_chats(
    tx: Transaction, family_ids: Collection[FamilyId]
) -> tuple[Preferences, ...]:
    """Return every chat of the families, also those that block the bot at present."""
    return await _chats_where(tx, CHAT.c.family_id.in_(family_ids))


async def list_every_night_chats(
    tx: Transaction, *, after: ChatId, limit: int
) -> tuple[Preferences, ...]:
    """Return a page of the chats that want a card every school night, by chat id."""
    found = await tx.execute(
        select(*CHAT_COLUMNS)
        .where(
            CHAT.c.chat_id > after,
            CHAT.c.cards == CardsWanted.EVERY_SCHOOL_NIGHT,
            CHAT.c.zone.is_not(None),
            CHAT.c.active.is_(True),
        )
        .order_by(CHAT.c.chat_id)
        .limit(limit)
    )
    return tuple(preferences_from(row) for row in found)


async def insert_chats(
    tx: Transaction, languages: Mapping[ChatId, str], *, now: datetime
) -> frozenset[ChatId]:
    """Make each chat known, with a family of its own; return those that were new.

    A chat that another process made known in the meantime is left as it is.
    """
    families = await _insert_families(tx, len(languages), now=now)
    values = [
        _new_chat(chat_id, family_id, language, now=now)
        for (chat_id, language), family_id in zip(languages.items(), families, strict=True)
    ]
    made = await tx.execute(
        upsert(tx, CHAT)
        .on_conflict_do_nothing(index_elements=[CHAT.c.chat_id])
        .returning(CHAT.c.chat_id, CHAT.c.family_id),
        values,
    )
    used = {row.family_id: row.chat_id for row in made}
    unused = [family_id for family_id in families if family_id not in used]
    if unused:
        await tx.execute(delete(FAMILY).where(FAMILY.c.id.in_(unused)))
    return frozenset(used.values())


async def update_chat(tx: Transaction, chat: Preferences) -> None:
    """Write what a parent changed about a chat."""
    await tx.execute(update(CHAT).where(CHAT.c.chat_id == chat.chat_id).values(**chat_values(chat)))


async def mark_active(tx: Transaction, chat_ids: Collection[ChatId]) -> None:
    """Note that the chats take messages again."""
    await tx.execute(
        update(CHAT).where(CHAT.c.chat_id.in_(chat_ids)).values(active=True, blocked_at=None)
    )


async def mark_blocked(tx: Transaction, chat_ids: Collection[ChatId], *, now: datetime) -> None:
    """Note that Telegram refuses the chats since ``now``; one refused before keeps its instant."""
    await tx.execute(
        update(CHAT)
        .where(CHAT.c.chat_id.in_(chat_ids), CHAT.c.active.is_(True))
        .values(active=False, blocked_at=now)
    )


async def move_chat(tx: Transaction, old: ChatId, new: ChatId) -> bool:
    """Give a chat another id, in every table (the keys follow by themselves).

    Telegram may have shown the new id before it told of the move: such a chat gives way
    when nothing was kept for it. False when something was: the two cannot be joined. False,
    too, when there is nothing to move: forgotten, moved before, or no other id.
    """
    if old == new or await find_chat(tx, old) is None:
        return False
    there = await find_chat(tx, new)
    if there is not None:
        if await _keeps_something(tx, there):
            return False
        await delete_chat(tx, there)
    await tx.execute(update(CHAT).where(CHAT.c.chat_id == old).values(chat_id=new))
    return True


async def delete_chat(tx: Transaction, chat: Preferences) -> None:
    """Erase a chat with all that hangs on it, and its family when it was the last."""
    await tx.execute(delete(CHAT).where(CHAT.c.chat_id == chat.chat_id))
    if await count_family_chats(tx, chat.family_id) == 0:
        await tx.execute(delete(FAMILY).where(FAMILY.c.id == chat.family_id))


async def count_family_chats(tx: Transaction, family_id: FamilyId) -> int:
    """Return how many chats share a family."""
    counted = select(func.count()).select_from(CHAT).where(CHAT.c.family_id == family_id)
    return int((await tx.execute(counted)).scalar_one())


async def _chats_where(tx: Transaction, condition: ColumnElement[bool]) -> tuple[Preferences, ...]:
    found = await tx.execute(select(*CHAT_COLUMNS).where(condition).order_by(CHAT.c.chat_id))
    return tuple(preferences_from(row) for row in found)


async def _insert_families(tx: Transaction, count: int, *, now: datetime) -> Sequence[FamilyId]:
    made = await tx.execute(
        insert(FAMILY).returning(FAMILY.c.id), [{"created_at": now} for _ in range(count)]
    )
    families: Sequence[FamilyId] = made.scalars().all()
    return families


async def _keeps_something(tx: Transaction, chat: Preferences) -> bool:
    found = select(CHILD.c.id).where(CHILD.c.family_id == chat.family_id).limit(1)
    return (await tx.execute(found)).first() is not None


def _with_draft(row: Sequence[Any]) -> tuple[Preferences, Draft | None]:
    draft = row[_CHAT_WIDTH:]
    return preferences_from(row[:_CHAT_WIDTH]), None if draft[0] is None else draft_from(draft)


def _new_chat(
    chat_id: ChatId, family_id: FamilyId, language: str, *, now: datetime
) -> dict[str, Any]:
    chat = Preferences(chat_id, family_id, language)
    return {
        "chat_id": chat_id,
        "family_id": family_id,
        **chat_values(chat),
        "active": True,
        "created_at": now,
    }
