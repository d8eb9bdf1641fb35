"""What a family can keep at most; at the limit there is a kind word and a way to make room."""

from collections.abc import Mapping

import pytest
from sqlalchemy import Table, insert, select

from scheduler.actions import list_children, list_plan_dates, list_school_changes
from scheduler.domain.plans import MAX_CHILDREN, MAX_OPEN_CHANGES, MAX_OPEN_DATES
from scheduler.store.tables import CHILD, PLAN_DATE, SCHOOL_CHANGE
from tests.handlers.parent import Parent

MEETING = ("/add", "Sam", "[IEP meeting]", "Oct 5 2026", "[Yes]")
ANOTHER = ("/add", "[IEP meeting]", "Oct 6 2026")


async def fill(parent: Parent, table: Table, count: int) -> None:
    """Copy the only row of ``table`` until there are ``count``."""
    async with parent.sessions.begin() as tx:
        (row,) = (await tx.execute(select(table))).mappings().all()
        await tx.execute(insert(table), [_copy(row, number) for number in range(1, count)])


def _copy(row: Mapping[str, object], number: int) -> dict[str, object]:
    named = {"nickname": f"Kid {number}", "folded": f"kid {number}"} if "folded" in row else {}
    return {key: value for key, value in row.items() if key != "id"} | named


async def test_children_when_as_many_as_can_be_kept_then_says_how_to_make_room(
    parent: Parent,
) -> None:
    """The thirteenth child is refused with the number and the way out, and nothing is kept."""
    await parent.does(*MEETING)
    await fill(parent, CHILD, MAX_CHILDREN)

    said = await parent.does("/add", "Maya", "[IEP meeting]", "Oct 6 2026", "[Yes]")

    assert said.splitlines()[0] == (
        "You have 12 children here, as many as I can keep. To make room, remove one in /family."
    )
    assert len(await list_children(parent.sessions, chat_id=parent.chat_id)) == MAX_CHILDREN


async def test_children_when_full_then_known_ones_still_get_dates(parent: Parent) -> None:
    """The limit is on children, not on what is kept for them."""
    await parent.does(*MEETING)
    await fill(parent, CHILD, MAX_CHILDREN)

    said = await parent.does("/add", "Sam", "[IEP meeting]", "Oct 6 2026", "[Yes]")

    assert said.startswith("Kept.")


@pytest.mark.parametrize("after", ["[🗑 Delete]", "[✔ Done]"])
async def test_dates_when_as_many_as_can_be_kept_then_room_can_be_made(
    parent: Parent, after: str
) -> None:
    """The hundred and first is refused with the number; done and delete make room."""
    await parent.does(*MEETING)
    await fill(parent, PLAN_DATE, MAX_OPEN_DATES)

    refused = await parent.does(*ANOTHER, "[Yes]")
    await parent.does("/dates", "[Sam: Meeting]", after)
    if "Delete" in after:
        await parent.taps("Yes, delete")
    kept = await parent.does(*ANOTHER, "[Yes]")

    assert refused.splitlines()[0] == (
        "You have 100 open dates, as many as I can keep. To make room, mark some done in /dates."
    )
    assert kept.startswith("Kept.")
    found = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    assert len(found) == MAX_OPEN_DATES


async def test_dates_when_full_then_the_list_still_turns_its_pages(parent: Parent) -> None:
    """A hundred dates are ten pages."""
    await parent.does(*MEETING)
    await fill(parent, PLAN_DATE, MAX_OPEN_DATES)

    assert (await parent.says("/dates")).splitlines()[0] == "Your dates (page 1 of 10)"


async def test_changes_when_as_many_as_can_be_kept_then_says_how_to_make_room(
    parent: Parent,
) -> None:
    """One more changed day than can be kept is refused with the way out."""
    await parent.does(*MEETING, "/tomorrow tomorrow no PE", "[Yes]")
    await fill(parent, SCHOOL_CHANGE, MAX_OPEN_CHANGES)

    said = await parent.does("/tomorrow Oct 7 no PE", "[Yes]")

    assert said.splitlines()[0] == (
        "You have 120 changed days ahead, as many as I can keep. "
        "To make room, take some off in /tomorrow."
    )
    found = await list_school_changes(parent.sessions, chat_id=parent.chat_id, now=parent.now)
    assert len(found) == MAX_OPEN_CHANGES
