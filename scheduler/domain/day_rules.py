"""From the parts of a date to days: "3rd Friday of March", "12/5" with no year, "next Friday".

Parts come in as numbers, so no language is known here. A rule answers the days that may be
meant, earliest first: two where people differ, none where there is no such day.
"""

import calendar as month_table
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from scheduler.domain.instants import days_later

Days = tuple[date, ...]

_WEEK: Final = 7
_FEBRUARY: Final = 2
_LEAP_DAY: Final = 29
_CENTURY: Final = 2000
_MONTHS: Final = 12


def exact_day(year: int, month: int, day: int) -> Days:
    """Return that day, or nothing where the calendar has none."""
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def full_year(digits: str) -> int:
    """Return the year of two or four digits; 0, which no calendar has, for other lengths."""
    match len(digits):
        case 2:
            return _CENTURY + int(digits)
        case 4:
            return int(digits)
        case _:
            return 0


def this_year_or_next(rule: Callable[[int], Days], *, today: date) -> Days:
    """Return the days that ``rule`` finds in this year, and next year's too where past."""
    this_year = rule(today.year)
    if not this_year or this_year[-1] >= today:
        return this_year
    return this_year + rule(today.year + 1)


def yearless_day(month: int, day: int, *, today: date) -> Days:
    """Return the day of this year, and next year's too where this year's is past.

    29 February is the next one that there is.
    """
    if (month, day) == (_FEBRUARY, _LEAP_DAY):
        years = range(today.year, today.year + 9)
        leap_days = [found for year in years for found in exact_day(year, month, day)]
        return tuple(found for found in leap_days if found >= today)[:1]
    return this_year_or_next(lambda year: exact_day(year, month, day), today=today)


def on_weekday(days: Days, weekday: int) -> Days:
    """Return those of ``days`` that fall on ``weekday`` (Monday is 0).

    Where the weekday fits none, one of the two words is wrong: the first day and its nearest
    such weekday are both returned.
    """
    fitting = tuple(day for day in days if day.weekday() == weekday)
    if fitting or not days:
        return fitting
    ahead = (weekday - days[0].weekday()) % _WEEK
    nearest = days_later(days[0], ahead if ahead <= _WEEK // 2 else ahead - _WEEK)
    return tuple(sorted((days[0], nearest)))


def coming_weekday(weekday: int, *, today: date) -> Days:
    """Return the coming such weekday; today and a week from today where it is that day."""
    ahead = (weekday - today.weekday()) % _WEEK
    if ahead == 0:
        return (today, days_later(today, _WEEK))
    return (days_later(today, ahead),)


def this_weekday(weekday: int, *, today: date) -> Days:
    """Return "this Friday": today or the coming one."""
    return coming_weekday(weekday, today=today)[:1]


def next_weekday(weekday: int, *, today: date) -> Days:
    """Return "next Friday": the coming one and the one in the week after this, if they differ.

    A week begins on Sunday, as on American calendars.
    """
    coming = days_later(today, (weekday - today.weekday() - 1) % _WEEK + 1)
    in_next_week = weekday_of_next_week(weekday, today=today)
    return tuple(sorted({coming, *in_next_week}))


def weekday_of_next_week(weekday: int, *, today: date) -> Days:
    """Return the weekday in the week that begins on the coming Sunday."""
    next_sunday = days_later(today, _WEEK - (today.weekday() + 1) % _WEEK)
    return (days_later(next_sunday, (weekday + 1) % _WEEK),)


def past_weekday(weekday: int, *, today: date) -> Days:
    """Return "last Friday": the latest such weekday before today."""
    return (days_later(today, -((today.weekday() - weekday - 1) % _WEEK + 1)),)


def month_ahead(months: int, *, today: date) -> tuple[int, int]:
    """Return the (year, month) that comes ``months`` after this one."""
    count = today.year * _MONTHS + today.month - 1 + months
    return count // _MONTHS, count % _MONTHS + 1


def nth_weekday(nth: int, weekday: int, *, year: int, month: int) -> Days:
    """Return the nth such weekday of a month, -1 the last; nothing for a fifth of four."""
    last = month_table.monthrange(year, month)[1]
    found = [
        day
        for day in (date(year, month, number) for number in range(1, last + 1))
        if day.weekday() == weekday
    ]
    index = nth - 1 if nth > 0 else nth
    return (found[index],) if index < len(found) else ()


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, month_table.monthrange(year, month)[1])


def whole_month(year: int, month: int, *, today: date) -> Days:
    """Return the first and the last day of a month, without what is already past."""
    days = (date(year, month, 1), last_day(year, month))
    return tuple(day for day in days if day >= today) or days


def whole_month_to_come(month: int, *, today: date) -> Days:
    """Return the same for a month with no year: next year's where this year's is over."""
    return whole_month(today.year + (month < today.month), month, today=today)


def day_of_coming_month(day: int, *, today: date) -> Days:
    """Return "the 15th": this month's if it is not past, else that of the next that has one."""
    ahead = (month_ahead(n, today=today) for n in range(_MONTHS))
    found = [one for year, month in ahead for one in exact_day(year, month, day)]
    return tuple(one for one in found if one >= today)[:1]


def shifted(start: date, count: int, unit: str) -> Days:
    """Return ``start`` moved by ``count`` days, weeks, months or years.

    A month later keeps the number of the day or takes the month's last. Nothing where the
    calendar ends.
    """
    try:
        if unit in {"day", "week"}:
            return (start + timedelta(days=count * (_WEEK if unit == "week" else 1)),)
        months = count * (_MONTHS if unit == "year" else 1)
        year, month = month_ahead(months, today=start)
        return (date(year, month, min(start.day, last_day(year, month).day)),)
    except (OverflowError, ValueError):
        return ()
