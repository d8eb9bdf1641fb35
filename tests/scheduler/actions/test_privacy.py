"""Everything can be handed out, and everything can be erased."""

from datetime import date, time

from sqlalchemy import func, select

from scheduler import actions
from scheduler.domain.commands import AddPlanDate, AddSchoolChange, ChangeSettings
from scheduler.domain.plans import ChangeKind, ChatId, DateKind, PlanKind
from scheduler.store.columns import METADATA
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat


async def _lived_in(sessions: Sessions) -> ChatId:
    chat_id = await make_chat(sessions, 1)
    date_kept = AddPlanDate("Sam", PlanKind.IEP, DateKind.MEETING, date(2026, 11, 3))
    await actions.add_plan_date(sessions, date_kept, chat_id=chat_id, draft_id=None, now=NOW)
    day = date(2026, 10, 9)
    change = AddSchoolChange("Sam", day, day, ChangeKind.FIELD_TRIP, "zoo")
    await actions.add_school_change(sessions, change, chat_id=chat_id, draft_id=None, now=NOW)
    await actions.keep_draft(
        sessions, chat_id=chat_id, draft_id=None, flow="f", version=1, step="s", data={}, now=NOW
    )
    await actions.vote(sessions, chat_id=chat_id, topic="adhd", helpful=True, now=NOW)
    return chat_id


async def test_forget_when_asked_then_no_table_holds_a_row_of_the_family(
    sessions: Sessions,
) -> None:
    """Erasing leaves nothing behind, in any table there is or will be."""
    chat_id = await _lived_in(sessions)
    await actions.forget_chat(sessions, chat_id=chat_id)

    nobodys = {"arrival", "topic_count", "reason_count", "sent_question"}
    async with sessions.read() as tx:
        left = {
            table.name: (await tx.execute(select(func.count()).select_from(table))).scalar_one()
            for table in METADATA.sorted_tables
            if table.name not in nobodys
        }
    assert left == dict.fromkeys(left, 0)


async def test_export_when_asked_then_names_every_table_with_rows(sessions: Sessions) -> None:
    """The copy holds a row of each kind that the family has."""
    chat_id = await _lived_in(sessions)
    copy = await actions.export_of(sessions, chat_id=chat_id)

    filled = {name for name, rows in copy.items() if rows}
    assert filled == {
        "family",
        "chat",
        "child",
        "plan_date",
        "school_change",
        "reminder",
        "draft",
        "vote",
    }


async def test_holdings_when_messages_gave_way_then_only_real_ones_are_counted(
    sessions: Sessions,
) -> None:
    """What is planned anew at another hour is not one message more."""
    chat_id = await _lived_in(sessions)
    before = (await actions.holdings_of(sessions, chat_id=chat_id)).reminders
    for hour in (time(7), time(8)):
        command = ChangeSettings(reminder_at=hour)
        await actions.change_settings(sessions, command, chat_id=chat_id, draft_id=None, now=NOW)
    after = (await actions.holdings_of(sessions, chat_id=chat_id)).reminders

    assert (before > 0, after) == (True, before)
