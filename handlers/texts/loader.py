"""Phrases into words: the Fluent catalogs, and Babel for days, hours, lists and plurals.

The words themselves stand in ``<language>.ftl`` beside this file. Values from people are
escaped here, once, so that no sentence can be broken by them.
"""

import html
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from handlers.turn import GUESSED_ZONE, Arg, Phrase, ShortDay, Weekday, ZoneName

FIRST_LANGUAGE = "en"
_FOLDER = Path(__file__).parent
# Spanish as it is written in the United States: 2:00 p.m., not 14:00.
_LOCALES = {"en": "en_US", "es": "es_US"}
_SHORT_DAYS = {"en_US": "EEE, MMM d", "es_US": "EEE d MMM"}
_ZONE_SLUGS = {
    "America/New_York": "eastern",
    "America/Chicago": "central",
    "America/Denver": "mountain",
    "America/Phoenix": "arizona",
    "America/Los_Angeles": "pacific",
    "America/Anchorage": "alaska",
    "Pacific/Honolulu": "hawaii",
    "America/Puerto_Rico": "puerto-rico",
    "Pacific/Guam": "guam",
    "Pacific/Pago_Pago": "samoa",
}


class TextError(Exception):
    """A catalog that cannot be used, or a phrase that no catalog has; one line."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a chat is spoken to: its language, and the zone that instants are shown in."""

    language: str = FIRST_LANGUAGE
    zone: ZoneInfo = GUESSED_ZONE


class Texts:
    """All catalogs, fixed once loaded; safe to share."""

    __slots__ = ("_bundles", "_still")

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = dict(bundles)
        # Sentences without placeholders are formatted once: (language, key) to words.
        self._still: dict[tuple[str, str], str] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages spoken, the first one first."""
        return tuple(sorted(self._bundles, key=lambda name: (name != FIRST_LANGUAGE, name)))

    def html(self, phrase: Phrase, voice: Voice) -> str:
        """The phrase as HTML that Telegram reads, people's words escaped.

        Raises:
            TextError: no catalog has the phrase, or a placeholder was not filled.
        """
        return self._say(phrase, voice, _escape)

    def plain(self, phrase: Phrase, voice: Voice) -> str:
        """The phrase as plain text, for button labels, toasts and captions of files.

        Raises:
            TextError: as in ``html``.
        """
        return self._say(phrase, voice, str)

    def _say(self, phrase: Phrase, voice: Voice, escape: Callable[[str], str]) -> str:
        if phrase.args:
            args = {name: self._shown(arg, voice, escape) for name, arg in phrase.args.items()}
            return self._format(phrase.key, voice.language, args)
        still = self._still.get((voice.language, phrase.key))
        if still is None:
            still = self._format(phrase.key, voice.language, {})
            self._still[voice.language, phrase.key] = still
        return still

    def _format(self, key: str, language: str, args: Mapping[str, str | int]) -> str:
        bundle = self._bundles.get(language) or self._bundles[FIRST_LANGUAGE]
        if not bundle.has_message(key):
            raise TextError(f"no sentence is called {key}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise TextError(f"{key} is empty")
        words, faults = bundle.format_pattern(pattern, dict(args))
        if faults:
            # The names of placeholders only: a fault's own text could quote a person.
            raise TextError(f"{key} ({language}): {len(faults)} placeholders not filled")
        return str(words)

    def _shown(self, arg: Arg, voice: Voice, escape: Callable[[str], str]) -> str | int:
        match arg:
            case int():
                return arg
            case str():
                return escape(arg)
            case Phrase():
                return self._say(arg, voice, escape)
            case ZoneName():
                return self._zone_name(arg, voice)
            case tuple():
                shown = [str(self._shown(part, voice, escape)) for part in arg]
                return format_list(shown, locale=_locale(voice.language))
            case datetime():
                local = arg.astimezone(voice.zone)
                moment = Phrase("moment", {"day": local.date(), "hour": local.time()})
                return self._say(moment, voice, escape)
            case _:
                return _shown_time(arg, _locale(voice.language))

    def _zone_name(self, arg: ZoneName, voice: Voice) -> str:
        slug = _ZONE_SLUGS.get(arg.zone)
        if slug:
            return self._say(Phrase(f"zone-name-{slug}"), voice, str)
        return arg.zone.rpartition("/")[2].replace("_", " ")


def load_texts(folder: Path = _FOLDER) -> Texts:
    """The catalogs in ``folder``, one ``<language>.ftl`` each.

    Raises:
        TextError: a catalog cannot be read, or the first language has none.
    """
    bundles = dict(_bundles(sorted(folder.glob("*.ftl"))))
    if FIRST_LANGUAGE not in bundles:
        raise TextError(f"{folder}: no {FIRST_LANGUAGE}.ftl")
    return Texts(bundles)


def _bundles(files: Iterable[Path]) -> Iterable[tuple[str, FluentBundle]]:
    for file in files:
        # Isolation marks around placeholders show as boxes in some Telegram clients.
        bundle = FluentBundle([_locale(file.stem).replace("_", "-")], use_isolating=False)
        try:
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError) as err:
            raise TextError(f"{file.name}: cannot be read ({type(err).__name__})") from err
        yield file.stem, bundle


def _locale(language: str) -> str:
    return _LOCALES.get(language, _LOCALES[FIRST_LANGUAGE])


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


@lru_cache(maxsize=4096)
def _shown_time(arg: date | time | ShortDay | Weekday, locale: str) -> str:
    match arg:
        case ShortDay(on=day):
            shown = format_date(day, _SHORT_DAYS[locale], locale)
        case Weekday(on=day):
            shown = format_date(day, "EEEE", locale)
        case time():
            shown = format_time(arg, "short", locale=locale)
        case _:
            shown = format_date(arg, "full", locale)
    # CLDR writes a narrow space before PM that many phone fonts lack.
    return shown.replace("\u202f", " ")
