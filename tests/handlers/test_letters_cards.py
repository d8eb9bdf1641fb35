"""Tomorrow cards and corrections as they arrive."""

from datetime import date

import pytest

from handlers.gateway.markup import Renderer
from scheduler.domain.delivery import CardNotice, CorrectionNotice
from scheduler.domain.plans import (
    ChangeKind,
    ReminderId,
)
from tests.handlers.letters import (
    DUE_AT,
    SAM,
    TODAY,
    change,
    letter,
    said,
)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", ChangeKind)
def test_card_when_of_any_kind_then_is_short_and_complete(
    renderer: Renderer, kind: ChangeKind, language: str
) -> None:
    """A card says what differs, what stays, first and then, what to read out, and one tip."""
    card = CardNotice(ReminderId(1), SAM, TODAY, (change(kind, "11-1 <gym> & lunch"),), DUE_AT)

    told = said(renderer, letter(card, language=language))

    assert ("11-1 <gym> & lunch" in told, told.count("\n"), len(told) < 600) == (True, 6, True)


def test_card_when_of_a_span_then_counts_its_days(renderer: Renderer) -> None:
    """Three test days are one card each: day 2 of 3."""
    span = change(ChangeKind.STATE_TEST, "state test 9-11", days=3)
    card = CardNotice(ReminderId(1), SAM, date(2026, 9, 22), (span,), DUE_AT)

    assert "Different (day 2 of 3): state test 9-11" in said(renderer, letter(card))


def test_card_when_there_is_no_school_then_says_no_school(renderer: Renderer) -> None:
    """A day off has nothing else to prepare for, whatever else was told of it."""
    off = change(ChangeKind.NO_SCHOOL, "teacher day")
    trip = change(ChangeKind.FIELD_TRIP, "zoo")
    card = CardNotice(ReminderId(1), SAM, TODAY, (trip, off), DUE_AT)

    told = said(renderer, letter(card))

    assert ("No school: teacher day" in told, "“Tomorrow there is no school." in told) == (
        True,
        True,
    )


def test_card_when_nothing_differs_then_says_a_usual_day(renderer: Renderer) -> None:
    """Whoever wants a card every school night hears of usual days too."""
    card = CardNotice(ReminderId(1), SAM, TODAY, (), DUE_AT)

    assert said(renderer, letter(card)) == (
        "🌙 A usual school day for Sam: Monday, September 21, 2026."
    )


def test_correction_when_nothing_is_left_then_says_the_usual_day(renderer: Renderer) -> None:
    """A cancelled change is the usual day after all."""
    correction = CorrectionNotice(ReminderId(1), SAM, TODAY, (), DUE_AT)

    assert "has the usual day after all" in said(renderer, letter(correction))


def test_correction_when_something_else_differs_then_says_the_new_state(
    renderer: Renderer,
) -> None:
    """A second change after the card brings the whole new card."""
    correction = CorrectionNotice(
        ReminderId(1), SAM, TODAY, (change(ChangeKind.OTHER, "no PE"),), DUE_AT
    )

    told = said(renderer, letter(correction))

    assert told.startswith("Something changed since the last card.")
    assert "Different: no PE" in told
