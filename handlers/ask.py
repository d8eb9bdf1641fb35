"""Questions in a parent's own words: an answer, a choice, an honest fallback, help in a crisis.

What was asked is neither kept nor logged; only topics are counted.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, assert_never

from faq.decision import Aside, Decision, DecisionKind
from faq.entry import Entry, Term, TopicId
from handlers.callback_data import Payload
from handlers.leads import Share
from handlers.menu import BACK_TO_MENU, MENU, run_button
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
    toast,
)
from scheduler import actions

# Names the reply with the help lines, so that nothing is put before or behind it.
CRISIS = "crisis"
_SOURCES_SHOWN = 3
_RELATED_SHOWN = 3


class Opinion(StrEnum):
    """What a parent says of an answer."""

    HELPED = "y"
    NOT_QUITE = "n"


@dataclass(frozen=True, slots=True)
class ShowTopic(Payload):
    """Shows an answer."""

    KIND: ClassVar[str] = "topic"
    topic: TopicId


@dataclass(frozen=True, slots=True)
class Vote(Payload):
    """Tells whether an answer helped."""

    KIND: ClassVar[str] = "vote"
    opinion: Opinion
    topic: TopicId


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
            return _fallback(decision)
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
    buttons = (*_related(turn, entry, language), *_share(turn, topic), *_closing(topic))
    return Reply(answer_lines(entry, language), buttons, language=language, memo=f"answer:{topic}")


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
    return tuple(reply for reply in found if reply) or _fallback(decision)


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
    varies = (phrase("answer-state-varies"),) if entry.state_varies else ()
    return (GAP, Prose(entry.body), GAP, *varies, checked)


def _related(turn: Turn, entry: Entry, language: str) -> Rows:
    found = (turn.desk.catalog.find_entry(topic, language) for topic in entry.see_also)
    related = [other for other in found if other][:_RELATED_SHOWN]
    return tuple((Button(Words(other.title), ShowTopic(other.id)),) for other in related)


def _share(turn: Turn, topic: TopicId) -> Rows:
    """A button that puts just this answer into another chat, where inline mode is on."""
    share = Button(phrase("button-share"), Share(f"#{topic}"))
    return ((share,),) if turn.means.shares else ()


def _closing(topic: TopicId) -> Rows:
    helped = Button(phrase("button-helped"), Vote(Opinion.HELPED, topic))
    not_quite = Button(phrase("button-not-quite"), Vote(Opinion.NOT_QUITE, topic))
    return ((helped, not_quite, BACK_TO_MENU),)


def _choices(turn: Turn, decision: Decision) -> Replies:
    found = (turn.desk.catalog.find_entry(topic, decision.language) for topic in decision.shown)
    rows = tuple((Button(Words(e.title), ShowTopic(e.id)),) for e in found if e)
    if not rows:
        return _fallback(decision)
    none_of_these = (run_button("button-none-of-these", "topics"), BACK_TO_MENU)
    reply = new(phrase("choices-did-you-mean"), buttons=(*rows, none_of_these))
    return replace(reply, language=decision.language)


def _crisis(turn: Turn, decision: Decision) -> Replies:
    """Help lines first; nothing of such a message is counted or remembered."""
    found = (_answer(turn, topic, decision.language) for topic in decision.shown[:1])
    return (help_lines(decision.language), *(reply for reply in found if reply))


def _meaning(turn: Turn, decision: Decision, term: Term) -> Reply:
    """Two lines, and the way to the whole answer where there is one."""
    found = (turn.desk.catalog.find_entry(topic, decision.language) for topic in decision.shown)
    rows = tuple((Button(Words(e.title), ShowTopic(e.id)),) for e in found if e)
    if decision.shown:
        # "And how do I get one?" goes on from here.
        turn.means.recall.remember(turn.chat_id, decision.shown[0])
    onward = (run_button("button-browse", "topics"), BACK_TO_MENU)
    return Reply(term_lines(term), (*rows, onward), language=decision.language)


def _fallback(decision: Decision) -> Reply:
    return Reply((_aside(decision.aside),), MENU, language=decision.language)


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


async def _vote(turn: Turn, button: Vote) -> Replies:
    helpful = button.opinion is Opinion.HELPED
    if turn.desk.catalog.find_entry(button.topic, turn.language) is None:
        return toast(phrase("toast-vote-thanks"))
    await actions.vote(
        turn.sessions, chat_id=turn.chat_id, topic=button.topic, helpful=helpful, now=turn.now
    )
    if helpful:
        return toast(phrase("toast-vote-thanks"))
    more = ((run_button("button-browse", "topics"), BACK_TO_MENU),)
    return (toast(phrase("toast-vote-sorry")), new(phrase("vote-not-quite"), buttons=more))


async def _ask(turn: Turn, words: str) -> Replies:
    if not words.strip():
        return new(phrase("ask-how"), buttons=((run_button("button-browse", "topics"),),))
    return show(turn, decide(turn, words))


SUBJECT = Subject(
    commands=(Command("ask", _ask, private=False),),
    presses=(
        on_press(ShowTopic, _show_topic, private=False),
        on_press(Vote, _vote, private=False),
    ),
)
