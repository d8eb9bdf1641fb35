"""What two models' numbers come to."""

import numpy as np
import pytest

from faq.blend import Blend, Weights
from faq.features import Floats
from faq.linear import CRISIS
from faq.reading import NEVER, Joint, Reading

LINEAR = (CRISIS, "kind:command", "kind:near", "request:add_date", "request:stop")
TOPICS = ("topic:a", "topic:b", "topic:c")
ENCODER = ("kind:near", "kind:command", "topic:c", "topic:b")
BLEND = Blend(2.0, 0.9, {"en": Weights(1.0, 1.0), "es": Weights(1.0, 0.0)})
JOINT = Joint((*LINEAR, *TOPICS), ENCODER, BLEND)

READING = Reading(
    topics=(("a", 0.5), ("b", 0.5), ("c", 0.1)),
    kinds={"near": 0.1, "abuse": 0.2},
    crisis=-1.0,
    request="stop",
)


def _floats(*numbers: float) -> Floats:
    return np.array(numbers, dtype=np.float32)


# Danger, command, near, add a date, stop; then a, b and c.
MARGINS = _floats(-1.0, -1.0, 0.5, 1.0, -1.0, -0.5, 1.0, -0.5)


def test_reading_when_linear_speaks_alone_then_ranks_by_its_margins() -> None:
    """Topics come by share; equals keep the order of their labels."""
    reading = JOINT.reading(MARGINS, None)

    assert [topic for topic, _ in reading.topics] == ["b", "a", "c"]
    assert (reading.crisis, reading.request) == (-1.0, "add_date")


def test_reading_when_shares_are_summed_then_are_one() -> None:
    """Topics and kinds share certainty among them."""
    reading = JOINT.reading(MARGINS, _floats(0.0, 0.0, 3.0, 1.0), "en")
    shares = [share for _, share in reading.topics] + list(reading.kinds.values())

    assert sum(shares) == pytest.approx(1.0)
    assert min(shares) > 0


def test_reading_when_encoder_is_sure_then_its_topic_leads() -> None:
    """Both are summed, each score with the label it stands for."""
    reading = JOINT.reading(MARGINS, _floats(0.0, 0.0, 9.0, 1.0), "en")

    assert reading.topics[0][0] == "c"
    assert reading.topics[0][1] > 0.9


def test_reading_when_language_is_weighed_otherwise_then_counts_that() -> None:
    """Each language has weights of its own; an unknown one has those of English."""
    scores = _floats(0.0, 0.0, 9.0, 1.0)

    assert JOINT.reading(MARGINS, scores, "es").topics[0][0] == "b"
    assert JOINT.reading(MARGINS, scores, "fr") == JOINT.reading(MARGINS, scores, "en")


def test_told_when_encoder_was_not_taught_a_topic_then_its_margin_tells() -> None:
    """A new answer is found before the encoder is taught anew."""
    margins = _floats(-1.0, -1.0, -1.0, 1.0, -1.0, 2.0, -0.9, -0.9)
    reading = JOINT.reading(margins, _floats(-1.0, -1.2, -1.1, -0.9), "en")

    assert reading.topics[0][0] == "a"


def test_strongest_when_kinds_differ_then_is_the_likeliest() -> None:
    """The nearest rival of the topics is told by name and score."""
    assert READING.strongest(("near", "abuse")) == ("abuse", 0.2)


def test_strongest_when_kind_was_never_taught_then_scores_least() -> None:
    """A kind without lines can never win."""
    assert READING.strongest(("moon",)) == ("moon", NEVER)


def test_without_when_topic_is_ranked_then_leaves_it_out() -> None:
    """A follow-up asks for something else than what was just answered."""
    assert [topic for topic, _ in READING.without("a").topics] == ["b", "c"]
