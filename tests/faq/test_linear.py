"""A linear model as numbers, and its margins for a message."""

import numpy as np
import pytest

from faq.features import PLACES, weigh
from faq.linear import CRISIS, Linear, whole_numbers

LABELS = (CRISIS, "kind:near", "request:stop", "topic:a", "topic:b")


def _linear() -> Linear:
    """One word, "iep", which speaks for topic b and for nearby matters."""
    weighing = weigh([["iep"]])
    (place,), _ = weighing.vector(["iep"])
    weights = np.zeros((PLACES, len(LABELS)))
    weights[place] = [-1.0, 0.5, -1.0, -0.5, 1.0]
    whole, steps = whole_numbers(weights)
    bias = np.full(len(LABELS), -0.25, dtype=np.float32)
    return Linear(weighing=weighing, labels=LABELS, weights=whole, steps=steps, bias=bias)


def test_margins_when_a_word_is_known_then_speak_for_its_labels() -> None:
    """The weights of the word, and the bias."""
    expected = [-1.25, 0.25, -1.25, -0.75, 0.75]

    assert _linear().margins(["iep"]).tolist() == pytest.approx(expected, abs=0.01)


def test_margins_when_no_word_is_known_then_only_the_bias_speaks() -> None:
    """Unknown words neither help nor harm."""
    assert _linear().margins(["zzz"]).tolist() == [-0.25] * len(LABELS)


def test_whole_numbers_when_multiplied_back_then_are_close() -> None:
    """No weight moves by more than half a step of its row; a row of zeros stays."""
    weights = np.array([[0.3, -0.9, 0.001], [0.0, 0.0, 0.0]])
    whole, steps = whole_numbers(weights)

    assert whole.dtype == np.int8
    assert np.abs(whole * steps[:, None] - weights).max() <= 0.9 / 127 / 2 + 1e-6
