"""Sentences about a school day that will be different."""

from datetime import date

import pytest

from scheduler.domain.calendar import Doubt
from scheduler.domain.plans import ChangeKind
from scheduler.domain.reading_changes import classify_change, read_change
from tests.scheduler.domain.phrases import TODAY

CHANGES = (
    ("en", "tomorrow is practice testing 9-11, no PE",
     "2026-11-25", "2026-11-25", ChangeKind.PRACTICE_TEST, "practice testing 9-11, no PE"),
    ("en", "Tue-Thu state testing",
     "2026-11-24", "2026-11-26", ChangeKind.STATE_TEST, "state testing"),
    ("en", "half day Friday",
     "2026-11-27", "2026-11-27", ChangeKind.HALF_DAY, "half day"),
    ("en", "sub on Wednesday",
     "2026-11-25", "2026-11-25", ChangeKind.SUBSTITUTE, "sub"),
    ("en", "field trip Oct 9",
     "2026-10-09", "2026-10-09", ChangeKind.FIELD_TRIP, "field trip"),
    ("en", "no school Monday",
     "2026-11-30", "2026-11-30", ChangeKind.NO_SCHOOL, "no school"),
    ("es", "mañana hay examen de práctica de 9 a 11, sin educación física",
     "2026-11-25", "2026-11-25", ChangeKind.PRACTICE_TEST,
     "examen de práctica de 9 a 11, sin educación física"),
    ("en", "Tomorrow there is a fire drill at 10",
     "2026-11-25", "2026-11-25", ChangeKind.ASSEMBLY, "fire drill at 10"),
    ("en", "2-hour delay tomorrow",
     "2026-11-25", "2026-11-25", ChangeKind.DELAYED_START, "2-hour delay"),
    ("en", "There will be a sub tomorrow",
     "2026-11-25", "2026-11-25", ChangeKind.SUBSTITUTE, "sub"),
    ("en", "his aide is out Thursday",
     "2026-11-26", "2026-11-26", ChangeKind.SUBSTITUTE, "his aide is out"),
    ("en", "Mon and Tue: practice tests in the gym",
     "2026-11-30", "2026-12-01", ChangeKind.PRACTICE_TEST, "practice tests in the gym"),
    ("en", "tomorrow we have an assembly after lunch",
     "2026-11-25", "2026-11-25", ChangeKind.ASSEMBLY, "assembly after lunch"),
    ("en", "We have picture day on Friday",
     "2026-11-27", "2026-11-27", ChangeKind.OTHER, "picture day"),
    ("en", "early release on Dec 9",
     "2026-12-09", "2026-12-09", ChangeKind.HALF_DAY, "early release"),
    ("en", "Dec 9-11 STAAR testing, lunch at 12:30",
     "2026-12-09", "2026-12-11", ChangeKind.STATE_TEST, "STAAR testing, lunch at 12:30"),
    ("en", "Tue-Thu practice testing, lunch at 12:30",
     "2026-11-24", "2026-11-26", ChangeKind.PRACTICE_TEST, "practice testing, lunch at 12:30"),
    ("en", "No field trip tomorrow after all",
     "2026-11-25", "2026-11-25", ChangeKind.OTHER, "No field trip after all"),
    ("en", "school is closed next week",
     "2026-11-30", "2026-12-04", ChangeKind.NO_SCHOOL, "school is closed"),
    ("en", "spring break March 8-12 2027",
     "2027-03-08", "2027-03-12", ChangeKind.NO_SCHOOL, "spring break"),
    ("en", "the class has a field trip to the zoo on 12/4",
     "2026-12-04", "2026-12-04", ChangeKind.FIELD_TRIP, "field trip to the zoo"),
    ("en", "On Monday, half day, pick up at 12",
     "2026-11-30", "2026-11-30", ChangeKind.HALF_DAY, "half day, pick up at 12"),
    ("en", "different bus tomorrow",
     "2026-11-25", "2026-11-25", ChangeKind.OTHER, "different bus"),
    ("en", "pep rally Friday 2pm",
     "2026-11-27", "2026-11-27", ChangeKind.ASSEMBLY, "pep rally 2pm"),
    ("en", "early dismissal the 15th",
     "2026-12-15", "2026-12-15", ChangeKind.HALF_DAY, "early dismissal"),
    ("en", "math test tomorrow",
     "2026-11-25", "2026-11-25", ChangeKind.OTHER, "math test"),
    ("en", "teacher workday 12/18",
     "2026-12-18", "2026-12-18", ChangeKind.NO_SCHOOL, "teacher workday"),
    ("en", "snow day today",
     "2026-11-24", "2026-11-24", ChangeKind.NO_SCHOOL, "snow day"),
    ("es", "el viernes hay medio día",
     "2026-11-27", "2026-11-27", ChangeKind.HALF_DAY, "medio día"),
    ("es", "no hay clases el lunes",
     "2026-11-30", "2026-11-30", ChangeKind.NO_SCHOOL, "no hay clases"),
    ("es", "suplente el miércoles",
     "2026-11-25", "2026-11-25", ChangeKind.SUBSTITUTE, "suplente"),
    ("es", "excursión al museo el 9 de diciembre",
     "2026-12-09", "2026-12-09", ChangeKind.FIELD_TRIP, "excursión al museo"),
    ("es", "de martes a jueves exámenes estatales",
     "2026-11-24", "2026-11-26", ChangeKind.STATE_TEST, "exámenes estatales"),
    ("es", "mañana entran tarde",
     "2026-11-25", "2026-11-25", ChangeKind.DELAYED_START, "entran tarde"),
    ("es", "el jueves salen temprano",
     "2026-11-26", "2026-11-26", ChangeKind.HALF_DAY, "salen temprano"),
    ("es", "asamblea mañana a las 10",
     "2026-11-25", "2026-11-25", ChangeKind.ASSEMBLY, "asamblea a las 10"),
    ("es", "simulacro de incendio el jueves",
     "2026-11-26", "2026-11-26", ChangeKind.ASSEMBLY, "simulacro de incendio"),
    ("es", "lunes y martes pruebas de práctica",
     "2026-11-30", "2026-12-01", ChangeKind.PRACTICE_TEST, "pruebas de práctica"),
    ("es", "mañana va a haber una maestra suplente",
     "2026-11-25", "2026-11-25", ChangeKind.SUBSTITUTE, "maestra suplente"),
    ("es", "vacaciones del 21 de diciembre al 4 de enero",
     "2026-12-21", "2027-01-04", ChangeKind.NO_SCHOOL, "vacaciones"),
    ("es", "el viernes es día de fotos",
     "2026-11-27", "2026-11-27", ChangeKind.OTHER, "día de fotos"),
    ("en", "Hi, tomorrow the speech teacher will be out",
     "2026-11-25", "2026-11-25", ChangeKind.SUBSTITUTE, "Hi, the speech teacher will be out"),
    ("en", "Practice test tomorrow and Thursday 9-11",
     "2026-11-25", "2026-11-26", ChangeKind.PRACTICE_TEST, "Practice test 9-11"),
    ("en", "all week: state testing",
     "2026-11-24", "2026-11-27", ChangeKind.STATE_TEST, "state testing"),
    ("en", "The fire drill is on Friday",
     "2026-11-27", "2026-11-27", ChangeKind.ASSEMBLY, "The fire drill"),
    ("en", "next Friday is a half day",
     "2026-11-27", "2026-11-27", ChangeKind.HALF_DAY, "half day"),
    ("en", "late start Wed",
     "2026-11-25", "2026-11-25", ChangeKind.DELAYED_START, "late start"),
    ("en", "1/2 day Friday",
     "2026-11-27", "2026-11-27", ChangeKind.HALF_DAY, "1/2 day"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "first", "last", "kind", "what"), CHANGES)
