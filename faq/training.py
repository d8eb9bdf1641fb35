"""From phrasings to a linear model: support vector machines over the features.

Only this module needs scikit-learn, which takes a second and 60 MB to load: it is imported
when there is something to train, never to answer.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.svm import LinearSVC

from faq.features import PLACES, Weighing, weigh
from faq.lexicon import Line
from faq.linear import CRISIS, KIND, REQUEST, TOPIC, Doubles, Linear, whole_numbers
from faq.wording import read

_SOFTNESS: Final = 0.3
"""The machine's C, the best of 0.1, 0.3 and 1.0 on held-out questions."""

FIGURE: Final = "figure"
"""Lines that sound like danger and are none: they teach the crisis column alone."""


def fit(topics: Sequence[Line], nontopic: Sequence[Line]) -> Linear:
    """The model that these lines teach, in both languages at once.

    Takes about 10 seconds of one core for 130 topics. The same lines give the same model.
    """
    lines = [*topics, *nontopic]
    texts = [read(line.text) for line in lines]
    weighing = weigh(texts)
    rows = matrix(weighing, texts)
    parts = (
        _kind_columns(rows, topics, nontopic),
        _request_columns(rows, lines),
        _crisis_column(rows, lines),
    )
    labels = [label for names, _, _ in parts for label in names]
    order = np.argsort(labels)
    weights = np.hstack([weights for _, weights, _ in parts])[:, order]
    whole, steps = whole_numbers(weights)
    return Linear(
        weighing=weighing,
        labels=[labels[place] for place in order],
        weights=whole,
        steps=steps,
        bias=np.hstack([bias for _, _, bias in parts])[order].astype(np.float32),
    )


def labelled(topics: Sequence[Line], nontopic: Sequence[Line]) -> list[tuple[str, Line]]:
    """Each line with the label it stands for, without figures of speech: they are no kind."""
    lines = [(TOPIC + line.label, line) for line in topics]
    return lines + [(KIND + line.label, line) for line in nontopic if line.label != FIGURE]


def matrix(weighing: Weighing, texts: Sequence[Sequence[str]]) -> sparse.csr_matrix:
    """One row of feature weights a text."""
    vectors = [weighing.vector(text) for text in texts]
    ends = np.cumsum([0, *(len(numbers) for numbers, _ in vectors)])
    numbers = np.concatenate([numbers for numbers, _ in vectors])
    weights = np.concatenate([weights for _, weights in vectors])
    return sparse.csr_matrix((weights, numbers, ends), shape=(len(texts), PLACES))


_Columns = tuple[list[str], Doubles, Doubles]


def _kind_columns(
    rows: sparse.csr_matrix, topics: Sequence[Line], nontopic: Sequence[Line]
) -> _Columns:
    """A column a topic and a column a kind, each against all others."""
    labels = [TOPIC + line.label for line in topics] + [KIND + line.label for line in nontopic]
    return _columns(rows, labels, [label != KIND + FIGURE for label in labels])


def _request_columns(rows: sparse.csr_matrix, lines: Sequence[Line]) -> _Columns:
    """A column a request, taught by requests alone: which it is, not whether it is one."""
    return _columns(
        rows, [REQUEST + line.request for line in lines], [bool(line.request) for line in lines]
    )


def _crisis_column(rows: sparse.csr_matrix, lines: Sequence[Line]) -> _Columns:
    """One column: words of danger against everything else, figures of speech included."""
    machine = LinearSVC(C=_SOFTNESS, class_weight="balanced", random_state=0)
    machine.fit(rows, [line.label == CRISIS for line in lines])
    return [CRISIS], machine.coef_.T, machine.intercept_


def _columns(rows: sparse.csr_matrix, labels: Sequence[str], taught: Sequence[bool]) -> _Columns:
    chosen: NDArray[np.intp] = np.flatnonzero(taught)
    machine = LinearSVC(C=_SOFTNESS, random_state=0)
    machine.fit(rows[chosen], [labels[place] for place in chosen])
    names = [str(name) for name in machine.classes_]
    return names, machine.coef_.T, machine.intercept_
