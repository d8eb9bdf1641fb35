"""Finds the dates in a text and says which days each may mean. Hours are read elsewhere."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from scheduler.domain import day_rules as rules
from scheduler.domain.date_patterns import Way, patterns_of
from scheduler.domain.day_rules import Days
from scheduler.domain.instants import days_later
from scheduler.domain.words import Words, plain

BLANK: Final = "\0"

# Words that are also everyday words: dates only in capitals, or where they can be nothing else.
_EVERYDAY: Final = frozenset({"sat", "sun", "may", "march", "mar"})
_LEADS_IN: Final = re.compile(
    r"(?:\b(?:on|by|in|of|for|to|and|next|this|until|till|before|through|thru|since|en|de|a|y"
    r"|del|el|hasta) |[-,] ?)$"
)
# May I ask? Sat on the bus all day.
_AS_VERB: Final = re.compile(r" (?:i|we|you|he|she|it|they|my|the|on|in|be|have|not|down)\b")
_STANDS_FREE: Final = re.compile(r" ?(?:$|[.,;:!?&@-]|\d)| (?:at|and|to|thru|through|y|al?)\b")
# A number after one of these counts rooms or grades, not days.
_COUNTS_OTHERWISE: Final = re.compile(
    r"(?:\b(?:room|rm|grade|section|sec|page|pages|pg|unit|level|chapter|bus|apt|suite|age|ages"
    r"|number|no|salon|grado|seccion|pagina|paginas|nivel|autobus|numero)\.?|#) ?$"
)
_SHARE: Final = re.compile(
    r" ?-?(?:of|out of|day|hours?|trials?|times?|opportunities|attempts?|cup|pages?|dia|hora"
    r"|de los|de las|intentos|veces)\b"
)
_LAST_MONTH_NUMBER: Final = 12
_LAST_DAY_NUMBER: Final = 31


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule needs beside its match. ``text`` is the plain text as it was given."""

    words: Words
    today: date
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: its place, how it was written, and the days it may mean.

    ``days`` is empty where there is no such day (30 February).
    """

    start: int
    end: int
    way: Way
    days: Days


@dataclass(frozen=True, slots=True)
class Scan:
    """All dates of a text in their order, and the plain text with them blanked out."""

    found: tuple[Found, ...]
    blanked: str


Groups = re.Match[str]
Rule = Callable[[Groups, Context], Days | None]


def scan_dates(text: str, *, words: Words, today: date) -> Scan:
    """Find every date in a tidy text.

    A part of the text belongs to one date only: what a more telling way has read is blanked
    out before the next is tried.
    """
    context = Context(words, today, plain(text))
    left = context.text
    found: list[Found] = []
    for pattern in patterns_of(words):
        for match in pattern.regex.finditer(left):
            days = _RULES[pattern.way](match, context) if _is_meant(match, text) else None
            if days is not None:
                found.append(Found(match.start(), match.end(), pattern.way, days))
                left = left[: match.start()] + BLANK * len(match[0]) + left[match.end() :]
    return Scan(tuple(sorted(found, key=lambda one: one.start)), left)


def _is_meant(match: Groups, text: str) -> bool:
    """Tell a date from an everyday word (he sat, you may) and from room 12."""
    before = match.string[: match.start()]
    if match[0][0].isdigit():
        return not _COUNTS_OTHERWISE.search(before)
    if match[0].rstrip(".") not in _EVERYDAY:
        return True
    capital = text[match.start()].isupper()
    if not before and capital:
        return not _AS_VERB.match(match.string, match.end())
    if not before:
        return bool(_STANDS_FREE.match(match.string, match.end()))
    return capital or bool(_LEADS_IN.search(before))


def _iso(match: Groups, _: Context) -> Days:
    return rules.exact_day(int(match["year"]), int(match["month"]), int(match["day"]))


def _numbers(match: Groups, context: Context) -> Days | None:
    first, second = int(match["first"]), int(match["second"])
    if _is_no_date(match, context):
        return None
    orders = ((first, second), (second, first))
    for month, day in reversed(orders) if context.words.day_first else orders:
        if days := _dated(month, day, match["year"], context):
            return _fit_weekday(days, match, context)
    return ()


def _is_no_date(match: Groups, context: Context) -> bool:
    """Tell shares, scores, ranges and hours written like dates: 4/5 trials, 24/7, 9-11."""
    if match["year"] is not None:
        return False
    first, second = int(match["first"]), int(match["second"])
    alone = not context.text.replace(match[0], "", 1).strip(" .!?")
    return (
        match["sep"] == "."
        or (match["sep"] == "-" and not alone)
        or (first, second) == (24, 7)
        or min(first, second) > _LAST_DAY_NUMBER
        or (first == second and first > _LAST_MONTH_NUMBER + 1)
        or bool(_SHARE.match(match.string, match.end()))
    )


def _month_day(match: Groups, context: Context) -> Days:
    words = context.words
    day = words.nth.get(match["day"]) or int(match["day"])
    days = _dated(words.months[match["month"]], day, match["year"], context)
    return _fit_weekday(days, match, context)


def _dated(month: int, day: int, year: str | None, context: Context) -> Days:
    if year is None:
        return rules.yearless_day(month, day, today=context.today)
    return rules.exact_day(rules.full_year(year.lstrip("'")), month, day)


def _fit_weekday(days: Days, match: Groups, context: Context) -> Days:
    weekday = match.groupdict().get("weekday")
    return rules.on_weekday(days, context.words.weekdays[weekday]) if weekday else days


def _in_month(match: Groups, context: Context, rule: Callable[[int, int], Days]) -> Days:
    """Apply a rule for a year and a month to "March", "March 2027" or "next month"."""
    if match["month"] is None:
        next_one = any(word in match["which"] for word in ("next", "proximo", "que viene"))
        return rule(*rules.month_ahead(int(next_one), today=context.today))
    month = context.words.months[match["month"]]
    if match["year"] is not None:
        year = rules.full_year(match["year"].lstrip("'"))
        return rule(year, month) if year else ()
    return rules.this_year_or_next(lambda year: rule(year, month), today=context.today)


def _nth_weekday(match: Groups, context: Context) -> Days:
    nth, weekday = context.words.nth[match["nth"]], context.words.weekdays[match["weekday"]]
    return _in_month(
        match,
        context,
        lambda year, month: rules.nth_weekday(nth, weekday, year=year, month=month),
    )


def _edge(match: Groups, context: Context) -> Days:
    edge = match["edge"]
    if edge.startswith(("mid", "mediados")):
        return _in_month(match, context, lambda year, month: (date(year, month, 15),))
    if edge.startswith(("last", "end", "fin", "ultimo")):
        return _in_month(match, context, lambda year, month: (rules.last_day(year, month),))
    return _in_month(match, context, lambda year, month: (date(year, month, 1),))


def _counted(match: Groups, context: Context) -> Days:
    parts = match.groupdict()
    anchor = parts.get("anchor")
    starts = _anchor_days(anchor, parts.get("which"), context) if anchor else (context.today,)
    count, unit = _count_of(match["count"], context), context.words.units[match["unit"]]
    return tuple(day for start in starts for day in rules.shifted(start, count, unit))


def _anchor_days(anchor: str, which: str | None, context: Context) -> Days:
    words = context.words
    if anchor in words.days:
        return (days_later(context.today, words.days[anchor]),)
    weekday = words.weekdays[anchor]
    if which in {"next ", "proximo "}:
        return rules.next_weekday(weekday, today=context.today)
    return rules.coming_weekday(weekday, today=context.today)


def _count_of(count: str, context: Context) -> int:
    return int(count) if count.isdigit() else context.words.numbers[count]


def _ago(match: Groups, context: Context) -> Days:
    count, unit = _count_of(match["count"], context), context.words.units[match["unit"]]
    return rules.shifted(context.today, -count, unit)


def _past_unit(match: Groups, context: Context) -> Days:
    return rules.shifted(context.today, -1, context.words.units[match["unit"]])


def _by_weekday(rule: Callable[..., Days]) -> Rule:
    def read(match: Groups, context: Context) -> Days:
        return rule(context.words.weekdays[match["weekday"]], today=context.today)

    return read


def _next_week(_: Groups, context: Context) -> Days:
    """Read "next week" with no day: its Monday or its Friday."""
    return tuple(
        day
        for weekday in (0, 4)
        for day in rules.weekday_of_next_week(weekday, today=context.today)
    )


def _weekend(_: Groups, context: Context) -> Days:
    saturday = rules.this_weekday(5, today=context.today)[0]
    return (saturday, days_later(saturday, 1))


def _next_month(_: Groups, context: Context) -> Days:
    return rules.whole_month(*rules.month_ahead(1, today=context.today), today=context.today)


def _bare_month(match: Groups, context: Context) -> Days:
    month = context.words.months[match["month"]]
    if match["year"] is None:
        return rules.whole_month_to_come(month, today=context.today)
    year = rules.full_year(match["year"].lstrip("'"))
    return rules.whole_month(year, month, today=context.today) if year else ()


def _day_word(match: Groups, context: Context) -> Days:
    return (days_later(context.today, context.words.days[match["days"]]),)


def _day_of_month(match: Groups, context: Context) -> Days:
    days = rules.day_of_coming_month(int(match["day"]), today=context.today)
    return _fit_weekday(days, match, context)


_RULES: Final[Mapping[Way, Rule]] = {
    Way.ISO: _iso,
    Way.NUMBERS: _numbers,
    Way.MONTH_DAY: _month_day,
    Way.NTH_WEEKDAY: _nth_weekday,
    Way.EDGE: _edge,
    Way.COUNTED: _counted,
    Way.AGO: _ago,
    Way.WEEKDAY_OF_NEXT_WEEK: _by_weekday(rules.weekday_of_next_week),
    Way.WEEKDAY: _by_weekday(rules.coming_weekday),
    Way.NEXT_WEEKDAY: _by_weekday(rules.next_weekday),
    Way.THIS_WEEKDAY: _by_weekday(rules.this_weekday),
    Way.PAST_WEEKDAY: _by_weekday(rules.past_weekday),
    Way.NEXT_WEEK: _next_week,
    Way.WEEKEND: _weekend,
    Way.NEXT_MONTH: _next_month,
    Way.PAST_UNIT: _past_unit,
    Way.DAY_WORD: _day_word,
    Way.DAY_OF_MONTH: _day_of_month,
    Way.BARE_MONTH: _bare_month,
}
