"""Reminder rows: what is to be told to whom and when. Their states: docs/state-machines.md."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Result, and_, delete, or_, select

from scheduler.domain.delivery import LateReason, ReminderState, Subject
from scheduler.domain.plans import ChatId, ChildId, PlanDateId, ReminderId
from scheduler.store.engine import Transaction
from scheduler.store.statements import IS_LIVE, IS_SCHEDULED, IS_TO_COME, upsert
from scheduler.store.tables import CHAT, OUTBOX, REMINDER

SNOOZED_STAGE: Final = "snoozed"


@dataclass(frozen=True, slots=True)
class NewReminder:
    """A reminder on its way into the store; about a plan date, or about a child's school day.

    ``due_on`` is the day that the stage of a plan date counts towards.
    """

    chat_id: ChatId
    subject: Subject
    due_at: datetime
    plan_date_id: PlanDateId | None = None
    child_id: ChildId | None = None
    school_day: date | None = None
    stage: str = ""
    snoozed: bool = False
    due_on: date | None = None

    @property
    def dedupe_key(self) -> str:
        """What makes a second live one for the same chat impossible.

        A date that moved may be told of again at the same stage, hence its day in the key.
        """
        if self.plan_date_id is not None:
            mark = f"{self.due_at:%Y%m%dT%H%M}" if self.snoozed else f"{self.due_on}"
            return f"date:{self.plan_date_id}:{self.stage}:{mark}"
        again = f":{self.due_at:%Y%m%dT%H%M%S}" if self.subject is Subject.CORRECTION else ""
        return f"{self.subject.value}:{self.child_id}:{self.school_day}{again}"


def snoozed_reminder(chat_id: ChatId, plan_date_id: PlanDateId, until_at: datetime) -> NewReminder:
    """Return the reminder that a chat asked for by putting a date off until an instant."""
    return NewReminder(
        chat_id,
        Subject.PLAN_DATE,
        until_at,
        plan_date_id=plan_date_id,
        stage=SNOOZED_STAGE,
        snoozed=True,
    )


@dataclass(frozen=True, slots=True)
class ReminderRecord:
    """One reminder row as it stands; instants are aware UTC."""

    id: ReminderId
    chat_id: ChatId
    subject: Subject
    plan_date_id: PlanDateId | None
    child_id: ChildId | None
    school_day: date | None
    stage: str
    due_at: datetime
    state: ReminderState
    outbox_id: int | None
    sent_at: datetime | None
    late_reason: LateReason | None


RECORD_COLUMNS: Final = (
    REMINDER.c.id,
    REMINDER.c.chat_id,
    REMINDER.c.subject,
    REMINDER.c.plan_date_id,
    REMINDER.c.child_id,
    REMINDER.c.school_day,
    REMINDER.c.stage,
    REMINDER.c.due_at,
    REMINDER.c.state,
    REMINDER.c.outbox_id,
    REMINDER.c.sent_at,
    REMINDER.c.late_reason,
)


async def insert_reminders(tx: Transaction, new: Sequence[NewReminder]) -> None:
    """Schedule reminders; one whose live twin exists is left out."""
    if not new:
        return
    statement = upsert(tx, REMINDER).on_conflict_do_nothing(
        index_elements=[REMINDER.c.chat_id, REMINDER.c.dedupe_key], index_where=IS_LIVE
    )
    await tx.execute(statement, [_values(each) for each in new])


async def list_due(
    tx: Transaction, *, now: datetime, limit: int
) -> tuple[tuple[ReminderRecord, ...], bool]:
    """Return what is due at ``now``, longest due first, and whether there may be more.

    The chats of the first ``limit`` reminders are looked at, each with all that is due to it.
    The chats stay held until the end of the transaction, so that no other tick makes a second
    letter of what belongs in one; one that is held by somebody else waits for the next look.
    """
    first = (
        select(REMINDER.c.chat_id)
        .where(IS_SCHEDULED, REMINDER.c.due_at <= now)
        .order_by(REMINDER.c.due_at, REMINDER.c.id)
        .limit(limit)
    )
    chat_ids = (await tx.execute(first)).scalars().all()
    if not chat_ids:
        return (), False
    # PostgreSQL passes over chats that another transaction has in hand; SQLite compiles the
    # lock away and lets one writer in at a time anyhow.
    ours = select(CHAT.c.chat_id).where(CHAT.c.chat_id.in_(set(chat_ids)))
    ours = ours.with_for_update(key_share=True, skip_locked=True)
    held = (await tx.execute(ours)).scalars().all()
    found = await tx.execute(
        select(*RECORD_COLUMNS)
        .where(IS_SCHEDULED, REMINDER.c.due_at <= now, REMINDER.c.chat_id.in_(held))
        .order_by(REMINDER.c.due_at, REMINDER.c.id)
        .with_for_update()
    )
    return records_of(found), len(chat_ids) == limit


async def next_due_at(tx: Transaction, *, after: datetime | None = None) -> datetime | None:
    """Return the earliest instant, or the earliest ``after`` one, at which something is due."""
    found = select(REMINDER.c.due_at).where(IS_SCHEDULED).order_by(REMINDER.c.due_at).limit(1)
    if after is not None:
        found = found.where(REMINDER.c.due_at > after)
    return (await tx.execute(found)).scalar_one_or_none()


async def list_of_letters(
    tx: Transaction, outbox_ids: Collection[int]
) -> tuple[ReminderRecord, ...]:
    """Return the queued reminders that these letters carry, in the order they fell due."""
    found = await tx.execute(
        select(*RECORD_COLUMNS)
        .where(REMINDER.c.outbox_id.in_(outbox_ids), REMINDER.c.state == ReminderState.QUEUED)
        .order_by(REMINDER.c.due_at, REMINDER.c.id)
    )
    return records_of(found)


async def list_upcoming(
    tx: Transaction, chat_id: ChatId, *, limit: int
) -> tuple[ReminderRecord, ...]:
    """Return what this chat is to hear next, earliest first."""
    found = await tx.execute(
        select(*RECORD_COLUMNS)
        .where(REMINDER.c.chat_id == chat_id, IS_TO_COME)
        .order_by(REMINDER.c.due_at, REMINDER.c.id)
        .limit(limit)
    )
    return records_of(found)


async def list_of_date(
    tx: Transaction, plan_date_id: PlanDateId, *, chat_id: ChatId
) -> tuple[tuple[str, datetime], ...]:
    """Return what a chat is scheduled to hear about a date: stage and instant, earliest first."""
    found = await tx.execute(
        select(REMINDER.c.stage, REMINDER.c.due_at)
        .where(REMINDER.c.plan_date_id == plan_date_id, REMINDER.c.chat_id == chat_id, IS_SCHEDULED)
        .order_by(REMINDER.c.due_at, REMINDER.c.id)
    )
    return tuple((row[0], row[1]) for row in found)


async def list_waiting(
    tx: Transaction, plan_date_ids: Collection[PlanDateId], *, now: datetime
) -> tuple[ReminderRecord, ...]:
    """Return what is due about these dates and still lies here: no one is sending it."""
    found = await tx.execute(
        select(*RECORD_COLUMNS)
        .outerjoin_from(REMINDER, OUTBOX, OUTBOX.c.id == REMINDER.c.outbox_id)
        .where(
            REMINDER.c.plan_date_id.in_(plan_date_ids),
            or_(
                and_(IS_SCHEDULED, REMINDER.c.due_at <= now),
                and_(REMINDER.c.state == ReminderState.QUEUED, OUTBOX.c.leased_by.is_(None)),
            ),
        )
        .order_by(REMINDER.c.due_at, REMINDER.c.id)
    )
    return records_of(found)


async def list_snoozed(
    tx: Transaction, chat_id: ChatId, *, after: datetime
) -> tuple[ReminderRecord, ...]:
    """Return what this chat snoozed until an instant ``after`` the given one, earliest first."""
    found = await tx.execute(
        select(*RECORD_COLUMNS)
        .where(
            REMINDER.c.chat_id == chat_id,
            REMINDER.c.snoozed.is_(True),
            REMINDER.c.due_at > after,
            IS_SCHEDULED,
        )
        .order_by(REMINDER.c.due_at, REMINDER.c.id)
    )
    return records_of(found)


async def delete_old_reminders(tx: Transaction, *, before: datetime) -> int:
    """Forget reminders that ended, of an instant long ago."""
    old = delete(REMINDER).where(REMINDER.c.due_at < before, ~IS_TO_COME)
    return (await tx.execute(old)).rowcount


def records_of(found: Result[Any]) -> tuple[ReminderRecord, ...]:
    """Return the records of rows that were selected by ``RECORD_COLUMNS``."""
    rows: Sequence[Sequence[Any]] = found.all()
    return tuple(ReminderRecord(*row) for row in rows)


def _values(new: NewReminder) -> dict[str, Any]:
    return {
        "chat_id": new.chat_id,
        "subject": new.subject,
        "plan_date_id": new.plan_date_id,
        "child_id": new.child_id,
        "school_day": new.school_day,
        "stage": new.stage,
        "snoozed": new.snoozed,
        "due_at": new.due_at,
        "state": ReminderState.SCHEDULED,
        "dedupe_key": new.dedupe_key,
    }
