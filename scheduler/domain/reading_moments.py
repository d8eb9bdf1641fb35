"""Reads one day, and an hour where there is one, from what a person typed.

Nothing doubtful is decided here: the reading carries both moments and says why.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from scheduler.domain.date_patterns import Way
from scheduler.domain.instants import years_later
from scheduler.domain.plans import Moment
from scheduler.domain.reading_dates import BLANK, Found, Scan, scan_dates
from scheduler.domain.reading_times import find_time
from scheduler.domain.words import other_words, plain, tidy, words_of

MAX_YEARS_AHEAD: Final = 4
_LED_TO: Final = re.compile(
    r"(?:\b(?:on|by|at|due|for|from|starting|is|the|el|d[ií]a|para|a|las?|desde|del?|en|in|between|entre)[ ,]+)+"
    + BLANK,
    re.IGNORECASE,
)
_LOOSE_MARK: Final = re.compile(r" ([,.;:])")
_PART: Final = re.compile(
    r"morning|afternoon|evening|night|(?:la|esta) (?:manana|tarde|noche)", re.ASCII
)


class Doubt(StrEnum):
    """Why a reading is not kept as it is."""

    NOT_A_DATE = "not-a-date"
    IMPOSSIBLE = "impossible"
    TWO_READINGS = "two-readings"
    BARE_MONTH = "bare-month"
    PAST = "past"
    TOO_FAR = "too-far"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text may mean, earliest first.

    No moments with NOT_A_DATE and IMPOSSIBLE, two with TWO_READINGS, one or two with
    BARE_MONTH (its first and last day still to come), one otherwise. ``rest`` is the text
    without the words that were read.
    """

    moments: tuple[Moment, ...]
    doubt: Doubt | None
    rest: str


def read_moment(text: str, *, today: date, language: str) -> Reading:
    """Read the first date of a text, and its hour.

    Args:
        text: what was typed; read up to 500 characters.
        today: the local day of the chat.
        language: decides whether 5/12 is May 12 ("en") or 5 December ("es"). The words of
            either language are understood.
    """
    cut = tidy(text)
    scan = scan_text(cut, today=today, language=language)
    found = first_of(scan)
    if found is None:
        return Reading((), Doubt.NOT_A_DATE, cut)
    time_found = find_time(scan.blanked, words=words_of(language), half=_half_of(cut, found))
    places = [(found.start, found.end)]
    if time_found:
        places.append((time_found.start, time_found.end))
    at = time_found.at if time_found else None
    doubt = doubt_of(found, today=today)
    days = found.days[:1] if doubt in {Doubt.PAST, Doubt.TOO_FAR} else found.days
    return Reading(tuple(Moment(day, at) for day in days), doubt, without(cut, places))


def scan_text(cut: str, *, today: date, language: str) -> Scan:
    """Find the dates of a tidy text in the chat's language, else in the other one."""
    words = words_of(language)
    scan = scan_dates(cut, words=words, today=today)
    if any(found.days for found in scan.found):
        return scan
    other = scan_dates(cut, words=other_words(words), today=today)
    # An impossible date in the chat's own language is as good an answer as in the other.
    return other if any(found.days for found in other.found) else scan


def first_of(scan: Scan) -> Found | None:
    """Return the first date that exists, else the first impossible one.

    A month named beside a day ("in March, on 3/12") yields to it.
    """
    ranked = sorted(scan.found, key=lambda one: (not one.days, one.way is Way.BARE_MONTH))
    return ranked[0] if ranked else None


def doubt_of(found: Found, *, today: date) -> Doubt | None:
    """Return what keeps a date from being taken as read."""
    days = found.days
    if not days:
        return Doubt.IMPOSSIBLE
    if days[-1] < today:
        return Doubt.PAST
    if days[0] > years_later(today, MAX_YEARS_AHEAD):
        return Doubt.TOO_FAR
    if found.way in {Way.BARE_MONTH, Way.NEXT_MONTH}:
        return Doubt.BARE_MONTH
    return Doubt.TWO_READINGS if len(days) > 1 else None


def without(text: str, places: list[tuple[int, int]]) -> str:
    """Return ``text`` without what was read, and without the little words that led to it."""
    for start, end in sorted(places, reverse=True):
        text = text[:start] + BLANK + text[end:]
    text = _LED_TO.sub(BLANK, text)
    swept = " ".join(text.replace(BLANK, " ").split())
    return _LOOSE_MARK.sub(r"\1", swept).strip(" ,.;:-")


def _half_of(cut: str, found: Found) -> str | None:
    """Return the half of the day that the date itself names ("tonight at 7"), if it does."""
    part = _PART.search(plain(cut[found.start : found.end]))
    if part is None:
        return None
    return "a" if part[0] in {"morning", "la manana", "esta manana"} else "p"
