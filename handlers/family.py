"""The children of a family: list, rename, remove."""

from dataclasses import dataclass
from typing import ClassVar

from faq.decision import CommandKind
from handlers.callback_data import Payload
from handlers.flows import engine
from handlers.flows.rename_child import CHILD, RENAME_CHILD, WAS, child_gone
from handlers.menu import BACK_TO_MENU, run_button
from handlers.plan_screens import form_of
from handlers.subject import Command, Subject, on_press
from handlers.turn import Button, Line, Replies, Reply, Turn, edit, phrase
from scheduler import actions
from scheduler.domain.plans import Child, ChildId

_FAMILY = run_button("button-family", "family")


@dataclass(frozen=True, slots=True)
class Rename(Payload):
    """Asks for another nickname."""

    KIND: ClassVar[str] = "rename"
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class AskRemove(Payload):
    """Asks once before a child goes, with all that would go along."""

    KIND: ClassVar[str] = "rm"
    child_id: ChildId


@dataclass(frozen=True, slots=True)
class Remove(Payload):
    """Removes a child; there is no undo."""

    KIND: ClassVar[str] = "rmyes"
    child_id: ChildId


async def _family(turn: Turn, words: str) -> Replies:
    del words
    held = await _held(turn)
    if not held:
        row = (run_button("button-add-date", "add"), BACK_TO_MENU)
        return Reply((phrase("family-none"),), (row,), form_of(turn))
    lines: list[Line] = [phrase("family-head")]
    lines += [
        phrase("family-line", nickname=child.nickname, dates=dates, changes=changes)
        for child, dates, changes in held
    ]
    rows = tuple(
        (
            Button(phrase("button-rename", nickname=child.nickname), Rename(child.id)),
            Button(phrase("button-remove", nickname=child.nickname), AskRemove(child.id)),
        )
        for child, _, _ in held
    )
    return Reply(tuple(lines), (*rows, (BACK_TO_MENU,)), form_of(turn))


async def _held(turn: Turn) -> tuple[tuple[Child, int, int], ...]:
    """Each child with the number of its open dates and changed days to come."""
    children = await actions.list_children(turn.sessions, chat_id=turn.chat_id)
    dates = await actions.list_plan_dates(turn.sessions, chat_id=turn.chat_id)
    changes = await actions.list_school_changes(turn.sessions, chat_id=turn.chat_id, now=turn.now)
    return tuple(
        (
            child,
            sum(each.child.id == child.id for each in dates),
            sum(each.child.id == child.id for each in changes),
        )
        for child in children
    )


async def _rename(turn: Turn, button: Rename) -> Replies:
    children = await actions.list_children(turn.sessions, chat_id=turn.chat_id)
    child = next((each for each in children if each.id == button.child_id), None)
    if child is None:
        return child_gone(turn)
    return await engine.begin(turn, RENAME_CHILD, {CHILD: str(child.id), WAS: child.nickname})


async def _ask_remove(turn: Turn, button: AskRemove) -> Replies:
    held = await _held(turn)
    found = next((each for each in held if each[0].id == button.child_id), None)
    if found is None:
        return child_gone(turn)
    child, dates, changes = found
    ask = phrase("family-remove-ask", nickname=child.nickname, dates=dates, changes=changes)
    yes = Button(phrase("button-remove-yes"), Remove(child.id))
    no = run_button("button-keep-it", "family")
    return edit(ask, buttons=((yes, no),))


async def _remove(turn: Turn, button: Remove) -> Replies:
    result = await actions.remove_child(turn.sessions, button.child_id, chat_id=turn.chat_id)
    if isinstance(result, actions.Gone):
        return child_gone(turn)
    said = phrase("family-removed", nickname=result.child.nickname)
    return edit(said, buttons=((_FAMILY, BACK_TO_MENU),))


SUBJECT = Subject(
    commands=(Command("family", _family),),
    presses=(
        on_press(Rename, _rename),
        on_press(AskRemove, _ask_remove),
        on_press(Remove, _remove),
    ),
    wishes={CommandKind.CHILDREN: _family},
)
