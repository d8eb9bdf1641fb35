"""Finds the hour of day in a text: "2:30pm", "at 2", "noon", "a las dos y media".

An hour without am or pm is a school hour: 1 to 6 is the afternoon, 7 to 11 the morning.
"""

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from scheduler.domain.words import (
    ENGLISH,
    SPANISH,
    Words,
    any_of,
    other_words,
    plain,
    tidy,
    words_of,
)

_NOON: Final = 12
_FIRST_MORNING_HOUR: Final = 7
_LAST_HOUR: Final = 23
_LAST_MINUTE: Final = 59

_NUMBER_WORDS: Final = {
    words.day_first: {
        word: n for word, n in words.numbers.items() if n <= _NOON and " " not in word
    }
    for words in (ENGLISH, SPANISH)
}


@dataclass(frozen=True, slots=True)
class FoundTime:
    """An hour in a text and its place."""

    start: int
    end: int
    at: time


_EN_HOUR: Final = rf"(?P<hour>\d{{1,2}}|{any_of(_NUMBER_WORDS[False].keys() - {'a', 'an'})})"
_ES_HOUR: Final = rf"(?P<hour>\d{{1,2}}|{any_of(_NUMBER_WORDS[True].keys() - {'un', 'uno'})})"
_FREE: Final = r"(?<![\w:/.$#-])"
_HALF: Final = r"(?P<half>[ap])\.? ?m\b\.?"
_EN_PART: Final = r"(?: (?:in the|this|at) (?P<part>morning|afternoon|evening|night))"
_ES_PART: Final = r"(?: (?:de|por|en) la (?P<part>manana|tarde|noche))"
# After "at 2" no share, no count and no other part of a number may follow.
_NO_COUNT: Final = (
    r"(?![\w%:/]|\.\d|-\d| ?(?:%|percent|por ciento|people|schools?|places|days?|weeks?|months?"
    r"|years?|levels?|grade|points?|trials?)\b)"
)

# In the order in which they are tried; groups: hour, minute, half (a/p), part of the day.
_ENGLISH: Final = tuple(
    re.compile(row, re.ASCII)
    for row in (
        r"(?:\b(?:at|by) |@ ?)?\b(?P<name>noon|midday|midnight)\b",
        (
            rf"(?:\bat )?\b(?P<shift>half past|quarter past|quarter to|quarter after) {_EN_HOUR}\b"
            rf"(?: ?{_HALF}|{_EN_PART})?"
        ),
        # A range counts from its first hour: 2-3pm, 9:30 to 11, from 9 to 11.
        (
            rf"(?:\bfrom )?{_FREE}(?P<hour>\d{{1,2}})(?::(?P<minute>\d\d))? ?(?:-|to|until|till) ?"
            rf"(?P<until>\d{{1,2}})(?::\d\d)? ?{_HALF}"
        ),
        rf"(?:\bat |@ ?|\bby |\bfrom )?{_FREE}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?{_HALF}",
        (
            rf"(?:\bat |@ ?|\bby |\bfrom )?(?<![\w:/.-])t?(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?z?"
            rf"(?![\w:]){_EN_PART}?"
        ),
        rf"(?:\bat )?\b{_EN_HOUR} ?o'? ?clock\b{_EN_PART}?",
        rf"\bat {_EN_HOUR} thirty\b(?P<thirty>){_EN_PART}?",
        rf"(?:\bat |@ ?|\bfrom ){_EN_HOUR}{_NO_COUNT}{_EN_PART}?",
        rf"{_FREE}(?P<hour>\d{{1,2}}){_EN_PART}",
    )
)
_SPANISH: Final = tuple(
    re.compile(row, re.ASCII)
    for row in (
        r"(?:\b(?:al|a la|a) )?\b(?P<name>mediodia|medianoche)\b",
        (
            rf"\b(?:a |de )?las? {_ES_HOUR} (?P<shift>y media|y cuarto|menos cuarto)\b"
            rf"(?: ?{_HALF}|{_ES_PART})?"
        ),
        rf"(?:\b(?:a |de )?las? )?{_FREE}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?{_HALF}",
        (
            rf"(?:\b(?:a |de )?las? )?(?<![\w:/.-])t?(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?z?"
            rf"(?: ?h(?:rs|oras)?\b)?(?![\w:]){_ES_PART}?"
        ),
        rf"\b(?:a |desde )las? {_ES_HOUR}(?: ?h(?:rs|oras)?\b)?{_NO_COUNT}{_ES_PART}?",
        rf"{_FREE}(?P<hour>\d{{1,2}}){_ES_PART}",
    )
)
_NAMED: Final = {
    "noon": time(_NOON), "midday": time(_NOON), "mediodia": time(_NOON),
    "midnight": time(0), "medianoche": time(0),
}  # fmt: skip
# Minutes from the hour that is named.
_SHIFTS: Final = {
    "half past": 30, "quarter past": 15, "quarter after": 15, "quarter to": -15,
    "y media": 30, "y cuarto": 15, "menos cuarto": -15,
}  # fmt: skip
_NIGHT: Final = re.compile(r"\b(?:tonight|night|evening|esta noche|(?:de|por|en) la noche)\b")


