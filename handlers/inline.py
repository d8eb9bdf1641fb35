"""What is offered to whoever types the bot's name and some words in another chat.

Public answers only. A search holds no store and no chat, so nothing of a family can get into
another chat from here; what was typed is neither kept, counted nor logged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from faq.decision import Decision, DecisionKind
from faq.entry import Entry, Term, TopicId
from handlers.ask import answer_lines, help_lines, term_lines
from handlers.desk import Desk
from handlers.leads import Link
from handlers.turn import GAP, Button, Label, Line, Phrase, Reply, Words, phrase

RESULTS_SHOWN = 5
# An answer changes with a release only, but a person may change the language.
KEPT_FOR = timedelta(minutes=5)
# Begins a search for exactly one topic, as the button under an answer puts it.
TOPIC_SIGN = "#"

COMMON: tuple[TopicId, ...] = (
    TopicId("iep-vs-504"),
    TopicId("request-evaluation"),
    TopicId("504-accommodation-examples"),
    TopicId("meeting-prepare"),
    TopicId("iep-not-followed"),
)
"""What is offered before anything was typed: what parents ask one another most."""


@dataclass(frozen=True, slots=True)
class Search:
    """Words typed behind the bot's name in any chat; ``language`` where they do not show theirs."""

    text: str
    language: str
    desk: Desk
    bot_name: str


@dataclass(frozen=True, slots=True)
class Article:
    """One result: what the list shows of it, and the message that choosing it sends.

    ``name`` tells it from the others, at most 64 bytes.
    """

    name: str
    title: Label
    about: Label
    message: Reply


@dataclass(frozen=True, slots=True)
class Offer:
    """Results in order, and in which language.

    Attributes:
        hint: a line above them that leads to the private chat.
        urgent: somebody may be in danger; this is offered however fast they type.
    """

    articles: tuple[Article, ...]
    language: str
    hint: Phrase | None = None
    urgent: bool = False


def find(search: Search) -> Offer:
    """What fits a search, the surest first; the usual questions where nothing was typed."""
    text = search.text.strip()
    if not text:
        return Offer(_answers(search, COMMON, search.language), search.language)
    if text.startswith(TOPIC_SIGN):
        named = _answers(search, [TopicId(text.removeprefix(TOPIC_SIGN))], search.language)
        if named:
            return Offer(named, search.language)
    return _decided(search, search.desk.decide(text, language=search.language))


def _decided(search: Search, decision: Decision) -> Offer:
    spoken = decision.language
    match decision.kind:
        case DecisionKind.CRISIS:
            help_first = (_help(spoken), *_answers(search, decision.shown[:1], spoken))
            return Offer(help_first, spoken, urgent=True)
        case DecisionKind.TERM if decision.term is not None:
            meaning = _meaning(search, decision.term, spoken)
            return Offer((meaning, *_answers(search, decision.shown, spoken)), spoken)
        case DecisionKind.ANSWER | DecisionKind.CHOICES:
            second = (decision.second,) if decision.second else ()
            near = (*decision.shown, *second, *decision.topics)
            return Offer(_answers(search, near, spoken), spoken)
        case DecisionKind.COMMAND:
            return Offer((), spoken, hint=phrase("inline-in-private"))
        case DecisionKind.FALLBACK | DecisionKind.TERM:
            return Offer(_answers(search, COMMON, spoken), spoken, hint=phrase("inline-unsure"))
        case _:
            assert_never(decision.kind)


def _answers(search: Search, topics: Iterable[TopicId], language: str) -> tuple[Article, ...]:
    catalog = search.desk.catalog
    found = (catalog.find_entry(topic, language) for topic in dict.fromkeys(topics))
    articles = [_article(search, entry, language) for entry in found if entry]
    return tuple(articles[:RESULTS_SHOWN])


def _article(search: Search, entry: Entry, language: str) -> Article:
    message = _from_us(search, answer_lines(entry, language), language, f"public:{entry.id}")
    return Article(entry.id, Words(entry.title), Words(entry.opening()), message)


def _meaning(search: Search, term: Term, language: str) -> Article:
    title = phrase("inline-term", term=term.term, name=term.name)
    message = _from_us(search, term_lines(term), language, f"public-term:{term.term}")
    return Article(f"term:{term.term}", title, Words(term.meaning), message)


def _from_us(search: Search, lines: tuple[Line, ...], language: str, memo: str) -> Reply:
    """What a chat sees that may never have heard of the bot: the words, and where they are from."""
    link = Link(f"https://t.me/{search.bot_name}?start=hello")
    signed = (*lines, GAP, phrase("inline-from", name=search.bot_name))
    return Reply(
        signed, ((Button(phrase("button-open-bot"), link),),), language=language, memo=memo
    )


def _help(language: str) -> Article:
    title, about = phrase("inline-crisis-title"), phrase("inline-crisis-about")
    return Article("help-lines", title, about, help_lines(language))
