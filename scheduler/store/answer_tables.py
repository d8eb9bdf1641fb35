"""What shows how the answers do: counts by topic and day, and questions sent on purpose.

No chat and no family stands in any of these: nothing here can be traced to a person.
"""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import Column, Date, Index, Integer, String
from sqlmodel import Field

from scheduler.domain.feedback import QUESTION_LIMIT_CHARS, Reason
from scheduler.store.columns import NEVER_REUSED, StoreModel, row_id
from scheduler.store.types import short_text


class TopicCountRow(StoreModel, table=True):
    """How often an answer was shown on a day (UTC), and how it was found."""

    __tablename__: ClassVar[Any] = "topic_count"

    topic: str = Field(sa_column=Column(String(64), primary_key=True))
    day: date = Field(sa_column=Column(Date, primary_key=True))
    shown: int = Field(sa_column=Column(Integer, nullable=False))
    helpful: int = Field(sa_column=Column(Integer, nullable=False))
    unhelpful: int = Field(sa_column=Column(Integer, nullable=False))


class ReasonCountRow(StoreModel, table=True):
    """How often a reason was given on a day (UTC) why an answer did not help.

    A reason that was taken back on a later day counts -1 there: only sums over days mean
    something.
    """

    __tablename__: ClassVar[Any] = "reason_count"

    topic: str = Field(sa_column=Column(String(64), primary_key=True))
    reason: Reason = Field(sa_column=Column(short_text(Reason), primary_key=True))
    day: date = Field(sa_column=Column(Date, primary_key=True))
    given: int = Field(sa_column=Column(Integer, nullable=False))


class SentQuestionRow(StoreModel, table=True):
    """A question that a parent sent to the people who run the bot, with names taken out."""

    __tablename__: ClassVar[Any] = "sent_question"
    __table_args__: ClassVar[Any] = (Index(None, "day"), NEVER_REUSED)

    id: int | None = Field(default=None, sa_column=row_id())
    text: str = Field(sa_column=Column(String(QUESTION_LIMIT_CHARS), nullable=False))
    language: str = Field(sa_column=Column(String(16), nullable=False))
    # The UTC day and no instant: beside other rows an instant could tell who it was.
    day: date = Field(sa_column=Column(Date, nullable=False))
    # The nearest answer, where there is one.
    topic: str | None = Field(default=None, sa_column=Column(String(64)))
