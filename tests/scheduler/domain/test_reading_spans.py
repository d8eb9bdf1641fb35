"""The days of a changed school day, from what a parent or a teacher writes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.calendar import Doubt, read_span
from tests.scheduler.domain.phrases import OTHER_DAYS, TODAY

SPANS = (
    ("en", "tomorrow", "11-25", "11-25", None),
    ("en", "Wed-Fri", "11-25", "11-27", None),
    ("en", "Mon to Wed", "11-30", "12-02", None),
    ("en", "Mon and Tue", "11-30", "12-01", None),
    ("en", "Mon, Tue and Wed", "11-30", "12-02", None),
    ("en", "Thu-Tue", "11-26", "12-01", None),
    ("en", "from Thursday through Tuesday", "11-26", "12-01", None),
    ("en", "between Mon and Thu", "11-30", "12-03", None),
    ("en", "Fri and Mon", "11-27", "11-30", None),
    ("en", "Mon and Thu", "11-30", "12-03", Doubt.TWO_READINGS),
    ("en", "Dec 9-11", "12-09", "12-11", None),
    ("en", "Dec 9 to Dec 11", "12-09", "12-11", None),
    ("en", "Dec 9 through the 11th", "12-09", "12-11", None),
    ("en", "Dec 9, 10 and 11", "12-09", "12-11", None),
    ("en", "Dec 9 and 10", "12-09", "12-10", None),
    ("en", "9-11 December", "12-09", "12-11", None),
    ("en", "12/9-12/11", "12-09", "12-11", None),
    ("en", "12/9 - 12/11", "12-09", "12-11", None),
    ("en", "Friday 12/4 through Tuesday 12/8", "12-04", "12-08", None),
    ("en", "next week", "11-30", "12-04", None),
    ("en", "Tue-Thu next week", "12-01", "12-03", None),
    ("en", "next week Mon-Wed", "11-30", "12-02", None),
    ("en", "Monday through Friday next week", "11-30", "12-04", None),
    ("en", "all week", "11-24", "11-27", None),
    ("en", "this weekend", "11-28", "11-29", None),
    ("en", "Tue-Thu", "11-24", "11-26", Doubt.TWO_READINGS),
    ("en", "next Friday", "11-27", "11-27", Doubt.TWO_READINGS),
    ("en", "tomorrow 9 to 11", "11-25", "11-25", None),
    ("en", "testing 9-11 tomorrow", "11-25", "11-25", None),
    ("en", "Dec 9 2pm", "12-09", "12-09", None),
    ("en", "2/30, no, Dec 9", "12-09", "12-09", None),
    ("en", "Thursday then 2/30", "11-26", "11-26", None),
    ("es", "mañana y el jueves", "11-25", "11-26", None),
    ("es", "de miércoles a viernes", "11-25", "11-27", None),
    ("es", "lunes y martes", "11-30", "12-01", None),
    ("es", "del 9 al 11 de diciembre", "12-09", "12-11", None),
    ("es", "9 y 10 de diciembre", "12-09", "12-10", None),
    ("es", "la próxima semana", "11-30", "12-04", None),
    ("es", "toda la semana", "11-24", "11-27", None),
    ("es", "9/12", "12-09", "12-09", None),
    ("es", "entre el lunes y el jueves", "11-30", "12-03", None),
)


@pytest.mark.parametrize(("language", "text", "first", "last", "doubt"), SPANS)
def test_span_when_days_are_joined_in_words_then_first_and_last_are_read(
    language: str, text: str, first: str, last: str, doubt: Doubt | None
) -> None:
    """Ranges, lists and weeks give their first and last day."""
    span = read_span(text, today=TODAY, language=language)
    expected = tuple(date.fromisoformat(f"2026-{day}") for day in (first, last))

    assert ((span.first_on, span.last_on), span.doubt) == (expected, doubt)


@pytest.mark.parametrize(
    ("text", "first_on", "last_on"),
    [
        ("Dec 22 - Jan 2", date(2026, 12, 22), date(2027, 1, 2)),
        ("Dec 22 to Jan 2, 2027", date(2026, 12, 22), date(2027, 1, 2)),
        ("Dec 9-11, 2027", date(2027, 12, 9), date(2027, 12, 11)),
        ("March 8-12 2027", date(2027, 3, 8), date(2027, 3, 12)),
        ("Dec 9 to Friday next week", date(2026, 12, 9), date(2026, 12, 9)),
        ("tomorrow to 12/1/2026", date(2026, 11, 25), date(2026, 12, 1)),
    ],
)
def test_span_when_it_passes_a_new_year_or_names_one_then_both_ends_agree(
    text: str, first_on: date, last_on: date
) -> None:
    """The last day decides the year of the first."""
    span = read_span(text, today=TODAY, language="en")

    assert (span.first_on, span.last_on) == (first_on, last_on)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [("2/30", Doubt.IMPOSSIBLE), ("no PE", Doubt.NOT_A_DATE), ("", Doubt.NOT_A_DATE)],
)
def test_span_when_no_day_is_read_then_the_doubt_says_why(text: str, doubt: Doubt) -> None:
    """No day and an impossible one are told apart."""
    span = read_span(text, today=TODAY, language="en")

    assert (span.first_on, span.last_on, span.doubt) == (None, None, doubt)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Oct 9-11", date(2027, 10, 9)),
        ("Oct 9", date(2027, 10, 9)),
        ("Tue-Thu", date(2026, 12, 1)),
    ],
)
def test_span_when_its_first_day_has_two_readings_then_the_other_is_offered(
    text: str, other: date
) -> None:
    """A day that is past this year, or today, may be the next such day."""
    assert read_span(text, today=TODAY, language="en").other == other


@pytest.mark.parametrize("today", OTHER_DAYS)
def test_whole_week_when_said_on_any_day_then_it_ends_on_a_friday(today: date) -> None:
    """All week is what is left of this week; on a weekend, the coming week."""
    span = read_span("all week: testing", today=today, language="en")

    assert span.first_on
    assert span.last_on
    assert today <= span.first_on <= span.last_on
    assert (span.last_on.weekday(), span.rest) == (4, "testing")


@given(text=st.text(max_size=600), language=st.sampled_from(["en", "es"]))
@settings(max_examples=100, deadline=None)
def test_span_of_any_text_when_read_then_first_is_not_after_last(text: str, language: str) -> None:
    """Anything typed gives a span or none."""
    span = read_span(text, today=TODAY, language=language)

    assert (span.first_on is None) == (span.last_on is None)
    assert span.first_on is None or span.last_on is None or span.first_on <= span.last_on
