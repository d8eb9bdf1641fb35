"""The main menu, and the button that stands for a command. Nothing is answered here."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.callback_data import Payload
from handlers.turn import Button, Rows, phrase


@dataclass(frozen=True, slots=True)
class Run(Payload):
    """Does what typing ``/command`` does."""

    KIND: ClassVar[str] = "run"
    command: str


def run_button(key: str, command: str) -> Button:
    """A button labelled ``key`` that does what ``/command`` does."""
    return Button(phrase(key), Run(command))


BACK_TO_MENU = run_button("button-menu", "menu")

MENU: Rows = (
    (run_button("button-browse", "topics"), run_button("button-add-date", "add")),
    (run_button("button-dates", "dates"), run_button("button-tomorrow", "tomorrow")),
    (run_button("button-settings", "settings"), run_button("button-help", "help")),
)
