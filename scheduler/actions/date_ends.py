"""What ends a plan date or delays its message: done, delete, snooze, and their undoing."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from scheduler.actions.planning import plan_date_anew, today_of
from scheduler.actions.results import AlreadyDone, Gone
from scheduler.domain.commands import MarkDone, SnoozePlanDate
from scheduler.domain.delivery import ReminderState, Subject
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
from scheduler.store.reminders import SNOOZED_STAGE, NewReminder


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
    """Undo ``mark_done``."""
    async with sessions.begin(wakes=True) as tx:
        found = await _found(tx, plan_date_id, chat_id)
        if found is None or found[1].state is DateState.DELETED:
            return Gone()
        return Reopened(await _open_again(tx, found[1], now=now))


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
    """Undo ``delete_plan_date``; ``Gone`` once upkeep has removed the row."""
    async with sessions.begin(wakes=True) as tx:
        found = await _found(tx, plan_date_id, chat_id)
        if found is None:
            return Gone()
        return Restored(await _open_again(tx, found[1], now=now))


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
        until_at = snooze_instant(command.until_on, chat=chat, now=now)
        await reminder_marks.retire_of_dates(
            tx,
            [plan_date.id],
            state=ReminderState.SUPERSEDED,
            reason="snoozed",
            chat_id=chat_id,
            due_before=until_at + timedelta(seconds=1),
        )
        await reminders.insert_reminders(
            tx,
            [
                NewReminder(
                    chat_id,
                    Subject.PLAN_DATE,
                    until_at,
                    plan_date_id=plan_date.id,
                    stage=SNOOZED_STAGE,
                    snoozed=True,
                )
            ],
        )
    return Snoozed(plan_date, until_at)


async def _found(
    tx: Transaction, plan_date_id: PlanDateId, chat_id: ChatId
) -> tuple[Preferences, PlanDate] | None:
    """Return the chat and a date of its own family; None for anybody else's."""
    chat = await chats.find_chat(tx, chat_id)
    if chat is None:
        return None
    found = await plan_dates.find_plan_date(tx, plan_date_id, family_id=chat.family_id)
    return None if found is None else (chat, found)


async def _end(tx: Transaction, ended: PlanDate, *, reason: str, now: datetime) -> None:
    await plan_dates.update_plan_date(tx, ended, now=now)
    await reminder_marks.retire_of_dates(
        tx, [ended.id], state=ReminderState.CANCELLED, reason=reason
    )


async def _open_again(tx: Transaction, plan_date: PlanDate, *, now: datetime) -> PlanDate:
    opened = replace(plan_date, state=DateState.OPEN, completed_on=None)
    await plan_dates.update_plan_date(tx, opened, now=now)
    await plan_date_anew(tx, opened, now=now)
    return opened
