"""The tomorrow card: what is different, what stays, first and then, what to say to the child.

The parent's own words stand as they were written; the rest goes by the kind of change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.callback_data import Payload
from handlers.menu import run_button
from handlers.turn import GAP, Button, Line, Phrase, Rows, phrase
from scheduler.domain.plans import ChangeKind, SchoolChange
from scheduler.domain.school_days import school_day_number, school_days_of

# Words that say no more than the card says anyway.
_NO_SCHOOL = frozenset(
    {"no school", "no classes", "no hay escuela", "no hay clases", "sin escuela", "sin clases"}
)


@dataclass(frozen=True, slots=True)
class Told(Payload):
    """The child was told; nothing else is kept of it."""

    KIND: ClassVar[str] = "told"


@dataclass(frozen=True, slots=True)
class AddChange(Payload):
    """Begins to tell of a changed day."""

    KIND: ClassVar[str] = "change"


CARD_ROWS: Rows = (
    (Button(phrase("button-told"), Told()), run_button("button-card-change", "tomorrow")),
)


def card_lines(
    nickname: str, day: date, changes: Sequence[SchoolChange], *, brief: bool = False
) -> tuple[Line, ...]:
    """A card for one child and day; ``brief`` leaves the advice out where cards are many."""
    if not changes:
        return (phrase("card-usual", nickname=nickname, day=day),)
    kind = _leading_kind(changes)
    head = phrase("card-head", nickname=nickname, day=day)
    different = tuple(_different(change, day) for change in changes)
    say = phrase("card-say", words=phrase(f"card-say-{kind.value}"))
    if brief:
        return (head, *different, say)
    return (
        head,
        *different,
        phrase(f"card-same-{kind.value}"),
        phrase(f"card-first-then-{kind.value}"),
        GAP,
        say,
        phrase(f"card-tip-{kind.value}"),
    )


def correction_lines(
    nickname: str, day: date, changes: Sequence[SchoolChange], *, brief: bool = False
) -> tuple[Line, ...]:
    """What is true now of a day whose card went out before."""
    if not changes:
        return (phrase("correction-usual", nickname=nickname, day=day),)
    return (phrase("correction-new"), *card_lines(nickname, day, changes, brief=brief))


def _leading_kind(changes: Sequence[SchoolChange]) -> ChangeKind:
    """The kind whose advice is given: a day without school has no other side to it."""
    kinds = [change.kind for change in changes]
    return ChangeKind.NO_SCHOOL if ChangeKind.NO_SCHOOL in kinds else kinds[0]


def _different(change: SchoolChange, day: date) -> Phrase:
    span = school_days_of(change.first_on, change.last_on)
    key = "card-no-school" if change.kind is ChangeKind.NO_SCHOOL else "card-different"
    if key == "card-no-school" and change.what.casefold().strip(" .!") in _NO_SCHOOL:
        key = "card-no-school-at-all"
    if len(span) == 1 or day not in span:
        return phrase(key, what=change.what)
    number, count = school_day_number(day, first_on=change.first_on, last_on=change.last_on)
    return phrase(f"{key}-day", what=change.what, number=number, count=count)
