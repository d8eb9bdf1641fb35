"""Answers in other chats: public ones only, the surest first, help before all."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from faq.decision import CommandKind, DecisionKind
from faq.entry import Area, Term, TopicId
from handlers import inline
from handlers.gateway.markup import Renderer
from handlers.inline import RESULTS_SHOWN, Article, Offer, Search, find
from tests.handlers.desk import CRISIS_PLAN, IEP, PLAN_504, TEAM, KnowingDesk, entry
from tests.handlers.parent import plain

FAPE = Term("FAPE", (), "free appropriate public education", "Teaching at no cost.", IEP)
USUAL = ("iep-vs-504", "request-evaluation", "meeting-prepare")


@pytest.fixture
def knowing() -> KnowingDesk:
    """A desk with three of the usual questions besides its own."""
    return KnowingDesk(*(entry(TopicId(topic), f"{topic}?", area=Area.IEP) for topic in USUAL))


def _find(desk: KnowingDesk, text: str, language: str = "en") -> Offer:
    return find(Search(text, language, desk, "plankeeper_bot"))


def _names(offer: Offer) -> list[str]:
    return [article.name for article in offer.articles]


def _shown(article: Article, renderer: Renderer) -> tuple[str, str, str]:
    result = renderer.article(article, "en")
    return str(result["title"]), str(result["description"]), _message(article, renderer)


def _message(article: Article, renderer: Renderer, language: str = "en") -> str:
    content = renderer.article(article, language)["input_message_content"]
    assert isinstance(content, dict)
    return plain(str(content["message_text"]))


@pytest.mark.parametrize("text", ["", "  \n"])
def test_find_when_nothing_was_typed_then_offers_the_usual_questions(
    knowing: KnowingDesk, text: str
) -> None:
    """Those that have an answer, and nobody is asked."""
    offer = _find(knowing, text)

    assert (_names(offer), offer.hint, knowing.asked) == (list(USUAL), None, [])


def test_find_when_there_is_an_answer_then_it_comes_first_and_near_ones_after(
    knowing: KnowingDesk,
) -> None:
    """The matched answer, a second one, then what the ranking holds; none twice."""
    knowing.takes("what is an iep", DecisionKind.ANSWER, IEP, PLAN_504, second=TEAM)

    assert _names(_find(knowing, "what is an iep")) == [IEP, PLAN_504, TEAM]


def test_find_when_many_are_near_then_offers_a_few(knowing: KnowingDesk) -> None:
    """A list of results is read at one glance."""
    topics = (IEP, PLAN_504, TEAM, CRISIS_PLAN, *map(TopicId, USUAL))
    knowing.takes("plan?", DecisionKind.CHOICES, *topics)

    assert _names(_find(knowing, "plan?")) == list(topics[:RESULTS_SHOWN])


def test_find_when_a_result_is_chosen_then_the_chat_sees_a_whole_public_answer(
    knowing: KnowingDesk, renderer: Renderer
) -> None:
    """Title and first sentence in the list; body, source, day and whose it is in the chat."""
    knowing.takes("what is an iep", DecisionKind.ANSWER, IEP)
    (article,) = _find(knowing, "what is an iep").articles

    title, about, message = _shown(article, renderer)

    assert (title, about) == ("What is an IEP?", "It is a plan for one child.")
    assert message.split("\n\n") == [
        "What is an IEP?",
        "It is a plan for one child.",
        "• Ask the school & write it down.",
        "Source: 34 CFR 300.1. Checked Friday, November 20, 2026. Not legal advice.",
        "From Plankeeper, a bot that answers parents on 504 plans and IEPs.",
    ]


def test_find_when_a_result_is_chosen_then_its_one_button_opens_the_bot(
    knowing: KnowingDesk, renderer: Renderer
) -> None:
    """No vote, no menu: nothing that would come back from somebody else's chat."""
    article = _find(knowing, "#iep-what").articles[0]

    assert renderer.article(article, "en")["reply_markup"] == {
        "inline_keyboard": [
            [{"text": "Ask Plankeeper", "url": "https://t.me/plankeeper_bot?start=hello"}]
        ]
    }


