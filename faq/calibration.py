"""Thresholds from held-out lines: what the desk must see before it answers.

Every line is judged by a matcher that was taught without it (folds). The folds are harder than
life: each loses lines that say the same in other words, and a topic's lines were written to
differ. So the aims below are shares among the folds, not promises; what they come to on
parents' questions is measured apart (docs/decisions/0003-matching.md).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from faq.lexicon import Line
from faq.matching import CRISIS, NEVER, Matcher, Reading
from faq.thresholds import Thresholds
from faq.wording import read

RIGHT_WANTED: Final = 0.74
"""Share of answers among the folds that must be right."""

SECOND_RIGHT_WANTED: Final = 0.82
"""The same for the answer to a second question, which nobody may miss if it is left out."""

OTHERS_ANSWERED: Final = 0.08
"""Share of small talk and other matters that may get an answer among the folds."""

DECLINED: Final = 0.03
"""Share of questions that may get no choices for too low a score."""

CHOICES_KEPT: Final = 0.9
"""Share of right topics in second or third place that choices must keep."""

FALSE_ALARMS: Final = 0.002
"""Share of harmless lines whose score of danger alone may raise the alarm."""

FIGURE_MARGIN: Final = 0.5
"""Added to the highest score of any figure of speech: parents will find stronger ones."""

FALSE_REQUESTS: Final = 0.004
"""Share of questions whose score of a request alone may be taken for one."""

_OTHERS: Final = ("near", "unrelated", "chitchat", "abuse")
_FIGURE: Final = "figure"
_COMMAND: Final = "command"
_SCORES: Final = np.arange(-0.8, 0.01, 0.05)
_GAPS: Final = np.arange(0.05, 0.61, 0.05)
_LEADS: Final = np.arange(0.0, 0.51, 0.05)

Marks = NDArray[np.bool_]
Margins = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One line and what a matcher that never saw it made of it."""

    line: Line
    reading: Reading


def folds_of(
    topics: Sequence[Line],
    nontopic: Sequence[Line],
    *,
    fit: Callable[[Sequence[Line], Sequence[Line]], Matcher],
    folds: int,
) -> Iterator[HeldOut]:
    """Every line, read by a matcher that was taught without it.

    Line n belongs to fold n modulo ``folds``: lines of a topic stand together, so each fold
    takes an even share of each topic.
    """
    for fold in range(folds):
        matcher = fit(_without(topics, fold, folds), _without(nontopic, fold, folds))
        for line in (*topics[fold::folds], *nontopic[fold::folds]):
            yield HeldOut(line, matcher.read(read(line.text)))


def _without(lines: Sequence[Line], fold: int, folds: int) -> list[Line]:
    return [line for place, line in enumerate(lines) if place % folds != fold]


def calibrate(held_out: Sequence[HeldOut]) -> Thresholds:
    """The thresholds that reach the aims above on ``held_out`` and answer the most."""
    others = [held for held in held_out if held.line.label in _OTHERS]
    aside = {*_OTHERS, _FIGURE, _COMMAND, CRISIS}
    questions = [held for held in held_out if held.line.label not in aside]
    table = _Table(questions)
    answer = _surest(table, _Table(others), RIGHT_WANTED)
    second = _surest(table, _Table(others), SECOND_RIGHT_WANTED)
    harmless = [held.reading.crisis for held in held_out if held.line.label != CRISIS]
    figures = [held.reading.crisis for held in held_out if held.line.label == _FIGURE]
    requests = [held.reading.kinds.get(_COMMAND, NEVER) for held in questions]
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
        command_score=_quantile(requests, 1 - FALSE_REQUESTS),
    )


class _Table:
    """The margins of many lines, in columns."""

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
    """The three tests that answer most questions, ``wanted`` of them right.

    Where no tests reach the aim, the strictest ones are taken.
    """
    most, best = 0, (float(_SCORES[-1]), float(_GAPS[-1]), float(_LEADS[-1]))
    for tests in product(_SCORES, _GAPS, _LEADS):
        passed = questions.answered(*tests)
        count = int(passed.sum())
        if count <= most or questions.right[passed].mean() < wanted:
            continue
        if others.answered(*tests).mean() <= OTHERS_ANSWERED:
            score, gap, lead = tests
            most, best = (
                count,
                (round(float(score), 2), round(float(gap), 2), round(float(lead), 2)),
            )
    return best


def _quantile(values: Sequence[float] | Margins, share: float) -> float:
    return round(float(np.quantile(np.asarray(values, dtype=np.float64), share)), 2)
