"""Done, delete, snooze and their undoing, around what was told and what was not."""

from datetime import date, time, timedelta

import pytest

from scheduler import actions
from scheduler.domain.commands import MarkDone, SnoozePlanDate
from scheduler.domain.delivery import Busy
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import ChatId, DateKind, DateState, PlanDateId
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, local, look, reminder_rows, scheduled_at

DUE_ON = date(2026, 10, 8)


async def _snooze(
    sessions: Sessions, chat_id: ChatId, its_id: PlanDateId, until_on: date | None
) -> actions.Snoozed | actions.AlreadyDone | actions.Gone:
    command = SnoozePlanDate(its_id, until_on)
    return await actions.snooze_plan_date(sessions, command, chat_id=chat_id, now=NOW)


async def test_done_when_stages_remain_then_none_is_told(sessions: Sessions) -> None:
    """Done stops what remains of the date."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    kept = await add(sessions, chat_id, DUE_ON)
    await look(sessions, stage, local("2026-10-01 09:00"))
    await actions.mark_done(
        sessions, MarkDone(kept.id), chat_id=chat_id, now=local("2026-10-01 10:00")
    )
    await look(sessions, stage, local("2026-10-08 09:00"))

    assert stage.stages() == ["7-days"]


async def test_done_when_tapped_twice_then_the_second_says_so(sqlite_sessions: Sessions) -> None:
    """A double tap acts once."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    done = MarkDone(kept.id)
    await actions.mark_done(sqlite_sessions, done, chat_id=chat_id, now=NOW)

    again = await actions.mark_done(sqlite_sessions, done, chat_id=chat_id, now=NOW)
    assert again == actions.AlreadyDone()


async def test_done_when_no_day_is_named_then_it_was_held_today_or_on_its_day(
    sqlite_sessions: Sessions,
) -> None:
    """A date marked done before its day counts as held today."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    done = await actions.mark_done(sqlite_sessions, MarkDone(kept.id), chat_id=chat_id, now=NOW)

    assert isinstance(done, actions.MarkedDone)
    assert done.plan_date.completed_on == date(2026, 9, 10)


async def test_reopen_when_some_stages_were_told_then_only_the_rest_comes(
    sessions: Sessions,
) -> None:
    """Undoing Done tells what is still ahead, and nothing twice."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    kept = await add(sessions, chat_id, DUE_ON)
    await look(sessions, stage, local("2026-10-01 09:00"))
    now = local("2026-10-01 10:00")
    await actions.mark_done(sessions, MarkDone(kept.id), chat_id=chat_id, now=now)
    await actions.reopen_plan_date(sessions, kept.id, chat_id=chat_id, now=now)

    assert [stage for stage, _ in await scheduled_at(sessions, chat_id)] == ["1-day", "same-day"]


async def test_reopen_when_the_date_is_open_then_what_is_snoozed_stays(
    sqlite_sessions: Sessions,
) -> None:
    """An old Undo button changes nothing on a date that is open."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    await _snooze(sqlite_sessions, chat_id, kept.id, date(2026, 9, 20))
    before = await scheduled_at(sqlite_sessions, chat_id)
    await actions.reopen_plan_date(sqlite_sessions, kept.id, chat_id=chat_id, now=NOW)

    assert await scheduled_at(sqlite_sessions, chat_id) == before


async def test_restore_when_the_date_was_done_then_it_is_done_again(
    sqlite_sessions: Sessions,
) -> None:
    """Undoing the deletion of a date that was over does not bring its reminders back."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    await actions.mark_done(sqlite_sessions, MarkDone(kept.id), chat_id=chat_id, now=NOW)
    await actions.delete_plan_date(sqlite_sessions, kept.id, chat_id=chat_id, now=NOW)
    back = await actions.restore_plan_date(sqlite_sessions, kept.id, chat_id=chat_id, now=NOW)

    assert isinstance(back, actions.Restored)
    assert back.plan_date.state is DateState.DONE
    assert await scheduled_at(sqlite_sessions, chat_id) == []


async def test_restore_when_the_date_was_marked_done_meanwhile_then_it_stays_done(
    sqlite_sessions: Sessions,
) -> None:
    """An old Undo button does not open what was closed after it."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    await actions.delete_plan_date(sqlite_sessions, kept.id, chat_id=chat_id, now=NOW)
    await actions.restore_plan_date(sqlite_sessions, kept.id, chat_id=chat_id, now=NOW)
    await actions.mark_done(sqlite_sessions, MarkDone(kept.id), chat_id=chat_id, now=NOW)
    await actions.restore_plan_date(sqlite_sessions, kept.id, chat_id=chat_id, now=NOW)

    found = await actions.find_plan_date(sqlite_sessions, kept.id, chat_id=chat_id)
    assert found is not None
    assert found.state is DateState.DONE


async def test_delete_when_a_letter_waits_then_it_is_not_sent(sessions: Sessions) -> None:
    """Nothing is told about a deleted date, even if it was queued before."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Busy(timedelta(minutes=5))])
    kept = await add(sessions, chat_id, DUE_ON)
    await look(sessions, stage, local("2026-10-01 09:00"))
    await actions.delete_plan_date(
        sessions, kept.id, chat_id=chat_id, now=local("2026-10-01 09:01")
    )
    await look(sessions, stage, local("2026-10-01 09:10"))

    assert stage.told == []
    assert ("7-days", "cancelled", "no-longer-true") in await reminder_rows(sessions)


