"""Settings: what is set now, and the ways to change it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, assert_never

from faq.decision import CommandKind
from handlers.callback_data import Payload
from handlers.flows import engine
from handlers.flows.set_hour import EVENING, REMINDER, SET_HOUR, WHICH
from handlers.flows.set_quiet import SET_QUIET
from handlers.flows.setting_saved import save_setting
from handlers.flows.steps import TEXT
from handlers.flows.zone import SET_ZONE
from handlers.menu import BACK_TO_MENU, run_button
from handlers.settings_screen import Adjust, Setting, settings_screen
from handlers.subject import Command, Subject, on_press
from handlers.turn import Button, Replies, Turn, edit, new, phrase
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.plans import CardsWanted

ZONE_BUTTONS = ((run_button("button-set-zone", "zone"), BACK_TO_MENU),)


class Language(StrEnum):
    """The languages the bot speaks."""

    ENGLISH = "en"
    SPANISH = "es"


@dataclass(frozen=True, slots=True)
class PickLanguage(Payload):
    """Speak this language from now on."""

    KIND: ClassVar[str] = "lang"
    language: Language


@dataclass(frozen=True, slots=True)
class PickCards(Payload):
    """Send tomorrow cards on these evenings."""

    KIND: ClassVar[str] = "cards"
    cards: CardsWanted


async def _settings(turn: Turn, words: str) -> Replies:
    del words
    return settings_screen(turn.chat)


async def _zone(turn: Turn, words: str) -> Replies:
    return await engine.begin(turn, SET_ZONE, {TEXT: words})


async def _language(turn: Turn, words: str) -> Replies:
    del turn, words
    return new(phrase("language-ask"), buttons=_LANGUAGES)


async def _cards(turn: Turn, words: str) -> Replies:
    del turn, words
    return new(phrase("cards-ask"), buttons=_CARDS)


async def _reminder_hour(turn: Turn, words: str) -> Replies:
    return await engine.begin(turn, SET_HOUR, {WHICH: REMINDER, TEXT: words})


async def _evening_hour(turn: Turn, words: str) -> Replies:
    return await engine.begin(turn, SET_HOUR, {WHICH: EVENING, TEXT: words})


async def _quiet_hours(turn: Turn, words: str) -> Replies:
    del words
    return await engine.begin(turn, SET_QUIET)


async def _adjust(turn: Turn, button: Adjust) -> Replies:
    match button.setting:
        case Setting.REMINDER_HOUR:
            return await _reminder_hour(turn, "")
        case Setting.EVENING_HOUR:
            return await _evening_hour(turn, "")
        case Setting.QUIET_HOURS:
            return await _quiet_hours(turn, "")
        case Setting.LANGUAGE:
            return edit(phrase("language-ask"), buttons=_LANGUAGES)
        case Setting.CARDS:
            return edit(phrase("cards-ask"), buttons=_CARDS)
        case _:
            assert_never(button.setting)


async def _pick_language(turn: Turn, button: PickLanguage) -> Replies:
    return await save_setting(turn, ChangeSettings(language=button.language.value), None)


async def _pick_cards(turn: Turn, button: PickCards) -> Replies:
    return await save_setting(turn, ChangeSettings(cards=button.cards), None)


_LANGUAGES = (
    tuple(
        Button(phrase(f"button-language-{language.value}"), PickLanguage(language))
        for language in Language
    ),
)
_CARDS = tuple(
    (Button(phrase(f"button-cards-{wanted.value}"), PickCards(wanted)),) for wanted in CardsWanted
)

SUBJECT = Subject(
    commands=(
        Command("settings", _settings),
        Command("zone", _zone, listed=False),
        Command("language", _language, listed=False),
    ),
    presses=(
        on_press(Adjust, _adjust),
        on_press(PickLanguage, _pick_language),
        on_press(PickCards, _pick_cards),
    ),
    wishes={
        CommandKind.SETTINGS: _settings,
        CommandKind.TIME_ZONE: _zone,
        CommandKind.LANGUAGE: _language,
        CommandKind.CARD_SETTINGS: _cards,
        CommandKind.EVENING_HOUR: _evening_hour,
        CommandKind.QUIET_HOURS: _quiet_hours,
        CommandKind.REMINDER_TIMES: _reminder_hour,
    },
)
