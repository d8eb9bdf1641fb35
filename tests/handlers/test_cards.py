"""The tomorrow card as lines: what differs, what stays, first and then, what to say."""

from datetime import date

import pytest

from handlers.cards import CARD_ROWS, Told, card_lines, correction_lines
from handlers.menu import Run
from handlers.texts.loader import Voice, load_texts
from handlers.turn import Line, Phrase
from scheduler.domain.plans import ChangeId, ChangeKind, Child, ChildId, SchoolChange
from tests.handlers.parent import plain

TEXTS = load_texts()
TUESDAY, FRIDAY = date(2026, 9, 15), date(2026, 9, 18)


def change(
    kind: ChangeKind,
    what: str = "practice test 9-11",
    first_on: date = TUESDAY,
    last_on: date = TUESDAY,
) -> SchoolChange:
    """A change of Sam's day."""
    return SchoolChange(ChangeId(1), Child(ChildId(1), "Sam"), first_on, last_on, kind, what)


def said(lines: tuple[Line, ...], language: str = "en") -> list[str]:
    """The lines in words; gaps are left out."""
    return [plain(TEXTS.html(line, Voice(language))) for line in lines if isinstance(line, Phrase)]


def test_card_when_a_day_differs_then_has_every_part_in_order() -> None:
    """Different, the same, first and then, one sentence to read out, a tip."""
    card = card_lines("Sam", TUESDAY, (change(ChangeKind.PRACTICE_TEST),))

    assert said(card) == [
        "🌙 Tomorrow for Sam: Tuesday, September 15, 2026",
        "Different: practice test 9-11",
        "The same: getting up, the way to school, coming home.",
        "First the practice test, then the usual day.",
        "To read out loud: “Tomorrow there is a practice test. It is only practice, and after it "
        "the day goes on as always.”",
        "Tip: say how long it takes, and what your child may do if it gets too much.",
    ]


def test_card_when_two_things_differ_then_names_both_and_advises_on_one() -> None:
    """Both changes stand on one card; the advice goes by the first."""
    both = (change(ChangeKind.SUBSTITUTE, "another teacher"), change(ChangeKind.ASSEMBLY, "drill"))

    card = said(card_lines("Sam", TUESDAY, both))

    assert card[1:3] == ["Different: another teacher", "Different: drill"]
    assert card[3] == "The same: the classroom, the friends, coming home."


def test_card_when_there_is_no_school_then_that_advice_wins() -> None:
    """A day without school has no substitute teacher, whatever was written first."""
    both = (
        change(ChangeKind.SUBSTITUTE, "another teacher"),
        change(ChangeKind.NO_SCHOOL, "snow day"),
    )

    card = said(card_lines("Sam", TUESDAY, both))

    assert card[2] == "No school: snow day"
    assert card[3] == "The same: home, meals, bedtime."


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (TUESDAY, "Different (day 1 of 4): practice test 9-11"),
        (FRIDAY, "Different (day 4 of 4): practice test 9-11"),
    ],
)
def test_card_when_of_several_days_then_counts_them(day: date, line: str) -> None:
    """A window of days says which day of how many."""
    window = change(ChangeKind.PRACTICE_TEST, last_on=FRIDAY)

    assert said(card_lines("Sam", day, (window,)))[1] == line


def test_card_when_brief_then_leaves_the_advice_out() -> None:
    """Among many, a card keeps what differs and what to say."""
    card = said(
        card_lines("Sam", TUESDAY, (change(ChangeKind.HALF_DAY, "out at noon"),), brief=True)
    )

    assert [line.split(":")[0] for line in card] == [
        "🌙 Tomorrow for Sam",
        "Different",
        "To read out loud",
    ]


def test_card_when_nothing_differs_then_is_one_line() -> None:
    """An ordinary evening that was asked for is short."""
    assert said(card_lines("Sam", TUESDAY, ())) == [
        "🌙 A usual school day for Sam: Tuesday, September 15, 2026."
    ]


def test_correction_when_nothing_is_left_then_says_that_the_day_is_the_usual_one() -> None:
    """A change that is off needs one line."""
    assert said(correction_lines("Sam", TUESDAY, ())) == [
        "🌙 A correction: Sam has the usual day after all, Tuesday, September 15, 2026."
    ]


def test_correction_when_another_change_is_left_then_shows_the_new_card() -> None:
    """What holds now is said whole, not as a difference to what was said before."""
    lines = said(correction_lines("Sam", TUESDAY, (change(ChangeKind.FIELD_TRIP, "zoo"),)))

    assert lines[0] == "Something changed since the last card. This is how it is now:"
    assert lines[2] == "Different: zoo"


@pytest.mark.parametrize("language", TEXTS.languages)
@pytest.mark.parametrize("kind", ChangeKind)
def test_card_when_of_any_kind_then_is_whole_in_each_language(
    kind: ChangeKind, language: str
) -> None:
    """Six lines in each language, and short enough to be read at the door."""
    lines = said(card_lines("Sam", TUESDAY, (change(kind),)), language)

    assert len(lines) == 6
    assert sum(map(len, lines)) < 500


def test_card_when_words_look_like_markup_then_shows_them_as_they_are() -> None:
    """The parent's words stand as written."""
    card = said(card_lines("<b>", TUESDAY, (change(ChangeKind.OTHER, "<i>&_*"),)))

    assert card[:2] == [
        "🌙 Tomorrow for <b>: Tuesday, September 15, 2026",
        "Different: <i>&_*",
    ]


def test_buttons_when_under_a_card_then_are_told_and_change() -> None:
    """Told them, or change it."""
    ((told, again),) = CARD_ROWS

    assert (told.does, again.does) == (Told(), Run("tomorrow"))


@pytest.mark.parametrize(
    ("language", "what", "line"),
    [
        ("en", "no school", "No school."),
        ("en", "No school!", "No school."),
        ("en", "no school, snow", "No school: no school, snow"),
        ("es", "no hay clases", "No hay escuela."),
    ],
)
def test_card_when_the_words_say_no_more_then_does_not_say_it_twice(
    language: str, what: str, line: str
) -> None:
    """To read "no school: no school" is once too often."""
    card = card_lines("Sam", TUESDAY, (change(ChangeKind.NO_SCHOOL, what),))

    assert said(card, language)[1] == line
