"""Sending a question to the people who run the bot: on purpose, scrubbed, shown before it goes.

What is kept of it has no chat beside it: nobody can tell who asked, or write back.
"""

from dataclasses import replace

from faq.decision import Aside, Decision, DecisionKind
from faq.entry import TopicId
from handlers import ask
from handlers.flows import engine
from handlers.flows.send_question import SEND_QUESTION
from handlers.menu import BACK_TO_MENU, MENU, run_button
from handlers.sending_buttons import DropQuestion, OfferQuestion, ReplaceQuestion, SendQuestion
from handlers.sending_preview import as_it_goes, decided, enough_today, mark_of, preview
from handlers.subject import Subject, on_press
from handlers.turn import Form, Pressed, Replies, Reply, Turn, edit, phrase, toast
from scheduler import actions
from scheduler.domain.feedback import SentQuestion


async def _offer(turn: Turn, button: OfferQuestion) -> Replies:
    """Show the question that the pressed message replies to, or ask for it."""
    del button
    if not turn.means.sent.may_send(turn.chat_id, turn.now.date()):
        return enough_today()
    question = _question(turn)
    if question is None:
        return _as_new(await engine.begin(turn, SEND_QUESTION))
    return await preview(turn, question)


async def _replace(turn: Turn, button: ReplaceQuestion) -> Replies:
    del button
    return await engine.begin(turn, SEND_QUESTION)


async def _drop(turn: Turn, button: DropQuestion) -> Replies:
    del turn, button
    return edit(phrase("sending-no"), buttons=MENU)


async def _send(turn: Turn, button: SendQuestion) -> Replies:
    """Keep what was shown; where the message says something else by now, show it again."""
    question, today = _question(turn), turn.now.date()
    if question is None:
        return _as_new(await engine.begin(turn, SEND_QUESTION))
    decision = decided(turn, question)
    if decision.kind is DecisionKind.CRISIS:
        return ask.show(turn, decision)
    text = await as_it_goes(turn, question)
    if mark_of(text) != button.mark:
        return await preview(turn, question, hint=(phrase("sending-changed"),))
    if turn.means.sent.has_sent(turn.chat_id, button.mark, today):
        return toast(phrase("toast-sent-already"))
    if not turn.means.sent.may_send(turn.chat_id, today):
        return enough_today()
    sent = SentQuestion(text, decision.language, today, _nearest(decision))
    await actions.send_question(turn.sessions, sent)
    turn.means.sent.note(turn.chat_id, button.mark, today)
    onward = ((run_button("button-browse", "topics"), BACK_TO_MENU),)
    return replace(edit(phrase("sending-sent"), buttons=onward), language=decision.language)


def _nearest(decision: Decision) -> TopicId | None:
    """The nearest answer; none for what is nearer to matters that are not ours."""
    return next(iter(decision.topics), None) if decision.aside is Aside.NONE else None


def _question(turn: Turn) -> str | None:
    return turn.act.question if isinstance(turn.act, Pressed) else None


def _as_new(replies: Replies) -> Replies:
    """Ask below, so that the message that was pressed stays as it is."""
    return replace(replies, form=Form.NEW) if isinstance(replies, Reply) else replies


SUBJECT = Subject(
    presses=(
        on_press(OfferQuestion, _offer),
        on_press(SendQuestion, _send),
        on_press(ReplaceQuestion, _replace),
        on_press(DropQuestion, _drop),
    ),
)
