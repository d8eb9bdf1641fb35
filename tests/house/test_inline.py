"""Every answer and term as a result in another chat: whole, short, and such as Telegram takes."""

import pytest

from bot.local.inline_results import read_results
from bot.local.payload import Params
from bot.wiring import CONTENT
from faq.decision import Decision, DecisionKind
from faq.entry import TopicId
from faq.glossary import load_glossary
from faq.loader import load_catalog
from handlers.gateway.markup import Renderer
from handlers.inline import COMMON, TOPIC_SIGN, Offer, Search, find
from handlers.texts.loader import Voice, load_texts

_CATALOG = load_catalog(CONTENT)
_RENDERER = Renderer(load_texts())
_LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])
# As much of a query as the button under an answer may put behind the bot's name.
_LONGEST_QUERY_CHARS = 64


class _TermDesk:
    """Takes every search for one term."""

    catalog = _CATALOG

    def __init__(self, decision: Decision) -> None:
        self._decision = decision

    def decide(
        self, text: str, *, language: str | None = None, last_topic: TopicId | None = None
    ) -> Decision:
        """What it was made for."""
        del text, language, last_topic
        return self._decision


def _offer(query: str, language: str, decision: Decision | None = None) -> Offer:
    desk = _TermDesk(decision or Decision(DecisionKind.FALLBACK, language=language))
    return find(Search(query, language, desk, "a_bot"))


def _taken(offer: Offer) -> list[str]:
    """The names of the results, once the strict local Telegram has read them."""
    results = [_RENDERER.article(each, offer.language) for each in offer.articles]
    return [result["id"] for result in read_results(Params({"results": results}))]


@_LANGUAGES
def test_answers_when_shared_then_telegram_takes_each(language: str) -> None:
    """The query of the share button finds the answer, in one message."""
    topics = _CATALOG.topics()
    queries = {topic: f"{TOPIC_SIGN}{topic}" for topic in topics}
    offers = {topic: _offer(query, language) for topic, query in queries.items()}

    assert {topic: _taken(offer) for topic, offer in offers.items()} == {t: [t] for t in topics}
    assert max(map(len, queries.values())) <= _LONGEST_QUERY_CHARS
    assert [
        topic
        for topic, offer in offers.items()
        if len(_RENDERER._render(offer.articles[0].message, Voice(language)).pieces) != 1
    ] == []


@_LANGUAGES
def test_terms_when_offered_then_telegram_takes_each(language: str) -> None:
    """A meaning can be put into a chat as well."""
    terms = [term for (_, lang), term in load_glossary().terms.items() if lang == language]
    offers = [
        _offer("x", language, Decision(DecisionKind.TERM, language=language, term=term))
        for term in terms
    ]

    assert [_taken(offer) for offer in offers] == [[f"term:{term.term}"] for term in terms]


@_LANGUAGES
def test_help_when_offered_then_telegram_takes_it(language: str) -> None:
    """The help lines stand first, whatever else is there."""
    crisis = Decision(DecisionKind.CRISIS, language=language)
    assert _taken(_offer("x", language, crisis)) == ["help-lines"]


def test_common_when_listed_then_each_has_an_answer() -> None:
    """What is offered before anything was typed is there."""
    assert [topic for topic in COMMON if _CATALOG.find_entry(topic, "en") is None] == []
