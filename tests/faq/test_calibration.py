"""Thresholds from held-out lines."""

from collections.abc import Sequence

import pytest

from faq.calibration import FIGURE_MARGIN, HeldOut, calibrate, folds_of
from faq.lexicon import Line
from faq.matching import Matcher, Reading


class _Echo:
    """Stands in for a matcher: remembers what it was taught, and tells when it reads it."""

    def __init__(self, taught: Sequence[Line]) -> None:
        self.taught = {line.text for line in taught}

    def read(self, words: Sequence[str]) -> Reading:
        """A reading whose score is 1 for a line that was taught."""
        seen = " ".join(words) in self.taught
        return Reading((("a", float(seen)), ("b", -1.0)), {}, -1.0, "")


def _fit(topics: Sequence[Line], nontopic: Sequence[Line]) -> Matcher:
    return _Echo([*topics, *nontopic])  # type: ignore[return-value] # reads like one


TOPICS = [Line("a", "en", f"topic {number}") for number in range(7)]
OTHERS = [Line("near", "en", f"other {number}") for number in range(3)]


def test_folds_when_held_out_then_each_line_is_read_once() -> None:
    """Every line is judged, none twice."""
    held = list(folds_of(TOPICS, OTHERS, fit=_fit, folds=3))

    assert sorted(each.line.text for each in held) == sorted(
        line.text for line in (*TOPICS, *OTHERS)
    )


def test_folds_when_held_out_then_no_line_was_taught() -> None:
    """A line is judged by a matcher that never saw it."""
    held = list(folds_of(TOPICS, OTHERS, fit=_fit, folds=3))

    assert [each.line.text for each in held if each.reading.topics[0][1]] == []


def _held(label: str, *, best: float = 0.5, second: float = -1.0, **more: float) -> HeldOut:
    """One line; its best topic is "a"; ``more`` are crisis and kinds by name."""
    crisis = more.pop("crisis", -1.0)
    topics = (("a", best), ("b", second), ("c", second - 0.1))
    return HeldOut(Line(label, "en", "x"), Reading(topics, dict(more), crisis, ""))


SURE = [_held("a", command=-0.9) for _ in range(100)]
OTHER = [_held("near", best=-0.9, near=0.5) for _ in range(100)]
FIGURE = [_held("figure", crisis=0.1)]
REQUEST = [_held("command", command=0.5)]
CRISIS = [_held("crisis", crisis=1.0)]
BEHIND = [_held("b", best=0.1, second=-0.2)]
WORLD = [*SURE, *OTHER, *FIGURE, *REQUEST, *CRISIS, *BEHIND]


def test_calibrate_when_matcher_is_sure_then_asks_for_little() -> None:
    """Where the loosest tests already reach the aims, they are taken."""
    limits = calibrate(WORLD)

    assert (limits.answer_score, limits.answer_gap, limits.answer_lead) == (-0.8, 0.05, 0.0)


def test_calibrate_when_answers_would_be_wrong_then_asks_for_the_gap_that_tells() -> None:
    """Wrong answers lie close to the second topic here: the gap must keep them out."""
    wrong = [_held("b", best=0.5, second=0.3) for _ in range(100)]

    assert calibrate([*WORLD, *wrong]).answer_gap > 0.2


def test_calibrate_when_other_matters_look_like_topics_then_asks_for_the_lead() -> None:
    """Small talk may not be answered: the lead over its kind must keep it out."""
    talk = [_held("chitchat", best=0.5, chitchat=0.3) for _ in range(100)]

    assert calibrate([*WORLD, *talk]).answer_lead > 0.2


def test_calibrate_when_no_tests_reach_the_aim_then_takes_the_strictest() -> None:
    """A matcher that is always wrong answers as little as the tests allow."""
    wrong = [_held("b", command=-0.9) for _ in range(10)]
    limits = calibrate([*wrong, *OTHER, *FIGURE])

    assert (limits.answer_score, limits.answer_gap, limits.answer_lead) == (
        pytest.approx(0.0),
        pytest.approx(0.6),
        pytest.approx(0.5),
    )


def test_calibrate_when_figures_score_then_danger_that_is_over_must_score_more() -> None:
    """No figure of speech reaches the score at which nothing speaks against an alarm."""
    assert calibrate(WORLD).settled_score == round(0.1 + FIGURE_MARGIN, 2)


def test_calibrate_when_done_then_numbers_have_two_places() -> None:
    """The file is read by people."""
    figure = [_held("figure", crisis=0.18000001)]
    numbers = calibrate([*WORLD, *figure])

    assert numbers.settled_score == 0.68


def test_calibrate_when_right_topic_comes_second_then_choices_reach_it() -> None:
    """Choices go as far behind the best topic as the right ones lie."""
    assert calibrate(WORLD).choices_gap == pytest.approx(0.3, abs=0.01)


def test_calibrate_when_questions_look_like_requests_then_the_score_rises() -> None:
    """A question is hardly ever taken for a request."""
    asked = [_held("a", command=0.4) for _ in range(10)]

    assert calibrate([*WORLD, *asked]).command_score > calibrate(WORLD).command_score
