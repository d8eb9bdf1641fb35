"""Lists of ids longer than a database takes are asked for in portions."""

from scheduler.domain.plans import PlanDateId
from scheduler.store.engine import Sessions
from scheduler.store.plan_dates import list_plan_dates
from scheduler.store.statements import MAX_IDS, in_portions


def test_portions_when_there_are_many_ids_then_each_fits_and_none_is_lost() -> None:
    """The portions hold every id once, in order."""
    portions = list(in_portions(range(2 * MAX_IDS + 1)))

    assert [len(each) for each in portions] == [MAX_IDS, MAX_IDS, 1]
    assert [each for portion in portions for each in portion] == list(range(2 * MAX_IDS + 1))


async def test_dates_when_more_are_asked_for_than_a_statement_takes_then_no_fault(
    sessions: Sessions,
) -> None:
    """A backlog of any size can be looked at: both databases limit one statement."""
    async with sessions.read() as tx:
        found = await list_plan_dates(tx, [PlanDateId(each) for each in range(70_000)])

    assert found == ()
