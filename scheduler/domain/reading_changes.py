"""Reads a sentence about a school day that will be different: which days, what kind, what."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from scheduler.domain.change_words import kind_named
from scheduler.domain.plans import CHANGE_LIMIT_CHARS, ChangeKind
from scheduler.domain.reading_moments import Doubt
from scheduler.domain.reading_spans import read_span
from scheduler.domain.words import plain, tidy

# What is left at the front of a sentence once its days are taken out.
_OPENING: Final = re.compile(
    r"^(?:(?:fyi|hi|hola|reminder|and|but|so|pero|y|hey)\b[ ,:!]*)*"
    r"(?:there(?:'s| is| are| will be)|it(?:'s| is| will be)|is|are|will be"
    r"|(?:they|we|he|she|the kids|the class) (?:have|has|will have|is having|are having)"
    r"|(?:they|we)'(?:ll|re) (?:have|having)|hay|es|son|ser[aá]n?|tienen|tenemos|tiene"
    r"|habr[aá]|va a haber|van a tener)\b(?: (?:an?|un|una))?(?= )",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(r"[ ,](?:is|are|will be|es|hay|and|on|y|el|por)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChangeReading:
    """Days (None where none was read), kind, and the sentence without the words of the days.

    ``what`` is the whole sentence where it names nothing but days. ``other`` is a second
    reading of the first day, where there are two.
    """

    first_on: date | None
    last_on: date | None
    kind: ChangeKind
    what: str
    doubt: Doubt | None
    other: date | None = None


def read_change(text: str, *, today: date, language: str) -> ChangeReading:
    """Read a sentence about a changed day: "tomorrow is practice testing 9-11, no PE".

    Args:
        text: what was typed or forwarded; read up to 500 characters.
        today: the local day of the chat.
        language: decides whether 5/12 is May 12 ("en") or 5 December ("es").
    """
    span = read_span(text, today=today, language=language)
    what = _tidied(span.rest) or tidy(text)
    return ChangeReading(
        span.first_on,
        span.last_on,
        classify_change(text),
        what[:CHANGE_LIMIT_CHARS].strip(),
        span.doubt,
        span.other,
    )


def classify_change(text: str) -> ChangeKind:
    """Return the kind of change that a sentence tells of."""
    return kind_named(plain(tidy(text)))


def _tidied(rest: str) -> str:
    return _CLOSING.sub("", _OPENING.sub("", rest)).strip(" ,.;:-")
