"""What ends a plan date or delays its message: done, delete, snooze, and their undoing."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from scheduler.actions.planning import plan_date_anew, today_of
from scheduler.actions.results import AlreadyDone, Gone
from scheduler.domain.commands import MarkDone, SnoozePlanDate
from scheduler.domain.delivery import ReminderState
from scheduler.domain.kinds import next_after
from scheduler.domain.plans import (
    ChatId,
    DateKind,
    DateState,
    PlanDate,
    PlanDateId,
    Preferences,
)
from scheduler.domain.reminders import snooze_instant
from scheduler.store import chats, drafts, plan_dates, reminder_marks, reminders
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.reminders import snoozed_reminder

_SNOOZED: Final = "snoozed"


@dataclass(frozen=True, slots=True)
class MarkedDone:
    """Nothing more of this date is told; ``next`` is the date that follows by rule, if any."""

    plan_date: PlanDate
    next: tuple[DateKind, date] | None


@dataclass(frozen=True, slots=True)
class Reopened:
    """The date is open again, with the reminders it still has ahead."""

    plan_date: PlanDate


@dataclass(frozen=True, slots=True)
class Deleted:
    """The date is off the list; ``restore_plan_date`` brings it back for a while."""

    plan_date: PlanDate


@dataclass(frozen=True, slots=True)
class Restored:
    """The date is back, with the reminders it still has ahead."""

    plan_date: PlanDate


@dataclass(frozen=True, slots=True)
class Snoozed:
    """This chat hears of the date again at ``until_at`` (aware UTC); the date stays."""

    plan_date: PlanDate
    until_at: datetime


async def mark_done(
    sessions: Sessions,
    command: MarkDone,
    *,
    chat_id: ChatId,
    now: datetime,
    draft_id: int | None = None,
) -> MarkedDone | AlreadyDone | Gone:
    """Close a date for the whole family: what remains of it is not told.

    Without ``held_on`` the day is today in the chat's zone, or the date itself if earlier.
    """
    async with sessions.begin(wakes=True) as tx:
        found = await _found(tx, command.plan_date_id, chat_id)
        if found is None:
            return Gone()
        chat, plan_date = found
        closed = await drafts.close_draft(tx, chat_id, draft_id)
        if not closed or plan_date.state is not DateState.OPEN:
            return AlreadyDone() if plan_date.state is not DateState.DELETED else Gone()
        held_on = command.held_on or min(today_of(chat, now), plan_date.due_on)
        done = replace(plan_date, state=DateState.DONE, completed_on=held_on)
        await _end(tx, done, reason="done", now=now)
    return MarkedDone(done, next_after(done, held_on))


async def reopen_plan_date(
    sessions: Sessions, plan_date_id: PlanDateId, *, chat_id: ChatId, now: datetime
) -> Reopened | Gone:
    """Undo ``mark_done``; a date that is open stays as it is."""
    async with sessions.begin(wakes=True) as tx:
        found = await _found(tx, plan_date_id, chat_id)
        if found is None or found[1].state is DateState.DELETED:
            return Gone()
        plan_date = found[1]
        if plan_date.state is DateState.DONE:
            plan_date = await _open_again(tx, plan_date, now=now)
    return Reopened(plan_date)


async def delete_plan_date(
    sessions: Sessions, plan_date_id: PlanDateId, *, chat_id: ChatId, now: datetime
) -> Deleted | Gone:
    """Take a date off the list; the row stays for Undo until upkeep removes it."""
    async with sessions.begin(wakes=True) as tx:
        found = await _found(tx, plan_date_id, chat_id)
        if found is None or found[1].state is DateState.DELETED:
            return Gone()
        deleted = replace(found[1], state=DateState.DELETED)
        await _end(tx, deleted, reason="deleted", now=now)
    return Deleted(deleted)


async def restore_plan_date(
    sessions: Sessions, plan_date_id: PlanDateId, *, chat_id: ChatId, now: datetime
) -> Restored | Gone:
    """Undo ``delete_plan_date``; ``Gone`` once upkeep has removed the row.

    A date that was done before it was deleted is done again; one that is not deleted (an old
    button) stays as it is.
    """
    async with sessions.begin(wakes=True) as tx:
        found = await _found(tx, plan_date_id, chat_id)
        if found is None:
            return Gone()
        plan_date = found[1]
        if plan_date.state is DateState.DELETED:
            plan_date = await _bring_back(tx, plan_date, now=now)
    return Restored(plan_date)


async def snooze_plan_date(
    sessions: Sessions,
    command: SnoozePlanDate,
    *,
    chat_id: ChatId,
    now: datetime,
    draft_id: int | None = None,
) -> Snoozed | AlreadyDone | Gone:
    """Let this chat hear of a date later; what was due before then is folded into it."""
    async with sessions.begin(wakes=True) as tx:
        found = await _found(tx, command.plan_date_id, chat_id)
        if found is None or found[1].state is DateState.DELETED:
            return Gone()
        chat, plan_date = found
        closed = await drafts.close_draft(tx, chat_id, draft_id)
        if not closed or plan_date.state is DateState.DONE:
            return AlreadyDone()
        until_at = snooze_instant(command.until_on, plan_date=plan_date, chat=chat, now=now)
        await _put_off(tx, plan_date.id, chat_id, until_at, now=now)
    return Snoozed(plan_date, until_at)


async def _found(
    tx: Transaction, plan_date_id: PlanDateId, chat_id: ChatId
) -> tuple[Preferences, PlanDate] | None:
    """Return the chat, held with its family, and a date of its own; None for another's."""
    chat = await chats.claim_chat(tx, chat_id)
    if chat is None:
        return None
    found = await plan_dates.find_plan_date(tx, plan_date_id, family_id=chat.family_id)
    return None if found is None else (chat, found)


async def _end(tx: Transaction, ended: PlanDate, *, reason: str, now: datetime) -> None:
    await plan_dates.update_plan_date(tx, ended, now=now)
    await reminder_marks.retire_of_dates(
        tx, [ended.id], state=ReminderState.CANCELLED, reason=reason
    )


async def _put_off(
    tx: Transaction,
    plan_date_id: PlanDateId,
    chat_id: ChatId,
    until_at: datetime,
    *,
    now: datetime,
) -> None:
    """Plan a snoozed reminder in the place of what would come before it, or waits unsent."""
    await reminder_marks.retire_until(
        tx, plan_date_id, chat_id=chat_id, until_at=until_at, reason=_SNOOZED
    )
    waiting = await reminders.list_waiting(tx, [plan_date_id], now=now)
    ended = [
        (each.id, ReminderState.SUPERSEDED, _SNOOZED) for each in waiting if each.chat_id == chat_id
    ]
    await reminder_marks.mark_ended(tx, ended, now=now)
    await reminders.insert_reminders(tx, [snoozed_reminder(chat_id, plan_date_id, until_at)])


async def _bring_back(tx: Transaction, plan_date: PlanDate, *, now: datetime) -> PlanDate:
    if plan_date.completed_on is None:
        return await _open_again(tx, plan_date, now=now)
    done = replace(plan_date, state=DateState.DONE)
    await plan_dates.update_plan_date(tx, done, now=now)
    return done


async def _open_again(tx: Transaction, plan_date: PlanDate, *, now: datetime) -> PlanDate:
    opened = replace(plan_date, state=DateState.OPEN, completed_on=None)
    await plan_dates.update_plan_date(tx, opened, now=now)
    await plan_date_anew(tx, opened, now=now)
    return opened
