"""Thresholds and weights from held-out lines."""

from collections.abc import Sequence

import numpy as np
import pytest

from faq.blend import Blend, Weights
from faq.calibration import (
    FIGURE_MARGIN,
    REQUEST_SURE,
    HeldOut,
    Unseen,
    calibrate,
    folds_of,
    settle,
    thresholds,
    weigh_models,
)
from faq.features import Floats
from faq.lexicon import Line
from faq.linear import Linear
from faq.reading import Joint, Reading


class _Echo:
    """Stands in for a model: remembers what it was taught, and tells when it reads it."""

    labels = ("x",)

    def __init__(self, taught: Sequence[Line]) -> None:
        self.taught = {line.text for line in taught}

    def margins(self, words: Sequence[str]) -> Floats:
        """One margin, 1 for a line that was taught."""
        return np.array([float(" ".join(words) in self.taught)], dtype=np.float32)


def _fit(topics: Sequence[Line], nontopic: Sequence[Line]) -> Linear:
    return _Echo([*topics, *nontopic])  # type: ignore[return-value] # reads like one


TOPICS = [Line("a", "en", f"topic {number}") for number in range(7)]
OTHERS = [Line("near", "en", f"other {number}") for number in range(3)]


def test_folds_when_held_out_then_each_line_is_read_once() -> None:
    """Every line is judged, none twice."""
    held = list(folds_of(TOPICS, OTHERS, fit=_fit, labels=("x",), folds=3))

    assert sorted(each.line.text for each in held) == sorted(
        line.text for line in (*TOPICS, *OTHERS)
    )


def test_folds_when_held_out_then_no_line_was_taught() -> None:
    """A line is judged by a model that never saw it."""
    held = list(folds_of(TOPICS, OTHERS, fit=_fit, labels=("x",), folds=3))

    assert [each.line.text for each in held if each.margins[0]] == []


def _held(label: str, *, best: float = 0.6, second: float = 0.1, **more: float) -> HeldOut:
    """One line; its best topic is "a"; ``more`` are crisis and kinds by name."""
    crisis = more.pop("crisis", -1.0)
    topics = (("a", best), ("b", second), ("c", second / 2))
    return HeldOut(Line(label, "en", "x"), Reading(topics, dict(more), crisis, ""))


SURE = [_held("a", command=0.01) for _ in range(100)]
OTHER = [_held("near", best=0.05, near=0.5) for _ in range(100)]
FIGURE = [_held("figure", crisis=0.1)]
REQUEST = [_held("command", command=0.5)]
CRISIS = [_held("crisis", crisis=1.0)]
BEHIND = [_held("b", best=0.5, second=0.4)]
WORLD = [*SURE, *OTHER, *FIGURE, *REQUEST, *CRISIS, *BEHIND]


def test_thresholds_when_models_are_right_then_are_the_strictest_that_answer_all() -> None:
    """The most doubtful line of all has 0.5 and 0.4: nothing below that is let in."""
    limits = thresholds(WORLD, [*SURE, *OTHER, *REQUEST, *BEHIND])

    assert (limits.answer_score, limits.answer_gap) == (0.45, 0.05)


def test_thresholds_when_answers_would_be_wrong_then_ask_for_the_gap_that_tells() -> None:
    """Wrong answers lie close to the second topic here: the gap must keep them out."""
    wrong = [_held("b", best=0.6, second=0.35) for _ in range(100)]

    assert thresholds(WORLD, [*WORLD, *wrong]).answer_gap > 0.2


def test_thresholds_when_other_matters_look_like_topics_then_ask_for_the_lead() -> None:
    """Small talk may not be answered: the lead over its kind must keep it out."""
    talk = [_held("chitchat", chitchat=0.3) for _ in range(100)]

    assert thresholds(WORLD, [*WORLD, *talk]).answer_lead > 0.2


def test_thresholds_when_no_tests_reach_the_aim_then_are_the_strictest() -> None:
    """Models that are always wrong answer as little as the tests allow."""
    wrong = [_held("b", command=0.01) for _ in range(10)]
    limits = thresholds(WORLD, [*wrong, *OTHER, *FIGURE])

    assert (limits.answer_score, limits.answer_gap, limits.answer_lead) == (
        pytest.approx(0.95),
        pytest.approx(0.9),
        pytest.approx(0.5),
    )


def test_thresholds_when_figures_score_then_danger_that_is_over_must_score_more() -> None:
    """No figure of speech reaches the score at which nothing speaks against an alarm."""
    assert thresholds(WORLD, WORLD).settled_score == round(0.1 + FIGURE_MARGIN, 2)


