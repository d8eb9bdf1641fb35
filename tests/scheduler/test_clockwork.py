"""The clockwork wakes at the next due instant, and a failing look does not stop the next."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clock import SystemClock
from scheduler import actions
from scheduler import clockwork as module
from scheduler.clockwork import Clockwork
from scheduler.delivery.send_loop import SendLoop
from scheduler.domain.commands import ChangeSettings, SnoozePlanDate
from scheduler.domain.delivery import Busy
from scheduler.domain.plans import CardsWanted, ChatId, PlanDateId
from scheduler.store import reminders
from scheduler.store.engine import Sessions
from scheduler.store.errors import StoreUnavailable
from scheduler.store.reminders import snoozed_reminder
from scheduler.store.tallies import Tally
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, local, scheduled_at


class Moved:
    """A family's clock that stands as far from the machine's as it was moved."""

    def __init__(self, start: datetime) -> None:
        self._by = start - SystemClock().now()

    def now(self) -> datetime:
        """The machine's time, moved."""
        return SystemClock().now() + self._by

    def jump(self, by: timedelta) -> None:
        """Move on."""
        self._by += by


def _clockwork(sessions: Sessions, stage: Stage, clock: object) -> tuple[Clockwork, SendLoop]:
    sender = SendLoop(sessions, stage, clock, instance="a")  # type: ignore[arg-type]  # a clock
    made = Clockwork(
        sessions,
        sender,
        Tally(),
        clock=clock,  # type: ignore[arg-type]  # a clock
        machine=SystemClock(),
    )
    return made, sender


@contextlib.asynccontextmanager
async def _beating(made: Clockwork, sender: SendLoop) -> AsyncIterator[None]:
    running = asyncio.create_task(sender.run())
    made.start()
    try:
        yield
    finally:
        await made.stop()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.01)


async def _plan(
    sessions: Sessions, chat_id: ChatId, plan_date_id: PlanDateId, *instants: datetime
) -> None:
    async with sessions.begin(wakes=True) as tx:
        await reminders.insert_reminders(
            tx, [snoozed_reminder(chat_id, plan_date_id, each) for each in instants]
        )


async def _kept(sessions: Sessions) -> tuple[ChatId, PlanDateId]:
    chat_id = await make_chat(sessions, 1)
    return chat_id, (await add(sessions, chat_id, date(2027, 6, 1))).id


async def test_beat_when_two_are_due_a_moment_apart_then_both_come_on_time(
    sqlite_sessions: Sessions,
) -> None:
    """A letter on its way does not hide what falls due right after it."""
    chat_id, kept = await _kept(sqlite_sessions)
    clock, stage = Moved(NOW), Stage()
    made, sender = _clockwork(sqlite_sessions, stage, clock)
    more = [(await add(sqlite_sessions, chat_id, date(2027, 6, 2))).id for _ in range(2)]
    soon = [clock.now() + timedelta(seconds=10 + n * 0.2) for n in range(3)]
    for its_id, due_at in zip((kept, *more), soon, strict=True):
        await _plan(sqlite_sessions, chat_id, its_id, due_at)
    clock.jump(timedelta(seconds=9.9))
    async with _beating(made, sender):
        await _until(lambda: len(stage.told) == 3)
        seconds = (clock.now() - soon[-1]).total_seconds()

    assert 0 <= seconds < 1


async def test_nudge_when_something_nearer_is_added_then_it_comes_on_time(
    sqlite_sessions: Sessions,
) -> None:
    """What a parent asks for now does not wait for the half-minute sweep."""
    chat_id, kept = await _kept(sqlite_sessions)
    clock, stage = Moved(NOW), Stage()
    made, sender = _clockwork(sqlite_sessions, stage, clock)
    async with _beating(made, sender):
        await asyncio.sleep(0.05)  # the first look finds nothing
        due_at = clock.now() + timedelta(seconds=0.3)
        await _plan(sqlite_sessions, chat_id, kept, due_at)
        await _until(lambda: bool(stage.told))

        assert timedelta(0) <= clock.now() - due_at < timedelta(seconds=1)


async def test_nudge_when_the_clock_was_moved_then_what_is_due_by_it_comes_now(
    sqlite_sessions: Sessions,
) -> None:
    """After the family's clock jumps, the next look goes by it."""
    chat_id, kept = await _kept(sqlite_sessions)
    clock, stage = Moved(NOW), Stage()
    made, sender = _clockwork(sqlite_sessions, stage, clock)
    await _plan(sqlite_sessions, chat_id, kept, clock.now() + timedelta(hours=3))
    async with _beating(made, sender):
        await asyncio.sleep(0.05)
        clock.jump(timedelta(hours=3))
        made.nudge()
        made.nudge()
        await _until(lambda: bool(stage.told))

    assert stage.stages() == ["snoozed"]


