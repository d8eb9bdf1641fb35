"""Housekeeping: forgets what is over, writes counts, plans the cards of every school night."""

from datetime import datetime, timedelta
from typing import Final

from scheduler.domain.feedback import QUESTION_KEPT_DAYS
from scheduler.domain.plans import ChatId
from scheduler.store import (
    arrivals,
    chats,
    drafts,
    outbox,
    plan_dates,
    questions,
    reminders,
    school_changes,
    votes,
)
from scheduler.store.engine import Sessions
from scheduler.store.nightly import insert_nightly_cards
from scheduler.store.tallies import Tally

# Telegram keeps an update for a day at most (Bot API, getUpdates).
ARRIVALS_KEPT: Final = timedelta(days=2)
UNDO_FOR: Final = timedelta(days=7)
DRAFTS_KEPT: Final = timedelta(days=7)
# /status looks two weeks back; "what you missed" three months.
LETTERS_KEPT: Final = timedelta(days=30)
REMINDERS_KEPT: Final = timedelta(days=400)
CHANGES_KEPT: Final = timedelta(days=30)
QUESTIONS_KEPT: Final = timedelta(days=QUESTION_KEPT_DAYS)
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
        await questions.delete_questions(tx, before=(now - QUESTIONS_KEPT).date())
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
    """Plan the next card for every child of the chats that want one each school night."""
    after = ChatId(-(2**62))
    while True:
        async with sessions.begin(wakes=True) as tx:
            page = await chats.list_every_night_chats(tx, after=after, limit=_PAGE)
            await insert_nightly_cards(tx, page, now=now)
        if len(page) < _PAGE:
            return
        after = page[-1].chat_id
