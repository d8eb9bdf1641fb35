"""What a family lives by: chats, children, plan dates, school days, drafts, votes.

Whatever belongs to a family goes with it: every foreign key cascades. Instants end in
``_at`` (``UtcDateTime``), local days in ``_on`` or ``_day``; zones are IANA names as text.
"""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    String,
    Time,
    UniqueConstraint,
    text,
)
from sqlmodel import Field

from scheduler.domain.feedback import Reason
from scheduler.domain.plans import (
    CardsWanted,
    ChangeKind,
    DateKind,
    DateState,
    Origin,
    PlanKind,
)
from scheduler.store.columns import (
    NEVER_REUSED,
    StoreModel,
    belongs_to,
    belongs_to_chat,
    instant,
    row_id,
)
from scheduler.store.types import short_text


class FamilyRow(StoreModel, table=True):
    """One family: what its chats share."""

    __tablename__: ClassVar[Any] = "family"
    __table_args__: ClassVar[Any] = (NEVER_REUSED,)

    id: int | None = Field(default=None, sa_column=row_id())
    created_at: datetime = Field(sa_column=instant())


class ChatRow(StoreModel, table=True):
    """One Telegram chat and how it wants to be told; hours are local to ``zone``."""

    __tablename__: ClassVar[Any] = "chat"
    __table_args__: ClassVar[Any] = (Index(None, "family_id"),)

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    family_id: int = Field(sa_column=belongs_to("family.id"))
    language: str = Field(sa_column=Column(String(16), nullable=False))
    # None until the parent was asked.
    zone: str | None = Field(default=None, sa_column=Column(String(64)))
    reminder_at: time = Field(sa_column=Column(Time, nullable=False))
    evening_at: time = Field(sa_column=Column(Time, nullable=False))
    quiet_start: time = Field(sa_column=Column(Time, nullable=False))
    quiet_end: time = Field(sa_column=Column(Time, nullable=False))
    cards: CardsWanted = Field(sa_column=Column(short_text(CardsWanted), nullable=False))
    active: bool = Field(sa_column=Column(Boolean, nullable=False))
    # Since when Telegram refuses this chat; None while it is active.
    blocked_at: datetime | None = Field(default=None, sa_column=instant(nullable=True))
    created_at: datetime = Field(sa_column=instant())


class ChildRow(StoreModel, table=True):
    """A child by nickname: nothing else is kept about a child."""

    __tablename__: ClassVar[Any] = "child"
    __table_args__: ClassVar[Any] = (UniqueConstraint("family_id", "folded"), NEVER_REUSED)

    id: int | None = Field(default=None, sa_column=row_id())
    family_id: int = Field(sa_column=belongs_to("family.id"))
    nickname: str = Field(sa_column=Column(String(128), nullable=False))
    # The nickname as it is compared: "sam" and "Sam " are one child.
    folded: str = Field(sa_column=Column(String(256), nullable=False))


class PlanDateRow(StoreModel, table=True):
    """A day of a child's plan; ``due_on`` and ``at`` are wall-clock values in ``zone``."""

    __tablename__: ClassVar[Any] = "plan_date"
    __table_args__: ClassVar[Any] = (
        Index(None, "family_id", "state", "due_on"),
        Index(None, "child_id"),
        # Upkeep looks for deleted rows only.
        Index(
            "ix_plan_date_deleted",
            "changed_at",
            sqlite_where=text("state = 'deleted'"),
            postgresql_where=text("state = 'deleted'"),
        ),
        NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=row_id())
    family_id: int = Field(sa_column=belongs_to("family.id"))
    child_id: int = Field(sa_column=belongs_to("child.id"))
    plan: PlanKind = Field(sa_column=Column(short_text(PlanKind), nullable=False))
    kind: DateKind = Field(sa_column=Column(short_text(DateKind), nullable=False))
    due_on: date = Field(sa_column=Column(Date, nullable=False))
    at: time | None = Field(default=None, sa_column=Column(Time))
    zone: str = Field(sa_column=Column(String(64), nullable=False))
    title: str | None = Field(default=None, sa_column=Column(String(160)))
    origin: Origin = Field(sa_column=Column(short_text(Origin), nullable=False))
    state: DateState = Field(sa_column=Column(short_text(DateState), nullable=False))
    # The local day it was held; None while open.
    completed_on: date | None = Field(default=None, sa_column=Column(Date))
    created_at: datetime = Field(sa_column=instant())
    # When the row last changed; for a deleted one, when Undo began to run out.
    changed_at: datetime = Field(sa_column=instant())


class SchoolChangeRow(StoreModel, table=True):
    """School days of one child, first to last inclusive, that will not be the usual ones."""

    __tablename__: ClassVar[Any] = "school_change"
    __table_args__: ClassVar[Any] = (
        Index(None, "family_id", "last_on"),
        Index(None, "child_id"),
        CheckConstraint("first_on <= last_on", name="span"),
        NEVER_REUSED,
    )

    id: int | None = Field(default=None, sa_column=row_id())
    family_id: int = Field(sa_column=belongs_to("family.id"))
    child_id: int = Field(sa_column=belongs_to("child.id"))
    first_on: date = Field(sa_column=Column(Date, nullable=False))
    last_on: date = Field(sa_column=Column(Date, nullable=False))
    kind: ChangeKind = Field(sa_column=Column(short_text(ChangeKind), nullable=False))
    what: str = Field(sa_column=Column(String(1000), nullable=False))
    cancelled: bool = Field(sa_column=Column(Boolean, nullable=False))
    created_at: datetime = Field(sa_column=instant())


class DraftRow(StoreModel, table=True):
    """A half-filled conversation: one a chat, with an id that no other ever had."""

    __tablename__: ClassVar[Any] = "draft"
    __table_args__: ClassVar[Any] = (UniqueConstraint("chat_id"), NEVER_REUSED)

    id: int | None = Field(default=None, sa_column=row_id())
    chat_id: int = Field(sa_column=belongs_to_chat())
    flow: str = Field(sa_column=Column(String(32), nullable=False))
    version: int = Field(sa_column=Column(Integer, nullable=False))
    step: str = Field(sa_column=Column(String(32), nullable=False))
    data: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    touched_at: datetime = Field(sa_column=instant())


class VoteRow(StoreModel, table=True):
    """What a chat thinks of an answer: one vote a topic, and why where it did not help."""

    __tablename__: ClassVar[Any] = "vote"
    __table_args__: ClassVar[Any] = (CheckConstraint("reason IS NULL OR NOT helpful", name="why"),)

    chat_id: int = Field(sa_column=belongs_to_chat(primary_key=True))
    topic: str = Field(sa_column=Column(String(64), primary_key=True))
    helpful: bool = Field(sa_column=Column(Boolean, nullable=False))
    reason: Reason | None = Field(default=None, sa_column=Column(short_text(Reason), nullable=True))
