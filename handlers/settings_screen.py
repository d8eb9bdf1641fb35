"""The one message that shows all settings of a chat, with a button for each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.callback_data import Payload
from handlers.menu import BACK_TO_MENU, run_button
from handlers.turn import GAP, Button, Form, Line, Phrase, Reply, Rows, ZoneName, phrase
from scheduler.domain.plans import Preferences, QuietHours


class Setting(StrEnum):
    """What can be set, apart from the zone, which has a command of its own."""

    REMINDER_HOUR = "reminder"
    EVENING_HOUR = "evening"
    QUIET_HOURS = "quiet"
    LANGUAGE = "language"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Adjust(Payload):
    """Begins to change one setting."""

    KIND: ClassVar[str] = "set"
    setting: Setting


def settings_screen(chat: Preferences, *above: Line, form: Form = Form.NEW) -> Reply:
    """All settings of ``chat`` as they are now, with ``above`` said first."""
    lines: tuple[Line, ...] = (
        phrase("settings-title"),
        _zone_line(chat),
        phrase("settings-reminder", at=chat.reminder_at),
        phrase("settings-evening", at=chat.evening_at),
        quiet_line(chat.quiet),
        *_moved_by_quiet(chat),
        phrase("settings-language"),
        phrase("settings-cards", wanted=phrase(f"cards-{chat.cards.value}")),
    )
    head: tuple[Line, ...] = (*above, GAP) if above else ()
    return Reply(head + lines, _BUTTONS, form, language=chat.language)


def quiet_line(quiet: QuietHours) -> Phrase:
    """The quiet hours in words; equal ends mean none."""
    if quiet.start == quiet.end:
        return phrase("settings-quiet-none")
    return phrase("settings-quiet", start=quiet.start, end=quiet.end)


def _moved_by_quiet(chat: Preferences) -> tuple[Line, ...]:
    """What comes at another hour than the one that was set, because that hour is quiet."""
    quiet, moved = chat.quiet, []
    if quiet.cover(chat.reminder_at):
        moved.append(phrase("settings-reminder-quiet", at=quiet.end))
    if quiet.cover(chat.evening_at) and chat.evening_at < quiet.end:
        moved.append(phrase("settings-evening-later", at=quiet.end))
    elif quiet.cover(chat.evening_at):
        # Their end is tomorrow, when the card is of no use any more.
        moved.append(phrase("settings-evening-quiet", at=quiet.start))
    return tuple(moved)


def _zone_line(chat: Preferences) -> Phrase:
    if chat.zone is None:
        return phrase("settings-zone-unset")
    return phrase("settings-zone", zone=ZoneName(chat.zone))


def _button(setting: Setting) -> Button:
    return Button(phrase(f"button-set-{setting.value}"), Adjust(setting))


_BUTTONS: Rows = (
    (run_button("button-set-zone", "zone"), _button(Setting.LANGUAGE)),
    (_button(Setting.REMINDER_HOUR), _button(Setting.EVENING_HOUR)),
    (_button(Setting.QUIET_HOURS), _button(Setting.CARDS)),
    (BACK_TO_MENU,),
)
