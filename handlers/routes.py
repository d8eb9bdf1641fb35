"""Which act is answered by whom: tables that can be read, free text last by construction.

A new subject is one line in ``SUBJECTS``, a new conversation one line in ``FLOWS``.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from faq.decision import CommandKind, Decision, DecisionKind
from handlers import (
    ask,
    browse,
    family,
    plans,
    privacy,
    sending,
    settings,
    start,
    status,
    tomorrow,
    votes,
)
from handlers.callback_data import Kinds, Payload, kinds_of
from handlers.errors import refused
from handlers.flows import engine
from handlers.flows.add_date import ADD_DATE
from handlers.flows.date_ends import HELD_ON, PICK_SNOOZE
from handlers.flows.edit_date import EDIT_DAY
from handlers.flows.rename_child import RENAME_CHILD
from handlers.flows.school_change import SCHOOL_CHANGE
from handlers.flows.send_question import SEND_QUESTION
from handlers.flows.set_hour import SET_HOUR
from handlers.flows.set_quiet import SET_QUIET
from handlers.flows.steps import Flow, Typed
from handlers.flows.zone import SET_ZONE
from handlers.leads import Link, Share
from handlers.menu import MENU, Run
from handlers.proposals import asks_besides, propose
from handlers.subject import Command, OnWords, Press, Subject, on_press
from handlers.turn import (
    Button,
    Commanded,
    Joined,
    Located,
    Place,
    Pressed,
    Replies,
    Reply,
    Said,
    SentMedia,
    Turn,
    new,
    phrase,
)
from scheduler.domain.errors import Refusal

# A question left open for longer no longer takes free text; its buttons still work.
DRAFT_LISTENS_FOR = timedelta(hours=24)

# Wishes that begin no conversation and change nothing: they are granted beside an open question.
_ONLY_LOOK = (
    CommandKind.LIST_DATES,
    CommandKind.TOMORROW_SHOW,
    CommandKind.STATUS,
    CommandKind.SETTINGS,
    CommandKind.CHILDREN,
    CommandKind.PRIVACY,
    CommandKind.HELP,
)

_ANSWERED = (DecisionKind.ANSWER, DecisionKind.TERM)

FLOWS: tuple[Flow, ...] = (
    SET_ZONE,
    SET_HOUR,
    SET_QUIET,
    ADD_DATE,
    EDIT_DAY,
    PICK_SNOOZE,
    HELD_ON,
    SCHOOL_CHANGE,
    RENAME_CHILD,
    SEND_QUESTION,
)


async def _cancel(turn: Turn, words: str) -> Replies:
    del words
    return await engine.leave(turn)


async def _run(turn: Turn, button: Run) -> Replies:
    return await _command(turn, button.command, "")


async def _choose(turn: Turn, button: engine.Choose) -> Replies:
    return await engine.press(turn, FLOWS, button)


async def _back(turn: Turn, button: engine.GoBack) -> Replies:
    return await engine.back(turn, FLOWS, button)


CONVERSATION = Subject(
    commands=(Command("cancel", _cancel),),
    presses=(
        # The command decides for itself whether it is for private chats.
        on_press(Run, _run, private=False),
        on_press(engine.Choose, _choose),
        on_press(engine.GoBack, _back),
        on_press(engine.Leave, engine.leave),
    ),
    wishes={CommandKind.CANCEL: _cancel},
)

SUBJECTS: tuple[Subject, ...] = (
    start.SUBJECT,
    ask.SUBJECT,
    votes.SUBJECT,
    sending.SUBJECT,
    browse.SUBJECT,
    plans.SUBJECT,
    tomorrow.SUBJECT,
    family.SUBJECT,
    settings.SUBJECT,
    status.SUBJECT,
    privacy.SUBJECT,
    CONVERSATION,
)

COMMANDS: Mapping[str, Command] = {c.name: c for subject in SUBJECTS for c in subject.commands}
PRESSES: Mapping[type[Payload], Press] = {p.kind: p for s in SUBJECTS for p in s.presses}
WISHES: Mapping[CommandKind, OnWords] = {k: w for s in SUBJECTS for k, w in s.wishes.items()}
KINDS: Kinds = kinds_of(PRESSES)


async def handle(turn: Turn) -> tuple[Reply, ...]:
    """Answer one turn; a refusal becomes words, a fault is the gateway's to catch."""
    try:
        replies = await _answer(turn)
    except Refusal as refusal:
        replies = refused(refusal)
    said = (replies,) if isinstance(replies, Reply) else replies
    greeted = start.greeted(turn, said)
    return greeted if turn.place is Place.PRIVATE else tuple(map(_for_all, greeted))


def _for_all(reply: Reply) -> Reply:
    """A reply without the buttons that lead to a family's own things: others look on."""
    rows = tuple(tuple(filter(_is_public, row)) for row in reply.buttons)
    shown = tuple(row for row in rows if row)
    return reply if shown == reply.buttons else replace(reply, buttons=shown, memo=None)


