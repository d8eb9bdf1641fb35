"""How reminder rows move on: ended, queued, postponed, sent, failed. See docs/state-machines.md."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, or_, update

from scheduler.domain.delivery import LateReason, ReminderState, Subject
from scheduler.domain.plans import ChatId, ChildId, PlanDateId, ReminderId
from scheduler.store.engine import Transaction
from scheduler.store.statements import IS_SCHEDULED, IS_TO_COME
from scheduler.store.tables import REMINDER


async def retire_of_dates(
    tx: Transaction,
    plan_date_ids: Collection[PlanDateId],
    *,
    state: ReminderState,
    reason: str,
    chat_id: ChatId | None = None,
    due_after: datetime | None = None,
    keep_snoozed: bool = False,
) -> int:
    """End the scheduled reminders of dates; returns how many.

    ``chat_id`` and ``due_after`` narrow it down; ``keep_snoozed`` spares what was asked for.
    """
    ended = update(REMINDER).where(IS_SCHEDULED, REMINDER.c.plan_date_id.in_(plan_date_ids))
    if chat_id is not None:
        ended = ended.where(REMINDER.c.chat_id == chat_id)
    if due_after is not None:
        ended = ended.where(REMINDER.c.due_at > due_after)
    if keep_snoozed:
        ended = ended.where(REMINDER.c.snoozed.is_(False))
    return (await tx.execute(ended.values(state=state, reason=reason))).rowcount


async def retire_until(
    tx: Transaction, plan_date_id: PlanDateId, *, chat_id: ChatId, until_at: datetime, reason: str
) -> None:
    """Let what is scheduled for a chat about a date until an instant give way to a snooze.

    The instant is inclusive. An earlier snooze gives way wherever it stands.
    """
    await tx.execute(
        update(REMINDER)
        .where(
            IS_SCHEDULED,
            REMINDER.c.plan_date_id == plan_date_id,
            REMINDER.c.chat_id == chat_id,
            or_(REMINDER.c.due_at <= until_at, REMINDER.c.snoozed.is_(True)),
        )
        .values(state=ReminderState.SUPERSEDED, reason=reason)
    )


async def retire_cards(
    tx: Transaction,
    *,
    state: ReminderState,
    reason: str,
    chat_id: ChatId | None = None,
    child_id: ChildId | None = None,
    days: Collection[date] | None = None,
) -> int:
    """End scheduled cards of a chat, or of a child on some days; returns how many."""
    ended = update(REMINDER).where(IS_SCHEDULED, REMINDER.c.subject == Subject.CARD)
    if chat_id is not None:
        ended = ended.where(REMINDER.c.chat_id == chat_id)
    if child_id is not None:
        ended = ended.where(REMINDER.c.child_id == child_id)
    if days is not None:
        ended = ended.where(REMINDER.c.school_day.in_(days))
    return (await tx.execute(ended.values(state=state, reason=reason))).rowcount


async def mark_queued(
    tx: Transaction, letters: Sequence[tuple[ReminderId, int, LateReason | None]]
) -> None:
    """Put reminders into their letters; the reason tells why one is late already."""
    await _each(
        tx,
        [
            {"its_id": each, "state": ReminderState.QUEUED, "letter": letter, "late": late}
            for each, letter, late in letters
        ],
        outbox_id=bindparam("letter"),
        late_reason=bindparam("late", type_=REMINDER.c.late_reason.type),
    )


async def mark_ended(
    tx: Transaction, ended: Sequence[tuple[ReminderId, ReminderState, str]], *, now: datetime
) -> None:
    """Give reminders a last state, with its reason. What fails here failed on a blocked chat."""
    rows: list[dict[str, Any]] = [
        {
            "its_id": each,
            "state": state,
            "why": reason,
            "failed": now if state is ReminderState.FAILED else None,
            "late": LateReason.CHAT_BLOCKED if state is ReminderState.FAILED else None,
        }
        for each, state, reason in ended
    ]
    await _each(
        tx,
        rows,
        reason=bindparam("why"),
        failed_at=bindparam("failed", type_=REMINDER.c.failed_at.type),
        late_reason=bindparam("late", type_=REMINDER.c.late_reason.type),
    )


async def mark_told(
    tx: Transaction, told: Sequence[tuple[ReminderId, datetime, LateReason | None]]
) -> None:
    """Note that reminders were sent; one that was late before keeps its first reason."""
    if told:
        late = func.coalesce(
            REMINDER.c.late_reason, bindparam("late", type_=REMINDER.c.late_reason.type)
        )
        await tx.execute(
            update(REMINDER)
            .where(REMINDER.c.id == bindparam("its_id"))
            .where(REMINDER.c.state == ReminderState.QUEUED)
            .values(
                state=ReminderState.SENT,
                sent_at=bindparam("at", type_=REMINDER.c.sent_at.type),
                late_reason=late,
            ),
            [{"its_id": each, "at": at, "late": reason} for each, at, reason in told],
        )


async def mark_letters_failed(
    tx: Transaction, failed: Sequence[tuple[int, str, LateReason | None]], *, now: datetime
) -> None:
    """Note that the reminders of these letters will not be sent, and why."""
    if failed:
        await tx.execute(
            update(REMINDER)
            .where(REMINDER.c.outbox_id == bindparam("letter"))
            .where(REMINDER.c.state == ReminderState.QUEUED)
            .values(
                state=ReminderState.FAILED,
                failed_at=now,
                reason=bindparam("why"),
                late_reason=bindparam("late", type_=REMINDER.c.late_reason.type),
            ),
            [{"letter": letter, "why": why, "late": late} for letter, why, late in failed],
        )


async def _each(tx: Transaction, rows: list[dict[str, Any]], **extra: BindParameter[Any]) -> None:
    if rows:
        new_state = bindparam("state", type_=REMINDER.c.state.type)
        await tx.execute(
            update(REMINDER)
            .where(REMINDER.c.id == bindparam("its_id"), IS_TO_COME)
            .values(state=new_state, **extra),
            rows,
        )
