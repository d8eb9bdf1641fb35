"""Cards for every school night: planned one ahead, for the chats that want them."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from scheduler.domain.delivery import Subject
from scheduler.domain.plans import CardsWanted, Preferences
from scheduler.domain.school_days import next_night
from scheduler.store import children, reminders
from scheduler.store.engine import Transaction
from scheduler.store.reminders import NewReminder


async def insert_nightly_cards(
    tx: Transaction, chats: Collection[Preferences], *, now: datetime
) -> None:
    """Plan the next card of each child, for those of the chats that want one every night.

    One that stands already is left as it is.
    """
    wanting = [chat for chat in chats if _wants_every_night(chat)]
    known = await children.list_children_of(tx, {chat.family_id for chat in wanting})
    cards: list[NewReminder] = []
    for chat in wanting:
        night = next_night(chat=chat, now=now)
        if night is not None:
            day, due_at = night
            blank = NewReminder(chat.chat_id, Subject.CARD, due_at, school_day=day)
            cards += (replace(blank, child_id=child.id) for child in known.get(chat.family_id, []))
    await reminders.insert_reminders(tx, cards)


def _wants_every_night(chat: Preferences) -> bool:
    wants = chat.cards is CardsWanted.EVERY_SCHOOL_NIGHT
    return wants and chat.active and chat.zone is not None
