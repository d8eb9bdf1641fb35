"""Reads the days of a changed school day: "tomorrow", "Tue-Thu", "Oct 9-11", "all week"."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from scheduler.domain.date_patterns import Way
from scheduler.domain.day_rules import exact_day
from scheduler.domain.instants import days_later
from scheduler.domain.reading_dates import Found, Scan
from scheduler.domain.reading_moments import Doubt, doubt_of, scan_text, without
from scheduler.domain.school_days import is_school_day
from scheduler.domain.words import ENGLISH, SPANISH, any_of, plain, tidy

_WEEK: Final = 7
_FRIDAY: Final = 4
_MONTH: Final = f"(?P<month>{any_of([*ENGLISH.months, *SPANISH.months])})"
_NUMBER: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_NO_HOUR: Final = r"\b(?!:\d|/|%| ?[ap]\.? ?m\b)"
_TO: Final = r"(?P<to> ?- ?| to | through | thru | and | ?& ?| al? | y )"
# Each is written out in full, so that a span is two dates with a joint between them.
_SHORT_FORMS: Final = (
    # Oct 9, 10 and 11
    (
        rf"\b(?P<said>{_MONTH}\.? {_NUMBER}), (?={_NUMBER} (?:and|&|y)\b)",
        r"\g<said>, \g<month> ",
    ),
    # Oct 9-11
    (
        rf"\b{_MONTH}(?P<dot>\.?) (?P<first>{_NUMBER}){_TO}(?:the )?(?P<last>{_NUMBER}){_NO_HOUR}",
        r"\g<month>\g<dot> \g<first> \g<to> \g<month> \g<last>",
    ),
    # 9 al 11 de octubre, 9-11 October
    (
        rf"(?<![\w/.:-])(?P<first>{_NUMBER}){_TO}(?:el )?(?P<last>{_NUMBER}) "
        rf"(?P<of>(?:de |of )?){_MONTH}\b",
        r"\g<first> \g<of>\g<month> \g<to> \g<last> \g<of>\g<month>",
    ),
    # 10/9-10/11
    (r"(?<=\d)(?P<to>-)(?=\d{1,2}/\d)", r" \g<to> "),
)
_COMPILED: Final = tuple(
    (re.compile(short, re.ASCII | re.IGNORECASE), full) for short, full in _SHORT_FORMS
)
_RANGE: Final = re.compile(r"\A ?(?:-|to|through|thru|until|till|al?|hasta)(?: el| the)? ?\Z")
_LIST: Final = re.compile(r"\A ?(?:and|&|,|, and|y|e|, y)(?: on| el| the)? ?\Z")
_BETWEEN: Final = re.compile(r"\b(?:between|entre)(?: el| the)? \Z")
_WHOLE_WEEK: Final = re.compile(
    r"\b(?:all|the whole|all this|the rest of the|the rest of this|this) week\b"
    r"|\b(?:toda (?:esta|la)|esta) semana\b"
)


@dataclass(frozen=True, slots=True)
class SpanReading:
    """Days first to last inclusive, None where none was read.

    ``at`` is left in the text. ``other`` is a second reading of the first day, where there
    are two. TWO_READINGS without ``other``: the days named leave school days out between them.
    """

    first_on: date | None
    last_on: date | None
    at: time | None
    rest: str
    doubt: Doubt | None
    other: date | None = None


def read_span(text: str, *, today: date, language: str) -> SpanReading:
    """Read the days that a sentence about school is about; hours stay in ``rest``.

    Args:
        text: what was typed; read up to 500 characters.
        today: the local day of the chat.
        language: decides whether 5/12 is May 12 ("en") or 5 December ("es").
    """
    cut = _written_out(tidy(text))
    scan = scan_text(cut, today=today, language=language)
    run = _first_run(scan, plain(cut))
    if not run:
        return _whole_week(cut, today=today)
    rest = without(cut, [(run[0].start, run[-1].end)])
    first = run[0]
    if not first.days:
        return SpanReading(None, None, None, rest, Doubt.IMPOSSIBLE)
    if len(run) == 1:
        return _alone(first, rest, today=today)
    return _joined(run, plain(cut), rest, today=today)


def _written_out(cut: str) -> str:
    for regex, full in _COMPILED:
        cut = regex.sub(full, cut)
    return tidy(cut)


def _first_run(scan: Scan, text: str) -> tuple[Found, ...]:
    """Return the first possible date and those that follow it with only a joint between."""
    found = scan.found
    start = next((n for n, each in enumerate(found) if each.days), 0)
    end = start + 1
    while end < len(found) and found[end].days and _joint(text, found[end - 1], found[end]):
        end += 1
    return found[start:end]


def _joint(text: str, left: Found, right: Found) -> bool:
    between = text[left.end : right.start]
    return bool(_RANGE.match(between) or _LIST.match(between))


def _alone(found: Found, rest: str, *, today: date) -> SpanReading:
    first_on, last_on = found.days[0], found.days[-1]
    doubt = doubt_of(found, today=today)
    if found.way in {Way.NEXT_WEEK, Way.WEEKEND}:
        return SpanReading(first_on, last_on, None, rest, None)
    other = last_on if doubt is Doubt.TWO_READINGS else None
    return SpanReading(first_on, first_on, None, rest, doubt, other)


def _joined(run: tuple[Found, ...], text: str, rest: str, *, today: date) -> SpanReading:
    first, others = run[0], run[1:]
    firsts = _starts(first, others)
    first_on = last_on = firsts[0]
    gaps = False
    for left, right in zip(run, others, strict=False):
        day = _on_or_after(last_on, right)
        gaps = gaps or (_leaves_out(last_on, day) and not _is_range(text, left, right))
        last_on = max(day, last_on)
    doubt = doubt_of(Found(first.start, first.end, first.way, firsts), today=today)
    other = firsts[1] if doubt is Doubt.TWO_READINGS else None
    if gaps and doubt is None:
        doubt = Doubt.TWO_READINGS
    return SpanReading(first_on, last_on, None, rest, doubt, other)


def _starts(first: Found, others: tuple[Found, ...]) -> tuple[date, ...]:
    """Return what the first day may be, in the light of the last.

    In "Tue-Thu next week" both are of that week; in "Oct 9-11, 2027" both of that year.
    """
    last = others[-1].days
    if len(last) > 1:
        return first.days
    if first.way is Way.WEEKDAY and others[-1].way is Way.WEEKDAY_OF_NEXT_WEEK:
        return (days_later(last[0], -((last[0].weekday() - first.days[0].weekday()) % _WEEK)),)
    if first.way is Way.MONTH_DAY and others[-1].way is Way.MONTH_DAY:
        years = (last[0].year - 1, last[0].year)
        same = (exact_day(year, first.days[0].month, first.days[0].day) for year in years)
        return tuple(day for days in same for day in days if day <= last[0])[-1:]
    return first.days


def _on_or_after(day: date, found: Found) -> date:
    """Return the day of ``found`` that can follow ``day``: its first such reading."""
    if found.way is Way.WEEKDAY:
        return days_later(day, (found.days[0].weekday() - day.weekday()) % _WEEK)
    return next((each for each in found.days if each >= day), found.days[-1])


def _leaves_out(before: date, day: date) -> bool:
    """Tell whether a school day lies between the two."""
    between = range(1, min((day - before).days, _WEEK))
    return any(is_school_day(days_later(before, n)) for n in between)


def _is_range(text: str, left: Found, right: Found) -> bool:
    between = text[left.end : right.start]
    return bool(_RANGE.match(between) or _BETWEEN.search(text[: left.start]))


def _whole_week(cut: str, *, today: date) -> SpanReading:
    """Read "all week": what is left of this week, or the coming one on a weekend."""
    match = _WHOLE_WEEK.search(plain(cut))
    if match is None:
        return SpanReading(None, None, None, cut, Doubt.NOT_A_DATE)
    first_on = today if is_school_day(today) else days_later(today, _WEEK - today.weekday())
    friday = days_later(first_on, _FRIDAY - first_on.weekday())
    rest = without(cut, [(match.start(), match.end())])
    return SpanReading(first_on, friday, None, rest, None)
