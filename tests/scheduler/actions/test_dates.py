"""What a parent does with plan dates, on both databases."""

from datetime import date, time

import pytest

from scheduler import actions
from scheduler.domain.commands import AddPlanDate, EditPlanDate, MarkDone, SnoozePlanDate
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import ChatId, DateKind, PlanDate, PlanKind
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat

REVIEW = AddPlanDate("Sam", PlanKind.IEP, DateKind.ANNUAL_REVIEW, date(2027, 3, 15))


async def _added(sessions: Sessions, chat_id: ChatId) -> PlanDate:
    added = await actions.add_plan_date(sessions, REVIEW, chat_id=chat_id, draft_id=None, now=NOW)
    assert isinstance(added, actions.Added)
    return added.plan_date


async def test_add_when_far_ahead_then_every_stage_is_planned(sessions: Sessions) -> None:
    """An annual review is told of 60, 30, 14, 7 and 1 days before."""
    chat_id = await make_chat(sessions, 1)
    added = await actions.add_plan_date(sessions, REVIEW, chat_id=chat_id, draft_id=None, now=NOW)

    assert isinstance(added, actions.Added)
    assert [each.stage for each in added.upcoming] == [
        "60-days",
        "30-days",
        "14-days",
        "7-days",
        "1-day",
    ]


async def test_add_when_draft_is_gone_then_nothing_changes(sessions: Sessions) -> None:
    """The second of two taps on Yes finds its draft closed and keeps nothing."""
    chat_id = await make_chat(sessions, 1)
    draft = await actions.keep_draft(
        sessions, chat_id=chat_id, draft_id=None, flow="f", version=1, step="s", data={}, now=NOW
    )
    for _ in range(2):
        last = await actions.add_plan_date(
            sessions, REVIEW, chat_id=chat_id, draft_id=draft.id, now=NOW
        )

    assert last == actions.AlreadyDone()
    assert len(await actions.list_plan_dates(sessions, chat_id=chat_id)) == 1


async def test_add_when_past_then_refused(sessions: Sessions) -> None:
    """A past date is never kept."""
    chat_id = await make_chat(sessions, 1)
    past = AddPlanDate("Sam", PlanKind.IEP, DateKind.OWN, date(2026, 9, 1))
    with pytest.raises(Refusal) as refusal:
        await actions.add_plan_date(sessions, past, chat_id=chat_id, draft_id=None, now=NOW)

    assert refusal.value.code is RefusalCode.DATE_PAST


async def test_actions_when_another_familys_id_then_gone(sessions: Sessions) -> None:
    """Nobody can see or change another family's date by its id."""
    plan_date = await _added(sessions, await make_chat(sessions, 1))
    stranger = await make_chat(sessions, 2)

    assert await actions.find_plan_date(sessions, plan_date.id, chat_id=stranger) is None
    assert (
        await actions.edit_plan_date(
            sessions, EditPlanDate(plan_date.id, at=time(9)), chat_id=stranger, now=NOW
        )
        == actions.Gone()
    )
    assert (
        await actions.mark_done(sessions, MarkDone(plan_date.id), chat_id=stranger, now=NOW)
        == actions.Gone()
    )
    assert (
        await actions.snooze_plan_date(
            sessions, SnoozePlanDate(plan_date.id), chat_id=stranger, now=NOW
        )
        == actions.Gone()
    )
    assert (
        await actions.delete_plan_date(sessions, plan_date.id, chat_id=stranger, now=NOW)
        == actions.Gone()
    )


async def test_done_when_annual_review_then_the_next_is_a_year_after_it_was_held(
    sessions: Sessions,
) -> None:
    """The next annual review counts from the day the last was held."""
    chat_id = await make_chat(sessions, 1)
    plan_date = await _added(sessions, chat_id)
    done = await actions.mark_done(
        sessions, MarkDone(plan_date.id, date(2027, 3, 1)), chat_id=chat_id, now=NOW
    )

    assert isinstance(done, actions.MarkedDone)
    assert done.next == (DateKind.ANNUAL_REVIEW, date(2028, 3, 1))


async def test_delete_when_undone_then_the_date_is_back(sessions: Sessions) -> None:
    """Undo brings a deleted date back with what it has ahead."""
    chat_id = await make_chat(sessions, 1)
    plan_date = await _added(sessions, chat_id)
    await actions.delete_plan_date(sessions, plan_date.id, chat_id=chat_id, now=NOW)
    gone = await actions.list_plan_dates(sessions, chat_id=chat_id)
    await actions.restore_plan_date(sessions, plan_date.id, chat_id=chat_id, now=NOW)
    status = await actions.status_of(sessions, chat_id=chat_id, now=NOW)

    assert gone == ()
    assert len(status.upcoming) == 3
