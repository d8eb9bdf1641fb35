"""Thresholds and weights from held-out lines: what the desk must see before it answers.

Every line is judged by models that were taught without it. Such lines are harder than life: each
fold loses lines that say the same in other words, and a topic's lines were written to differ.
So the aims below are shares among them, not promises; what they come to on parents' questions
is measured apart (docs/answers.md).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from faq.blend import Blend, Weights
from faq.features import Floats
from faq.lexicon import Line
from faq.linear import CRISIS, KIND, TOPIC, Linear
from faq.reading import NEVER, Joint, Reading
from faq.thresholds import Thresholds
from faq.wording import read

RIGHT_WANTED: Final = 0.88
"""Share of answers that must be right among lines that neither model saw."""

SECOND_RIGHT_WANTED: Final = 0.82
"""The same for the answer to a second question, by the linear model alone."""

OTHERS_ANSWERED: Final = 0.05
"""Share of small talk and other matters that may get an answer."""

DECLINED: Final = 0.01
"""Share of questions that may get no choices for too low a score."""

CHOICES_KEPT: Final = 0.97
"""Share of right topics in second or third place that choices must keep."""

AS_GOOD: Final = 0.995
"""Share of the best choice's hits that another must have to be taken for as good."""

FALSE_ALARMS: Final = 0.002
"""Share of harmless lines whose score of danger alone may raise the alarm."""

FIGURE_MARGIN: Final = 0.5
"""Added to the highest score of any figure of speech: parents will find stronger ones."""

FALSE_REQUESTS: Final = 0.004
"""Share of questions whose score of a request alone may be taken for one."""

REQUEST_SURE: Final = 0.9
"""The least share of a request that no pattern knows: a name or an odd word is none."""

_OTHERS: Final = ("near", "unrelated", "chitchat", "abuse")
_FIGURE: Final = "figure"
_NO: Final = -1.0
_COMMAND: Final = "command"
_ASIDE: Final = frozenset({*_OTHERS, _FIGURE, _COMMAND, CRISIS})
_THREE: Final = 3
_TIMES: Final = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20)
_STRETCHES: Final = (0.01, 50.0)
_SHARES: Final = np.arange(0.95, 1.02, 0.01)
_SCORES: Final = np.arange(0.1, 0.96, 0.05)
_GAPS: Final = np.arange(0.0, 0.91, 0.05)
_LEADS: Final = np.arange(0.0, 0.51, 0.1)

