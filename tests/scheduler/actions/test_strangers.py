"""Nobody sees or changes what belongs to another family, whatever ids they send."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from scheduler import actions
from scheduler.domain.commands import (
    CancelSchoolChange,
    EditPlanDate,
    MarkDone,
    RenameChild,
    SnoozePlanDate,
)
from scheduler.domain.plans import ChangeId, ChatId, ChildId, PlanDateId
from scheduler.store.columns import METADATA
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import add, add_trip

STRANGER = ChatId(2)


@dataclass(frozen=True)
class Ids:
    """What a family has, by id."""

    its_date: PlanDateId
    child: ChildId
    change: ChangeId


Act = Callable[[Sessions, Ids, ChatId], Awaitable[object]]

# Every action that takes an id of something. A new one belongs here.
ACTS: dict[str, Act] = {
    "edit": lambda s, ids, who: actions.edit_plan_date(
        s, EditPlanDate(ids.its_date, at=time(9)), chat_id=who, now=NOW
    ),
    "done": lambda s, ids, who: actions.mark_done(s, MarkDone(ids.its_date), chat_id=who, now=NOW),
    "reopen": lambda s, ids, who: actions.reopen_plan_date(s, ids.its_date, chat_id=who, now=NOW),
    "delete": lambda s, ids, who: actions.delete_plan_date(s, ids.its_date, chat_id=who, now=NOW),
    "restore": lambda s, ids, who: actions.restore_plan_date(s, ids.its_date, chat_id=who, now=NOW),
    "snooze": lambda s, ids, who: actions.snooze_plan_date(
        s, SnoozePlanDate(ids.its_date, date(2026, 9, 20)), chat_id=who, now=NOW
    ),
    "rename": lambda s, ids, who: actions.rename_child(
        s, RenameChild(ids.child, "Leo"), chat_id=who, now=NOW
    ),
    "remove": lambda s, ids, who: actions.remove_child(s, ids.child, chat_id=who),
    "cancel": lambda s, ids, who: actions.cancel_school_change(
        s, CancelSchoolChange(ids.change), chat_id=who, now=NOW
    ),
}
SIGHTS: dict[str, Act] = {
    "date": lambda s, ids, who: actions.find_plan_date(s, ids.its_date, chat_id=who),
    "change": lambda s, ids, who: actions.find_cancelled_change(s, ids.change, chat_id=who),
}


async def _family(sessions: Sessions) -> Ids:
    chat_id = await make_chat(sessions, 1)
    kept = await add(sessions, chat_id, date(2026, 10, 8))
    change = (await add_trip(sessions, chat_id)).change
    return Ids(kept.id, kept.child.id, change.id)


async def _everything(sessions: Sessions) -> dict[str, list[Any]]:
    async with sessions.read() as tx:
        return {
            table.name: [tuple(row) for row in await tx.execute(select(table))]
            for table in METADATA.sorted_tables
        }


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
@pytest.mark.parametrize("known", [True, False], ids=["another family", "unknown chat"])
async def test_act_when_the_id_is_another_familys_then_gone_and_nothing_changes(
    sqlite_sessions: Sessions, act: Act, *, known: bool
) -> None:
    """A forged button answers as if the thing did not exist, and leaves every row as it was."""
    ids = await _family(sqlite_sessions)
    stranger = await make_chat(sqlite_sessions, STRANGER) if known else ChatId(3)
    before = await _everything(sqlite_sessions)

    assert await act(sqlite_sessions, ids, stranger) == actions.Gone()
    assert await _everything(sqlite_sessions) == before


@pytest.mark.parametrize("sight", SIGHTS.values(), ids=SIGHTS.keys())
@pytest.mark.parametrize("known", [True, False], ids=["another family", "unknown chat"])
async def test_look_when_the_id_is_another_familys_then_nothing_is_seen(
    sqlite_sessions: Sessions, sight: Act, *, known: bool
) -> None:
    """Nobody can read what is another family's by guessing its id."""
    ids = await _family(sqlite_sessions)
    cancel = CancelSchoolChange(ids.change)
    await actions.cancel_school_change(sqlite_sessions, cancel, chat_id=ChatId(1), now=NOW)
    stranger = await make_chat(sqlite_sessions, STRANGER) if known else ChatId(3)

    assert await sight(sqlite_sessions, ids, ChatId(1)) is not None
    assert await sight(sqlite_sessions, ids, stranger) is None


async def test_lists_when_the_chat_is_unknown_then_they_are_empty(
    sqlite_sessions: Sessions,
) -> None:
    """A chat that never wrote, or was forgotten, has nothing to show."""
    await _family(sqlite_sessions)
    nobody = ChatId(3)

    assert await actions.list_children(sqlite_sessions, chat_id=nobody) == ()
    assert await actions.list_plan_dates(sqlite_sessions, chat_id=nobody) == ()
    assert await actions.list_school_changes(sqlite_sessions, chat_id=nobody, now=NOW) == ()
    assert await actions.tomorrow_of(sqlite_sessions, chat_id=nobody, now=NOW) == ()
    assert await actions.export_of(sqlite_sessions, chat_id=nobody) == {}
    assert await actions.status_of(sqlite_sessions, chat_id=nobody, now=NOW) == actions.Status(
        (), ()
    )
    held = await actions.forget_chat(sqlite_sessions, chat_id=nobody)
    assert held == actions.Holdings(0, 0, 0, 0, 0, 0, 0, shared=False)
