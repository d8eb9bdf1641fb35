"""The order of the desk: danger, then requests, then answers, then choices, then honesty."""

from dataclasses import replace

import pytest

from faq.catalog import Catalog
from faq.decision import Aside, CommandKind, DecisionKind
from faq.desk import Desk
from faq.reading import Reading
from tests.faq.small_world import make_entry
from tests.faq.stand_in import CLOSE, LOST, SURE, desk_saying, reading

DANGER = "he wants to die"
QUESTION = "tell me of this"


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        (DANGER, SURE, DecisionKind.CRISIS),
        ("stop i want to die", SURE, DecisionKind.CRISIS),
        ("stop", SURE, DecisionKind.COMMAND),
        ("FAPE?", SURE, DecisionKind.TERM),
        ("FAPE?", LOST, DecisionKind.TERM),
        ("FAPE? i want to die", SURE, DecisionKind.CRISIS),
        (QUESTION, SURE, DecisionKind.ANSWER),
        (QUESTION, CLOSE, DecisionKind.CHOICES),
        (QUESTION, LOST, DecisionKind.FALLBACK),
        ("", SURE, DecisionKind.FALLBACK),
        ("?!", SURE, DecisionKind.FALLBACK),
    ],
)
def test_decide_when_several_would_do_then_the_first_in_order_is_taken(
    text: str, said: Reading, kind: DecisionKind
) -> None:
    """Danger before all, then requests, terms and answers; honesty when nothing fits."""
    assert desk_saying(said).decide(text).kind is kind


CALM = "he is fine now"


@pytest.mark.parametrize(
    ("text", "score", "is_crisis"),
    [
        (DANGER, -5.0, True),
        (f"{DANGER} {CALM}", -5.0, False),
        (f"{DANGER} {CALM}", 1.1, True),
        (QUESTION, 0.5, True),
        (QUESTION, 0.0, False),
        (f"{QUESTION} {CALM}", 0.5, False),
        ("this form is killing me", 0.5, False),
        ("this form is killing me", 1.1, True),
    ],
)
def test_decide_when_danger_is_weighed_then_calm_and_figures_speak_against_a_score(
    text: str, score: float, *, is_crisis: bool
) -> None:
    """A pattern is enough unless it is over; a score must be higher the more speaks against it."""
    said = reading(("a", -0.9), ("b", -0.95), crisis=score)

    assert (desk_saying(said).decide(text).kind is DecisionKind.CRISIS) is is_crisis


def test_decide_when_a_topic_is_as_clear_as_danger_then_answers() -> None:
    """A score of danger alone gives way to a question that is surely known."""
    said = reading(("a", 0.5), ("b", -0.5), crisis=0.5)

    assert desk_saying(said).decide(QUESTION).kind is DecisionKind.ANSWER


@pytest.mark.parametrize(
    ("said", "topics", "shown"),
    [
        (LOST, (), ()),
        (SURE, ("a", "b", "c"), ("a",)),
        (reading(("a", 0.0), ("504-crisis-plan", -0.1), ("c", -1.0)), (), ()),
        (CLOSE, (), ()),
    ],
)
def test_crisis_when_a_question_is_clear_too_then_its_answer_follows(
    said: Reading, topics: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    """Words of danger are never ranked, except where they surely ask for something as well."""
    decision = desk_saying(said).decide(DANGER)

    assert (decision.kind, decision.topics, decision.shown) == (DecisionKind.CRISIS, topics, shown)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (reading(("a", 0.0), ("504-crisis-plan", -0.1), ("c", -1.0)), ("504-crisis-plan",)),
        (reading(("a", -0.6), ("504-crisis-plan", -0.7)), ()),
    ],
)
def test_crisis_when_a_plan_is_named_then_the_answer_on_crisis_plans_may_follow(
    said: Reading, shown: tuple[str, ...]
) -> None:
    """Who is in danger and names no plan gets help alone; who names one may ask about it."""
    decision = desk_saying(said).decide(f"{DANGER} is it in the 504")

    assert (decision.kind, decision.shown) == (DecisionKind.CRISIS, shown)


def test_command_when_patterns_know_it_then_is_that_request() -> None:
    """A request in plain words is named."""
    assert desk_saying(SURE).decide("show my dates").command is CommandKind.LIST_DATES


@pytest.mark.parametrize(
    ("said", "command"),
    [
        (reading(("a", -0.5), ("b", -0.9), command=0.3), CommandKind.STOP),
        (reading(("a", 0.4), ("b", -0.9), command=0.3), None),
        (reading(("a", -0.5), ("b", -0.9), command=0.3, near=0.4), None),
        (reading(("a", -0.5), ("b", -0.9), command=0.0), None),
        (reading(("a", -0.5), ("b", -0.9)), None),
    ],
)
def test_command_when_only_the_matcher_sees_it_then_must_be_likelier_than_all_else(
    said: Reading, command: CommandKind | None
) -> None:
    """Without a pattern a request must reach its threshold and beat topics and other kinds."""
    assert desk_saying(said).decide(QUESTION).command is command