Marks = NDArray[np.bool_]
Margins = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Unseen:
    """One line, and the margins of a linear model that never saw it."""

    line: Line
    margins: Floats


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One line, and what the models that never saw it make of it."""

    line: Line
    reading: Reading


def folds_of(
    topics: Sequence[Line],
    nontopic: Sequence[Line],
    *,
    fit: Callable[[Sequence[Line], Sequence[Line]], Linear],
    labels: Sequence[str],
    folds: int,
) -> Iterator[Unseen]:
    """Every line, read by a linear model that was taught without it.

    Line n belongs to fold n modulo ``folds``: lines of a topic stand together, so each fold
    takes an even share of each topic. A rare label that a fold was not taught gets a firm no.
    """
    for fold in range(folds):
        linear = fit(_without(topics, fold, folds), _without(nontopic, fold, folds))
        taught = [labels.index(label) for label in linear.labels]
        for line in (*topics[fold::folds], *nontopic[fold::folds]):
            margins = np.full(len(labels), _NO, dtype=np.float32)
            margins[taught] = linear.margins(read(line.text))
            yield Unseen(line, margins)


def _without(lines: Sequence[Line], fold: int, folds: int) -> list[Line]:
    return [line for place, line in enumerate(lines) if place % folds != fold]


def weigh_models(joint: Joint, unseen: Sequence[Unseen], scores: Mapping[Line, Floats]) -> Blend:
    """The weights of both models, by language.

    How much the linear model counts beside the encoder is what puts the right topic first, and
    among the first three, most often. Of choices that are as good but for ``AS_GOOD`` it is the one
    with most of the linear model: lines that were taken away say the same in other words, which
    it misses more than the encoder does. How far both are stretched is what makes shares of
    certainty come true most often (maximum likelihood).

    Args:
        joint: knows the labels of both models.
        unseen: lines by the linear model.
        scores: of those lines that the encoder was not taught either.
    """
    taught = [each for each in unseen if each.line.label != _FIGURE]
    right = np.array([joint.asked.index(_label(each.line)) for each in taught])
    margins = np.array([joint.asked_of(each.margins) for each in taught])
    spoken = {}
    for language in sorted({line.language for line in scores}):
        rows = [
            row
            for row, each in enumerate(taught)
            if each.line in scores and each.line.language == language
        ]
        told = np.array([joint.told_of(margins[row], scores[taught[row].line]) for row in rows])
        sums = {times: margins[rows] * times + told for times in _TIMES}
        asks = np.array([taught[row].line.label not in _ASIDE for row in rows])
        hits = {times: _hits(sums[times][asks], right[rows][asks]) for times in _TIMES}
        times = max(times for times in _TIMES if hits[times] >= AS_GOOD * max(hits.values()))
        stretch = _likeliest(sums[times], right[rows])
        spoken[language] = Weights(round(times * stretch, 3), stretch)
    return Blend(_likeliest(margins, right), 1.0, spoken)


def _hits(numbers: Floats, right: NDArray[np.intp]) -> int:
    """How often the right column has the highest number, and one of the three highest."""
    highest = np.argsort(-numbers, axis=1)[:, :_THREE] == right[:, None]
    return int(highest[:, 0].sum() + highest.sum())


def settle(joint: Joint, unseen: Sequence[Unseen], scores: Mapping[Line, Floats]) -> Blend:
    """The weights of ``joint``, with the share from which the encoder need not be asked.

    From there on, both models together are right no oftener than the linear model alone; less
    than 0.95 is no certainty.
    """
    asked = [each for each in unseen if each.line in scores and each.line.label not in _ASIDE]
    alone = [joint.reading(each.margins, None) for each in asked]
    both = [_together(joint, each, scores) for each in asked]
    shares = np.array([reading.topics[0][1] for reading in alone])
    gained = np.array(
        [
            (b.topics[0][0] == each.line.label) - (a.topics[0][0] == each.line.label)
            for each, a, b in zip(asked, alone, both, strict=True)
        ],
        dtype=np.float64,
    )
    gains = {float(share): gained[shares >= share].sum() for share in _SHARES}
    doubtful = max((share for share, gain in gains.items() if gain > 0), default=0.0)
    settled = min(share for share in gains if share > doubtful)
    return replace(joint.blend, settled=round(settled, 2))


def _together(joint: Joint, each: Unseen, scores: Mapping[Line, Floats]) -> Reading:
    return joint.reading(each.margins, scores[each.line], each.line.language)


def _read(joint: Joint, each: Unseen, scores: Mapping[Line, Floats]) -> Reading:
    """As the matcher reads."""
    alone = joint.reading(each.margins, None)
    return alone if joint.settles(alone) else _together(joint, each, scores)


def _label(line: Line) -> str:
    return (KIND if line.label in _ASIDE else TOPIC) + line.label


def _likeliest(numbers: Floats, right: NDArray[np.intp]) -> float:
    """The factor by which the softmax of ``numbers`` fits ``right`` best."""

    def loss(factor: float) -> float:
        stretched = numbers * factor
        stretched -= stretched.max(axis=1, keepdims=True)
        told = stretched[np.arange(len(right)), right]
        return -float((told - np.log(np.exp(stretched).sum(axis=1))).mean())

    return round(float(minimize_scalar(loss, bounds=_STRETCHES, method="bounded").x), 3)


def calibrate(joint: Joint, unseen: Sequence[Unseen], scores: Mapping[Line, Floats]) -> Thresholds:
    """The thresholds that reach the aims above on held-out lines and answer the most.

    Args:
        joint: puts the two models together.
        unseen: lines by the linear model: danger and second questions, which it judges alone.
        scores: of those lines that the encoder was not taught either.
    """
    alone = [HeldOut(each.line, joint.reading(each.margins, None)) for each in unseen]
    both = [
        HeldOut(each.line, _read(joint, each, scores)) for each in unseen if each.line in scores
    ]
    return thresholds(alone, both)


def thresholds(alone: Sequence[HeldOut], both: Sequence[HeldOut]) -> Thresholds:
    """The same from readings by the linear ``alone`` and by ``both`` models."""
    table = _Table(_questions(both))
    answer = _surest(table, _Table(_others(both)), RIGHT_WANTED)
    second = _surest(_Table(_questions(alone)), _Table(_others(alone)), SECOND_RIGHT_WANTED)
    harmless = [held.reading.crisis for held in alone if held.line.label != CRISIS]
    figures = [held.reading.crisis for held in alone if held.line.label == _FIGURE]
    requests = [held.reading.kinds.get(_COMMAND, NEVER) for held in _questions(both)]
    return Thresholds(
        answer_score=answer[0],
        answer_gap=answer[1],
        answer_lead=answer[2],
        second_score=second[0],
        second_gap=second[1],
        choices_score=_quantile(table.best, DECLINED),
        choices_gap=_quantile(table.behind, CHOICES_KEPT),
        crisis_score=_quantile(harmless, 1 - FALSE_ALARMS),
        settled_score=round(_quantile(figures, 1.0) + FIGURE_MARGIN, 2),
        command_score=max(REQUEST_SURE, _quantile(requests, 1 - FALSE_REQUESTS)),
    )


def _questions(held_out: Sequence[HeldOut]) -> list[HeldOut]:
    return [held for held in held_out if held.line.label not in _ASIDE]


def _others(held_out: Sequence[HeldOut]) -> list[HeldOut]:
    return [held for held in held_out if held.line.label in _OTHERS]


class _Table:
    """The scores of many lines, in columns."""

    def __init__(self, held_out: Sequence[HeldOut]) -> None:
        readings = [held.reading for held in held_out]
        self.best: Margins = np.array([reading.topics[0][1] for reading in readings])
        self.gap: Margins = self.best - np.array([reading.topics[1][1] for reading in readings])
        rivals = [reading.strongest(_OTHERS)[1] for reading in readings]
        self.lead: Margins = self.best - np.array(rivals)
        self.right: Marks = np.array([h.reading.topics[0][0] == h.line.label for h in held_out])
        self.behind = [
            reading.topics[0][1] - score
            for held, reading in zip(held_out, readings, strict=True)
            for topic, score in reading.topics[1:3]
            if topic == held.line.label
        ]

    def answered(self, score: float, gap: float, lead: float) -> Marks:
        """Which lines pass the three tests."""
        return (self.best >= score) & (self.gap >= gap) & (self.lead >= lead)


def _surest(questions: _Table, others: _Table, wanted: float) -> tuple[float, float, float]:
    """The strictest three tests that answer most questions, ``wanted`` of them right.

    Where no tests reach the aim, the strictest ones are taken.
    """
    most, best = 0, (_SCORES[-1], _GAPS[-1], _LEADS[-1])
    for tests in product(_SCORES, _GAPS, _LEADS):
        passed = questions.answered(*tests)
        count = int(passed.sum())
        if count < max(most, 1) or questions.right[passed].mean() < wanted:
            continue
        if others.answered(*tests).mean() <= OTHERS_ANSWERED:
            most, best = count, tests
    score, gap, lead = (round(float(test), 2) for test in best)
    return score, gap, lead


def _quantile(values: Sequence[float] | Margins, share: float) -> float:
    return round(float(np.quantile(np.asarray(values, dtype=np.float64), share)), 2)
