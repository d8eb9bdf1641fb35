"""Housekeeping: forgets what is over, writes counts, plans the cards of every school night."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from scheduler.domain.delivery import Subject
from scheduler.domain.instants import days_later, local_day
from scheduler.domain.plans import ChatId, Preferences
from scheduler.domain.school_days import card_instant, is_school_day
from scheduler.store import (
    arrivals,
    chats,
    children,
    drafts,
    outbox,
    plan_dates,
    reminders,
    school_changes,
    votes,
)
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.reminders import NewReminder
from scheduler.store.tallies import Tally

# Telegram keeps an update for a day at most (Bot API, getUpdates).
ARRIVALS_KEPT: Final = timedelta(days=2)
UNDO_FOR: Final = timedelta(days=7)
DRAFTS_KEPT: Final = timedelta(days=7)
# /status looks two weeks back; "what you missed" three months.
LETTERS_KEPT: Final = timedelta(days=30)
REMINDERS_KEPT: Final = timedelta(days=400)
CHANGES_KEPT: Final = timedelta(days=30)
_PAGE: Final = 500


async def upkeep(sessions: Sessions, tally: Tally, *, now: datetime) -> None:
    """Do all of it once; each part in a transaction of its own."""
    await write_counts(sessions, tally)
    async with sessions.begin() as tx:
        await arrivals.delete_arrivals(tx, before=now - ARRIVALS_KEPT)
        await drafts.delete_drafts(tx, before=now - DRAFTS_KEPT)
        await plan_dates.delete_deleted_dates(tx, before=now - UNDO_FOR)
        await outbox.delete_old_letters(tx, before=now - LETTERS_KEPT)
        await reminders.delete_old_reminders(tx, before=now - REMINDERS_KEPT)
        await school_changes.delete_past_changes(tx, before=(now - CHANGES_KEPT).date())
    await plan_every_night_cards(sessions, now=now)


async def write_counts(sessions: Sessions, tally: Tally) -> None:
    """Write what was counted in memory; counts that cannot be written are kept for later."""
    counts = tally.take()
    if not counts:
        return
    try:
        async with sessions.begin() as tx:
            await votes.add_shown(tx, counts)
    except BaseException:
        tally.give_back(counts)
        raise


async def plan_every_night_cards(sessions: Sessions, *, now: datetime) -> None:
    """Plan tomorrow's card for every child of the chats that want one each school night."""
    after = ChatId(-(2**62))
    while True:
        async with sessions.begin(wakes=True) as tx:
            page = await chats.list_every_night_chats(tx, after=after, limit=_PAGE)
            await _plan_page(tx, page, now=now)
        if len(page) < _PAGE:
            return
        after = page[-1].chat_id


async def _plan_page(tx: Transaction, page: tuple[Preferences, ...], *, now: datetime) -> None:
    known = await children.list_children_of(tx, {chat.family_id for chat in page})
    cards: list[NewReminder] = []
    for chat in page:
        day = days_later(local_day(now, ZoneInfo(chat.zone or "UTC")), 1)
        due_at = card_instant(day, chat=chat, now=now) if is_school_day(day) else None
        if due_at is not None and due_at > now:
            blank = NewReminder(chat.chat_id, Subject.CARD, due_at, school_day=day)
            cards += (replace(blank, child_id=child.id) for child in known.get(chat.family_id, []))
    await reminders.insert_reminders(tx, cards)
