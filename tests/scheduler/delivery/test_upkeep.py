"""Housekeeping: what is forgotten when, what stays, and the cards of every school night."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from scheduler import actions
from scheduler.delivery.upkeep import upkeep, write_counts
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.feedback import SentQuestion
from scheduler.domain.plans import CardsWanted, ChatId
from scheduler.store.engine import Sessions
from scheduler.store.tables import (
    ARRIVAL,
    DRAFT,
    OUTBOX,
    REMINDER,
    SCHOOL_CHANGE,
    SENT_QUESTION,
    TOPIC_COUNT,
)
from scheduler.store.tallies import Tally
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, add_trip, local, look, scheduled_at


async def _count(sessions: Sessions, *tables: object) -> list[int]:
    async with sessions.read() as tx:
        return [
            int((await tx.execute(select(func.count()).select_from(each))).scalar_one())  # type: ignore[arg-type]  # tables
            for each in tables
        ]


async def _keep_up(sessions: Sessions, at: datetime) -> None:
    await upkeep(sessions, Tally(), now=at)


async def _every_night(sessions: Sessions, number: int, at: datetime) -> ChatId:
    chat_id = await make_chat(sessions, number)
    await add(sessions, chat_id, date(2027, 6, 1), now=at)
    every = ChangeSettings(cards=CardsWanted.EVERY_SCHOOL_NIGHT)
    await actions.change_settings(sessions, every, chat_id=chat_id, draft_id=None, now=at)
    return chat_id


async def test_undo_when_seven_days_have_passed_then_the_date_is_gone(sessions: Sessions) -> None:
    """A deleted date can be brought back for a week, and no longer."""
    chat_id = await make_chat(sessions, 1)
    kept = await add(sessions, chat_id, date(2027, 3, 1))
    await actions.delete_plan_date(sessions, kept.id, chat_id=chat_id, now=NOW)
    await _keep_up(sessions, NOW + timedelta(days=6, hours=23))
    within = await actions.find_plan_date(sessions, kept.id, chat_id=chat_id)
    await _keep_up(sessions, NOW + timedelta(days=7, hours=1))
    after = await actions.restore_plan_date(
        sessions, kept.id, chat_id=chat_id, now=NOW + timedelta(days=8)
    )

    assert within is not None
    assert after == actions.Gone()


async def test_upkeep_when_things_are_over_then_each_is_kept_for_its_time(
    sessions: Sessions,
) -> None:
    """Updates, drafts, letters, changes and reminders go one after another, as promised."""
    chat_id, stage = await make_chat(sessions, 1), Stage()
    await add_trip(sessions, chat_id)
    await actions.keep_draft(
        sessions, chat_id=chat_id, draft_id=None, flow="f", version=1, step="s", data={}, now=NOW
    )
    sent_at = local("2026-10-07 19:00")
    await look(sessions, stage, sent_at)
    tables = (ARRIVAL, DRAFT, OUTBOX, SCHOOL_CHANGE, REMINDER)
    left = []
    for at in (
        NOW,
        NOW + timedelta(days=3),
        NOW + timedelta(days=8),
        sent_at + timedelta(days=31),
        sent_at + timedelta(days=33),
        sent_at + timedelta(days=401),
    ):
        await _keep_up(sessions, at)
        left.append(await _count(sessions, *tables))

    assert left == [
        [1, 1, 1, 1, 1],
        [0, 1, 1, 1, 1],
        [0, 0, 1, 1, 1],
        [0, 0, 0, 1, 1],
        [0, 0, 0, 0, 1],
        [0, 0, 0, 0, 0],
    ]


async def test_questions_when_their_time_is_over_then_they_are_dropped(sessions: Sessions) -> None:
    """A question that was sent on purpose is kept for 180 days, and no longer."""
    await actions.send_question(sessions, SentQuestion("what now", "en", NOW.date()))
    left = []
    for days in (180, 181):
        await _keep_up(sessions, NOW + timedelta(days=days))
        left += await _count(sessions, SENT_QUESTION)

    assert left == [1, 0]


async def test_every_night_when_kept_up_at_odd_instants_then_each_evening_has_one_card(
    sqlite_sessions: Sessions,
) -> None:
    """A week of school nights brings five cards, however often upkeep runs."""
    start = local("2026-09-13 13:00")  # a Sunday
    await _every_night(sqlite_sessions, 1, start)
    stage = Stage()
    heard: list[str] = []
    for step in range(7 * 8):
        at = start + timedelta(hours=3 * step)
        await _keep_up(sqlite_sessions, at + timedelta(minutes=7, seconds=13))
        told = len(stage.told)
        await look(sqlite_sessions, stage, at)
        if len(stage.told) > told:
            heard.append(f"{at - timedelta(hours=4):%a %H:%M}")

    assert heard == ["Sun 19:00", "Mon 19:00", "Tue 19:00", "Wed 19:00", "Thu 19:00"]


async def test_every_night_when_many_chats_then_each_page_is_planned(
    sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chats are gone through page by page, and none is left out."""
    monkeypatch.setattr("scheduler.delivery.upkeep._PAGE", 2)
    at = local("2026-09-13 12:00")
    chat_ids = [await _every_night(sqlite_sessions, number, at) for number in (1, 2, 3)]
    later = local("2026-09-15 12:00")
    await _keep_up(sqlite_sessions, later)

    for chat_id in chat_ids:
        cards = [due_at for what, due_at in await scheduled_at(sqlite_sessions, chat_id)]
        assert local("2026-09-15 19:00") in cards


async def test_counts_when_written_then_they_add_up_by_topic_and_day(sessions: Sessions) -> None:
    """What was counted in memory is added to what stands."""
    tally = Tally()
    for _ in range(2):
        tally.shown("adhd", NOW.date())
        await write_counts(sessions, tally)
    await write_counts(sessions, tally)

    async with sessions.read() as tx:
        rows = await tx.execute(select(TOPIC_COUNT.c.topic, TOPIC_COUNT.c.shown))
        assert [tuple(row) for row in rows] == [("adhd", 2)]


async def test_counts_when_they_cannot_be_written_then_they_are_kept(
    sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database that refuses costs no count."""
    tally = Tally()
    tally.shown("adhd", NOW.date())

    def refuse(*, wakes: bool = False) -> object:
        raise OSError(f"full, {wakes}")

    monkeypatch.setattr(sqlite_sessions, "begin", refuse)
    with pytest.raises(OSError, match="full"):
        await write_counts(sqlite_sessions, tally)

    assert tally.take() == {("adhd", NOW.date()): 1}
