"""What chats were told, and what they wait for: read to plan anew and to look back."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import and_, func, or_, select

from scheduler.domain.delivery import ReminderState, Subject
from scheduler.domain.plans import ChatId, ChildId, PlanDateId
from scheduler.store.engine import Transaction
from scheduler.store.reminders import RECORD_COLUMNS, ReminderRecord, records_of
from scheduler.store.statements import IS_SCHEDULED
from scheduler.store.tables import OUTBOX, REMINDER

About = tuple[PlanDateId | None, str, ChildId | None, date | None]
"""What a reminder is about: a stage of a plan date, or a child's school day."""


async def list_late(
    tx: Transaction, chat_id: ChatId, *, since: datetime, limit: int
) -> tuple[ReminderRecord, ...]:
    """Return what came late to this chat, or not at all, since an instant; latest first."""
    found = await tx.execute(
        select(*RECORD_COLUMNS)
        .where(
            REMINDER.c.chat_id == chat_id,
            REMINDER.c.late_reason.is_not(None),
            REMINDER.c.due_at >= since,
        )
        .order_by(REMINDER.c.due_at.desc(), REMINDER.c.id.desc())
        .limit(limit)
    )
    return records_of(found)


async def list_told_days(tx: Transaction, child_id: ChildId) -> frozenset[tuple[ChatId, date]]:
    """Return for which school days of a child which chats have a card sent or on its way."""
    found = await tx.execute(
        select(REMINDER.c.chat_id, REMINDER.c.school_day).where(
            REMINDER.c.child_id == child_id,
            REMINDER.c.subject == Subject.CARD,
            REMINDER.c.state.in_([ReminderState.QUEUED, ReminderState.SENT]),
        )
    )
    return frozenset((row[0], row[1]) for row in found)


async def heard_stages(
    tx: Transaction, plan_date_ids: Collection[PlanDateId]
) -> dict[tuple[ChatId, PlanDateId], dict[str, datetime]]:
    """Return the stages of each date that each chat was told, with the instant of the last time.

    A stage that is on its way right now counts, at the instant when it fell due.
    """
    heard_at = func.max(func.coalesce(REMINDER.c.sent_at, REMINDER.c.due_at))
    found = await tx.execute(
        select(REMINDER.c.chat_id, REMINDER.c.plan_date_id, REMINDER.c.stage, heard_at)
        .outerjoin_from(REMINDER, OUTBOX, OUTBOX.c.id == REMINDER.c.outbox_id)
        .where(
            REMINDER.c.plan_date_id.in_(plan_date_ids),
            or_(
                REMINDER.c.state == ReminderState.SENT,
                and_(REMINDER.c.state == ReminderState.QUEUED, OUTBOX.c.leased_by.is_not(None)),
            ),
        )
        .group_by(REMINDER.c.chat_id, REMINDER.c.plan_date_id, REMINDER.c.stage)
    )
    heard: dict[tuple[ChatId, PlanDateId], dict[str, datetime]] = {}
    for chat_id, plan_date_id, stage, at in found:
        heard.setdefault((chat_id, plan_date_id), {})[stage] = at
    return heard


async def list_instants(tx: Transaction, chat_id: ChatId) -> dict[About, datetime]:
    """Return when each scheduled reminder of a chat is due, by what it is about."""
    found = await tx.execute(
        select(
            REMINDER.c.plan_date_id,
            REMINDER.c.stage,
            REMINDER.c.child_id,
            REMINDER.c.school_day,
            REMINDER.c.due_at,
        ).where(REMINDER.c.chat_id == chat_id, IS_SCHEDULED)
    )
    return {(row[0], row[1], row[2], row[3]): row[4] for row in found}


async def count_failed_since(tx: Transaction, chat_id: ChatId, *, since: datetime) -> int:
    """Return how many reminders did not reach this chat since an instant."""
    counted = (
        select(func.count())
        .select_from(REMINDER)
        .where(
            REMINDER.c.chat_id == chat_id,
            REMINDER.c.state == ReminderState.FAILED,
            REMINDER.c.failed_at >= since,
        )
    )
    return int((await tx.execute(counted)).scalar_one())