def read_time(text: str, *, language: str) -> time | None:
    """Return the hour of day that a text names, or None.

    A text that is nothing but a number ("2", "14", "las 3") is an hour too.
    """
    cut, words = plain(tidy(text)), words_of(language)
    for asked in (cut, f"a {cut}", f"a las {cut}", f"at {cut}"):
        if found := find_time(asked, words=words):
            return found.at
    return None


def find_time(text: str, *, words: Words, half: str | None = None) -> FoundTime | None:
    """Return the first hour in a plain text, in one language and then in the other.

    Args:
        text: plain text; dates in it are blanked out.
        words: the language tried first.
        half: "a" or "p", the half of the day where the date names it ("tonight"); None
            to find out from the text.
    """
    if half is None and _NIGHT.search(text):
        half = "p"
    for regexes in _tables(words):
        for regex in regexes:
            for match in regex.finditer(text):
                at = _time_of(match, half)
                if at is not None:
                    return FoundTime(match.start(), match.end(), at)
    return None


def _tables(words: Words) -> tuple[tuple[re.Pattern[str], ...], ...]:
    order = (words, other_words(words))
    return tuple(_SPANISH if one is SPANISH else _ENGLISH for one in order)


def _time_of(match: re.Match[str], half: str | None) -> time | None:
    parts = match.groupdict()
    if parts.get("name"):
        return _NAMED[parts["name"]]
    hour = _hour_of(parts["hour"])
    minute = int(parts.get("minute") or 0)
    if parts.get("thirty") is not None:
        minute = 30
    hour_of_day = _on_the_clock(hour, _half_of(parts, hour) or half)
    if hour_of_day > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    return _moved(hour_of_day, minute + _SHIFTS.get(parts.get("shift") or "", 0))


def _hour_of(word: str) -> int:
    if word.isdigit():
        return int(word)
    return {**_NUMBER_WORDS[True], **_NUMBER_WORDS[False]}[word]


def _half_of(parts: dict[str, str | None], hour: int) -> str | None:
    """Return "a" or "p" where the words tell which half of the day is meant."""
    match parts.get("part"):
        case "morning" | "manana":
            return "a"
        case "night" | "noche" if hour == _NOON:
            return "a"
        case "afternoon" | "evening" | "night" | "tarde" | "noche":
            return "p"
    half = parts.get("half")
    until = parts.get("until")
    # In 11-1pm the pm is that of the end: the hour before it is in the morning.
    if until is not None and half == "p" and hour % _NOON > int(until) % _NOON:
        return "a"
    return half


def _on_the_clock(hour: int, half: str | None) -> int:
    """Return the hour from 0 to 23; more than that where there is no such hour."""
    if hour == 0 or hour > _NOON:
        return hour
    if half == "a":
        return hour % _NOON
    if half == "p":
        return hour % _NOON + _NOON
    return hour if hour >= _FIRST_MORNING_HOUR else hour + _NOON


def _moved(hour: int, minute: int) -> time:
    minutes = (hour * 60 + minute) % (24 * 60)
    return time(minutes // 60, minutes % 60)
