"""The buttons under plan dates, and the rows they come in. What they do is in ``plans.py``."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Final

from handlers.callback_data import Payload
from handlers.menu import run_button
from handlers.turn import Button, Rows, phrase
from scheduler.domain.plans import PlanDate, PlanDateId

SNOOZE_DAYS: Final = (0, 1, 3, 7)


class Piece(StrEnum):
    """What can be changed of a date that is kept."""

    DAY = "day"
    HOUR = "hour"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class ShowDates(Payload):
    """Turns to a page of the list, counting from 0."""

    KIND: ClassVar[str] = "dates"
    page: int


@dataclass(frozen=True, slots=True)
class OpenDate(Payload):
    """Opens a date in place of the list."""

    KIND: ClassVar[str] = "date"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class LookAt(Payload):
    """Opens a date as a message of its own; what it stands under stays."""

    KIND: ClassVar[str] = "look"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class EditPiece(Payload):
    """Asks for another day, hour or name."""

    KIND: ClassVar[str] = "edit"
    plan_date_id: PlanDateId
    piece: Piece


@dataclass(frozen=True, slots=True)
class AskEdit(Payload):
    """Asks which piece to change."""

    KIND: ClassVar[str] = "edits"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class AskSnooze(Payload):
    """Asks for how long."""

    KIND: ClassVar[str] = "later"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class Snooze(Payload):
    """Moves the reminder by whole days; 0 is later today."""

    KIND: ClassVar[str] = "snooze"
    plan_date_id: PlanDateId
    days: int


@dataclass(frozen=True, slots=True)
class SnoozePick(Payload):
    """Asks for the day of the next reminder."""

    KIND: ClassVar[str] = "pick"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class MarkAsDone(Payload):
    """The date is over."""

    KIND: ClassVar[str] = "done"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class Reopen(Payload):
    """Undoes done."""

    KIND: ClassVar[str] = "undone"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class AskDelete(Payload):
    """Asks once before a date goes."""

    KIND: ClassVar[str] = "del"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class Delete(Payload):
    """Takes a date off the list."""

    KIND: ClassVar[str] = "delyes"
    plan_date_id: PlanDateId


@dataclass(frozen=True, slots=True)
class Restore(Payload):
    """Undoes delete."""

    KIND: ClassVar[str] = "undel"
    plan_date_id: PlanDateId


ALL_DATES = run_button("button-all-dates", "dates")


def date_rows(plan_date_id: PlanDateId) -> Rows:
    """What can be done with an open date."""
    done = Button(phrase("button-done"), MarkAsDone(plan_date_id))
    later = Button(phrase("button-snooze"), AskSnooze(plan_date_id))
    change = Button(phrase("button-edit"), AskEdit(plan_date_id))
    delete = Button(phrase("button-delete"), AskDelete(plan_date_id))
    return ((done, later), (change, delete), (ALL_DATES,))


def snooze_rows(plan_date: PlanDate, *, today: date, is_over: bool) -> Rows:
    """For how long a reminder may be put off: of a date that is ahead, not past its day."""
    ahead = (plan_date.due_on - today).days
    buttons = [
        Button(phrase(f"button-snooze-{days}"), Snooze(plan_date.id, days))
        for days in SNOOZE_DAYS
        if is_over or days <= ahead
    ]
    pick = Button(phrase("button-snooze-pick"), SnoozePick(plan_date.id))
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return (*rows, (pick,)) if is_over or ahead > 0 else rows


def edit_rows(plan_date_id: PlanDateId) -> Rows:
    """Which piece of a date to change."""
    row = tuple(
        Button(phrase(f"button-piece-{piece.value}"), EditPiece(plan_date_id, piece))
        for piece in Piece
    )
    return (row, (Button(phrase("button-back"), OpenDate(plan_date_id)),))
