"""How a date may be written, in English and in Spanish: one row a way, most telling first.

A row is a regular expression over plain text and the name of the rule in
``reading_dates.py`` that turns its groups into days. No expression can backtrack far:
each has a fixed number of short parts.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from scheduler.domain.words import ENGLISH, SPANISH, Words, any_of


class Way(StrEnum):
    """A way to write a date; each has one rule."""

    ISO = "iso"
    NUMBERS = "numbers"
    MONTH_DAY = "month-day"
    NTH_WEEKDAY = "nth-weekday"
    EDGE = "edge"
    COUNTED = "counted"
    AGO = "ago"
    WEEKDAY_OF_NEXT_WEEK = "weekday-of-next-week"
    WEEKDAY = "weekday"
    NEXT_WEEKDAY = "next-weekday"
    THIS_WEEKDAY = "this-weekday"
    PAST_WEEKDAY = "past-weekday"
    NEXT_WEEK = "next-week"
    WEEKEND = "weekend"
    NEXT_MONTH = "next-month"
    PAST_UNIT = "past-unit"
    DAY_WORD = "day-word"
    DAY_OF_MONTH = "day-of-month"
    BARE_MONTH = "bare-month"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a date and what it looks like."""

    way: Way
    regex: re.Pattern[str]


# A place in a row, not the name of a group that the row spells out itself.
_PLACE: Final = re.compile(r"(?<!\?P)<[a-z]+>")


def _rows(words: Words, rows: tuple[tuple[Way, str], ...]) -> tuple[Pattern, ...]:
    """Put the words of a language in the places of a table and compile it."""
    units = any_of(words.units)
    places = {
        "<weekday>": f"(?P<weekday>{any_of(words.weekdays)})",
        "<month>": f"(?P<month>{any_of(words.months)})",
        "<count>": rf"(?P<count>\d{{1,4}}|{any_of(words.numbers)})",
        "<unit>": f"(?P<unit>{units})",
        "<nth>": f"(?P<nth>{any_of(words.nth)})",
        "<days>": f"(?P<days>{any_of(words.days)})",
        "<anchor>": f"(?P<anchor>{any_of([*words.weekdays, *words.days])})",
        "<year>": r"(?P<year>\d{4}|'\d\d)\b(?!:)",
        # What may follow a number that is a day: no hour, no share, no other number.
        "<end>": r"\b(?!:\d|%|/| ?[ap]\.? ?m\b)",
        # What may not stand before a number that is a day.
        "<free>": r"(?<![\w/.:$#-])",
    }
    patterns = []
    for way, row in rows:
        expression = _PLACE.sub(lambda match: places.get(match[0], match[0]), row)
        patterns.append(Pattern(way, re.compile(expression, re.ASCII)))
    return tuple(patterns)


_NUMERIC: Final = (
    (
        Way.ISO,
        r"<free>(?P<year>\d{4})(?P<sep>[-/])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d/-])",
    ),
    (
        Way.NUMBERS,
        r"(?:\b<weekday>[.,]? (?:the |el )?)?<free>(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})"
        r"(?:(?P=sep)(?P<year>\d{1,4}))?(?![\w%]|[/.:-]\d)",
    ),
)

# A part of the day said with the date goes with it; reading_moments.py minds it for the hour.
_ENGLISH_PART: Final = r"(?: (?:morning|afternoon|evening|night)\b)?"
_SPANISH_PART: Final = r"(?: (?:por|en) la (?:manana|tarde|noche)\b)?"

_ENGLISH_ROWS: Final = (
    *_NUMERIC,
    (
        Way.MONTH_DAY,
        r"(?:\b<weekday>[.,]? (?:the )?)?\b<month>\.?(?: the)? ?(?P<day>\d{1,2})(?:st|nd|rd|th)?<end>"
        r"(?:,? ?<year>)?",
    ),
    (
        Way.MONTH_DAY,
        r"(?:\b<weekday>[.,]? )?(?:\bthe )?<free>(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? <month>\b\.?"
        r"(?:,? ?<year>)?",
    ),
    (
        Way.NTH_WEEKDAY,
        r"(?:\bthe )?\b<nth> <weekday> (?:of|in) (?:<month>\b(?:,? <year>)?|(?P<which>the|this|next) month\b)",
    ),
    (
        Way.EDGE,
        r"(?:\bthe )?\b(?P<edge>first day|1st day|beginning|start|middle|mid|last day|end)(?: of| in)?[ -]"
        r"(?:<month>\b(?:,? <year>)?|(?P<which>the|this|next) month\b)",
    ),
    (Way.COUNTED, r"\b<count> <unit> (?:from|after) (?P<which>next |this )?(?:now|<anchor>)\b"),
    (Way.COUNTED, r"\b(?:in|within) <count> <unit>\b(?:' time|'s time)?"),
    (Way.AGO, r"\b<count> <unit> ago\b"),
    (Way.WEEKDAY_OF_NEXT_WEEK, r"\b<weekday>,? (?:of )?next week\b"),
    (Way.WEEKDAY_OF_NEXT_WEEK, r"\bnext week,? (?:on )?<weekday>\b"),
    (Way.PAST_WEEKDAY, r"\b(?:this past|last|past) <weekday>\b"),
    (Way.NEXT_WEEKDAY, rf"\bnext <weekday>\b\.?{_ENGLISH_PART}"),
    (Way.THIS_WEEKDAY, rf"\b(?:this coming|this|coming) <weekday>\b\.?{_ENGLISH_PART}"),
    (Way.WEEKEND, r"\b(?:this |the )weekend\b"),
    (Way.NEXT_WEEK, r"\bnext week\b"),
    (Way.NEXT_MONTH, r"\bnext month\b"),
    (Way.PAST_UNIT, r"\blast <unit>\b"),
    (
        Way.DAY_OF_MONTH,
        r"\b<weekday>[.,]? (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:grade|period|graders?))",
    ),
    (Way.DAY_WORD, rf"\b<days>\b{_ENGLISH_PART}"),
    (Way.WEEKDAY, rf"\b<weekday>\b(?:\.(?= \w))?{_ENGLISH_PART}"),
    (
        Way.DAY_OF_MONTH,
        r"\bthe (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?=$|[,.;!?]| (?:at|from|by|in the (?:morning|afternoon))\b)",
    ),
    (Way.BARE_MONTH, r"\b<month>\b(?: <year>)?"),
)