def test_change_when_told_in_a_sentence_then_days_kind_and_words_are_read(
    language: str, text: str, first: str, last: str, kind: ChangeKind, what: str
) -> None:
    """One sentence is enough for a card: which days, what kind, and the rest in its own words."""
    change = read_change(text, today=TODAY, language=language)

    assert (str(change.first_on), str(change.last_on)) == (first, last)
    assert (change.kind, change.what) == (kind, what)


def test_change_when_it_names_no_day_then_it_says_so() -> None:
    """A change without a day is asked about."""
    change = read_change("no PE", today=TODAY, language="en")

    assert (change.first_on, change.what, change.doubt) == (None, "no PE", Doubt.NOT_A_DATE)


def test_change_when_its_day_does_not_exist_then_it_says_so() -> None:
    """30 February is asked about, and the words are kept."""
    change = read_change("2/30 half day", today=TODAY, language="en")

    assert (change.first_on, change.what, change.doubt) == (None, "half day", Doubt.IMPOSSIBLE)


def test_change_when_it_names_only_a_day_then_its_words_are_what_was_typed() -> None:
    """The day itself stands for what was said."""
    change = read_change("tomorrow", today=TODAY, language="en")

    assert (change.first_on, change.what) == (date(2026, 11, 25), "tomorrow")


def test_change_when_its_day_has_two_readings_then_both_are_given() -> None:
    """A date that is past this year may be next year's."""
    change = read_change("field trip Oct 9", today=TODAY, language="en")

    assert (change.first_on, change.other) == (date(2026, 10, 9), date(2027, 10, 9))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("half day, then practice test", ChangeKind.HALF_DAY),
        ("practice test on a half day", ChangeKind.PRACTICE_TEST),
        ("no assembly", ChangeKind.OTHER),
        ("subtraction quiz", ChangeKind.OTHER),
        ("zoom class", ChangeKind.OTHER),
        ("", ChangeKind.OTHER),
    ],
)
def test_kind_when_two_are_named_or_none_then_the_first_counts_or_other(
    text: str, kind: ChangeKind
) -> None:
    """The first kind named counts; a part of a word or a thing called off does not."""
    assert classify_change(text) is kind
