"""What two models' numbers come to: shares of certainty among topics and kinds of message.

Pure arithmetic: no training, no files, no thresholds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from faq.blend import Blend
from faq.features import Floats
from faq.linear import CRISIS, KIND, REQUEST, TOPIC

NEVER = -10.0
"""Below every score that a message can have."""

_RANKED = 12
"""Topics of a reading: five are told, the rest lets a follow-up leave one out."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the models make of one message.

    Attributes:
        topics: the likeliest topics, best first, each with its share from 0 to 1. Topics and
            kinds share 1 among them.
        kinds: what else the message may be ("near", "command", ...), with its share.
        crisis: how much it looks like a word of danger: a margin, above 0 means yes.
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


class Joint:
    """Puts the margins of the linear model and the scores of the encoder together.

    Attributes:
        asked: the labels that both are asked about: topics, then kinds.
        blend: how much each has to say.
    """

    __slots__ = ("_crisis", "_kinds", "_requests", "_told", "_topics", "asked", "blend")

    def __init__(self, linear: Sequence[str], encoder: Sequence[str], blend: Blend) -> None:
        """Take the labels of both; ``encoder`` is empty where it is not asked."""
        self._topics = _columns(linear, TOPIC)
        self._kinds = _columns(linear, KIND)
        self._requests = _columns(linear, REQUEST)
        self._crisis = list(linear).index(CRISIS)
        self.asked = (*linear[self._topics.places], *linear[self._kinds.places])
        self.blend = blend
        places = {label: place for place, label in enumerate(encoder)}
        # Where the encoder tells of each topic and kind; -1 of what it was not taught.
        self._told = np.array([places.get(label, -1) for label in self.asked])

    def reading(self, margins: Floats, scores: Floats | None, language: str = "") -> Reading:
        """What the numbers of one message come to; ``scores`` is None without the encoder."""
        asked = self.asked_of(margins)
        if scores is None:
            shares = _shares(asked * self.blend.alone)
        else:
            weights = self.blend.weights(language)
            told = self.told_of(asked, scores)
            shares = _shares(asked * weights.linear + told * weights.encoder)
        topics, kinds = np.split(shares, [len(self._topics.names)])
        order = np.argsort(-topics, kind="stable")[:_RANKED].tolist()
        requests = margins[self._requests.places]
        return Reading(
            topics=tuple((self._topics.names[place], float(topics[place])) for place in order),
            kinds=dict(zip(self._kinds.names, kinds.tolist(), strict=True)),
            crisis=float(margins[self._crisis]),
            request=self._requests.names[int(requests.argmax())],
        )

    def settles(self, alone: Reading) -> bool:
        """Whether words alone leave so little doubt that the encoder need not be asked."""
        return alone.topics[0][1] >= self.blend.settled

    def asked_of(self, margins: Floats) -> Floats:
        """The margins of ``asked``."""
        return np.concatenate([margins[self._topics.places], margins[self._kinds.places]])

    def told_of(self, asked: Floats, scores: Floats) -> Floats:
        """The encoder's scores of ``asked``.

        One that it was not taught lies as far from the mean of the others as its margin does.
        """
        known = self._told >= 0
        told, beside = scores[self._told[known]], asked[known]
        far = (asked - beside.mean()) / (beside.std() or 1)
        filled = told.mean() + far * told.std()
        filled[known] = told
        return np.asarray(filled)


@dataclass(frozen=True, slots=True)
class _Columns:
    places: slice
    names: tuple[str, ...]


def _columns(labels: Sequence[str], prefix: str) -> _Columns:
    """Where the labels of one sort stand; they stand together."""
    places = [place for place, label in enumerate(labels) if label.startswith(prefix)]
    names = tuple(labels[place].removeprefix(prefix) for place in places)
    return _Columns(slice(places[0], places[-1] + 1), names)


def _shares(numbers: Floats) -> Floats:
    """Positive shares of 1, the greater the higher the number (softmax)."""
    grown = np.exp(numbers - numbers.max())
    return np.asarray(grown / grown.sum())
