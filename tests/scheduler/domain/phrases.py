"""The base day of the reading tests, and what a written row of their tables stands for."""

from datetime import date, datetime

from scheduler.domain.plans import Moment

# A Tuesday late in a year: most yearless dates are behind it.
TODAY = date(2026, 11, 24)

# Saturdays, Sundays and Wednesdays around both clock changes, the end of a year and a leap day.
OTHER_DAYS = (
    date(2026, 3, 7),
    date(2026, 3, 8),
    date(2026, 10, 31),
    date(2026, 11, 1),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2028, 2, 28),
    date(2028, 2, 29),
)


def moments(row: str) -> tuple[Moment, ...]:
    """Return the moments of a row: "2026-12-05 14:30, 2026-12-06", or none of an empty one."""
    return tuple(_moment(part) for part in row.split(", ")) if row else ()


def _moment(part: str) -> Moment:
    read = datetime.fromisoformat(part)
    return Moment(read.date(), read.time() if " " in part else None)
