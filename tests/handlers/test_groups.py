"""A group never sees anything of a child: every command, wish and button, pressed there.

The group here has the very chat that the child is kept for, so that a handler which looked
would find it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import partial
from typing import get_type_hints

import pytest
import pytest_asyncio

from faq.decision import CommandKind
from handlers import routes
from handlers.callback_data import Payload, pack, unpack
from handlers.menu import Run
from handlers.turn import Place, Pressed
from handlers.votes import Vote
from scheduler.actions import export_of
from tests.handlers.desk import KnowingDesk
from tests.handlers.parent import Parent

PRIVATE = "That is about your own child, so let us do it in private. Nobody else will see it."
# What is kept of the family below, as words of it would show.
OF_THE_CHILD = ("Zebra", "Quagga", "Purple day", "October 3", "Oct 3", "New York", "Eastern")


@pytest_asyncio.fixture
async def group(parent: Parent) -> Parent:
    """The chat of a family with a child, a date and a changed day, looked at by a group."""
    parent.desk = KnowingDesk()
    await parent.does("/add IEP meeting Oct 3 at 2pm", "Zebra", "[Yes]")
    await parent.does("/tomorrow Oct 3 Purple day", "[Yes]")
    assert "Zebra" in await parent.says("/dates")
    parent.place = Place.GROUP
    parent.screen.clear()
    parent.toasts.clear()
    return parent


def _leaks(group: Parent) -> list[str]:
    seen = [shown.text + " ".join(shown.buttons) for shown in group.screen] + group.toasts
    return [words for words in OF_THE_CHILD for text in seen if words in text]


def _example(kind: type[Payload]) -> Payload:
    """A button of this kind as it could be forged, for the rows of this family."""
    hints = get_type_hints(kind)
    return kind(*(_value(hints[field.name]) for field in fields(kind)))


def _value(hint: object) -> object:
    plain = getattr(hint, "__supertype__", hint)
    if plain is int:
        return 1
    if plain is date:
        return date(2026, 10, 3)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return next(iter(plain))
    return "dates"


async def _told_by(group: Parent, act: Callable[[], Awaitable[str]]) -> str:
    """What an act is answered; it must show nothing of the child and change nothing."""
    before = await export_of(group.sessions, chat_id=group.chat_id)
    said = await act()
    assert _leaks(group) == []
    assert await export_of(group.sessions, chat_id=group.chat_id) == before
    return said


@pytest.mark.parametrize("words", ["", " Zebra", " IEP meeting Nov 4", " 1"])
async def test_commands_when_sent_in_a_group_then_leak_and_change_nothing(
    group: Parent, words: str
) -> None:
    """A personal command has one answer: the way to the private chat."""
    told = {
        name: await _told_by(group, partial(group.says, f"/{name}{words}"))
        for name in routes.COMMANDS
    }

    assert {n for n, said in told.items() if said == PRIVATE} == _private_commands()


async def test_menu_buttons_when_pressed_in_a_group_then_leak_and_change_nothing(
    group: Parent,
) -> None:
    """A button that stands for a command is no way around it."""
    told = {
        name: await _told_by(group, partial(group.presses, pack(Run(name))))
        for name in routes.COMMANDS
    }

    assert {n for n, said in told.items() if said == PRIVATE} == _private_commands()


async def test_buttons_when_pressed_in_a_group_then_leak_and_change_nothing(
    group: Parent,
) -> None:
    """Buttons of private messages, forwarded or forged, do nothing in a group."""
    # What a group thinks of an answer is counted, for the group.
    kinds = routes.PRESSES.keys() - {Vote, Run}
    told = {
        kind: await _told_by(group, partial(group.presses, pack(_example(kind)))) for kind in kinds
    }

    private = {kind for kind in kinds if routes.PRESSES[kind].private}
    assert {kind for kind, said in told.items() if said == PRIVATE} == private


async def test_wishes_when_written_in_a_group_then_leak_and_change_nothing(group: Parent) -> None:
    """Nor are plain words a way around it."""
    group.desk = None
    told = [
        await _told_by(group, partial(group.says, "IEP meeting Nov 4", wish=wish))
        for wish in CommandKind
    ]

    assert set(told) == {PRIVATE}


def _private_commands() -> set[str]:
    return {name for name, command in routes.COMMANDS.items() if command.private}


@pytest.mark.parametrize(
    "asked", ["/topics", "/help", "/start", "/menu", "/ask", "who knows", "/x"]
)
async def test_buttons_when_shown_in_a_group_then_all_are_for_everybody(
    group: Parent, asked: str
) -> None:
    """No button is shown there that would only send people away."""
    await group.says(asked)

    shown = [unpack(data, routes.KINDS) for data in group.screen[-1].buttons.values()]
    assert [payload for payload in shown if payload and not _is_for_all(payload)] == []


def _is_for_all(payload: Payload) -> bool:
    if isinstance(payload, Run):
        return payload.command not in _private_commands()
    return not routes.PRESSES[type(payload)].private


async def test_conversation_when_open_in_private_then_a_group_does_not_go_on_with_it(
    group: Parent,
) -> None:
    """Words in a group are no answer to a question that was asked elsewhere."""
    group.place = Place.PRIVATE
    await group.says("/add IEP meeting Nov 4 at 2pm")
    before = await export_of(group.sessions, chat_id=group.chat_id)
    group.place = Place.GROUP

    await group.says("Quagga")

    assert await export_of(group.sessions, chat_id=group.chat_id) == before


async def test_old_button_when_pressed_in_a_group_then_answers_kindly(group: Parent) -> None:
    """What nobody can read any more is said to be old, there too."""
    await group.acts(Pressed(None, 0))

    assert "no longer works" in group.last
