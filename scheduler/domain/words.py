"""The English and Spanish words from which days and hours are read, and plain spelling.

All words stand here as ``plain`` leaves them: small letters, no accents. Nothing here
knows what a date is; the patterns are in the ``reading_`` modules.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

# What a person types as a date is far shorter; the bound keeps any reading fast.
TEXT_LIMIT_CHARS: Final = 500


def tidy(text: str) -> str:
    """Return ``text`` with single spaces and composed letters, cut to the limit."""
    return " ".join(unicodedata.normalize("NFC", text[: TEXT_LIMIT_CHARS * 2]).split())[
        :TEXT_LIMIT_CHARS
    ]


def plain(text: str) -> str:
    """Return ``text`` in small letters without accents, character for character.

    The length stays, so that a place found in the plain text is the same in the original.
    """
    return "".join(_plain_letter(letter) for letter in text)


def _plain_letter(letter: str) -> str:
    if letter in "’‘`":  # noqa: RUF001 - the apostrophes of phones
        return "'"
    if letter in "–—‐‑":  # noqa: RUF001 - the dashes of phones and word processors
        return "-"
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for one of ``words``, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _numbered(*rows: str, start: int) -> dict[str, int]:
    return {word: number for number, row in enumerate(rows, start) for word in row.split()}


@dataclass(frozen=True, slots=True)
class Words:
    """One language. ``months`` count from 1, ``weekdays`` from Monday as 0.

    ``days`` are days counted from today; ``units`` lead to "day", "week", "month", "year".
    ``nth`` counts within a month, -1 the last. ``day_first`` tells how 5/12 is read.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    numbers: Mapping[str, int]
    nth: Mapping[str, int]
    units: Mapping[str, str]
    day_first: bool


ENGLISH: Final = Words(
    months=_numbered(
        "january jan", "february feb febuary", "march mar", "april apr", "may", "june jun",
        "july jul", "august aug", "september sept sep", "october oct", "november nov",
        "december dec", start=1,
    ),
    weekdays=_numbered(
        "monday mon", "tuesday tues tue", "wednesday weds wed",
        "thursday thurs thur thu", "friday fri", "saturday sat",
        "sunday sun", start=0,
    ),
    days={
        "today": 0, "tonight": 0, "tomorrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1,
        "tmrw": 1, "tmr": 1, "the day after tomorrow": 2, "day after tomorrow": 2,
        "yesterday": -1, "the day before yesterday": -2, "last night": -1,
    },
    numbers={
        **_numbered(
            "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", start=1,
        ),
        "a couple of": 2, "a couple": 2, "couple of": 2, "thirty": 30,
    },
    nth={
        **_numbered("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", start=1),
        "last": -1,
    },
    units={
        "day": "day", "days": "day", "week": "week", "weeks": "week", "wk": "week",
        "wks": "week", "month": "month", "months": "month", "year": "year", "years": "year",
    },
    day_first=False,
)  # fmt: skip

SPANISH: Final = Words(
    months=_numbered(
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun",
        "julio jul", "agosto ago", "septiembre setiembre sept sep", "octubre oct",
        "noviembre nov", "diciembre dic", start=1,
    ),
    weekdays=_numbered(
        "lunes lun", "martes mar", "miercoles mie", "jueves jue", "viernes vie",
        "sabado sabados sab", "domingo domingos dom", start=0,
    ),
    days={
        "hoy": 0, "esta noche": 0, "esta tarde": 0, "esta manana": 0, "manana": 1,
        "pasado manana": 2, "ayer": -1, "anteayer": -2, "antier": -2, "anoche": -1,
    },
    numbers={
        **_numbered(
            "un una uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
            "diez", "once", "doce", start=1,
        ),
        "quince": 15, "treinta": 30, "un par de": 2,
    },
    nth={
        **_numbered(
            "primer primero 1er 1ro", "segundo 2do", "tercer tercero 3er 3ro", "cuarto 4to",
            "quinto 5to", start=1,
        ),
        "ultimo": -1,
    },
    units={
        "dia": "day", "dias": "day", "semana": "week", "semanas": "week", "mes": "month",
        "meses": "month", "ano": "year", "anos": "year",
    },
    day_first=True,
)  # fmt: skip


def words_of(language: str) -> Words:
    """Return the words of ``language``, an IETF tag; English where there are none."""
    return SPANISH if language.lower().startswith("es") else ENGLISH


def other_words(words: Words) -> Words:
    """Return the other language's words: parents mix the two, whatever their setting says."""
    return ENGLISH if words is SPANISH else SPANISH
