"""Figures of the desk on lines whose right reading is known."""

import json

import pytest

from faq.catalog import Catalog
from faq.decision import Decision, DecisionKind
from faq.desk import Desk
from faq.entry import TopicId
from faq.evaluate import Judged, Labelled, figures, judge, parse_labelled, report
from tests.faq.small_world import make_entry

A, B, C = TopicId("a"), TopicId("b"), TopicId("c")
CATALOG = Catalog([make_entry("a"), make_entry("b")])


def _judged(
    line: Labelled, kind: DecisionKind, *topics: TopicId, shown: int = 0, took_ms: float = 1.0
) -> Judged:
    decision = Decision(kind, topics=topics, shown=topics[:shown])
    return Judged(line, decision, took_ms)


RIGHT = _judged(Labelled("x", A, style="short"), DecisionKind.ANSWER, A, B, shown=1)
WRONG = _judged(Labelled("x", A, style="story"), DecisionKind.ANSWER, B, C, A, shown=1)
CHOICE = _judged(Labelled("x", B), DecisionKind.CHOICES, A, B, shown=2)
AS_WELL = _judged(Labelled("x", A, frozenset([B])), DecisionKind.ANSWER, B, shown=1)
DECLINED = _judged(Labelled("x", C), DecisionKind.FALLBACK, A)
ALARM = _judged(Labelled("x", A), DecisionKind.CRISIS)
FOUND = _judged(Labelled("x", None, kind="crisis"), DecisionKind.CRISIS)
MISSED = _judged(Labelled("x", None, kind="crisis"), DecisionKind.FALLBACK)
ASKED = _judged(Labelled("x", None, kind="command"), DecisionKind.COMMAND)
ANSWERED = _judged(Labelled("x", None, kind="near"), DecisionKind.ANSWER, A, shown=1)
LEFT = _judged(Labelled("x", None, kind="chitchat"), DecisionKind.FALLBACK, took_ms=9.0)


def test_parse_when_lines_are_labelled_then_gives_each() -> None:
    """Blank lines pass; a line is a question with its topic, or a kind of message."""
    rows = (
        {"text": "what", "topic": "a", "also": ["b"], "style": "short"},
        {"text": "hi", "kind": "chitchat"},
        {"text": "why", "topic": "b"},
    )
    lines = [json.dumps(row) for row in rows]

    assert list(parse_labelled([lines[0], " ", *lines[1:]])) == [
        Labelled("what", A, frozenset([B]), style="short"),
        Labelled("hi", None, kind="chitchat"),
        Labelled("why", B),
    ]


@pytest.mark.parametrize(
    "row",
    ["{", "[]", "3", '{"topic": "a"}', '{"text": "x"}', '{"text": "x", "topic": "a", "also": 3}'],
)
def test_parse_when_line_is_broken_then_names_its_number_only(row: str) -> None:
    """A parent's words are not repeated in an error."""
    with pytest.raises(ValueError, match=r'^line 2 needs "text"'):
        list(parse_labelled(["", row]))


def test_figures_when_counted_then_are_shares() -> None:
    """Each share counts what its name says."""
    found = figures([RIGHT, WRONG, CHOICE, DECLINED])

    assert (found.questions, found.right_first, found.in_three) == (4, 0.25, 0.75)
    assert (found.shown, found.wrong_confident, found.declined) == (0.5, 0.25, 0.25)


def test_figures_when_another_topic_does_as_well_then_is_not_wrong() -> None:
    """An answer that would do as well counts as shown, not as right first."""
    found = figures([AS_WELL])

    assert (found.right_first, found.shown, found.wrong_confident) == (0, 1, 0)


def test_report_when_made_then_holds_the_shares_of_each_kind() -> None:
    """Danger, requests and other matters are counted apart from questions."""
    made = report([RIGHT, ALARM, FOUND, MISSED, ASKED, ANSWERED, LEFT], CATALOG)

    assert (made.crisis_found, made.false_alarms) == (0.5, 0.5)
    assert (made.commands_found, made.off_topic_answered) == (1.0, 0.5)
    assert (made.median_ms, made.slow_ms) == (1.0, 9.0)


def test_report_when_made_then_groups_by_style_and_area() -> None:
    """Topics without an answer have no area; lines without a style no group."""
    made = report([RIGHT, WRONG, DECLINED], CATALOG)

    assert {style: group.questions for style, group in made.by_style.items()} == {
        "short": 1,
        "story": 1,
    }
    assert {area: group.questions for area, group in made.by_area.items()} == {"basics": 2}


def test_report_when_topics_are_confused_then_the_commonest_comes_first() -> None:
    """What does as well, and what was not ranked at all, is no confusion."""
    made = report([WRONG, CHOICE, WRONG, AS_WELL, RIGHT, ALARM], CATALOG)

    assert made.confusions == ((A, B, 2), (B, A, 1))


def test_report_when_nothing_was_judged_then_is_all_zero() -> None:
    """A share of nothing is 0."""
    made = report([], CATALOG)

    assert (made.overall.questions, made.overall.shown, made.median_ms) == (0, 0, 0)


def test_judge_when_asked_then_decides_and_takes_the_time(small_desk: Desk) -> None:
    """Each line is decided on its own, in order."""
    lines = [Labelled("what is an iep", TopicId("iep-what")), Labelled("", None, kind="chitchat")]
    judged = judge(small_desk, lines)

    assert [each.line for each in judged] == lines
    assert judged[0].decision.topics[0] == "iep-what"
    assert all(each.took_ms >= 0 for each in judged)
