"""What holds for the reading of any text on any day."""

import time as stopwatch
from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.calendar import Doubt, days_later, read_moment, read_time
from scheduler.domain.plans import Moment
from tests.scheduler.domain.phrases import OTHER_DAYS, TODAY

DayRule = Callable[[date], date]


def _plus(days: int) -> DayRule:
    return lambda today: today + timedelta(days=days)


RELATIVE = (
    ("en", "today", _plus(0), None),
    ("en", "tonight at 7", _plus(0), time(19)),
    ("en", "tomorrow", _plus(1), None),
    ("en", "tomorrow at 9", _plus(1), time(9)),
    ("en", "tomorrow at 1:30 am", _plus(1), time(1, 30)),
    ("en", "tomorrow 2:30am", _plus(1), time(2, 30)),
    ("en", "the day after tomorrow at noon", _plus(2), time(12)),
    ("en", "in 10 days", _plus(10), None),
    ("en", "in 2 weeks at 2:30pm", _plus(14), time(14, 30)),
    ("en", "a week from tomorrow", _plus(8), None),
    ("en", "a week from today", _plus(7), None),
    ("en", "yesterday", _plus(-1), None),
    ("en", "3 days ago", _plus(-3), None),
    ("en", "2030-03-10 at 2:30am", lambda _: date(2030, 3, 10), time(2, 30)),
    ("en", "December 5 2029", lambda _: date(2029, 12, 5), None),
    ("en", "3rd Friday of March 2029", lambda _: date(2029, 3, 16), None),
    ("es", "hoy", _plus(0), None),
    ("es", "mañana a las 9", _plus(1), time(9)),
    ("es", "pasado mañana", _plus(2), None),
    ("es", "dentro de dos semanas", _plus(14), None),
    ("es", "en 10 días a las 2", _plus(10), time(14)),
    ("es", "ayer", _plus(-1), None),
    ("es", "5/12/2029", lambda _: date(2029, 12, 5), None),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
READ_WITHIN_SECONDS = 0.5


@pytest.mark.parametrize("today", OTHER_DAYS)
@pytest.mark.parametrize(("language", "text", "day", "at"), RELATIVE)
def test_reading_of_counted_days_when_clocks_or_years_change_then_day_and_hour_stay(
    language: str, text: str, day: DayRule, at: time | None, today: date
) -> None:
    """Days are counted on the calendar: no change of clocks moves them, no hour gets lost."""
    reading = read_moment(text, today=today, language=language)

    assert reading.moments == (Moment(day(today), at),)


@pytest.mark.parametrize("today", OTHER_DAYS)
@pytest.mark.parametrize("weekday", range(7))
def test_reading_of_next_weekday_when_any_day_then_both_weeks_are_offered_unless_the_same(
    weekday: int, today: date
) -> None:
    """People differ on "next Friday": the coming one and the next calendar week's are offered."""
    coming = next(
        day for day in (days_later(today, n) for n in range(1, 8)) if day.weekday() == weekday
    )
    reading = read_moment(f"next {WEEKDAYS[weekday]}", today=today, language="en")
    days = [moment.on for moment in reading.moments]

    assert days[0] == coming
    assert days[1:] in ([], [days_later(coming, 7)])
    assert reading.doubt == (Doubt.TWO_READINGS if len(days) > 1 else None)


@pytest.mark.parametrize("today", OTHER_DAYS)
def test_reading_of_yearless_leap_day_when_no_leap_year_then_the_next_one_is_meant(
    today: date,
) -> None:
    """29 February with no year is the next one that there is."""
    reading = read_moment("Feb 29", today=today, language="en")

    assert reading.moments == (Moment(date(2028, 2, 29)),)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("remind me about my son's IEP meeting Dec 3 at 2", "remind me about my son's IEP meeting"),
        ("IEP meeting on Friday the 11th at 2pm, room 12", "IEP meeting, room 12"),
        ("on Monday", ""),
        ("Form is due on 12/5.", "Form"),
        ("junta el 3 de diciembre a las 2 pm con la maestra", "junta con la maestra"),
    ],
)
def test_rest_of_reading_when_date_and_hour_are_read_then_only_other_words_stay(
    text: str, rest: str
) -> None:
    """What was read leaves the text, and so do the little words that led to it."""
    reading = read_moment(text, today=TODAY, language="es" if "junta" in text else "en")

    assert reading.rest == rest


