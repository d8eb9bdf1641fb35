"""The children of a family: renamed, removed, told apart."""

from datetime import date, timedelta

import pytest

from scheduler import actions
from scheduler.domain.commands import RenameChild
from scheduler.domain.delivery import Busy
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import MAX_CHILDREN, MAX_OPEN_DATES
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, letter_rows, local, look, reminder_rows

DUE_ON = date(2026, 10, 8)


async def test_add_when_the_nickname_differs_in_case_then_it_is_the_same_child(
    sessions: Sessions,
) -> None:
    """One child is not made two by case, spaces or wide letters."""
    chat_id = await make_chat(sessions, 1)
    for nickname in ("Sam", " sam ", "ＳＡＭ"):  # noqa: RUF001 - the point
        await add(sessions, chat_id, DUE_ON, nickname=nickname)

    found = await actions.list_children(sessions, chat_id=chat_id)
    assert [child.nickname for child in found] == ["Sam"]


@pytest.mark.parametrize(
    ("nickname", "code"),
    [
        ("   ", RefusalCode.NICKNAME_EMPTY),
        ("x" * 31, RefusalCode.NICKNAME_TOO_LONG),
        ("maya", RefusalCode.NICKNAME_TAKEN),
    ],
)
async def test_rename_when_the_nickname_cannot_be_used_then_refused(
    sqlite_sessions: Sessions, nickname: str, code: RefusalCode
) -> None:
    """A child keeps its nickname when the new one is empty, too long or another child's."""
    chat_id = await make_chat(sqlite_sessions, 1)
    child = (await add(sqlite_sessions, chat_id, DUE_ON)).child
    await add(sqlite_sessions, chat_id, DUE_ON, nickname="Maya")
    with pytest.raises(Refusal) as refusal:
        await actions.rename_child(
            sqlite_sessions, RenameChild(child.id, nickname), chat_id=chat_id, now=NOW
        )

    assert refusal.value.code is code


async def test_rename_when_only_the_case_changes_then_it_is_kept(
    sqlite_sessions: Sessions,
) -> None:
    """A child may be written in another way."""
    chat_id = await make_chat(sqlite_sessions, 1)
    child = (await add(sqlite_sessions, chat_id, DUE_ON)).child
    answer = await actions.rename_child(
        sqlite_sessions, RenameChild(child.id, "SAM"), chat_id=chat_id, now=NOW
    )

    assert isinstance(answer, actions.Renamed)
    assert (answer.before, answer.child.nickname) == ("Sam", "SAM")


async def test_rename_when_tapped_twice_then_the_second_says_so(
    sqlite_sessions: Sessions,
) -> None:
    """The draft of a rename is closed once."""
    chat_id = await make_chat(sqlite_sessions, 1)
    child = (await add(sqlite_sessions, chat_id, DUE_ON)).child
    answer = await actions.rename_child(
        sqlite_sessions, RenameChild(child.id, "Leo"), chat_id=chat_id, now=NOW, draft_id=999
    )

    assert answer == actions.AlreadyDone()


async def test_remove_when_a_letter_waits_then_it_ends_unsent(sessions: Sessions) -> None:
    """A child that was removed is not spoken of, even if a letter about it was queued."""
    chat_id, stage = await make_chat(sessions, 1), Stage(answers=[Busy(timedelta(minutes=5))])
    child = (await add(sessions, chat_id, DUE_ON)).child
    await look(sessions, stage, local("2026-10-01 09:00"))
    removed = await actions.remove_child(sessions, child.id, chat_id=chat_id)
    await look(sessions, stage, local("2026-10-01 09:10"))

    assert isinstance(removed, actions.Removed)
    assert (removed.dates, stage.told) == (1, [])
    assert await reminder_rows(sessions) == []
    assert [state for state, _, _ in await letter_rows(sessions)] == ["dead"]


async def test_add_when_a_family_has_enough_children_then_refused(
    sqlite_sessions: Sessions,
) -> None:
    """There is an end to how many children one family registers."""
    chat_id = await make_chat(sqlite_sessions, 1)
    for number in range(MAX_CHILDREN):
        await add(sqlite_sessions, chat_id, DUE_ON, nickname=f"child {number}")
    with pytest.raises(Refusal) as refusal:
        await add(sqlite_sessions, chat_id, DUE_ON, nickname="one more")

    assert refusal.value.code is RefusalCode.TOO_MANY_CHILDREN


async def test_add_when_a_family_has_enough_dates_then_refused(
    sqlite_sessions: Sessions,
) -> None:
    """There is an end to how many dates one family keeps open."""
    chat_id = await make_chat(sqlite_sessions, 1)
    for _ in range(MAX_OPEN_DATES):
        await add(sqlite_sessions, chat_id, DUE_ON)
    with pytest.raises(Refusal) as refusal:
        await add(sqlite_sessions, chat_id, DUE_ON)

    assert refusal.value.code is RefusalCode.TOO_MANY_DATES
