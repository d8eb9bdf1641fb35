"""The first words, the help, the menu, and the way from a group to a private chat."""

from dataclasses import replace

from faq.decision import CommandKind
from handlers.ask import CRISIS
from handlers.flows.engine import Leave
from handlers.leads import Link
from handlers.menu import MENU, run_button
from handlers.subject import Command, Subject
from handlers.turn import (
    GAP,
    Button,
    Place,
    Replies,
    Reply,
    Said,
    Turn,
    new,
    phrase,
)

_FIRST_STEPS = (
    (run_button("button-browse", "topics"),),
    (run_button("button-add-date", "add"), run_button("button-help", "help")),
)


async def _start(turn: Turn, words: str) -> Replies:
    del words
    if turn.place is Place.GROUP:
        return hello_group(turn)
    lines = (
        phrase("start-does"),
        GAP,
        phrase("start-is-not"),
        GAP,
        phrase("start-keeps"),
        GAP,
        phrase("start-just-write"),
    )
    return replace(new(*lines, buttons=_FIRST_STEPS), memo="start")


async def _help(turn: Turn, words: str) -> Replies:
    del words
    if turn.place is Place.GROUP:
        return hello_group(turn)
    return replace(new(phrase("help-text"), buttons=MENU), memo="help")


async def _menu(turn: Turn, words: str) -> Replies:
    del words
    return hello_group(turn) if turn.place is Place.GROUP else new(phrase("menu"), buttons=MENU)


async def _stop(turn: Turn, words: str) -> Replies:
    del turn, words
    buttons = (
        (run_button("button-settings", "settings"), run_button("button-delete-all", "delete")),
    )
    return new(phrase("stop-how"), buttons=buttons)


async def _resume(turn: Turn, words: str) -> Replies:
    del turn, words
    return new(phrase("resume-how"), buttons=((run_button("button-status", "status"),),))


async def _nothing_open(turn: Turn, words: str) -> Replies:
    del turn, words
    return new(phrase("confirm-nothing"), buttons=MENU)


def hello_group(turn: Turn) -> Reply:
    """What the bot does in a group: public questions only."""
    return new(phrase("group-hello", name=turn.means.bot_name), buttons=_private_link(turn))


def write_in_private(turn: Turn) -> Reply:
    """The kind way out of a group for anything that touches a child."""
    return new(phrase("group-private"), buttons=_private_link(turn))


def _private_link(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    link = Link(f"https://t.me/{turn.means.bot_name}?start=hello")
    return ((Button(phrase("button-private"), link),),)


def greeted(turn: Turn, replies: tuple[Reply, ...]) -> tuple[Reply, ...]:
    """The replies, with a word for somebody new or back after a while.

    The order is fixed: who was away is told first what was missed; who is new and just asked
    something gets the answer first and one line about the bot after it, or before it where
    the bot asks back, so that its question stays last. Help in a crisis stands alone.
    """
    if any(reply.memo == CRISIS for reply in replies):
        return replies
    if turn.returned and turn.missed:
        button = ((run_button("button-dates", "dates"),),)
        return (new(phrase("returned-missed", count=turn.missed), buttons=button), *replies)
    if turn.newcomer and turn.place is Place.PRIVATE and isinstance(turn.act, Said):
        hello = new(phrase("hello-short"))
        return (hello, *replies) if _asks_back(replies) else (*replies, hello)
    return replies


def _asks_back(replies: tuple[Reply, ...]) -> bool:
    """Whether a conversation stands open: only its questions can be left."""
    buttons = (button for row in replies[-1].buttons for button in row)
    return any(isinstance(button.does, Leave) for button in buttons)


SUBJECT = Subject(
    commands=(
        Command("start", _start, private=False),
        Command("menu", _menu, listed=False, private=False),
        Command("help", _help, private=False),
        Command("stop", _stop, listed=False),
    ),
    wishes={
        CommandKind.HELP: _help,
        CommandKind.STOP: _stop,
        CommandKind.RESUME: _resume,
        CommandKind.CONFIRM: _nothing_open,
    },
)
