"""School days that will not be the usual ones: which days, and when the card about them goes.

The reading of a parent's sentence about such a day is in ``reading_changes.py``.
"""

from datetime import UTC, date, datetime
from typing import Final

from scheduler.domain.instants import (
    aware,
    day_begins_at,
    days_later,
    local_day,
    local_instant,
    zone_of,
)
from scheduler.domain.plans import Preferences
from scheduler.domain.reminders import after_quiet, out_of_quiet

_SATURDAY: Final = 5


def card_instant(day: date, *, chat: Preferences, now: datetime) -> datetime | None:
    """Return when the tomorrow card for ``day`` goes to ``chat``.

    The evening before, at the family's evening hour; an hour that is quiet gives way to the
    last minute before quiet begins. Once that has passed: at once, or at the end of the
    quiet hours if the day has not begun by then.

    Args:
        day: the local school day that differs.
        chat: whose evening hour, quiet hours and zone count.
        now: the present, aware.

    Returns:
        An aware UTC instant, never before ``now``; None when no card is of use any more:
        the day has begun (local midnight), or will have by the end of the quiet hours.

    Raises:
        Refusal: the chat has no zone.
        ValueError: ``now`` is naive.
    """
    now = aware(now).astimezone(UTC)
    zone = zone_of(chat)
    begins_at = day_begins_at(day, zone)
    evening_at = local_instant(days_later(day, -1), chat.evening_at, zone)
    card_at = out_of_quiet(evening_at, zone=zone, quiet=chat.quiet, before=begins_at)
    if card_at is not None and card_at > now:
        return card_at
    return correction_instant(day, chat=chat, now=now)


def correction_instant(day: date, *, chat: Preferences, now: datetime) -> datetime | None:
    """Return when to tell ``chat`` what is new about ``day``: now, or when quiet hours end.

    None when the day will have begun by then, in the chat's zone.

    Raises:
        Refusal: the chat has no zone.
        ValueError: ``now`` is naive.
    """
    zone = zone_of(chat)
    at_once = after_quiet(aware(now).astimezone(UTC), zone=zone, quiet=chat.quiet)
    return at_once if at_once < day_begins_at(day, zone) else None


def next_night(*, chat: Preferences, now: datetime) -> tuple[date, datetime] | None:
    """Return the next school day whose card is still ahead, and the instant of that card.

    None where quiet hours leave no minute for one in the next four days.

    Raises:
        Refusal: the chat has no zone.
        ValueError: ``now`` is naive.
    """
    today = local_day(now, zone_of(chat))
    # On a Thursday evening the next one is Sunday's, for Monday.
    days = (days_later(today, ahead) for ahead in range(1, 5))
    nights = ((day, card_instant(day, chat=chat, now=now)) for day in days if is_school_day(day))
    return next(((day, at) for day, at in nights if at is not None and at > now), None)


def is_school_day(day: date) -> bool:
    """Tell whether ``day`` is a weekday; days off are known only as school changes."""
    return day.weekday() < _SATURDAY


def school_days_of(first_on: date, last_on: date) -> tuple[date, ...]:
    """Return the days of a span that get a card each, in order; both ends are inclusive.

    Weekends inside the span are passed over (Thursday to Tuesday is four days). A span of
    nothing but a weekend was meant as it was said, a Saturday test for instance.
    """
    span = tuple(days_later(first_on, n) for n in range((last_on - first_on).days + 1))
    return tuple(day for day in span if is_school_day(day)) or span


def school_day_number(day: date, *, first_on: date, last_on: date) -> tuple[int, int]:
    """Return which card of how many ``day`` gets, counting from 1: "day 2 of 3".

    Raises:
        ValueError: ``day`` gets no card in this span.
    """
    days = school_days_of(first_on, last_on)
    return days.index(day) + 1, len(days)
