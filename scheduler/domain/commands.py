"""What a finished conversation asks for. A flow ends in one of these; an action carries it out."""

from dataclasses import dataclass
from datetime import date, time

from scheduler.domain.plans import (
    CardsWanted,
    ChangeId,
    ChangeKind,
    ChildId,
    DateKind,
    PlanDateId,
    PlanKind,
    QuietHours,
)


@dataclass(frozen=True, slots=True)
class AddPlanDate:
    """Keep a plan date. ``nickname`` names a child of the family, new or known."""

    nickname: str
    plan: PlanKind
    kind: DateKind
    due_on: date
    at: time | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class EditPlanDate:
    """Change one field of a plan date; the others stay None and are left as they are.

    ``clear_at`` takes the hour away, which ``at=None`` cannot say.
    """

    plan_date_id: PlanDateId
    due_on: date | None = None
    at: time | None = None
    clear_at: bool = False
    title: str | None = None


@dataclass(frozen=True, slots=True)
class SnoozePlanDate:
    """Hear about a plan date again later; the date itself stays where it is.

    ``until_on`` is the local day of the next message, at the family's hour; None means
    later today, a few hours from now.
    """

    plan_date_id: PlanDateId
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class MarkDone:
    """The date is over. ``held_on`` is the local day it was held, for what comes next."""

    plan_date_id: PlanDateId
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class AddSchoolChange:
    """School days of one child that differ, first to last inclusive."""

    nickname: str
    first_on: date
    last_on: date
    kind: ChangeKind
    what: str


@dataclass(frozen=True, slots=True)
class CancelSchoolChange:
    """The change is off after all."""

    change_id: ChangeId


@dataclass(frozen=True, slots=True)
class RenameChild:
    """Call a child by another nickname."""

    child_id: ChildId
    nickname: str


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """Change what is not None; the rest stays. ``zone`` is an IANA name, hours are local."""

    zone: str | None = None
    language: str | None = None
    reminder_at: time | None = None
    evening_at: time | None = None
    quiet: QuietHours | None = None
    cards: CardsWanted | None = None
