"""A linear model as numbers, and what it says of one message."""

import numpy as np
import pytest

from faq.features import PLACES, weigh
from faq.matching import CRISIS, NEVER, Matcher, Reading, whole_numbers

LABELS = (CRISIS, "kind:command", "kind:near", "request:add_date", "request:stop")
TOPICS = ("topic:a", "topic:b", "topic:c")

READING = Reading(
    topics=(("a", 0.5), ("b", 0.5), ("c", -1.0)),
    kinds={"near": -0.5, "abuse": -0.2},
    crisis=-1.0,
    request="stop",
)


def _matcher() -> Matcher:
    """One word, "iep", which speaks for topic b, for nearby matters and for adding a date."""
    weighing = weigh([["iep"]])
    (place,), _ = weighing.vector(["iep"])
    weights = np.zeros((PLACES, len(LABELS) + len(TOPICS)))
    weights[place] = [-1.0, -1.0, 0.5, 1.0, -1.0, -0.5, 1.0, -0.5]
    whole, steps = whole_numbers(weights)
    bias = np.zeros(len(LABELS) + len(TOPICS), dtype=np.float32)
    return Matcher(
        weighing=weighing, labels=(*LABELS, *TOPICS), weights=whole, steps=steps, bias=bias
    )


def test_read_when_topics_differ_then_ranks_the_best_first() -> None:
    """Topics come by score; equals keep the order of their labels."""
    topics = _matcher().read(["iep"]).topics

    assert [topic for topic, _ in topics] == ["b", "a", "c"]
    assert topics[0][1] == pytest.approx(1.0, abs=0.01)


def test_read_when_done_then_tells_kinds_danger_and_request() -> None:
    """One reading holds everything that the desk asks about."""
    reading = _matcher().read(["iep"])

    assert reading.kinds["near"] == pytest.approx(0.5, abs=0.01)
    assert reading.crisis == pytest.approx(-1.0, abs=0.01)
    assert reading.request == "add_date"


def test_read_when_no_word_is_known_then_only_the_bias_speaks() -> None:
    """Unknown words neither help nor harm."""
    assert _matcher().margins(["zzz"]).tolist() == [0.0] * 8


def test_strongest_when_kinds_differ_then_is_the_likeliest() -> None:
    """The nearest rival of the topics is told by name and score."""
    assert READING.strongest(("near", "abuse")) == ("abuse", -0.2)


def test_strongest_when_kind_was_never_taught_then_scores_least() -> None:
    """A kind without lines can never win."""
    assert READING.strongest(("moon",)) == ("moon", NEVER)


def test_without_when_topic_is_ranked_then_leaves_it_out() -> None:
    """A follow-up asks for something else than what was just answered."""
    assert [topic for topic, _ in READING.without("a").topics] == ["b", "c"]


def test_whole_numbers_when_multiplied_back_then_are_close() -> None:
    """No weight moves by more than half a step of its row; a row of zeros stays."""
    weights = np.array([[0.3, -0.9, 0.001], [0.0, 0.0, 0.0]])
    whole, steps = whole_numbers(weights)

    assert whole.dtype == np.int8
    assert np.abs(whole * steps[:, None] - weights).max() <= 0.9 / 127 / 2 + 1e-6
