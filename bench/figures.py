"""A measured figure, and the bench that it is measured in."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

Json = dict[str, float | str | None]

_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the results.

    Attributes:
        name: its key in bench/results.json.
        what: what was measured, in plain words.
        ours: the bot's figure, in ``unit``.
        unit: "reminders/s", "ms", "MB": megabytes are 1,000,000 bytes.
        peer: the same of ``peer_name``; None where there is nothing to compare with.
        peer_name: what the peer is.
        more_is_better: how to read it.
    """

    name: str
    what: str
    ours: float
    unit: str
    peer: float | None = None
    peer_name: str | None = None
    more_is_better: bool = True

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's, whichever way is better."""
        return None if not self.peer else _rounded(self.ours / self.peer)

    def as_json(self) -> Json:
        """The figure as bench/results.json keeps it."""
        return {
            "ours": _rounded(self.ours),
            "peer": None if self.peer is None else _rounded(self.peer),
            "peer_name": self.peer_name,
            "unit": self.unit,
            "ratio": self.ratio,
        }


@dataclass(frozen=True, slots=True)
class Place:
    """Where benchmarks work: ``folder`` is scratch, ``cache`` keeps the trained matcher."""

    folder: Path
    cache: Path

    def room(self, name: str) -> "Place":
        """A place of its own below this one, made now."""
        folder = self.folder / name
        folder.mkdir()
        return Place(folder, self.cache)


Measure = Callable[[Place], Awaitable[tuple[Figure, ...]]]


def middle(values: Sequence[float]) -> float:
    """The median, which one disturbed round does not move."""
    return median(values)


def _rounded(value: float) -> float:
    """The value with as many digits as a measurement of this kind carries."""
    return float(f"{value:.{_DIGITS}g}") if abs(value) < 10**_DIGITS else float(round(value))
