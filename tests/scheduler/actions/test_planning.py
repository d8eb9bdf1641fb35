"""Planning again: what was told stays told, what waits is not lost, what was put off stays so."""

from datetime import date, time, timedelta

from scheduler import actions
from scheduler.delivery.tick import tick
from scheduler.domain.commands import ChangeSettings, EditPlanDate, SnoozePlanDate
from scheduler.domain.delivery import Blocked, Busy
from scheduler.domain.plans import ChatId, DateKind, QuietHours
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import (
    Stage,
    add,
    local,
    look,
    reminder_rows,
    scheduled_at,
)

DUE_ON = date(2026, 10, 8)


async def _set(sessions: Sessions, chat_id: ChatId, command: ChangeSettings, at: str) -> None:
    await actions.change_settings(sessions, command, chat_id=chat_id, draft_id=None, now=local(at))


async def test_settings_when_a_reminder_is_overdue_then_it_is_still_told(
    sessions: Sessions,
) -> None:
    """A parent who changes an hour right after an outage loses nothing that was due in it."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    await add(sessions, chat_id, DUE_ON)
    await _set(sessions, chat_id, ChangeSettings(reminder_at=time(8)), "2026-10-01 12:00")
    await look(sessions, stage, local("2026-10-01 12:01"))

    assert stage.stages() == ["7-days"]


async def test_edit_when_a_letter_waits_then_the_stage_moves_with_the_date(
    sessions: Sessions,
) -> None:
    """What could not be sent yet is told at the new day, not about the old one."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Busy(timedelta(minutes=5))])
    kept = await add(sessions, chat_id, DUE_ON)
    await look(sessions, stage, local("2026-10-01 09:00"))
    later = EditPlanDate(kept.id, due_on=date(2026, 11, 5))
    await actions.edit_plan_date(sessions, later, chat_id=chat_id, now=local("2026-10-01 09:01"))
    await look(sessions, stage, local("2026-10-01 09:10"))
    early = stage.stages()
    await look(sessions, stage, local("2026-10-29 09:00"))

    assert (early, stage.stages()) == ([], ["7-days"])


async def test_edit_when_a_letter_waits_and_its_stage_is_over_then_it_is_still_told(
    sessions: Sessions,
) -> None:
    """A date that comes nearer while Telegram is out of reach is told of all the same."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Busy(timedelta(minutes=5))])
    kept = await add(sessions, chat_id, DUE_ON)
    await look(sessions, stage, local("2026-10-01 09:00"))
    nearer = EditPlanDate(kept.id, due_on=date(2026, 10, 1))
    await actions.edit_plan_date(sessions, nearer, chat_id=chat_id, now=local("2026-10-01 09:01"))
    await look(sessions, stage, local("2026-10-01 09:10"))

    assert stage.stages() == ["7-days"]


async def test_edit_when_a_stage_was_told_then_it_is_not_told_again(sessions: Sessions) -> None:
    """A sent stage stays sent when the date moves by less than its lead."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    kept = await add(sessions, chat_id, DUE_ON)
    await look(sessions, stage, local("2026-10-01 09:00"))
    later = EditPlanDate(kept.id, due_on=date(2026, 10, 13))
    edited = await actions.edit_plan_date(
        sessions, later, chat_id=chat_id, now=local("2026-10-01 10:00")
    )

    assert isinstance(edited, actions.Edited)
    assert [each.stage for each in edited.upcoming] == ["1-day", "same-day"]


async def test_edit_when_a_stage_failed_then_it_comes_at_the_new_day(sessions: Sessions) -> None:
    """What a blocked chat could not be told is told when the date moves and the chat is back."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Blocked("forbidden")])
    kept = await add(sessions, chat_id, DUE_ON)
    await look(sessions, stage, local("2026-10-01 09:00"))
    back = actions.Arrival(77, chat_id)
    now = local("2026-10-02 10:00")
    await actions.receive(sessions, [back], instance="x", takeover_after=timedelta(0), now=now)
    later = EditPlanDate(kept.id, due_on=date(2026, 11, 5))
    await actions.edit_plan_date(sessions, later, chat_id=chat_id, now=now)
    await look(sessions, stage, local("2026-10-29 09:00"))

    assert stage.stages() == ["7-days"]


async def test_edit_when_only_the_title_changes_then_what_was_snoozed_stays(
    sqlite_sessions: Sessions,
) -> None:
    """Another name moves no message."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    snooze = SnoozePlanDate(kept.id, date(2026, 10, 7))
    await actions.snooze_plan_date(sqlite_sessions, snooze, chat_id=chat_id, now=NOW)
    before = await scheduled_at(sqlite_sessions, chat_id)
    named = EditPlanDate(kept.id, title="Speech goal")
    await actions.edit_plan_date(sqlite_sessions, named, chat_id=chat_id, now=NOW)

    assert await scheduled_at(sqlite_sessions, chat_id) == before