async def test_snooze_when_stages_lie_before_it_then_they_fold_into_it(
    sqlite_sessions: Sessions,
) -> None:
    """The date is heard of at the snooze and at what comes after it."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    await _snooze(sqlite_sessions, chat_id, kept.id, date(2026, 10, 7))

    assert await scheduled_at(sqlite_sessions, chat_id) == [
        ("snoozed", local("2026-10-07 09:00")),
        ("same-day", local("2026-10-08 09:00")),
    ]


async def test_snooze_when_again_and_sooner_then_the_later_one_is_gone(
    sqlite_sessions: Sessions,
) -> None:
    """The last snooze counts: a date is put off to one instant."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    await _snooze(sqlite_sessions, chat_id, kept.id, date(2026, 9, 25))
    await _snooze(sqlite_sessions, chat_id, kept.id, date(2026, 9, 20))

    snoozed = [each for each in await scheduled_at(sqlite_sessions, chat_id) if "snooz" in each[0]]
    assert snoozed == [("snoozed", local("2026-09-20 09:00"))]


async def test_snooze_when_to_the_same_instant_twice_then_it_comes_once(
    sessions: Sessions,
) -> None:
    """A double tap on the same choice makes one message."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    kept = await add(sessions, chat_id, DUE_ON)
    for _ in range(2):
        await _snooze(sessions, chat_id, kept.id, date(2026, 9, 20))
    await look(sessions, stage, local("2026-09-20 09:00"))

    assert stage.stages() == ["snoozed"]


async def test_snooze_when_past_the_date_then_it_is_told_on_the_last_evening(
    sqlite_sessions: Sessions,
) -> None:
    """A date cannot be put off beyond itself."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage()
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    await _snooze(sqlite_sessions, chat_id, kept.id, date(2026, 10, 10))
    told = []
    for day in (1, 7, 8, 9, 10, 11):
        await look(sqlite_sessions, stage, local(f"2026-10-{day:02} 21:29"))
        told.append(len(stage.stages()))

    assert (stage.stages(), told) == (["snoozed"], [0, 0, 1, 1, 1, 1])


async def test_snooze_when_a_newer_stage_waits_unsent_then_it_is_put_off_too(
    sqlite_sessions: Sessions,
) -> None:
    """What could not be sent yet does not come right after the parent asked for quiet."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage(answers=[Busy(timedelta(hours=1))])
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    await look(sqlite_sessions, stage, local("2026-10-01 09:00"))
    command = SnoozePlanDate(kept.id, date(2026, 10, 5))
    await actions.snooze_plan_date(
        sqlite_sessions, command, chat_id=chat_id, now=local("2026-10-01 09:05")
    )
    await look(sqlite_sessions, stage, local("2026-10-01 11:00"))

    assert stage.stages() == []


@pytest.mark.parametrize("end", ["done", "deleted"])
async def test_snooze_when_the_date_has_ended_then_nothing_is_planned(
    sqlite_sessions: Sessions, end: str
) -> None:
    """A date that is over cannot be put off."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    if end == "done":
        await actions.mark_done(sqlite_sessions, MarkDone(kept.id), chat_id=chat_id, now=NOW)
    else:
        await actions.delete_plan_date(sqlite_sessions, kept.id, chat_id=chat_id, now=NOW)
    answer = await _snooze(sqlite_sessions, chat_id, kept.id, date(2026, 9, 20))

    assert answer == (actions.AlreadyDone() if end == "done" else actions.Gone())
    assert await scheduled_at(sqlite_sessions, chat_id) == []


async def test_add_when_the_chat_has_no_zone_then_it_is_asked_for_first(
    sqlite_sessions: Sessions,
) -> None:
    """Without a zone there is no today; the flow asks for it."""
    chat_id = await make_chat(sqlite_sessions, 1, zone=None)
    with pytest.raises(Refusal) as refusal:
        await add(sqlite_sessions, chat_id, DUE_ON)

    assert refusal.value.code is RefusalCode.ZONE_MISSING


async def test_add_when_today_and_its_stages_have_passed_then_nothing_is_planned(
    sqlite_sessions: Sessions,
) -> None:
    """A date of today that was entered at noon is kept, and tells nothing late."""
    chat_id, stage = await make_chat(sqlite_sessions, 1), Stage()
    await add(sqlite_sessions, chat_id, date(2026, 9, 10), now=local("2026-09-10 12:00"))
    await look(sqlite_sessions, stage, local("2026-09-10 12:01"))

    assert stage.told == []


@pytest.mark.parametrize(
    ("due_on", "at", "stage_at"),
    [
        (date(2028, 2, 29), None, "2028-02-29 09:00"),
        (date(2026, 11, 1), time(14), "2026-11-01 12:00"),
    ],
)
async def test_add_when_the_day_is_odd_then_its_last_stage_is_on_it(
    sqlite_sessions: Sessions, due_on: date, at: time | None, stage_at: str
) -> None:
    """29 February and the day on which clocks go back are days like others."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kind = DateKind.OWN if at is None else DateKind.MEETING
    await add(sqlite_sessions, chat_id, due_on, kind, at=at)

    assert (await scheduled_at(sqlite_sessions, chat_id))[-1][1] == local(stage_at)
