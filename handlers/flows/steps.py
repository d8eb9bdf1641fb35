"""What a conversation is made of: flows, their steps, the questions and what comes of an answer.

Values and signatures only; ``engine`` runs them.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from handlers.turn import GUESSED_ZONE, Label, Line, Located, Replies, Turn
from scheduler.domain.plans import Child

Data = dict[str, str]
"""What was answered so far. Keys that begin with an underscore belong to the engine."""

TEXT = "text"
"""The key of ``Data`` under which the words of the request come, for ``begin`` to read."""

Command = TypeVar("Command")


@dataclass(frozen=True, slots=True)
class Context:
    """What steps may know of the world, loaded once a turn.

    ``today`` is the chat's local day, guessed while ``zone`` is None.
    """

    language: str
    now: datetime
    today: date
    zone: str | None
    children: tuple[Child, ...] = ()

    @property
    def zone_info(self) -> ZoneInfo:
        """The chat's zone, or the guessed one while it is unknown."""
        return ZoneInfo(self.zone) if self.zone else GUESSED_ZONE


@dataclass(frozen=True, slots=True)
class Choice:
    """A button that answers a question; ``value`` is a short slug or id, about 30 bytes."""

    label: Label
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a step asks, with rows of choices. Back and Cancel are added by the engine."""

    lines: tuple[Line, ...]
    choices: tuple[tuple[Choice, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """Words written as the answer, trimmed; may be empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Chose:
    """The ``value`` of a choice; forged ones are possible, so steps check it like words."""

    value: str


Answer = Typed | Chose | Located


@dataclass(frozen=True, slots=True)
class Go:
    """Ask ``step`` next, with ``data`` kept. ``hint`` is said above its question."""

    step: str
    data: Data
    hint: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """The answer was not understood: say ``hint`` and ask the same step again."""

    hint: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """The conversation is over and asks for ``command``."""

    command: object


Move = Go | Again | Done


@dataclass(frozen=True, slots=True)
class Step:
    """One question: ``ask`` words it, ``take`` reads an answer. Both are pure."""

    slug: str
    ask: Callable[[Data, Context], Question]
    take: Callable[[Data, Answer, Context], Move]


Finish = Callable[[Turn, Command, int], Awaitable[Replies]]
"""Carries a finished conversation's command out by one action, which closes the draft given by
its id, and says what came of it."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation.

    Attributes:
        name: kept in drafts; never reused for another conversation.
        version: raised when kept drafts would be misread; older ones begin again politely.
        steps: all questions; slugs are unique.
        begin: from what is known already (perhaps nothing) to the first question to ask.
        finish: carries the command out.
        needs_zone: ask for the time zone first where the chat has none.
        alone: can begin with nothing known; the others begin from a button that says of what.
    """

    name: str
    version: int
    steps: tuple[Step, ...]
    begin: Callable[[Data, Context], Go | Done]
    finish: Finish[object]
    needs_zone: bool = False
    alone: bool = True

    def find_step(self, slug: str) -> Step | None:
        """The step called ``slug``, if this flow has one."""
        return next((step for step in self.steps if step.slug == slug), None)


def flow(
    name: str,
    *,
    version: int,
    steps: tuple[Step, ...],
    begin: Callable[[Data, Context], Go | Done],
    finish: Finish[Command],
    needs_zone: bool = False,
    alone: bool = True,
) -> Flow:
    """A flow whose ``finish`` takes just the command that its steps end in."""
    return Flow(name, version, steps, begin, cast("Finish[object]", finish), needs_zone, alone)
