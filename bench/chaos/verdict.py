"""What a chaos run proved: counts over what arrived and when. No process, no database."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

NEAR_S: Final = 0.05


@dataclass(frozen=True, slots=True)
class Arrived:
    """A reminder that Telegram took.

    ``at_s`` is in seconds of a monotonic clock, ``life`` counts the processes of the bot: 0
    until the first restart, 1 until the second.
    """

    number: int
    at_s: float
    life: int


@dataclass(frozen=True, slots=True)
class Kill:
    """The end of life ``life``; ``owed`` counts reminders due by then that had not arrived."""

    life: int
    at_s: float
    owed: int


@dataclass(slots=True)
class Record:
    """What was seen in a run, in order; ``due`` reminders were to be told.

    ``lanes`` is how many of them could be on their way at one time.
    """

    due: int
    arrived: list[Arrived] = field(default_factory=list)
    kills: list[Kill] = field(default_factory=list)
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """The counts of a run.

    Attributes:
        kills: how often the process was killed.
        due: how many reminders were to be told.
        lost: how many never arrived.
        doubled: how many arrivals there were beyond the first of each reminder.
        worst_kill: the most that one kill doubled.
        lanes: how many a kill could find on their way.
        unexplained: arrivals beyond the first with no kill between the two.
        near: kills less than ``NEAR_S`` from an arrival: those that hit a send.
        while_due: kills at which something due had not arrived, or that hit a send.
    """

    kills: int
    due: int
    lost: int
    doubled: int
    worst_kill: int
    lanes: int
    unexplained: int
    near: int
    while_due: int

    @property
    def good(self) -> bool:
        """Whether none was lost and no kill doubled more than was on its way."""
        return self.lost == 0 and self.worst_kill <= self.lanes and self.unexplained == 0

    def last_line(self) -> str:
        """The line that a run ends with."""
        return f"kills={self.kills} due={self.due} lost={self.lost} doubled={self.doubled}"


def judge(record: Record) -> Verdict:
    """Count what a run showed."""
    first: dict[int, Arrived] = {}
    doubled_by: Counter[int] = Counter()
    unexplained = 0
    for arrived in record.arrived:
        before = first.setdefault(arrived.number, arrived)
        if before is arrived:
            continue
        # The kill that ended the life of the first arrival kept it from being written down.
        doubled_by[before.life] += 1
        unexplained += before.life == arrived.life
    times = [arrived.at_s for arrived in record.arrived]
    near = [_is_near(kill.at_s, times) for kill in record.kills]
    return Verdict(
        kills=len(record.kills),
        due=record.due,
        lost=record.due - len(first),
        doubled=doubled_by.total(),
        worst_kill=max(doubled_by.values(), default=0),
        lanes=record.lanes,
        unexplained=unexplained,
        near=sum(near),
        while_due=sum(hit or kill.owed > 0 for hit, kill in zip(near, record.kills, strict=True)),
    )


def _is_near(instant: float, times: Sequence[float]) -> bool:
    return any(abs(each - instant) <= NEAR_S for each in times)
