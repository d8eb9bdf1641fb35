"""What comes in and what is to go out: arrivals, reminders, outbox.

Whatever belongs to a family goes with it: every foreign key cascades. Instants end in
``_at`` (``UtcDateTime``), local days in ``_on`` or ``_day``; zones are IANA names as text.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    text,
)
from sqlmodel import Field

from scheduler.domain.delivery import LateReason, OutboxState, ReminderState, Subject
from scheduler.store.columns import (
    NEVER_REUSED,
    StoreModel,
    belongs_to,
    belongs_to_chat,
    instant,
    row_id,
)
from scheduler.store.types import short_text


class OutboxRow(StoreModel, table=True):
    """One message that is to go out, or went: see docs/state-machines.md."""

    __tablename__: ClassVar[Any] = "outbox"
    __table_args__: ClassVar[Any] = (
        # What waits, in the order of sending: its size is that of the queue, not the past.
        Index(
            "ix_outbox_waiting",
            "not_before",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("ix_outbox_chat", "chat_id", "state"),
        Index(
            "ix_outbox_over",
            "created_at",
            sqlite_where=text("state <> 'waiting'"),
            postgresql_where=text("state <> 'waiting'"),
        ),
        CheckConstraint("(leased_until IS NULL) = (leased_by IS NULL)", name="lease"),
        NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=row_id())
    chat_id: int = Field(sa_column=belongs_to_chat())
    state: OutboxState = Field(sa_column=Column(short_text(OutboxState), nullable=False))
    # Not tried before this instant: the end of quiet hours, or of a wait after a failed try.
    not_before: datetime = Field(sa_column=instant())
    # Who is sending it, and until when nobody else may: both None between tries.
    leased_until: datetime | None = Field(default=None, sa_column=instant(nullable=True))
    leased_by: str | None = Field(default=None, sa_column=Column(String(64)))
    # Tries that count, the one under way included: see scheduler.domain.retry.
    attempts: int = Field(sa_column=Column(Integer, nullable=False))
    # What the last failed try ended in: a code, never a person's words.
    last_error: str | None = Field(default=None, sa_column=Column(String(64)))
    # Telegram's id of the message, once it is sent.
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    created_at: datetime = Field(sa_column=instant())
    sent_at: datetime | None = Field(default=None, sa_column=instant(nullable=True))


class ReminderRow(StoreModel, table=True):
    """One thing to tell one chat at one instant: see docs/state-machines.md."""

    __tablename__: ClassVar[Any] = "reminder"
    __table_args__: ClassVar[Any] = (
        # A stage of a date, or a card of a day, is told to a chat once. Rows that ended untold
        # leave their key to a successor: the date may move, the chat may come back.
        Index(
            "uq_reminder_live_key",
            "chat_id",
            "dedupe_key",
            unique=True,
            sqlite_where=text("state NOT IN ('superseded', 'cancelled', 'failed')"),
            postgresql_where=text("state NOT IN ('superseded', 'cancelled', 'failed')"),
        ),
        # What is still to come, in order: a tick reads its beginning and nothing else.
        Index(
            "ix_reminder_scheduled",
            "due_at",
            "id",
            sqlite_where=text("state = 'scheduled'"),
            postgresql_where=text("state = 'scheduled'"),
        ),
        Index("ix_reminder_chat_due", "chat_id", "state", "due_at"),
        Index("ix_reminder_plan_date", "plan_date_id"),
        Index("ix_reminder_child", "child_id", "school_day"),
        Index(
            "ix_reminder_outbox",
            "outbox_id",
            sqlite_where=text("outbox_id IS NOT NULL"),
            postgresql_where=text("outbox_id IS NOT NULL"),
        ),
        CheckConstraint(
            "(subject = 'plan-date') = (plan_date_id IS NOT NULL)"
            " AND (subject = 'plan-date') = (school_day IS NULL)"
            " AND (subject = 'plan-date') = (child_id IS NULL)",
            name="about",
        ),
        NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=row_id())
    chat_id: int = Field(sa_column=belongs_to_chat())
    subject: Subject = Field(sa_column=Column(short_text(Subject), nullable=False))
    # What it is about: a plan date, or a child's school day.
    plan_date_id: int | None = Field(
        default=None, sa_column=belongs_to("plan_date.id", nullable=True)
    )
    child_id: int | None = Field(default=None, sa_column=belongs_to("child.id", nullable=True))
    school_day: date | None = Field(default=None, sa_column=Column(Date))
    # The stage whose action is said (plan dates); empty for cards and corrections.
    stage: str = Field(sa_column=Column(String(32), nullable=False))
    # Whether a parent asked for this one by snoozing: it stays when settings change.
    snoozed: bool = Field(sa_column=Column(Boolean, nullable=False))
    due_at: datetime = Field(sa_column=instant())
    state: ReminderState = Field(sa_column=Column(short_text(ReminderState), nullable=False))
    dedupe_key: str = Field(sa_column=Column(String(96), nullable=False))
    # Why it failed, was cancelled or gave way: a code.
    reason: str | None = Field(default=None, sa_column=Column(String(32)))
    # The message that carries it, once queued; gone when upkeep removes the message.
    outbox_id: int | None = Field(
        default=None,
        sa_column=Column(BigInteger, ForeignKey("outbox.id", ondelete="SET NULL"), nullable=True),
    )
    sent_at: datetime | None = Field(default=None, sa_column=instant(nullable=True))
    failed_at: datetime | None = Field(default=None, sa_column=instant(nullable=True))
    # Why it came late, or could not come; None for one in time.
    late_reason: LateReason | None = Field(
        default=None, sa_column=Column(short_text(LateReason), nullable=True)
    )


class ArrivalRow(StoreModel, table=True):
    """An update that came in. It names no chat: it only keeps one update from acting twice."""

    __tablename__: ClassVar[Any] = "arrival"
    __table_args__: ClassVar[Any] = (Index(None, "received_at"),)

    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    # The process that took it.
    instance: str = Field(sa_column=Column(String(64), nullable=False))
    received_at: datetime = Field(sa_column=instant())
    answered: bool = Field(sa_column=Column(Boolean, nullable=False))
