"""Makers of the values that the tests of the domain share."""

from datetime import UTC, date, datetime, time
from typing import Any

from scheduler.domain.plans import (
    ChatId,
    Child,
    ChildId,
    DateKind,
    FamilyId,
    PlanDate,
    PlanDateId,
    PlanKind,
    Preferences,
)

NEW_YORK = "America/New_York"
ZONES = (
    NEW_YORK,
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def chat(**fields: Any) -> Preferences:
    """Return a chat in New York with the usual hours, but for ``fields``."""
    given = {"zone": NEW_YORK, **fields}
    return Preferences(ChatId(1), FamilyId(1), **given)


def plan_date(
    kind: DateKind,
    due_on: date,
    *,
    at: time | None = None,
    zone: str = NEW_YORK,
    plan: PlanKind = PlanKind.IEP,
) -> PlanDate:
    """Return an open date of one child."""
    return PlanDate(PlanDateId(1), Child(ChildId(1), "Bea"), plan, kind, due_on, zone, at)
