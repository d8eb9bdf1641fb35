"""Instants go in aware and come out aware."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from scheduler.store.types import UtcDateTime

_EASTERN = timezone(timedelta(hours=-5))


def test_bind_when_naive_then_refused() -> None:
    """A naive datetime is no instant."""
    with pytest.raises(ValueError, match="naive"):
        UtcDateTime().process_bind_param(datetime(2026, 1, 1), sqlite.dialect())  # noqa: DTZ001 - the point


def test_round_trip_when_other_zone_then_same_instant_in_utc() -> None:
    """What comes out is the instant that went in, in UTC, on both databases."""
    given = datetime(2026, 1, 1, 9, tzinfo=_EASTERN)
    for dialect in (sqlite.dialect(), postgresql.dialect()):
        stored = UtcDateTime().process_bind_param(given, dialect)
        assert UtcDateTime().process_result_value(stored, dialect) == given.astimezone(UTC)