def test_command_when_message_is_long_then_is_a_question() -> None:
    """A story that begins like a request, or sounds like one, asks something."""
    said = reading(("a", 0.5), ("b", -0.9), command=0.9)

    assert desk_saying(said).decide("remind me " + "of the meeting " * 20).command is None


@pytest.mark.parametrize(
    "said",
    [
        reading(("a", -0.1), ("b", -0.9)),
        reading(("a", 0.5), ("b", 0.4)),
        reading(("a", 0.5), ("b", -0.9), near=0.4),
    ],
    ids=["score", "gap", "lead"],
)
def test_answer_when_one_test_fails_then_offers_choices(said: Reading) -> None:
    """An answer must be sure, apart from the second topic, and apart from other matters."""
    assert desk_saying(said).decide(QUESTION).kind is DecisionKind.CHOICES


def test_choices_when_many_are_close_then_are_three() -> None:
    """Three fit a phone and a tired head."""
    assert desk_saying(CLOSE).decide(QUESTION).shown == ("a", "x", "b")


@pytest.mark.parametrize(
    ("text", "said", "aside"),
    [
        ("hello bot", reading(("a", -0.9), ("b", -1.0), chitchat=0.5), Aside.GREETING),
        ("how many mg is ok", reading(("a", -0.9), ("b", -1.0), near=0.5), Aside.DOSES),
        ("how many mg is ok", reading(("a", 0.1), ("b", 0.0), near=0.5), Aside.DOSES),
        ("how many mg is ok", reading(("a", -0.9), ("b", -1.0), near=-0.95), Aside.DOSES),
    ],
)
def test_fallback_when_matter_is_nearby_then_says_where_to_ask(
    text: str, said: Reading, aside: Aside
) -> None:
    """An honest line, and a helpful one where the table knows the matter."""
    decision = desk_saying(said).decide(text)

    assert (decision.kind, decision.aside) == (DecisionKind.FALLBACK, aside)


def test_decision_when_told_then_ranks_up_to_five_topics() -> None:
    """Topics and scores stand side by side, best first."""
    said = reading(*[(name, 0.9 - place) for place, name in enumerate("abcdefg")])
    decision = desk_saying(said).decide(QUESTION)

    assert decision.topics == ("a", "b", "c", "d", "e")
    assert len(decision.scores) == 5


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        (QUESTION, "es", "en"),
        ("dime que es esto", "en", "es"),
        ("504", "es", "es"),
        ("", "es", "es"),
    ],
)
def test_decision_when_made_then_speaks_the_messages_language(
    text: str, hint: str, language: str
) -> None:
    """The message's own language counts, else the chat's."""
    assert desk_saying(SURE).decide(text, language=hint).language == language


def _desk_with(*topics: str) -> Desk:
    catalog = Catalog([make_entry(topic) for topic in topics])
    return replace(desk_saying(SURE), catalog=catalog)


@pytest.mark.parametrize(
    ("text", "topics", "kind", "shown"),
    [
        ("FAPE?", (), DecisionKind.TERM, ()),
        ("FAPE?", ("fape",), DecisionKind.TERM, ("fape",)),
        ("FAPE?", ("fape", "acronyms"), DecisionKind.TERM, ("fape", "acronyms")),
        ("iep?", ("iep-what", "acronyms"), DecisionKind.ANSWER, ("iep-what",)),
        ("iep?", ("acronyms",), DecisionKind.TERM, ("acronyms",)),
    ],
)
def test_decide_when_a_term_is_asked_for_alone_then_tells_what_is_there_on_it(
    text: str, topics: tuple[str, ...], kind: DecisionKind, shown: tuple[str, ...]
) -> None:
    """Its own topic first, the list of letters after it; a whole topic at once."""
    decision = _desk_with(*topics).decide(text)

    assert (decision.kind, decision.shown) == (kind, shown)
    assert (decision.term is not None) is (kind is DecisionKind.TERM)


def test_decide_when_a_term_is_asked_for_in_spanish_then_is_told_in_spanish() -> None:
    """The words that ask show the language; letters alone take the chat's."""
    desk = desk_saying(SURE)

    told = [desk.decide("que es FAPE").term, desk.decide("FAPE", language="es").term]

    name = "educación pública gratuita y apropiada (free appropriate public education)"
    assert [term and term.name for term in told] == [name] * 2
