"""Conversations about something that goes while they are under way."""

import pytest

from scheduler.actions import delete_plan_date, list_children, list_plan_dates, remove_child
from tests.handlers.flows.walks import WALKS, Walk, draft_of, go
from tests.handlers.parent import Parent

ABOUT_A_DATE = [walk for walk in WALKS if walk.flow in {"edit-date", "pick-snooze", "held-on"}]


@pytest.mark.parametrize("walk", ABOUT_A_DATE, ids=str)
async def test_date_when_deleted_in_between_then_the_conversation_ends(
    parent: Parent, walk: Walk
) -> None:
    """The answer finds no date, says so once, and the next words are words again."""
    await go(parent, walk, len(walk.way))
    (kept,) = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    await delete_plan_date(parent.sessions, kept.id, chat_id=parent.chat_id, now=parent.now)

    said = await parent.does(walk.end)

    assert said.startswith("I do not have that date any more.")
    assert await draft_of(parent) is None


async def test_child_when_removed_in_between_then_the_conversation_ends(parent: Parent) -> None:
    """The same for a child that is to be renamed."""
    (walk,) = (walk for walk in WALKS if walk.flow == "rename-child")
    await go(parent, walk, 1)
    (child,) = await list_children(parent.sessions, chat_id=parent.chat_id)
    await remove_child(parent.sessions, child.id, chat_id=parent.chat_id)

    assert await parent.says("Sammy") == "I do not know that child any more."
    assert await draft_of(parent) is None