_SPANISH_MONTH: Final = (
    r"(?:<month>\b(?: (?:de |del )?<year>)?"
    r"|(?P<which>proximo mes|mes que viene|mes proximo|este mes|mes)\b)"
)

_SPANISH_ROWS: Final = (
    *_NUMERIC,
    (
        Way.MONTH_DAY,
        r"(?:\b<weekday>\.?,? )?(?:\bel )?(?:\bdia )?<free>(?P<day>\d{1,2}|primero)o? (?:de )?<month>\b\.?"
        r"(?:,? (?:de |del )?<year>)?",
    ),
    (Way.MONTH_DAY, r"\b<month> (?P<day>\d{1,2})<end>(?:,? (?:de |del )?<year>)?"),
    (Way.NTH_WEEKDAY, rf"(?:\bel )?\b<nth> <weekday> (?:de |del |en )(?:el )?{_SPANISH_MONTH}"),
    (
        Way.EDGE,
        r"(?:\bel |\bal? )?\b(?P<edge>primer dia|principios?|inicios?|mediados|fin|finales|ultimo dia) "
        rf"(?:de |del ){_SPANISH_MONTH}",
    ),
    (Way.COUNTED, r"\b<count> <unit> (?:despues|a partir) (?:del?|de el) (?P<which>proximo |este )?<anchor>\b"),
    (Way.COUNTED, r"\b(?:dentro de|en) <count> <unit>\b"),
    (Way.AGO, r"\bhace <count> <unit>\b"),
    (
        Way.WEEKDAY_OF_NEXT_WEEK,
        r"(?:\bel )?\b<weekday> de la (?:proxima semana|semana (?:que viene|proxima))\b",
    ),
    (Way.PAST_WEEKDAY, r"(?:\bel )?\b(?:pasado <weekday>)\b"),
    (Way.PAST_WEEKDAY, r"(?:\bel )?\b<weekday> pasado\b"),
    (Way.NEXT_WEEKDAY, r"(?:\bel )?\bproximo <weekday>\b"),
    (Way.NEXT_WEEKDAY, r"(?:\bel )?\b<weekday> (?:que viene|que entra|proximo)\b"),
    (Way.THIS_WEEKDAY, r"\beste <weekday>\b"),
    (Way.WEEKEND, r"\b(?:este|el) fin de semana\b"),
    (Way.NEXT_WEEK, r"\b(?:la |en la )?(?:proxima semana|semana (?:que viene|que entra|proxima))\b"),
    (Way.NEXT_MONTH, r"\b(?:el )?(?:proximo mes|mes (?:que viene|que entra|proximo))\b"),
    (Way.PAST_UNIT, r"\b(?:la |el )?<unit> pasad[ao]\b"),
    # "de la manana" and "por la manana" are the morning, not tomorrow.
    (Way.DAY_WORD, rf"(?<!\bla )\b<days>\b{_SPANISH_PART}"),
    (
        Way.DAY_OF_MONTH,
        r"(?:\bel )?\b<weekday>,? (?:el )?(?P<day>\d{1,2})\b"
        r"(?![:/%-]| ?[ap]\.? ?m\b| ?(?:a|h|hrs|horas|de|y)\b)",
    ),
    (Way.WEEKDAY, rf"(?:\bel )?\b<weekday>\b(?:\.(?= \w))?{_SPANISH_PART}"),
    (
        Way.DAY_OF_MONTH,
        r"\bel (?:dia )?(?P<day>\d{1,2})\b(?=$|[,;!?]|\.(?!\d)| (?:a las?|desde|por la)\b)",
    ),
    (Way.BARE_MONTH, r"\b<month>\b(?: (?:de |del )?<year>)?"),
)  # fmt: skip

_ENGLISH: Final = _rows(ENGLISH, _ENGLISH_ROWS)
_SPANISH: Final = _rows(SPANISH, _SPANISH_ROWS)


def patterns_of(words: Words) -> tuple[Pattern, ...]:
    """Return the rows of a language, in the order in which they are tried."""
    return _SPANISH if words is SPANISH else _ENGLISH
