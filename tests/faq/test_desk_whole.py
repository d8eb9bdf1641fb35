"""The real desk over the real answers: any text, and the questions that show the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.catalog import FIRST_LANGUAGE
from faq.decision import Decision, DecisionKind
from faq.desk import TOLD, Desk
from faq.entry import TopicId
from faq.loader import ContentError
from faq.opening import open_desk
from faq.wording import LIMIT_CHARS
from tests.faq.conftest import CONTENT

_LETTERS = st.characters(exclude_categories=())
_PARTS = ("iep 504 plan", "school meeting", "want to die", "stop", "remind me", "tomorrow", "hola")
_MORE = (
    "mi escuela",
    "junta",
    "?",
    "\n",
    "also",
    "y",
    "and",
    "🙏🏽",
    "你好",
    "שלום",
    "what",
    "my son",
)
_WORDS = st.sampled_from(_PARTS + _MORE)
_TEXTS = st.one_of(
    st.text(_LETTERS),
    st.lists(_WORDS, max_size=60).map(" ".join),
    st.builds(str.__mul__, st.text(_LETTERS, min_size=1, max_size=8), st.integers(1, 2_000)),
)


def _is_whole(desk: Desk, decision: Decision) -> bool:
    """Whether ``decision`` keeps what its docstring promises."""
    written = all(desk.catalog.find_entry(t, FIRST_LANGUAGE) for t in decision.shown)
    counts = {
        DecisionKind.ANSWER: {1},
        DecisionKind.CHOICES: {1, 2, 3},
        DecisionKind.CRISIS: {0, 1},
        DecisionKind.TERM: {0, 1, 2},
    }
    return (
        written
        and len(decision.shown) in counts.get(decision.kind, {0})
        and len(decision.topics) == len(decision.scores) <= TOLD
        and (decision.command is not None) is (decision.kind is DecisionKind.COMMAND)
        and (decision.term is not None) is (decision.kind is DecisionKind.TERM)
        and decision.language in {"en", "es"}
    )


@settings(max_examples=200, deadline=None)
@given(text=_TEXTS, language=st.sampled_from([None, "en", "es", "fr"]), follows=st.booleans())
def test_decide_when_any_text_then_gives_a_whole_decision(
    desk: Desk, text: str, language: str | None, *, follows: bool
) -> None:
    """Any text of any script and length gets a decision, and none breaks the desk."""
    last = TopicId("iep-what") if follows else None

    assert _is_whole(desk, desk.decide(text, language=language, last_topic=last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "👍" * 4_096,
        "a" * 100_000,
        "ﷺ" * 5_000,
        "\u0301" * 5_000,
        "?" * 9,
    ],
)
def test_decide_when_text_is_odd_then_falls_back(desk: Desk, text: str) -> None:
    """Nothing, emoji, one endless word, signs that grow, lone halves: an honest fallback."""
    assert desk.decide(text).kind is DecisionKind.FALLBACK


def test_decide_when_danger_stands_at_the_very_end_then_is_still_seen(desk: Desk) -> None:
    """As many words as a message can hold are read, the last ones too."""
    tail = " i want to kill myself"
    text = ("yesterday " * 500)[: LIMIT_CHARS - len(tail)] + tail

    assert desk.decide(text).kind is DecisionKind.CRISIS


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("whats the diffrence between iep and 504", "iep-vs-504"),
        ("504 IEP plan which one does my kid need", "which-plan"),
        ("¿Cuál es la diferencia entre un IEP y un plan 504?", "iep-vs-504"),
        ("WHAT IS AN IEP", "iep-what"),
        ("how do i ask for an evalution", "request-evaluation"),
    ],
)
def test_decide_when_typed_as_parents_type_then_finds_the_topic(
    desk: Desk, text: str, topic: str
) -> None:
    """Typos, wrong jargon, capitals and Spanish reach the topic."""
    assert topic in desk.decide(text).shown


def test_decide_when_two_questions_then_answers_both(desk: Desk) -> None:
    """A message with two questions gets both answers."""
    decision = desk.decide("What is an IEP? Who must come to the IEP meeting?")

    assert {*decision.shown, decision.second} == {"iep-what", "iep-team"}


def test_decide_when_follow_up_names_the_other_plan_then_answers_on_it(desk: Desk) -> None:
    """Who comes to IEP meetings was answered; "and for a 504?" asks who runs 504 plans."""
    decision = desk.decide("and for a 504?", last_topic=TopicId("iep-team"))

    assert "504-team" in decision.shown


@pytest.mark.parametrize(
    ("last", "text", "shown"),
    [
        ("iep-annual-review", "and for a 504?", "504-review"),
        ("procedural-safeguards", "what about 504", "504-safeguards"),
        ("iep-copy", "¿y con un 504?", "504-contents"),
        ("504-team", "is it the same with an IEP?", "iep-team"),
        ("eligibility-504", "and for an iep?", "eligibility-categories"),
    ],
)
def test_decide_when_only_the_other_plan_is_named_then_its_answer_comes(
    desk: Desk, last: str, text: str, shown: str
) -> None:
    """Where two laws answer one question, the way from one to the other is two words long."""
    decision = desk.decide(text, last_topic=TopicId(last))

    assert (decision.kind, decision.shown, decision.topics[0]) == (
        DecisionKind.ANSWER,
        (shown,),
        shown,
    )


def test_open_when_signals_are_missing_then_says_so(tmp_path: object) -> None:
    """A broken installation stops the start with one line."""
    with pytest.raises(ContentError, match=r"nontopic\.jsonl"):
        open_desk(CONTENT, None, tmp_path)  # type: ignore[arg-type] # a path


def test_desk_when_opened_without_a_cache_then_trains(small_desk: Desk) -> None:
    """Tests and tools may do without a folder."""
    assert small_desk.decide("what is an iep").topics[0] == "iep-what"
