"""Questions in a parent's own words: an answer, a choice, an honest fallback, help in a crisis.

What was asked is neither kept nor logged; only topics are counted.
"""

from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from faq.decision import Aside, Decision, DecisionKind
from faq.entry import Entry, Term, TopicId
from handlers.callback_data import Payload
from handlers.leads import Share
from handlers.menu import BACK_TO_MENU, MENU, run_button
from handlers.sending_buttons import offer_rows
from handlers.subject import Command, Subject, on_press
from handlers.turn import (
    GAP,
    Button,
    Line,
    Phrase,
    Prose,
    Replies,
    Reply,
    Rows,
    Turn,
    Words,
    new,
    phrase,
)
from handlers.votes import did_it_help

# Names the reply with the help lines, so that nothing is put before or behind it.
CRISIS = "crisis"
_SOURCES_SHOWN = 3
_RELATED_SHOWN = 3
# The other asides say who can answer, or answer small talk.
_OFFERED = (Aside.NONE, Aside.NEARBY, Aside.UNRELATED)


@dataclass(frozen=True, slots=True)
class ShowTopic(Payload):
    """Shows an answer."""

    KIND: ClassVar[str] = "topic"
    topic: TopicId


@dataclass(frozen=True, slots=True)
class NoneOfThese(Payload):
    """None of the choices is what was meant."""

    KIND: ClassVar[str] = "none"


def decide(turn: Turn, text: str) -> Decision:
    """What a message turns out to be; the last topic of the chat helps with short ones."""
    last = turn.means.recall.last_topic(turn.chat_id)
    return turn.desk.decide(text, language=turn.language, last_topic=last)


def show(turn: Turn, decision: Decision) -> Replies:
    """The replies to a decision; a request to the bot itself is not shown but done by routes."""
    match decision.kind:
        case DecisionKind.ANSWER:
            return _answers(turn, decision)
        case DecisionKind.CHOICES:
            return _choices(turn, decision)
        case DecisionKind.CRISIS:
            return _crisis(turn, decision)
        case DecisionKind.TERM if decision.term is not None:
            return _meaning(turn, decision, decision.term)
        case DecisionKind.FALLBACK | DecisionKind.COMMAND | DecisionKind.TERM:
            return _fallback(turn, decision)
        case _:
            assert_never(decision.kind)


def answer_reply(turn: Turn, topic: TopicId, language: str) -> Reply | None:
    """The answer to ``topic``, counted; in English where ``language`` has none, None if unknown."""
    reply = _answer(turn, topic, language)
    if reply is not None:
        _count(turn, topic)
    return reply


def _answer(turn: Turn, topic: TopicId, language: str) -> Reply | None:
    entry = turn.desk.catalog.find_entry(topic, language)
    if entry is None:
        return None
    lines = answer_lines(entry, language)
    buttons = (*_related(turn, entry, language), *_share(turn, topic), *did_it_help(topic))
    return Reply(lines, buttons, language=language, memo=f"answer:{topic}", quotes=True)


def answer_lines(entry: Entry, language: str) -> tuple[Line, ...]:
    """What an answer says, to whoever reads it in ``language``."""
    return (*_above(entry, language), *_body(entry))


def term_lines(term: Term) -> tuple[Line, ...]:
    """What a term stands for, and below it what that means."""
    return (phrase("term-title", term=term.term, name=term.name), Words(term.meaning))


def help_lines(language: str) -> Reply:
    """Where somebody in danger finds help now."""
    return Reply((phrase("crisis-help"),), language=language, memo=CRISIS)


def _answers(turn: Turn, decision: Decision) -> Replies:
    topics = (*decision.shown[:1], *((decision.second,) if decision.second else ()))
    found = (answer_reply(turn, topic, decision.language) for topic in topics)
    return tuple(reply for reply in found if reply) or _fallback(turn, decision)


def _above(entry: Entry, language: str) -> tuple[Line, ...]:
    title = phrase("answer-title", title=entry.title)
    if entry.language != language:
        return (phrase("answer-only-english"), GAP, title)
    return (title,)


