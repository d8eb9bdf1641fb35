"""School days that will not be the usual ones: shown, added, taken back."""

import re
from dataclasses import dataclass
from typing import ClassVar, assert_never

from faq.decision import CommandKind
from handlers.callback_data import Payload
from handlers.cards import AddChange, Told
from handlers.flows import engine
from handlers.flows.change_kept import change_kept_reply
from handlers.flows.school_change import SAID, SCHOOL_CHANGE
from handlers.menu import BACK_TO_MENU, run_button
from handlers.plan_screens import form_of
from handlers.subject import Command, Subject, on_press
from handlers.turn import GAP, Button, Line, Replies, Reply, Rows, ShortDay, Turn, phrase, toast
from scheduler import actions
from scheduler.domain.commands import AddSchoolChange, CancelSchoolChange
from scheduler.domain.plans import ChangeId, SchoolChange
from scheduler.domain.words import TEXT_LIMIT_CHARS

_SHOWN_CHANGES = 8
# Asks what is known of a day, or wants a change off: neither is news of a change.
_ASKS = re.compile(
    r"\s*(?:¿|(?:is|are|does|do|will|what|whats|what's|hay|qu[eé]|cancel|cancela|quita|undo)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CancelChange(Payload):
    """Takes a change back."""

    KIND: ClassVar[str] = "off"
    change_id: ChangeId


@dataclass(frozen=True, slots=True)
class RestoreChange(Payload):
    """Keeps a change again that was taken back."""

    KIND: ClassVar[str] = "on"
    change_id: ChangeId


async def begin_change(turn: Turn, text: str) -> Replies:
    """Begin to tell of a change; what ``text`` says of it is not asked again."""
    said = text.strip()[:TEXT_LIMIT_CHARS]
    return await engine.begin(turn, SCHOOL_CHANGE, {SAID: said} if said else {})


async def _tomorrow(turn: Turn, words: str) -> Replies:
    if not words.strip() or _ASKS.match(words):
        return await _shown(turn)
    return await begin_change(turn, words)


async def _show(turn: Turn, words: str) -> Replies:
    del words
    return await _shown(turn)


async def _shown(turn: Turn) -> Reply:
    ahead = await actions.tomorrow_of(turn.sessions, chat_id=turn.chat_id, now=turn.now)
    found = await actions.list_school_changes(turn.sessions, chat_id=turn.chat_id, now=turn.now)
    lines = [line for day in ahead for line in _day_lines(day)] or [phrase("tomorrow-nothing")]
    coming = found[:_SHOWN_CHANGES]
    told = {change.id for day in ahead for change in day.changes if change.last_on == day.day}
    later = [change for change in coming if change.id not in told]
    if later:
        lines += [GAP, phrase("tomorrow-coming"), *(_line(change) for change in later)]
    add = (Button(phrase("button-add-change"), AddChange()), BACK_TO_MENU)
    return Reply(tuple(lines), (*_cancel_rows(coming), add))


def _day_lines(ahead: actions.DayAhead) -> list[Line]:
    nickname = ahead.child.nickname
    if not ahead.changes:
        return [phrase("tomorrow-usual", nickname=nickname, day=ahead.day)]
    head = phrase("tomorrow-head", nickname=nickname, day=ahead.day)
    return [head, *(phrase("tomorrow-what", what=change.what) for change in ahead.changes)]


def _line(change: SchoolChange) -> Line:
    nickname, what = change.child.nickname, change.what
    first, last = ShortDay(change.first_on), ShortDay(change.last_on)
    if change.first_on == change.last_on:
        return phrase("tomorrow-line", nickname=nickname, day=first, what=what)
    return phrase("tomorrow-line-days", nickname=nickname, first=first, last=last, what=what)


def _cancel_rows(changes: tuple[SchoolChange, ...]) -> Rows:
    return tuple(
        (
            Button(
                phrase(
                    "button-cancel-change",
                    nickname=change.child.nickname,
                    day=ShortDay(change.first_on),
                ),
                CancelChange(change.id),
            ),
        )
        for change in changes
    )


async def _add(turn: Turn, button: AddChange) -> Replies:
    del button
    return await begin_change(turn, "")


async def _told(turn: Turn, button: Told) -> Replies:
    del turn, button
    return toast(phrase("toast-told"))


async def _cancel(turn: Turn, button: CancelChange) -> Replies:
    result = await actions.cancel_school_change(
        turn.sessions, CancelSchoolChange(button.change_id), chat_id=turn.chat_id, now=turn.now
    )
    match result:
        case actions.ChangeCancelled(change=change, correction=correction):
            lines: tuple[Line, ...] = (phrase("change-off"), _line(change))
            if correction:
                lines = (*lines, phrase("change-correction-comes"))
            undo = Button(phrase("button-undo"), RestoreChange(change.id))
            all_changes = run_button("button-all-changes", "tomorrow")
            return Reply(lines, ((undo, all_changes),), form_of(turn))
        case actions.AlreadyDone():
            return toast(phrase("toast-already-done"))
        case actions.Gone():
            return _gone(turn)
        case _:
            assert_never(result)


async def _restore(turn: Turn, button: RestoreChange) -> Replies:
    """Keep the change anew; a second tap finds it there and adds no double."""
    off = await actions.find_cancelled_change(turn.sessions, button.change_id, chat_id=turn.chat_id)
    if off is None:
        return _gone(turn)
    command = AddSchoolChange(off.child.nickname, off.first_on, off.last_on, off.kind, off.what)
    found = await actions.list_school_changes(turn.sessions, chat_id=turn.chat_id, now=turn.now)
    if any(_same(change, command) for change in found):
        return toast(phrase("toast-already-done"))
    result = await actions.add_school_change(
        turn.sessions, command, chat_id=turn.chat_id, draft_id=None, now=turn.now
    )
    if isinstance(result, actions.AlreadyDone):
        return toast(phrase("toast-already-done"))
    return change_kept_reply(turn, result)


def _same(change: SchoolChange, command: AddSchoolChange) -> bool:
    held = (change.child.nickname, change.first_on, change.last_on, change.kind, change.what)
    return held == (
        command.nickname,
        command.first_on,
        command.last_on,
        command.kind,
        command.what,
    )


def _gone(turn: Turn) -> Reply:
    row = (run_button("button-all-changes", "tomorrow"), BACK_TO_MENU)
    return Reply((phrase("change-gone"),), (row,), form_of(turn))


SUBJECT = Subject(
    commands=(Command("tomorrow", _tomorrow),),
    presses=(
        on_press(AddChange, _add),
        on_press(Told, _told),
        on_press(CancelChange, _cancel),
        on_press(RestoreChange, _restore),
    ),
    wishes={
        CommandKind.TOMORROW_CHANGE: _tomorrow,
        CommandKind.TOMORROW_SHOW: _show,
        CommandKind.TOMORROW_CANCEL: _show,
        CommandKind.DAYS_OFF: begin_change,
    },
)
