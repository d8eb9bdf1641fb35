"""Whatever a family does in whatever order: nothing twice, nothing of what is over, quiet kept."""

import asyncio
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from scheduler import actions
from scheduler.domain.commands import ChangeSettings, EditPlanDate, MarkDone, SnoozePlanDate
from scheduler.domain.delivery import LATE_AFTER, DateNotice
from scheduler.domain.plans import ChatId, DateKind, DateState, PlanDateId
from scheduler.store.engine import Sessions, open_store
from scheduler.store.tables import REMINDER
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, look

ZONES = ("America/New_York", "America/Phoenix", "Pacific/Honolulu")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "edit", "snooze", "done", "reopen", "delete", "restore", "zone", "pass", "pass")
        ),
        st.integers(0, 40),
    ),
    min_size=3,
    max_size=14,
)
CHAT = ChatId(1)


async def _step(sessions: Sessions, stage: Stage, what: str, number: int) -> None:
    now, its_id = stage.at, PlanDateId(1 + number % 2)
    day = now.astimezone(ZoneInfo("Pacific/Honolulu")).date() + timedelta(days=1 + number)
    match what:
        case "add":
            await add(sessions, CHAT, day, DateKind.OWN, now=now)
        case "edit":
            edit = EditPlanDate(its_id, due_on=day)
            await actions.edit_plan_date(sessions, edit, chat_id=CHAT, now=now)
        case "snooze":
            command = SnoozePlanDate(its_id, day if number % 3 else None)
            await actions.snooze_plan_date(sessions, command, chat_id=CHAT, now=now)
        case "done":
            await actions.mark_done(sessions, MarkDone(its_id), chat_id=CHAT, now=now)
        case "reopen":
            await actions.reopen_plan_date(sessions, its_id, chat_id=CHAT, now=now)
        case "delete":
            await actions.delete_plan_date(sessions, its_id, chat_id=CHAT, now=now)
        case "restore":
            await actions.restore_plan_date(sessions, its_id, chat_id=CHAT, now=now)
        case "zone":
            change = ChangeSettings(zone=ZONES[number % 3])
            await actions.change_settings(sessions, change, chat_id=CHAT, draft_id=None, now=now)
        case _:
            await look(sessions, stage, now + timedelta(hours=7 * number))


async def _check(sessions: Sessions, stage: Stage, told_before: int) -> None:
    async with sessions.read() as tx:
        twins = await tx.execute(
            select(REMINDER.c.plan_date_id, REMINDER.c.stage)
            .where(REMINDER.c.state.in_(["scheduled", "queued"]))
            .group_by(REMINDER.c.chat_id, REMINDER.c.plan_date_id, REMINDER.c.stage)
            .having(func.count() > 1)
        )
        assert twins.all() == []
    for letter in stage.told[told_before:]:
        at = stage.at.astimezone(ZoneInfo(letter.chat.zone or "UTC"))
        in_time = any(stage.at - notice.due_at <= LATE_AFTER for notice in letter.notices)
        assert in_time or not letter.chat.quiet.cover(at.time())
        for notice in letter.notices:
            assert isinstance(notice, DateNotice)
            assert notice.plan_date.state is DateState.OPEN
    ids = [notice.reminder_id for letter in stage.told for notice in letter.notices]
    assert len(ids) == len(set(ids))


async def _live(url: str, steps: list[tuple[str, int]]) -> None:
    sessions = await open_store(url)
    try:
        await make_chat(sessions, CHAT)
        stage = Stage(at=NOW)
        await add(sessions, CHAT, date(2026, 9, 20))
        for what, number in steps:
            told = len(stage.told)
            await _step(sessions, stage, what, number)
            await _check(sessions, stage, told)
    finally:
        await sessions.close()


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_life_when_anything_is_done_in_any_order_then_the_promises_hold(
    sqlite_model: Path, steps: list[tuple[str, int]]
) -> None:
    """One live reminder a stage, none told twice or in quiet hours, none of what is over."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "life.db"
        shutil.copy(sqlite_model, file)
        asyncio.run(_live(f"sqlite:///{file}", steps))
