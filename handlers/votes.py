"""Whether an answer helped, and why not: one vote a chat and topic, changeable at any time."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from faq.entry import TopicId
from handlers.callback_data import Payload
from handlers.menu import BACK_TO_MENU, run_button
from handlers.sending_buttons import offer_rows
from handlers.subject import Subject, on_press
from handlers.turn import Button, Form, Replies, Reply, Rows, Turn, phrase, toast
from scheduler import actions
from scheduler.domain.feedback import Reason


class Opinion(StrEnum):
    """What a parent says of an answer."""

    HELPED = "y"
    NOT_QUITE = "n"


@dataclass(frozen=True, slots=True)
class Vote(Payload):
    """Tells whether an answer helped."""

    KIND: ClassVar[str] = "vote"
    opinion: Opinion
    topic: TopicId


@dataclass(frozen=True, slots=True)
class Why(Payload):
    """Tells why an answer did not help."""

    KIND: ClassVar[str] = "why"
    reason: Reason
    topic: TopicId


def did_it_help(topic: TopicId) -> Rows:
    """The row under an answer."""
    helped = Button(phrase("button-helped"), Vote(Opinion.HELPED, topic))
    not_quite = Button(phrase("button-not-quite"), Vote(Opinion.NOT_QUITE, topic))
    return ((helped, not_quite, BACK_TO_MENU),)


async def _vote(turn: Turn, button: Vote) -> Replies:
    helpful = button.opinion is Opinion.HELPED
    refusal = await _cast(turn, button.topic, helpful=helpful)
    if refusal:
        return refusal
    if helpful:
        return toast(phrase("toast-vote-thanks"))
    return (toast(phrase("toast-vote-sorry")), _ask_why(turn, button.topic))


async def _why(turn: Turn, button: Why) -> Replies:
    """A reason is a vote against, also where the parent had changed to "helped" since."""
    refusal = await _cast(turn, button.topic, helpful=False, reason=button.reason)
    if refusal:
        return refusal
    asked = _ask_why(turn, button.topic, chosen=button.reason, form=Form.EDIT)
    return (toast(phrase("toast-reason-thanks")), asked)


async def _cast(
    turn: Turn, topic: TopicId, *, helpful: bool, reason: Reason | None = None
) -> Reply | None:
    """Keep a vote; a kind word where it changes nothing or its answer is no more."""
    if turn.desk.catalog.find_entry(topic, turn.language) is None:
        return toast(phrase("toast-answer-gone"))
    changed = await actions.vote(
        turn.sessions,
        chat_id=turn.chat_id,
        topic=topic,
        helpful=helpful,
        reason=reason,
        now=turn.now,
    )
    return None if changed else toast(phrase("toast-vote-again"))


def _ask_why(
    turn: Turn, topic: TopicId, *, chosen: Reason | None = None, form: Form = Form.NEW
) -> Reply:
    offer = offer_rows(turn)
    lines = (phrase("vote-not-quite"), *((phrase("sending-offer"),) if offer else ()))
    onward = (run_button("button-browse", "topics"), BACK_TO_MENU)
    return Reply(lines, (*_reasons(topic, chosen), *offer, onward), form, quotes=True)


def _reasons(topic: TopicId, chosen: Reason | None) -> Rows:
    """Two reasons a row, the chosen one ticked."""
    buttons = []
    for reason in Reason:
        named = phrase(f"button-reason-{reason.value}")
        label = phrase("button-chosen", what=named) if reason is chosen else named
        buttons.append(Button(label, Why(reason, topic)))
    return tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))


SUBJECT = Subject(
    presses=(on_press(Vote, _vote, private=False), on_press(Why, _why, private=False)),
)
