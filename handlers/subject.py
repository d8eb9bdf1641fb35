"""How a subject offers what it answers: commands, buttons, wishes in plain words.

``routes`` lists the subjects in one tuple that can be read; nothing registers itself.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar, cast

from faq.decision import CommandKind
from handlers.callback_data import Payload
from handlers.turn import Replies, Turn

Kind = TypeVar("Kind", bound=Payload)

OnWords = Callable[[Turn, str], Awaitable[Replies]]
"""Answers a command or a wish; the text is what was said with it, perhaps empty."""


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command. ``menu-<name>`` is its line in the command menu, where ``listed``.

    ``private`` commands touch a family's data and are answered in private chats only.
    """

    name: str
    answer: OnWords
    listed: bool = True
    private: bool = True


@dataclass(frozen=True, slots=True)
class Press:
    """A kind of button and what answers it; ``private`` as for commands."""

    kind: type[Payload]
    answer: Callable[[Turn, Payload], Awaitable[Replies]]
    private: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """What one module answers."""

    commands: tuple[Command, ...] = ()
    presses: tuple[Press, ...] = ()
    wishes: Mapping[CommandKind, OnWords] = field(default_factory=lambda: MappingProxyType({}))


def on_press(
    kind: type[Kind],
    answer: Callable[[Turn, Kind], Awaitable[Replies]],
    *,
    private: bool = True,
) -> Press:
    """The buttons of ``kind`` are answered by ``answer``, which takes just that payload."""
    return Press(kind, cast("Callable[[Turn, Payload], Awaitable[Replies]]", answer), private)
