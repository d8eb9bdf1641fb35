"""What is told to a chat, and what came of telling it.

A ``Letter`` is everything one outgoing message says; an ``Outcome`` is what Telegram made
of it. Both cross the Messenger border as values, so delivery knows no words and no Telegram.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from scheduler.domain.plans import (
    ChatId,
    Child,
    PlanDate,
    Preferences,
    ReminderId,
    SchoolChange,
)

# Later than this after its due instant, a message says that it is late.
LATE_AFTER = timedelta(minutes=10)


class ReminderState(StrEnum):
    """scheduled -> queued -> sent | failed; scheduled -> cancelled | superseded."""

    SCHEDULED = "scheduled"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


class OutboxState(StrEnum):
    """waiting -> sent | dead."""

    WAITING = "waiting"
    SENT = "sent"
    DEAD = "dead"


class Subject(StrEnum):
    """What a reminder row is about."""

    PLAN_DATE = "plan-date"
    CARD = "card"
    CORRECTION = "correction"


class LateReason(StrEnum):
    """Why a message was late, as ``/status`` tells it."""

    BOT_DOWN = "bot-down"
    TELEGRAM_BUSY = "telegram-busy"
    TELEGRAM_UNREACHABLE = "telegram-unreachable"
    CHAT_BLOCKED = "chat-blocked"


@dataclass(frozen=True, slots=True)
class DateNotice:
    """A plan date comes near. ``days_left`` is negative once the day has passed.

    ``has_begun`` tells that its exact time, if it has one, is not ahead any more. ``stage``
    is the slug of the stage in ``scheduler.domain.kinds`` whose action is said.
    """

    reminder_id: ReminderId
    plan_date: PlanDate
    stage: str
    days_left: int
    due_at: datetime
    has_begun: bool = False

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to get ready for."""
        return self.has_begun or self.days_left < 0


@dataclass(frozen=True, slots=True)
class CardNotice:
    """A school day of a child will not be the usual one (or every night is wanted)."""

    reminder_id: ReminderId
    child: Child
    day: date
    changes: tuple[SchoolChange, ...]
    due_at: datetime


@dataclass(frozen=True, slots=True)
class CorrectionNotice:
    """A card went out and the day is the usual one after all, or differs in another way."""

    reminder_id: ReminderId
    child: Child
    day: date
    changes: tuple[SchoolChange, ...]
    due_at: datetime


Notice = DateNotice | CardNotice | CorrectionNotice


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one chat: usually one notice, several where they fall together.

    ``today`` is the local day of the chat at the time of sending. ``late`` tells that the
    earliest notice was due more than ``LATE_AFTER`` ago.
    """

    chat: Preferences
    notices: tuple[Notice, ...]
    today: date
    late: bool


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram took the message."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Busy:
    """Telegram asked to wait (429); ``retry_after`` is how long."""

    retry_after: timedelta


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The network or the server failed (time-out, 5xx): worth another try. ``code`` is for logs."""

    code: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The chat is gone for now (403, or the chat was not found): no more tries until it writes."""

    code: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup (400 with migrate_to_chat_id); the message goes there."""

    to: ChatId


@dataclass(frozen=True, slots=True)
class Rejected:
    """Telegram will never take this message (400): a fault of ours. ``code`` is for logs."""

    code: str


Outcome = Delivered | Busy | Unreachable | Blocked | Moved | Rejected


class Messenger(Protocol):
    """The border to Telegram, seen from delivery: outcomes are values, never exceptions."""

    async def deliver(self, letter: Letter) -> Outcome:
        """Put ``letter`` into the words of its chat and send it once."""
        ...
