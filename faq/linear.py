"""A trained linear model as numbers, and its margins for one message.

Pure arithmetic on numpy arrays: no training, no files, no thresholds.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faq.features import Floats, Weighing

Bytes = NDArray[np.int8]
Doubles = NDArray[np.float64]

CRISIS = "crisis"
TOPIC, KIND, REQUEST = "topic:", "kind:", "request:"
"""How the labels of the model's columns begin; ``CRISIS`` is a label of its own."""

_LARGEST = 127


class Linear:
    """The model: one row of weights a place of features, one column a label.

    Weights are held as whole numbers of a step that each row has for itself: a quarter of the
    memory, and no measurable loss (docs/decisions/0003-matching.md).
    """

    __slots__ = ("bias", "labels", "steps", "weighing", "weights")

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

    def margins(self, words: Sequence[str]) -> Floats:
        """One number a label, above 0 for yes: the weighted sum of the features, and the bias."""
        numbers, amounts = self.weighing.vector(words)
        rows = self.weights.take(numbers, axis=0).astype(np.float32)
        return np.asarray((amounts * self.steps.take(numbers)) @ rows + self.bias)


def whole_numbers(weights: Doubles) -> tuple[Bytes, Floats]:
    """``weights`` as whole numbers from -127 to 127, and the step of each row."""
    largest = np.abs(weights).max(axis=1)
    steps = np.where(largest > 0, largest / _LARGEST, 1.0)
    return np.rint(weights / steps[:, None]).astype(np.int8), steps.astype(np.float32)