async def test_retry_when_its_wait_is_over_then_it_is_sent_without_a_sweep(
    sqlite_sessions: Sessions,
) -> None:
    """A letter that Telegram put off is tried again when the wait is over."""
    chat_id, kept = await _kept(sqlite_sessions)
    clock, stage = Moved(NOW), Stage(answers=[Busy(timedelta(seconds=0.3))])
    made, sender = _clockwork(sqlite_sessions, stage, clock)
    await _plan(sqlite_sessions, chat_id, kept, clock.now())
    async with _beating(made, sender):
        await _until(lambda: bool(stage.told))

    assert stage.stages() == ["snoozed"]


@pytest.mark.parametrize("fault", [StoreUnavailable("the database failed"), RuntimeError("odd")])
async def test_look_when_one_fails_then_the_next_goes_on(
    sqlite_sessions: Sessions,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    fault: Exception,
) -> None:
    """A database that was away, or a fault of ours, costs one look and no more."""
    chat_id, kept = await _kept(sqlite_sessions)
    clock, stage = Moved(NOW), Stage()
    made, sender = _clockwork(sqlite_sessions, stage, clock)
    await _plan(sqlite_sessions, chat_id, kept, clock.now())
    faults, real = [fault], module.tick

    async def tick(*args: object, **named: object) -> object:
        if faults:
            raise faults.pop()
        return await real(*args, **named)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(module, "tick", tick)
    with caplog.at_level(logging.ERROR):
        async with _beating(made, sender):
            await _until(lambda: not faults)
            made.nudge()
            await _until(lambda: bool(stage.told))

    assert len(caplog.records) == 1


async def test_start_when_beating_then_no_beat_can_be_dropped_or_doubled(
    sqlite_sessions: Sessions,
) -> None:
    """Late runs are made up for, several missed ones are one, and none overlap."""
    made, sender = _clockwork(sqlite_sessions, Stage(), Moved(NOW))
    async with _beating(made, sender):
        jobs = made._beats.get_jobs()
        found = {(job.id, job.coalesce, job.max_instances, job.misfire_grace_time) for job in jobs}

    assert found == {("sweep", True, 1, None)}


async def test_settle_when_steps_are_made_then_every_school_night_has_its_card(
    sqlite_sessions: Sessions,
) -> None:
    """A clock that jumps from one due instant to the next meets each evening's card."""
    chat_id, _ = await _kept(sqlite_sessions)
    stage = Stage(at=local("2026-09-13 12:00"))
    every = ChangeSettings(cards=CardsWanted.EVERY_SCHOOL_NIGHT)
    await actions.change_settings(
        sqlite_sessions, every, chat_id=chat_id, draft_id=None, now=stage.at
    )
    made, _ = _clockwork(sqlite_sessions, stage, stage)
    heard: list[str] = []
    for _ in range(6):
        stage.at = (await scheduled_at(sqlite_sessions, chat_id))[0][1]
        await made.settle()
        heard.append(f"{stage.at - timedelta(hours=4):%a %H}")

    assert heard == ["Sun 19", "Mon 19", "Tue 19", "Wed 19", "Thu 19", "Sun 19"]


async def test_settle_when_a_snooze_is_due_then_it_is_told_and_beats_are_heard(
    sqlite_sessions: Sessions,
) -> None:
    """Settling queues and sends until nothing is due at the present instant."""
    chat_id, kept = await _kept(sqlite_sessions)
    stage = Stage(at=NOW)
    await actions.snooze_plan_date(sqlite_sessions, SnoozePlanDate(kept), chat_id=chat_id, now=NOW)
    made, _ = _clockwork(sqlite_sessions, stage, stage)
    stage.at = NOW + timedelta(hours=3)
    await made.settle()

    assert stage.stages() == ["snoozed"]


async def test_look_when_made_then_its_instant_is_reported(sqlite_sessions: Sessions) -> None:
    """Health hears of each look."""
    stage, heard = Stage(at=NOW), list[datetime]()
    sender = SendLoop(sqlite_sessions, stage, stage, instance="a")
    made = Clockwork(
        sqlite_sessions, sender, Tally(), clock=stage, machine=stage, on_beat=heard.append
    )
    async with _beating(made, sender):
        await _until(lambda: bool(heard))

    assert heard[0] == NOW.astimezone(UTC)