def test_thresholds_when_done_then_have_two_places() -> None:
    """The file is read by people."""
    figure = [_held("figure", crisis=0.18000001)]

    assert thresholds([*WORLD, *figure], WORLD).settled_score == 0.68


def test_thresholds_when_right_topic_comes_second_then_choices_reach_it() -> None:
    """Choices go as far behind the best topic as the right ones lie."""
    assert thresholds(WORLD, WORLD).choices_gap == pytest.approx(0.1, abs=0.01)


def test_thresholds_when_questions_look_like_requests_then_the_score_rises() -> None:
    """A question is hardly ever taken for a request."""
    asked = [_held("a", command=0.95) for _ in range(10)]

    assert thresholds(WORLD, WORLD).command_score == REQUEST_SURE
    assert thresholds(WORLD, [*WORLD, *asked]).command_score == 0.95


LABELS = (
    "crisis",
    "kind:command",
    "kind:figure",
    "kind:near",
    "request:stop",
    "topic:a",
    "topic:b",
)


def _margins(label: str, by: float) -> Floats:
    """Margins of -1, but for ``label``, which has ``by`` more."""
    return np.array([-1 + by * (name == label) for name in LABELS], dtype=np.float32)


def _unseen(label: str, seen_as: str, count: int) -> list[Unseen]:
    return [
        Unseen(Line(label, "en", f"{label} {seen_as} {number}"), _margins(f"topic:{seen_as}", 1))
        for number in range(count)
    ]


JOINT = Joint(LABELS, LABELS, Blend(1.0, 1.0, {"en": Weights(1.0, 1.0)}))
# The linear model is right three times of four; the encoder is always right.
UNSEEN = [*_unseen("a", "a", 30), *_unseen("b", "b", 30), *_unseen("a", "b", 20)]
KNOWN = {each.line: _margins(f"topic:{each.line.label}", 9) for each in UNSEEN}


def test_weigh_when_the_encoder_is_right_more_often_then_has_the_most_to_say() -> None:
    """The linear model counts as far as it does no harm."""
    weights = weigh_models(JOINT, UNSEEN, KNOWN).spoken["en"]

    assert weights.linear == pytest.approx(weights.encoder * 8, abs=0.01)


def test_weigh_when_the_encoder_misleads_then_has_the_least_to_say() -> None:
    """Where words are right and the encoder is not, words lead."""
    sure = [each for each in UNSEEN if each.line.label == each.line.text.split()[1]]
    wrong = {each.line: _margins("kind:near", 9) for each in sure}
    weights = weigh_models(JOINT, sure, wrong).spoken["en"]

    assert weights.linear > weights.encoder * 9


def test_weigh_when_a_model_is_always_right_then_is_stretched_more() -> None:
    """Shares of certainty come true: who is always right may be sure."""
    sure = [each for each in UNSEEN if each.line.label == each.line.text.split()[1]]

    assert weigh_models(JOINT, sure, KNOWN).alone > weigh_models(JOINT, UNSEEN, KNOWN).alone


def test_settle_when_words_are_as_good_then_asks_no_encoder() -> None:
    """Where both are always right, words settle all that they are sure of."""
    sure = [each for each in UNSEEN if each.line.label == each.line.text.split()[1]]

    assert settle(JOINT, sure, KNOWN).settled == 0.95


def test_settle_when_the_encoder_mends_much_then_is_asked() -> None:
    """Words that are often wrong settle nothing."""
    stretched = Joint(LABELS, LABELS, Blend(9.0, 1.0, {"en": Weights(0.5, 1.0)}))

    assert settle(stretched, UNSEEN, KNOWN).settled == 1.0


def test_calibrate_when_given_numbers_then_puts_the_models_together() -> None:
    """Answers rest on lines that both have not seen, and on both."""
    other = [
        Unseen(Line("near", "en", f"n {number}"), _margins("kind:near", 1)) for number in range(9)
    ]
    figure = [Unseen(Line("figure", "en", "f"), _margins("kind:near", 1))]
    unseen = [*UNSEEN, *other, *figure]
    scores = KNOWN | {each.line: _margins("kind:near", 1) for each in other}
    scores[UNSEEN[0].line] = _margins("topic:b", 18)
    joint = Joint(LABELS, LABELS, weigh_models(JOINT, [*UNSEEN, *other], scores))

    assert calibrate(joint, unseen, scores).answer_score < 0.95