def test_reading_when_an_impossible_date_precedes_a_possible_one_then_that_counts() -> None:
    """A date that exists is worth more than one that does not."""
    reading = read_moment("2/30 I mean 12/5", today=TODAY, language="en")

    assert reading.moments == (Moment(date(2026, 12, 5)),)


@given(text=st.text(max_size=700), language=st.sampled_from(["en", "es", "pt-BR", ""]))
@settings(max_examples=150, deadline=None)
def test_reading_of_any_text_when_read_then_moments_and_doubt_agree(
    text: str, language: str
) -> None:
    """Anything typed gives a reading; only what is no date has no moment."""
    reading = read_moment(text, today=TODAY, language=language)

    assert (not reading.moments) == (reading.doubt in {Doubt.NOT_A_DATE, Doubt.IMPOSSIBLE})
    assert len(reading.moments) <= 2


_WORDS = (
    "next this last in on at the of 3rd first Friday Fri. March mar Dec May 5 12 30 31 0 99 2026 "
    "9999 12/5 2/30 13/13 0/0/0 2026-13-05 noon midnight 2pm 14:30 25:61 half past weeks days "
    "ago from now tomorrow today tonight end month week year a el la de del a las y media próximo "
    "viernes marzo mañana dentro hace semanas primer último día fin - , . 's am pm"
)


@given(
    pieces=st.lists(st.sampled_from(_WORDS.split()), max_size=12),
    language=st.sampled_from(["en", "es"]),
    today=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
)
@settings(max_examples=300, deadline=None)
def test_reading_of_shuffled_date_words_when_read_then_moments_are_ordered_and_few(
    pieces: list[str], language: str, today: date
) -> None:
    """Words of dates in any order never break the reader."""
    reading = read_moment(" ".join(pieces), today=today, language=language)
    days = [moment.on for moment in reading.moments]

    assert days == sorted(days)
    assert len(days) <= 2
    assert (len(days) == 2) or reading.doubt is not Doubt.TWO_READINGS


@pytest.mark.parametrize(
    "piece", ["the ", "1/", "a ", "on on ", "9-", "12:", "next ", "é", "a las "]
)
def test_reading_of_a_long_repetition_when_read_then_it_is_quick(piece: str) -> None:
    """No text, however long, keeps the bot busy."""
    began = stopwatch.perf_counter()
    read_moment(piece * 4096, today=TODAY, language="en")

    assert stopwatch.perf_counter() - began < READ_WITHIN_SECONDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2", time(14)),
        ("7", time(7)),
        ("11", time(11)),
        ("12", time(12)),
        ("0", time(0)),
        ("14", time(14)),
        ("2:30", time(14, 30)),
        ("7.30pm", time(19, 30)),
        ("7 p.m.", time(19)),
        ("12am", time(0)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("half past 2", time(14, 30)),
        ("quarter to 1", time(12, 45)),
        ("two", time(14)),
        ("8 in the evening", time(20)),
        ("11-1pm", time(11)),
        ("9-11am", time(9)),
        ("2-3pm", time(14)),
        ("las 3", time(15)),
        ("a las tres y cuarto", time(15, 15)),
        ("las 9 de la noche", time(21)),
        ("12 de la noche", time(0)),
        ("8 de la mañana", time(8)),
        ("19h", time(19)),
        ("mediodía", time(12)),
        ("25", None),
        ("14:75", None),
        ("hello", None),
        ("room 12", None),
        ("80%", None),
        ("", None),
    ],
)
def test_reading_of_an_hour_when_asked_for_one_then_school_hours_fill_what_is_missing(
    text: str, expected: time | None
) -> None:
    """Without am or pm, 1 to 6 is the afternoon, 7 to 11 the morning and 12 noon."""
    assert read_time(text, language="en") == expected
