"""Questions in, decisions or answers out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ask import BadLine, answer_lines, decide_lines
from faq.catalog import Catalog
from faq.decision import Decision, DecisionKind
from faq.desk import Desk
from faq.entry import TopicId
from faq.opening import open_desk
from tests.faq.small_world import make_entry, write_content, write_signals

IEP = TopicId("iep-what")
PLAN_504 = TopicId("plan504-what")


class ReadyDesk(Desk):
    """A desk that has decided already, and tells what it was asked."""

    def __init__(self, decision: Decision) -> None:
        """Answer ``decision`` to everything."""
        entries = (make_entry(IEP), make_entry(PLAN_504, title="What is a 504 plan?"))
        object.__setattr__(self, "catalog", Catalog(entries))
        object.__setattr__(self, "decision", decision)
        object.__setattr__(self, "asked", [])

    def decide(
        self, text: str, *, language: str | None = None, last_topic: TopicId | None = None
    ) -> Decision:
        """The decision that was made."""
        del last_topic
        self.asked.append((text, language))  # type: ignore[attr-defined]  # set without a slot
        return self.decision  # type: ignore[attr-defined,no-any-return]  # the same


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A real desk over a few topics."""
    folder = tmp_path_factory.mktemp("ask")
    content, signals = write_content(folder / "content"), write_signals(folder / "signals")
    return open_desk(content, None, signals, encoder=None)


def _decided(desk: Desk, *lines: object) -> Iterator[dict[str, object]]:
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return (json.loads(line) for line in decide_lines(desk, written))


def test_decide_lines_when_given_a_question_then_writes_the_whole_decision(desk: Desk) -> None:
    """One line in, one line out, with these fields and no others."""
    (told,) = _decided(desk, {"id": "q1", "text": "what is an iep"})
    assert list(told) == ["id", "decision", "topics", "scores", "ms"]
    assert (told["id"], told["topics"][0]) == ("q1", IEP)  # type: ignore[index]  # JSON


def test_decide_lines_when_topics_are_ranked_then_names_up_to_five_best_first(desk: Desk) -> None:
    """Scores go with topics, and fall."""
    (told,) = _decided(desk, {"id": 1, "text": "what is an iep"})
    topics, scores = told["topics"], told["scores"]
    assert isinstance(topics, list)
    assert isinstance(scores, list)
    assert 1 <= len(topics) <= 5
    assert len(scores) == len(topics)
    assert scores == sorted(scores, reverse=True)


def test_decide_lines_when_a_line_is_blank_then_passes_it(desk: Desk) -> None:
    """Blank lines are no questions."""
    told = _decided(desk, "", {"id": 1, "text": "iep"}, "  \n", {"id": 2, "text": "504"})
    assert [each["id"] for each in told] == [1, 2]


@pytest.mark.parametrize("text", ["", " ", "\u2764\ufe0f", "x" * 4096, "\ud800", "?" * 50, "\0"])
def test_decide_lines_when_the_text_is_odd_then_still_decides(desk: Desk, text: str) -> None:
    """Any text gets a decision."""
    (told,) = _decided(desk, {"id": text, "text": text})
    assert told["id"] == text
    assert told["decision"] in list(DecisionKind)


@pytest.mark.parametrize(
    ("given", "handed_on"),
    [({"lang": "es"}, "es"), ({"lang": "en"}, "en"), ({}, None)]
    + [({"lang": odd}, None) for odd in ("fr", "", 7, None, [], {})],
)
def test_decide_lines_when_a_language_is_given_then_hands_on_one_that_is_spoken(
    given: dict[str, object], handed_on: str | None
) -> None:
    """An unknown language is no error: the text shows its own."""
    desk = ReadyDesk(Decision(DecisionKind.FALLBACK))
    list(decide_lines(desk, [json.dumps({"id": 1, "text": "hello", **given})]))
    assert desk.asked == [("hello", handed_on)]  # type: ignore[attr-defined]  # set without a slot


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Maya", "line 2 is not JSON"),
        ("[" * 100_000, "line 2 is not JSON"),
        ('{"id": ' + "9" * 5_000 + "}", "line 2 is not JSON"),
        ('["Maya"]', 'line 2 needs "text"'),
        ('{"id": "Maya"}', 'line 2 needs "text"'),
        ('{"text": 7}', 'line 2 needs "text"'),
    ],
)
def test_decide_lines_when_a_line_is_wrong_then_tells_its_number_and_not_its_words(
    line: str, told: str
) -> None:
    """The good lines before it were answered."""
    lines = decide_lines(ReadyDesk(Decision(DecisionKind.FALLBACK)), ['{"text": "a"}', line])
    next(lines)
    with pytest.raises(BadLine, match=told) as error:
        next(lines)
    assert str(error.value) == told


def test_answer_lines_when_it_is_an_answer_then_show_it_with_its_source() -> None:
    """The terminal shows what a parent would read: title, body, sources, the day of the check."""
    desk = ReadyDesk(Decision(DecisionKind.ANSWER, topics=(IEP,), scores=(1.0,), shown=(IEP,)))
    lines = list(answer_lines(desk, "what is an iep", None))
    entry = make_entry(IEP)
    assert lines[0] == "[answer]"
    assert entry.title in lines
    assert entry.body.strip() in lines
    assert f"  {entry.sources[0].cite}  {entry.sources[0].url}" in lines
    assert lines[-1].startswith("  Checked ")


def test_answer_lines_when_two_questions_were_asked_then_show_both_answers() -> None:
    """The second answer follows the first."""
    decision = Decision(DecisionKind.ANSWER, (IEP,), (1.0,), (IEP,), second=PLAN_504)
    lines = list(answer_lines(ReadyDesk(decision), "x", None))
    assert lines.index(make_entry(IEP).title) < lines.index("What is a 504 plan?")


def test_answer_lines_when_it_is_unsure_then_number_the_choices() -> None:
    """A "did you mean" is a list."""
    decision = Decision(DecisionKind.CHOICES, (PLAN_504,), (1.0,), (PLAN_504, IEP))
    lines = list(answer_lines(ReadyDesk(decision), "x", None))
    assert lines[:2] == ["[choices]", "1. What is a 504 plan?  (plan504-what)"]
    assert lines[2].startswith("2. ")


@pytest.mark.parametrize(("topics", "nearest"), [((IEP,), "iep-what"), ((), "none")])
def test_answer_lines_when_there_is_no_answer_then_tell_what_was_nearest(
    topics: tuple[TopicId, ...], nearest: str
) -> None:
    """A fallback is said to be one."""
    decision = Decision(DecisionKind.FALLBACK, topics, tuple(0.1 for _ in topics))
    assert list(answer_lines(ReadyDesk(decision), "x", None)) == [
        "[fallback]",
        f"No answer to show. Nearest topics: {nearest}",
    ]


def test_write_content_when_read_again_then_the_small_world_is_whole(tmp_path: Path) -> None:
    """The material of these tests is sound."""
    assert (write_content(tmp_path / "content") / "en").is_dir()
