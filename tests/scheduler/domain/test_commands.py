"""What a finished conversation asks for, and the shape of the clock it is timed by."""

from datetime import UTC, date, datetime

from scheduler.domain.clock import Clock
from scheduler.domain.commands import AddPlanDate, ChangeSettings, EditPlanDate, SnoozePlanDate
from scheduler.domain.plans import DateKind, PlanDateId, PlanKind


class StoppedClock:
    """A clock that always shows one instant."""

    def now(self) -> datetime:
        """Return that instant."""
        return datetime(2026, 10, 3, tzinfo=UTC)


def test_commands_when_little_is_said_then_the_rest_is_left_as_it_is() -> None:
    """What a command does not name stays None."""
    added = AddPlanDate("Bea", PlanKind.IEP, DateKind.MEETING, date(2026, 10, 3))
    edited = EditPlanDate(PlanDateId(1))

    assert (added.at, added.title) == (None, None)
    assert (edited.due_on, edited.at, edited.title, edited.clear_at) == (None, None, None, False)
    assert SnoozePlanDate(PlanDateId(1)).until_on is None
    assert ChangeSettings() == ChangeSettings(zone=None, language=None)


def test_clock_when_anything_tells_the_present_then_it_will_do() -> None:
    """A clock is whatever answers ``now`` with an aware instant."""
    clock: Clock = StoppedClock()

    assert clock.now().tzinfo is UTC