async def test_settings_when_a_date_is_snoozed_then_its_stages_stay_put_off(
    sqlite_sessions: Sessions,
) -> None:
    """An evening hour has no say in what the parent put off."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    snooze = SnoozePlanDate(kept.id, date(2026, 10, 7))
    await actions.snooze_plan_date(sqlite_sessions, snooze, chat_id=chat_id, now=NOW)
    await _set(sqlite_sessions, chat_id, ChangeSettings(evening_at=time(18)), "2026-09-11 10:00")

    assert [stage for stage, _ in await scheduled_at(sqlite_sessions, chat_id)] == [
        "snoozed",
        "same-day",
    ]


async def test_zone_when_it_changes_then_a_snoozed_date_keeps_its_local_hour(
    sqlite_sessions: Sessions,
) -> None:
    """Nine in the morning stays nine in the morning after a move, also for what was put off."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    snooze = SnoozePlanDate(kept.id, date(2026, 9, 20))
    await actions.snooze_plan_date(sqlite_sessions, snooze, chat_id=chat_id, now=NOW)
    await _set(
        sqlite_sessions, chat_id, ChangeSettings(zone="America/Los_Angeles"), "2026-09-11 10:00"
    )

    first = (await scheduled_at(sqlite_sessions, chat_id))[0]
    assert first == ("snoozed", local("2026-09-20 09:00", "America/Los_Angeles"))


async def test_quiet_when_it_grows_over_a_snooze_then_the_snooze_waits_for_its_end(
    sqlite_sessions: Sessions,
) -> None:
    """Quiet hours hold for what was put off before they were chosen."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    snooze = SnoozePlanDate(kept.id, date(2026, 9, 20))
    await actions.snooze_plan_date(sqlite_sessions, snooze, chat_id=chat_id, now=NOW)
    quiet = ChangeSettings(quiet=QuietHours(time(21), time(10)))
    await _set(sqlite_sessions, chat_id, quiet, "2026-09-11 12:00")

    first = (await scheduled_at(sqlite_sessions, chat_id))[0]
    assert first == ("snoozed", local("2026-09-20 10:00"))


async def test_zone_when_it_changes_then_every_unsent_reminder_keeps_its_local_hour(
    sqlite_sessions: Sessions,
) -> None:
    """A family that moves is told at its own nine o'clock."""
    chat_id = await make_chat(sqlite_sessions, 1)
    await add(sqlite_sessions, chat_id, DUE_ON)
    await _set(
        sqlite_sessions, chat_id, ChangeSettings(zone="Pacific/Honolulu"), "2026-09-11 10:00"
    )

    hours = [
        (stage, local(f"2026-10-{day} 09:00", "Pacific/Honolulu"))
        for stage, day in (("7-days", "01"), ("1-day", "07"), ("same-day", "08"))
    ]
    assert await scheduled_at(sqlite_sessions, chat_id) == hours


async def test_replan_when_nothing_moves_then_no_stage_is_doubled(
    sqlite_sessions: Sessions,
) -> None:
    """However often an hour is changed, each stage stands once."""
    chat_id = await make_chat(sqlite_sessions, 1)
    await add(sqlite_sessions, chat_id, DUE_ON, DateKind.MEETING, at=time(14))
    for hour in (8, 9, 8):
        await _set(
            sqlite_sessions, chat_id, ChangeSettings(reminder_at=time(hour)), "2026-09-11 10:00"
        )

    live = [row for row in await reminder_rows(sqlite_sessions) if row[1] == "scheduled"]
    assert [stage for stage, _, _ in live] == ["7-days", "1-day", "2-hours"]


async def test_tick_when_an_edit_follows_then_what_is_queued_is_superseded_once(
    sqlite_sessions: Sessions,
) -> None:
    """A queued stage that comes again gives way to its successor, with the reason in the row."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, DUE_ON)
    await tick(sqlite_sessions, now=local("2026-10-01 09:00"))
    later = EditPlanDate(kept.id, due_on=date(2026, 11, 5))
    await actions.edit_plan_date(
        sqlite_sessions, later, chat_id=chat_id, now=local("2026-10-01 09:00")
    )

    of_stage = [row for row in await reminder_rows(sqlite_sessions) if row[0] == "7-days"]
    assert of_stage == [("7-days", "superseded", "edited"), ("7-days", "scheduled", None)]
