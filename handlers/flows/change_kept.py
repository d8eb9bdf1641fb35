"""The word after a changed school day was kept: when its card comes, or the card itself."""

from datetime import date, datetime, timedelta

from handlers.cards import card_lines
from handlers.menu import BACK_TO_MENU, run_button
from handlers.plan_screens import form_of
from handlers.turn import GAP, Line, Reply, Turn, phrase
from scheduler import actions
from scheduler.domain.calendar import day_begins_at, zone_of
from scheduler.domain.plans import CardsWanted, SchoolChange
from scheduler.domain.school_days import school_days_of

# A card that is due within this is on its way while the answer is read.
_RIGHT_AWAY = timedelta(minutes=2)


def change_kept_reply(turn: Turn, kept: actions.ChangeKept) -> Reply:
    """That it is kept, and when the family hears of it."""
    head = phrase("change-kept", nickname=kept.change.child.nickname)
    rows = ((run_button("button-all-changes", "tomorrow"), BACK_TO_MENU),)
    return Reply((head, *_card_words(turn, kept)), rows, form_of(turn))


def _card_words(turn: Turn, kept: actions.ChangeKept) -> tuple[Line, ...]:
    if turn.chat.cards is CardsWanted.OFF:
        return (phrase("change-cards-off"),)
    first = _first_day_ahead(kept.change, turn)
    if first is None or (kept.card_at is None and first <= turn.today):
        return (phrase("change-no-card"),)
    if kept.card_at is None or not _in_time(kept.card_at, first, turn):
        return (*_here(kept.change, first), *_and_later(kept.card_at))
    if kept.at_once and kept.card_at - turn.now <= _RIGHT_AWAY:
        return (phrase("change-card-now"),)
    several = len(school_days_of(kept.change.first_on, kept.change.last_on)) > 1
    return (phrase("change-first-card-at" if several else "change-card-at", at=kept.card_at),)


def _first_day_ahead(change: SchoolChange, turn: Turn) -> date | None:
    """The first day of the change that has not begun, or begins tomorrow at the latest."""
    days = school_days_of(change.first_on, change.last_on)
    return next((day for day in days if day > turn.today), None)


def _in_time(card_at: datetime, day: date, turn: Turn) -> bool:
    """Tell whether the first card comes before the first day begins."""
    return card_at < day_begins_at(day, zone_of(turn.chat))


def _here(change: SchoolChange, day: date) -> tuple[Line, ...]:
    """Quiet hours would hold the card until it is of no use, so it is shown at once."""
    card = card_lines(change.child.nickname, day, (change,))
    return (phrase("change-card-here"), GAP, *card)


def _and_later(card_at: datetime | None) -> tuple[Line, ...]:
    return (GAP, phrase("change-card-next", at=card_at)) if card_at else ()
