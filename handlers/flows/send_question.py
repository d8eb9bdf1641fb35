"""Asking for the question to send, where the parent's own message is not at hand or not wanted."""

from dataclasses import dataclass

from faq.decision import DecisionKind
from handlers import ask
from handlers.flows.steps import (
    Again,
    Answer,
    Context,
    Data,
    Done,
    Go,
    Move,
    Question,
    Step,
    Typed,
    flow,
)
from handlers.sending_preview import preview
from handlers.turn import Replies, Reply, Turn, phrase
from scheduler import actions

_WORDS = "words"


@dataclass(frozen=True, slots=True)
class ShowQuestion:
    """Show these words as they would go; nothing is sent by typing them."""

    text: str


def _begin(data: Data, context: Context) -> Go:
    del context
    return Go(_WORDS, data)


def _ask(data: Data, context: Context) -> Question:
    del data, context
    return Question((phrase("sending-ask"),))


def _take(data: Data, answer: Answer, context: Context) -> Move:
    del data, context
    if isinstance(answer, Typed) and answer.text:
        return Done(ShowQuestion(answer.text))
    return Again((phrase("sending-not-read"),))


async def _finish(turn: Turn, command: ShowQuestion, draft_id: int) -> Replies:
    """Show what would go; an answer to it comes first, for it may be one after all."""
    del draft_id
    last = turn.means.recall.last_topic(turn.chat_id)
    await actions.drop_draft(turn.sessions, chat_id=turn.chat_id)
    shown = _many(await preview(turn, command.text))
    decision = ask.decide(turn, command.text)
    if decision.kind is DecisionKind.ANSWER and decision.shown[:1] != (last,):
        return (*_many(ask.show(turn, decision)), *shown)
    return shown


def _many(replies: Replies) -> tuple[Reply, ...]:
    return (replies,) if isinstance(replies, Reply) else replies


SEND_QUESTION = flow(
    "send-question",
    version=1,
    steps=(Step(_WORDS, _ask, _take),),
    begin=_begin,
    finish=_finish,
)
