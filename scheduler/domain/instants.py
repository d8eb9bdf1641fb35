"""Local days and hours, and the instants they stand for.

The one place where a wall-clock time becomes an instant. It knows no language.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import Preferences


def local_instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the aware UTC instant at which clocks in ``zone`` show ``at`` on ``on``.

    A time inside the spring gap does not exist and moves one hour later, as a phone alarm
    would; in the autumn fold the first pass counts.
    """
    return datetime.combine(on, at.replace(tzinfo=None, fold=0), tzinfo=zone).astimezone(UTC)


def local_day(now: datetime, zone: ZoneInfo) -> date:
    """Return the calendar day that ``now`` falls on in ``zone``.

    Raises:
        ValueError: ``now`` is naive.
    """
    return aware(now).astimezone(zone).date()


def day_begins_at(day: date, zone: ZoneInfo) -> datetime:
    """Return the aware UTC instant of the midnight with which ``day`` begins in ``zone``."""
    return local_instant(day, time(0), zone)


def aware(now: datetime) -> datetime:
    """Return ``now`` unchanged.

    Raises:
        ValueError: ``now`` is naive: it would be hours wrong without anybody noticing.
    """
    if now.tzinfo is None:
        raise ValueError("an instant must carry its zone")
    return now


def zone_of(chat: Preferences) -> ZoneInfo:
    """Return the zone of ``chat``.

    Raises:
        Refusal: ``ZONE_MISSING``, the parent was not asked for it yet.
    """
    if chat.zone is None:
        raise Refusal(RefusalCode.ZONE_MISSING)
    return ZoneInfo(chat.zone)


def years_later(day: date, years: int) -> date:
    """Return the same day ``years`` on; 29 February answers 28 February, never a day late."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def days_later(day: date, days: int) -> date:
    """Return the day ``days`` calendar days after ``day`` (before it when negative)."""
    return day + timedelta(days=days)
