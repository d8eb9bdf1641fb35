"""What is kept and why; handing it all out; erasing it all."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

import orjson

from faq.decision import CommandKind
from handlers.callback_data import Payload
from handlers.menu import BACK_TO_MENU, run_button
from handlers.subject import Command, Subject, on_press
from handlers.turn import (
    GAP,
    Attachment,
    Button,
    Form,
    Line,
    Replies,
    Reply,
    Turn,
    edit,
    new,
    phrase,
)
from scheduler import actions

# The day when the words of /privacy were last compared with the tables.
CHECKED_ON = date(2026, 11, 25)


@dataclass(frozen=True, slots=True)
class EraseAll(Payload):
    """Erases everything about this chat."""

    KIND: ClassVar[str] = "erase"


@dataclass(frozen=True, slots=True)
class KeepAll(Payload):
    """Erases nothing after all."""

    KIND: ClassVar[str] = "keep"


async def _privacy(turn: Turn, words: str) -> Replies:
    del turn, words
    lines = (
        phrase("privacy-title", day=CHECKED_ON),
        GAP,
        phrase("privacy-chat"),
        phrase("privacy-children"),
        phrase("privacy-dates"),
        phrase("privacy-changes"),
        phrase("privacy-messages"),
        phrase("privacy-rest"),
        phrase("privacy-sent"),
        GAP,
        phrase("privacy-not-kept"),
        GAP,
        phrase("privacy-how-long"),
        GAP,
        phrase("privacy-who"),
    )
    export = run_button("button-export", "export")
    erase = run_button("button-delete-all", "delete")
    return new(*lines, buttons=((export, erase), (BACK_TO_MENU,)))


async def _export(turn: Turn, words: str) -> Replies:
    del words
    everything = await actions.export_of(turn.sessions, chat_id=turn.chat_id)
    dates = await actions.list_plan_dates(turn.sessions, chat_id=turn.chat_id)
    changes = await actions.list_school_changes(turn.sessions, chat_id=turn.chat_id, now=turn.now)
    raw = orjson.dumps(everything, option=orjson.OPT_INDENT_2)
    table = Reply((phrase("export-json"),), attachment=Attachment("plankeeper.json", lambda _: raw))
    if not (dates or changes):
        # A calendar without an event is no calendar (RFC 5545, 3.6), and apps refuse it.
        return table
    # The only use of a library that takes 4 MB.
    from handlers.calendar_file import calendar_of  # noqa: PLC0415

    make = partial(calendar_of, dates, changes, chat=turn.chat, now=turn.now)
    calendar = Attachment("plankeeper.ics", make)
    return (Reply((phrase("export-calendar"),), attachment=calendar), table)


async def _delete(turn: Turn, words: str) -> Replies:
    del words
    held = await actions.holdings_of(turn.sessions, chat_id=turn.chat_id)
    counts = phrase(
        "delete-counts",
        children=held.children,
        dates=held.dates,
        changes=held.changes,
        reminders=held.reminders,
    )
    shared: tuple[Line, ...] = (phrase("delete-shared"),) if held.shared else ()
    erase = Button(phrase("button-erase"), EraseAll())
    keep = Button(phrase("button-keep"), KeepAll())
    return new(
        phrase("delete-ask"), counts, *shared, phrase("delete-no-undo"), buttons=((erase, keep),)
    )


async def _erase(turn: Turn, button: EraseAll) -> Replies:
    del button
    await actions.forget_chat(turn.sessions, chat_id=turn.chat_id)
    turn.means.recall.forget(turn.chat_id)
    turn.means.sent.forget(turn.chat_id)
    return Reply((phrase("delete-done"),), form=Form.EDIT)


async def _keep(turn: Turn, button: KeepAll) -> Replies:
    del turn, button
    return edit(phrase("delete-kept"), buttons=((BACK_TO_MENU,),))


SUBJECT = Subject(
    commands=(
        Command("privacy", _privacy, private=False),
        Command("export", _export),
        Command("delete", _delete),
    ),
    presses=(on_press(EraseAll, _erase), on_press(KeepAll, _keep)),
    wishes={
        CommandKind.PRIVACY: _privacy,
        CommandKind.EXPORT: _export,
        CommandKind.DELETE_ALL: _delete,
    },
)
