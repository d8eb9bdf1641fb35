"""A trained linear model as numbers, and what it says of one message.

Pure arithmetic on numpy arrays: no training, no files, no thresholds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from faq.features import Floats, Weighing

Bytes = NDArray[np.int8]
Doubles = NDArray[np.float64]

CRISIS = "crisis"
TOPIC, KIND, REQUEST = "topic:", "kind:", "request:"
"""How the labels of the model's columns begin; ``CRISIS`` is a label of its own."""

NEVER = -10.0
"""Below every margin that a message can have."""

_LARGEST = 127


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of one message; each score is a margin, above 0 means yes.

    Attributes:
        topics: every topic with its score, best first.
        kinds: what else the message may be ("near", "command", ...), with its score.
        crisis: how much it looks like a word of danger.
        request: the likeliest request, if it is one at all.
    """

    topics: tuple[tuple[str, float], ...]
    kinds: dict[str, float]
    crisis: float
    request: str

    def strongest(self, kinds: Sequence[str]) -> tuple[str, float]:
        """The likeliest of ``kinds`` and its score; one that was never taught scores least."""
        score, kind = max((self.kinds.get(kind, NEVER), kind) for kind in kinds)
        return kind, score

    def without(self, topic: str) -> "Reading":
        """The same with ``topic`` left out of the ranking."""
        return replace(self, topics=tuple(pair for pair in self.topics if pair[0] != topic))


class Matcher:
    """The model: one row of weights a place of features, one column a label.

    Weights are held as whole numbers of a step that each row has for itself: a quarter of the
    memory, and no measurable loss (docs/decisions/0003-matching.md).
    """

    __slots__ = (
        "_crisis",
        "_kinds",
        "_requests",
        "_topics",
        "bias",
        "labels",
        "steps",
        "weighing",
        "weights",
    )

    def __init__(
        self,
        *,
        weighing: Weighing,
        labels: Sequence[str],
        weights: Bytes,
        steps: Floats,
        bias: Floats,
    ) -> None:
        self.weighing, self.labels = weighing, tuple(labels)
        # Rows lie together in memory: a message gathers some hundred of them.
        self.weights = np.ascontiguousarray(weights)
        self.steps, self.bias = steps, bias
        self._topics = _columns(self.labels, TOPIC)
        self._kinds = _columns(self.labels, KIND)
        self._requests = _columns(self.labels, REQUEST)
        self._crisis = self.labels.index(CRISIS)

    def read(self, words: Sequence[str]) -> Reading:
        """Topics, kinds, danger and request of a message read into words."""
        margins = self.margins(words)
        topics = margins[self._topics.start : self._topics.stop]
        order = np.argsort(-topics, kind="stable").tolist()
        scores = topics.tolist()
        names = self._topics.names
        requests = margins[self._requests.start : self._requests.stop]
        kinds = margins[self._kinds.start : self._kinds.stop].tolist()
        return Reading(
            topics=tuple((names[place], scores[place]) for place in order[:_RANKED]),
            kinds=dict(zip(self._kinds.names, kinds, strict=True)),
            crisis=float(margins[self._crisis]),
            request=self._requests.names[int(requests.argmax())],
        )

    def margins(self, words: Sequence[str]) -> Floats:
        """One number a label: the weighted sum of the message's features, and the bias."""
        numbers, amounts = self.weighing.vector(words)
        rows = self.weights.take(numbers, axis=0).astype(np.float32)
        return np.asarray((amounts * self.steps.take(numbers)) @ rows + self.bias)


_RANKED = 12
"""Topics of a reading: five are told, the rest lets choices be found among answered ones."""


@dataclass(frozen=True, slots=True)
class _Columns:
    start: int
    stop: int
    names: tuple[str, ...]


def _columns(labels: Sequence[str], prefix: str) -> _Columns:
    """Where the labels of one sort stand; they stand together."""
    places = [place for place, label in enumerate(labels) if label.startswith(prefix)]
    names = tuple(labels[place].removeprefix(prefix) for place in places)
    return _Columns(start=places[0], stop=places[-1] + 1, names=names)


def whole_numbers(weights: Doubles) -> tuple[Bytes, Floats]:
    """``weights`` as whole numbers from -127 to 127, and the step of each row."""
    largest = np.abs(weights).max(axis=1)
    steps = np.where(largest > 0, largest / _LARGEST, 1.0)
    return np.rint(weights / steps[:, None]).astype(np.int8), steps.astype(np.float32)