def _body(entry: Entry) -> tuple[Line, ...]:
    sources = (
        phrase("answer-source", name=source.cite, url=source.url)
        for source in entry.sources[:_SOURCES_SHOWN]
    )
    checked = phrase("answer-checked", sources=tuple(sources), day=entry.reviewed_on)
    return (GAP, Prose(entry.body), GAP, checked)


def _related(turn: Turn, entry: Entry, language: str) -> Rows:
    found = (turn.desk.catalog.find_entry(topic, language) for topic in entry.see_also)
    related = [other for other in found if other][:_RELATED_SHOWN]
    return tuple((Button(Words(other.title), ShowTopic(other.id)),) for other in related)


def _share(turn: Turn, topic: TopicId) -> Rows:
    """A button that puts just this answer into another chat, where inline mode is on."""
    share = Button(phrase("button-share"), Share(f"#{topic}"))
    return ((share,),) if turn.means.shares else ()


def _choices(turn: Turn, decision: Decision) -> Replies:
    found = (turn.desk.catalog.find_entry(topic, decision.language) for topic in decision.shown)
    rows = tuple((Button(Words(e.title), ShowTopic(e.id)),) for e in found if e)
    if not rows:
        return _fallback(turn, decision)
    none_of_these = (Button(phrase("button-none-of-these"), NoneOfThese()), BACK_TO_MENU)
    reply = new(phrase("choices-did-you-mean"), buttons=(*rows, none_of_these))
    return replace(reply, language=decision.language, quotes=True)


def _crisis(turn: Turn, decision: Decision) -> Replies:
    """Help lines first; nothing of such a message is counted, remembered or offered to be sent."""
    found = (_answer(turn, topic, decision.language) for topic in decision.shown[:1])
    answers = (replace(reply, quotes=False) for reply in found if reply)
    return (help_lines(decision.language), *answers)


def _meaning(turn: Turn, decision: Decision, term: Term) -> Reply:
    """Two lines, and the way to the whole answer where there is one."""
    found = (turn.desk.catalog.find_entry(topic, decision.language) for topic in decision.shown)
    rows = tuple((Button(Words(e.title), ShowTopic(e.id)),) for e in found if e)
    if decision.shown:
        # "And how do I get one?" goes on from here.
        turn.means.recall.remember(turn.chat_id, decision.shown[0])
    onward = (run_button("button-browse", "topics"), BACK_TO_MENU)
    return Reply(term_lines(term), (*rows, onward), language=decision.language)


def _fallback(turn: Turn, decision: Decision) -> Reply:
    said = _aside(decision.aside)
    offer = offer_rows(turn) if decision.aside in _OFFERED else ()
    if not offer:
        return Reply((said,), MENU, language=decision.language)
    lines = (said, phrase("sending-offer"))
    return Reply(lines, (*offer, *MENU), language=decision.language, quotes=True)


def _aside(aside: Aside) -> Phrase:
    return phrase("fallback") if aside is Aside.NONE else phrase(f"aside-{_slug(aside)}")


def _slug(aside: Aside) -> str:
    return aside.value.replace("_", "-")


def _count(turn: Turn, topic: TopicId) -> None:
    turn.means.recall.remember(turn.chat_id, topic)
    turn.means.tally.shown(topic, turn.now.date())


async def _show_topic(turn: Turn, button: ShowTopic) -> Replies:
    reply = answer_reply(turn, button.topic, turn.language)
    return reply or new(phrase("button-is-old"), buttons=MENU)


async def _none_of_these(turn: Turn, button: NoneOfThese) -> Replies:
    del button
    offer = offer_rows(turn)
    lines = (phrase("choices-none"), *((phrase("sending-offer"),) if offer else ()))
    onward = (run_button("button-browse", "topics"), BACK_TO_MENU)
    return Reply(lines, (*offer, onward), quotes=True)


async def _ask(turn: Turn, words: str) -> Replies:
    if not words.strip():
        return new(phrase("ask-how"), buttons=((run_button("button-browse", "topics"),),))
    return show(turn, decide(turn, words))


SUBJECT = Subject(
    commands=(Command("ask", _ask, private=False),),
    presses=(
        on_press(ShowTopic, _show_topic, private=False),
        on_press(NoneOfThese, _none_of_these, private=False),
    ),
)