def _is_public(button: Button) -> bool:
    match button.does:
        case Run(command=name):
            return name in COMMANDS and not COMMANDS[name].private
        case Payload() as payload:
            return type(payload) in PRESSES and not PRESSES[type(payload)].private
        case Link() | Share():
            return True


async def _answer(turn: Turn) -> Replies:
    match turn.act:
        case Pressed(payload=payload):
            return await _press(turn, payload)
        case Commanded(name=name, words=words):
            return await _command(turn, name, words)
        case Said() as said:
            return await _said(turn, said)
        case SentMedia(kind=kind, caption=caption, forwarded=forwarded):
            if caption.strip():
                return await _said(turn, Said(caption, forwarded=forwarded))
            return new(phrase(f"media-{kind.value}"), buttons=MENU)
        case Located() as place:
            return await _located(turn, place)
        case Joined():
            return start.hello_group(turn)
        case _:
            assert_never(turn.act)


async def _press(turn: Turn, payload: Payload | None) -> Replies:
    press = PRESSES.get(type(payload)) if payload else None
    if payload is None or press is None:
        return new(phrase("button-is-old"), buttons=MENU)
    if press.private and turn.place is Place.GROUP:
        return start.write_in_private(turn)
    return await press.answer(turn, payload)


async def _command(turn: Turn, name: str, words: str) -> Replies:
    command = COMMANDS.get(name)
    if command is None:
        return new(phrase("command-unknown"), buttons=MENU)
    decision = ask.decide(turn, words) if words else None
    if decision is not None and decision.kind is DecisionKind.CRISIS:
        return ask.show(turn, decision)
    if command.private and turn.place is Place.GROUP:
        return start.write_in_private(turn)
    return await command.answer(turn, words)


async def _located(turn: Turn, place: Located) -> Replies:
    if turn.place is Place.PRIVATE and _listening(turn):
        return (await engine.hear(turn, FLOWS, place)).replies
    return new(phrase("media-location"), buttons=settings.ZONE_BUTTONS)


async def _said(turn: Turn, said: Said) -> Replies:
    text = said.text.strip()
    decision = ask.decide(turn, text)
    if decision.kind is DecisionKind.CRISIS:
        return ask.show(turn, decision)
    if said.edited:
        # What an edit was before is not known, so it only asks and never changes anything.
        known = decision.kind in (*_ANSWERED, DecisionKind.CHOICES)
        return ask.show(turn, decision) if known else new(phrase("edited-message"), buttons=MENU)
    if turn.place is Place.PRIVATE and _listening(turn):
        return await _said_in_flow(turn, text, decision)
    return await _said_freely(turn, text, decision)


async def _said_freely(turn: Turn, text: str, decision: Decision) -> Replies:
    if decision.kind is not DecisionKind.COMMAND or decision.command is None:
        return await _news_or_question(turn, text, decision)
    if turn.place is Place.GROUP:
        return start.write_in_private(turn)
    wish = WISHES.get(decision.command)
    return await wish(turn, text) if wish else new(phrase("wish-not-yet"), buttons=MENU)


async def _news_or_question(turn: Turn, text: str, decision: Decision) -> Replies:
    proposal = await propose(turn, text, decision)
    if proposal is None:
        return ask.show(turn, decision)
    if decision.kind is DecisionKind.ANSWER and asks_besides(text):
        return (*_many(ask.show(turn, decision)), *_many(proposal))
    return proposal


async def _said_in_flow(turn: Turn, text: str, decision: Decision) -> Replies:
    """Take words as the answer to the open question, or else answer them and ask it again."""
    if decision.command is CommandKind.CANCEL:
        return await engine.leave(turn)
    if decision.command is CommandKind.HELP and " " not in text:
        # A cry for help is no nickname and no name of a date.
        return (
            *_many(await WISHES[CommandKind.HELP](turn, "")),
            *_many(await engine.repeat(turn, FLOWS)),
        )
    heard = await engine.hear(turn, FLOWS, Typed(text))
    if not heard.understood and decision.command in _ONLY_LOOK:
        return (
            *_many(await WISHES[decision.command](turn, text)),
            *_many(await engine.repeat(turn, FLOWS)),
        )
    if heard.understood or decision.kind not in _ANSWERED:
        return heard.replies
    return (*_many(ask.show(turn, decision)), *_many(await engine.repeat(turn, FLOWS)))


def _many(replies: Replies) -> tuple[Reply, ...]:
    return (replies,) if isinstance(replies, Reply) else replies


def _listening(turn: Turn) -> bool:
    draft = turn.draft
    return draft is not None and turn.now - draft.touched_at < DRAFT_LISTENS_FOR
