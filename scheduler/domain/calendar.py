"""The calendar as the other floors see it: instants of local hours, and dates read from words.

The parts live in ``instants.py`` (no language) and in the ``reading_`` modules (words).
"""

from scheduler.domain.instants import (
    aware,
    day_begins_at,
    days_later,
    local_day,
    local_instant,
    years_later,
    zone_of,
)
from scheduler.domain.reading_moments import MAX_YEARS_AHEAD, Doubt, Reading, read_moment
from scheduler.domain.reading_spans import SpanReading, read_span
from scheduler.domain.reading_times import read_time

__all__ = [
    "MAX_YEARS_AHEAD",
    "Doubt",
    "Reading",
    "SpanReading",
    "aware",
    "day_begins_at",
    "days_later",
    "local_day",
    "local_instant",
    "read_moment",
    "read_span",
    "read_time",
    "years_later",
    "zone_of",
]