def test_find_when_a_topic_is_named_then_offers_just_that(knowing: KnowingDesk) -> None:
    """The button under an answer leads to exactly this answer."""
    offer = _find(knowing, "#iep-what", "es")

    assert (_names(offer), offer.language, knowing.asked) == ([IEP], "es", [])


def test_find_when_a_named_topic_is_not_there_then_is_read_as_words(knowing: KnowingDesk) -> None:
    """An old button, or somebody who likes such signs, is not left with nothing."""
    knowing.takes("#iep help", DecisionKind.ANSWER, IEP)

    assert _names(_find(knowing, "#iep help")) == [IEP]


def test_find_when_somebody_is_in_danger_then_help_comes_first(
    knowing: KnowingDesk, renderer: Renderer
) -> None:
    """The help lines, then an answer where there is one; urgent, and with nothing of ours on it."""
    knowing.takes("he wants to die", DecisionKind.CRISIS, CRISIS_PLAN)

    offer = _find(knowing, "he wants to die")
    title, _, message = _shown(offer.articles[0], renderer)

    assert (_names(offer), offer.urgent) == (["help-lines", CRISIS_PLAN], True)
    assert "911" in title
    assert "988" in message
    assert "Plankeeper" not in message
    assert "reply_markup" not in renderer.article(offer.articles[0], "en")


def test_find_when_a_term_is_asked_for_then_its_meaning_comes_first(
    knowing: KnowingDesk, renderer: Renderer
) -> None:
    """Two lines to put into the chat, and the whole answer below."""
    knowing.takes("fape?", DecisionKind.TERM, IEP, term=FAPE)

    offer = _find(knowing, "fape?")
    title, about, message = _shown(offer.articles[0], renderer)

    assert _names(offer) == ["term:FAPE", IEP]
    assert (title, about) == ("FAPE: free appropriate public education", FAPE.meaning)
    assert message.startswith(
        "FAPE: free appropriate public education\nTeaching at no cost.\n\nFrom"
    )


def test_find_when_it_is_a_request_then_leads_to_the_private_chat(
    knowing: KnowingDesk, renderer: Renderer
) -> None:
    """Dates and children have no place in other chats: there is nothing to choose."""
    knowing.takes("my dates", DecisionKind.COMMAND, command=CommandKind.LIST_DATES)

    offer = _find(knowing, "my dates")

    assert offer.articles == ()
    assert offer.hint is not None
    assert renderer.plain(offer.hint, "en") == "Let us do that in private"


def test_find_when_nothing_fits_then_says_so_above_the_usual_questions(
    knowing: KnowingDesk, renderer: Renderer
) -> None:
    """An honest line, and something to go on with."""
    offer = _find(knowing, "what is for lunch")

    assert _names(offer) == list(USUAL)
    assert offer.hint is not None
    assert renderer.plain(offer.hint, "en") == "Not sure. Ask me in private?"


def test_find_when_asked_in_spanish_then_answers_in_spanish(
    knowing: KnowingDesk, renderer: Renderer
) -> None:
    """Title, words and button in the language of the question."""
    knowing.takes("qué es un iep", DecisionKind.ANSWER, IEP, language="es")
    offer = _find(knowing, "qué es un iep")

    message = _message(offer.articles[0], renderer, offer.language)

    assert offer.language == "es"
    assert message.startswith("¿Qué es un IEP?")
    assert "De Plankeeper" in message


def test_search_when_made_then_holds_no_way_to_a_family() -> None:
    """No store, no chat and no turn: what is not there cannot leak."""
    source = Path(inline.__file__).read_text(encoding="utf-8")

    assert [field.name for field in fields(Search)] == ["text", "language", "desk", "bot_name"]
    assert re.findall(r"\b(?:scheduler|sessions|Turn|tally|recall)\b", source) == []
