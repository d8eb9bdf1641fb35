"""The values a family lives by: chats, children, plan dates, changed school days.

Dates are local calendar days; instants are aware UTC datetimes and end in ``_at``.
Nothing here reads a clock or a database.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType

ChatId = NewType("ChatId", int)
FamilyId = NewType("FamilyId", int)
ChildId = NewType("ChildId", int)
PlanDateId = NewType("PlanDateId", int)
ChangeId = NewType("ChangeId", int)
ReminderId = NewType("ReminderId", int)

# Characters as a person counts them: a flag or a family is one emoji.
NICKNAME_LIMIT_CHARS = 30
TITLE_LIMIT_CHARS = 80
CHANGE_LIMIT_CHARS = 500
MAX_CHILDREN = 12
MAX_OPEN_DATES = 100
MAX_OPEN_CHANGES = 120
MAX_CHANGE_DAYS = 30


class PlanKind(StrEnum):
    """The two plans a school writes for a child."""

    IEP = "iep"
    PLAN_504 = "504"


class DateKind(StrEnum):
    """What happens on a plan date; ``scheduler.domain.kinds`` says what follows from it."""

    ANNUAL_REVIEW = "annual-review"
    REEVALUATION = "re-evaluation"
    MEETING = "meeting"
    GOAL_DUE = "goal-due"
    PROGRESS_REPORT = "progress-report"
    STATE_TEST = "state-test"
    OWN = "own"


class DateState(StrEnum):
    """Where a plan date stands. A deleted one is kept for Undo until upkeep removes it."""

    OPEN = "open"
    DONE = "done"
    DELETED = "deleted"


class Origin(StrEnum):
    """Whether the family read the date from a paper or the bot computed it from a rule."""

    PAPER = "paper"
    COMPUTED = "computed"


class ChangeKind(StrEnum):
    """How a school day differs from the usual one."""

    PRACTICE_TEST = "practice-test"
    STATE_TEST = "state-test"
    HALF_DAY = "half-day"
    NO_SCHOOL = "no-school"
    DELAYED_START = "delayed-start"
    SUBSTITUTE = "substitute"
    ASSEMBLY = "assembly"
    FIELD_TRIP = "field-trip"
    OTHER = "other"


class CardsWanted(StrEnum):
    """Which evenings bring a tomorrow card."""

    CHANGED_DAYS = "changed"
    EVERY_SCHOOL_NIGHT = "every"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local wall-clock hours in which nothing is sent unasked; may pass midnight.

    ``start`` is inclusive, ``end`` exclusive; equal values mean no quiet hours.
    """

    start: time = time(21, 30)
    end: time = time(7, 0)

    def cover(self, at: time) -> bool:
        """Tell whether the local wall-clock time ``at`` is quiet."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Preferences:
    """One chat and how it wants to be told; the hours are local to ``zone``.

    ``zone`` is an IANA name, None until the parent was asked for it.
    ``active`` is False once Telegram said that the chat blocked the bot.
    """

    chat_id: ChatId
    family_id: FamilyId
    language: str = "en"
    zone: str | None = None
    reminder_at: time = time(9, 0)
    evening_at: time = time(19, 0)
    quiet: QuietHours = QuietHours()
    cards: CardsWanted = CardsWanted.CHANGED_DAYS
    active: bool = True


@dataclass(frozen=True, slots=True)
class Child:
    """A child by the nickname the family chose: nothing else is kept about a child."""

    id: ChildId
    nickname: str


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A day of a child's plan that the family wants to be told about.

    ``due_on`` and ``at`` are wall-clock values in ``zone`` (an IANA name); ``at`` is None
    where the day has no hour. ``title`` names an own date or a goal in the family's words.
    ``completed_on`` is the local day it was held or done, None while open.
    """

    id: PlanDateId
    child: Child
    plan: PlanKind
    kind: DateKind
    due_on: date
    zone: str
    at: time | None = None
    title: str | None = None
    origin: Origin = Origin.PAPER
    state: DateState = DateState.OPEN
    completed_on: date | None = None


@dataclass(frozen=True, slots=True)
class SchoolChange:
    """School days of one child, first to last inclusive, that will not be the usual ones.

    ``what`` is the family's own sentence, at most ``CHANGE_LIMIT_CHARS`` characters.
    """

    id: ChangeId
    child: Child
    first_on: date
    last_on: date
    kind: ChangeKind
    what: str
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A local day and, where one was named, a local wall-clock time."""

    on: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-filled conversation, kept as a row so that a restart loses nothing.

    ``data`` holds JSON values only. ``id`` is new for every conversation begun, so that
    finishing one twice (a double tap) can be told apart from finishing the next.
    """

    id: int
    flow: str
    version: int
    step: str
    data: dict[str, str]
    touched_at: datetime
