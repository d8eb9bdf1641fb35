"""How a chat wants to be told: what changes, what moves, and whose zone a date follows."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from scheduler import actions
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import ChatId, DateKind, QuietHours
from scheduler.store import chats
from scheduler.store.engine import Sessions
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, local, look, scheduled_at
from tests.scheduler.store.families import join_family

ZONES = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
)


async def _change(
    sessions: Sessions, chat_id: ChatId, **wanted: object
) -> actions.SettingsChanged | actions.AlreadyDone:
    command = replace(ChangeSettings(), **wanted)  # type: ignore[arg-type]  # a test names fields
    return await actions.change_settings(sessions, command, chat_id=chat_id, draft_id=None, now=NOW)


async def test_settings_when_the_zone_is_no_zone_then_refused(sqlite_sessions: Sessions) -> None:
    """Only an IANA name is a zone."""
    chat_id = await make_chat(sqlite_sessions, 1)
    with pytest.raises(Refusal) as refusal:
        await _change(sqlite_sessions, chat_id, zone="Mars/Olympus")

    assert refusal.value.code is RefusalCode.ZONE_UNKNOWN


async def test_settings_when_tapped_twice_then_the_second_says_so(
    sqlite_sessions: Sessions,
) -> None:
    """A finished conversation does not change a setting again."""
    chat_id = await make_chat(sqlite_sessions, 1)
    answer = await actions.change_settings(
        sqlite_sessions, ChangeSettings(language="es"), chat_id=chat_id, draft_id=999, now=NOW
    )

    assert answer == actions.AlreadyDone()


async def test_settings_when_the_language_changes_then_nothing_moves(
    sqlite_sessions: Sessions,
) -> None:
    """Words move no message."""
    chat_id = await make_chat(sqlite_sessions, 1)
    await add(sqlite_sessions, chat_id, date(2026, 10, 8))
    changed = await _change(sqlite_sessions, chat_id, language="es")

    assert isinstance(changed, actions.SettingsChanged)
    assert (changed.after.language, changed.moved) == ("es", 0)


async def test_settings_when_the_hour_is_midnight_then_it_is_kept(
    sqlite_sessions: Sessions,
) -> None:
    """Midnight is an hour like others, and not the absence of one."""
    chat_id = await make_chat(sqlite_sessions, 1)
    changed = await _change(
        sqlite_sessions, chat_id, reminder_at=time(0), quiet=QuietHours(time(0), time(0))
    )

    assert isinstance(changed, actions.SettingsChanged)
    assert changed.after.reminder_at == time(0)


async def test_zone_when_two_chats_share_a_family_then_dates_stay_where_they_were(
    sessions: Sessions,
) -> None:
    """A co-parent who lives elsewhere hears at the local hour; the meeting stays at its own."""
    mother = await make_chat(sessions, 1)
    father = await join_family(sessions, 2, of=mother)
    kept = await add(sessions, mother, date(2026, 10, 8), DateKind.MEETING, at=time(14))
    await _change(sessions, father, zone="America/Los_Angeles")

    found = await actions.find_plan_date(sessions, kept.id, chat_id=father)
    assert found is not None
    assert found.zone == "America/New_York"
    assert await scheduled_at(sessions, father) == [
        ("7-days", local("2026-10-01 09:00", "America/Los_Angeles")),
        ("1-day", local("2026-10-07 09:00", "America/Los_Angeles")),
        ("2-hours", local("2026-10-08 12:00")),
    ]


async def test_zone_when_the_family_has_one_chat_then_its_dates_move_along(
    sqlite_sessions: Sessions,
) -> None:
    """A family that moves keeps the local hours of its dates."""
    chat_id = await make_chat(sqlite_sessions, 1)
    kept = await add(sqlite_sessions, chat_id, date(2026, 10, 8), DateKind.MEETING, at=time(14))
    await _change(sqlite_sessions, chat_id, zone="America/Denver")

    found = await actions.find_plan_date(sqlite_sessions, kept.id, chat_id=chat_id)
    assert found is not None
    assert found.zone == "America/Denver"


async def test_done_when_two_chats_share_a_family_then_neither_hears_more(
    sqlite_sessions: Sessions,
) -> None:
    """A date is over for the whole family."""
    mother = await make_chat(sqlite_sessions, 1)
    father = await join_family(sqlite_sessions, 2, of=mother)
    kept = await add(sqlite_sessions, mother, date(2026, 10, 8))
    await actions.delete_plan_date(sqlite_sessions, kept.id, chat_id=father, now=NOW)

    assert await scheduled_at(sqlite_sessions, mother) == []
    assert await scheduled_at(sqlite_sessions, father) == []


async def test_forget_when_two_chats_share_a_family_then_the_dates_stay_with_the_other(
    sqlite_sessions: Sessions,
) -> None:
    """Who leaves takes only what is their own."""
    mother = await make_chat(sqlite_sessions, 1)
    father = await join_family(sqlite_sessions, 2, of=mother)
    await add(sqlite_sessions, mother, date(2026, 10, 8))
    held = await actions.forget_chat(sqlite_sessions, chat_id=mother)

    assert held.shared
    assert len(await actions.list_plan_dates(sqlite_sessions, chat_id=father)) == 1
    async with sqlite_sessions.read() as tx:
        assert await chats.find_chat(tx, mother) is None


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("hour", "due_on"),
    [
        # The autumn change, where 1:30 AM comes twice, and the spring change, where 2:30 AM
        # does not come at all where clocks change.
        (time(1, 30), date(2026, 11, 1)),
        (time(2, 30), date(2027, 3, 14)),
    ],
)
async def test_reminder_when_clocks_change_at_its_hour_then_it_comes_once(
    sqlite_sessions: Sessions, zone: str, hour: time, due_on: date
) -> None:
    """An hour that comes twice or not at all is told of once, at its local hour or the next."""
    chat_id, stage = await make_chat(sqlite_sessions, 1, zone), Stage()
    await _change(sqlite_sessions, chat_id, reminder_at=hour, quiet=QuietHours(time(0), time(0)))
    await add(sqlite_sessions, chat_id, due_on, DateKind.GOAL_DUE)
    midnight = local(f"{due_on} 00:00", zone)
    await look(sqlite_sessions, stage, midnight)  # what was due long before
    heard: list[int] = []
    for minutes in range(30, 300, 30):
        told = len(stage.told)
        await look(sqlite_sessions, stage, midnight + timedelta(minutes=minutes))
        heard += [minutes] * (len(stage.told) - told)

    assert heard == [hour.hour * 60 + hour.minute]
