"""The sender: one at a time, nothing lost when it stops, nothing sent without the seat."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from scheduler.delivery import send_loop as module
from scheduler.delivery.send_loop import LEASE, SendLoop
from scheduler.domain.delivery import Delivered, Letter, Outcome, ReminderState, Subject
from scheduler.domain.plans import ChatId
from scheduler.store import outbox, reminder_marks, reminders
from scheduler.store.engine import Sessions, open_store
from scheduler.store.outbox import NewLetter
from scheduler.store.reminders import NewReminder
from scheduler.store.tables import OUTBOX, REMINDER
from tests.conftest import NOW, make_chat
from tests.scheduler.stage import Stage, add, letter_rows


class Gate(Stage):
    """A messenger that holds each letter until it is let through."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived = asyncio.Semaphore(0)
        self.opened = asyncio.Semaphore(0)

    async def deliver(self, letter: Letter) -> Outcome:
        """Report the letter, wait, take it."""
        self.arrived.release()
        await self.opened.acquire()
        return await super().deliver(letter)


async def _queue(sessions: Sessions, count: int) -> None:
    """Put one letter with one reminder into the outbox, for each of ``count`` chats."""
    for number in range(1, count + 1):
        chat_id = await make_chat(sessions, number)
        kept = await add(sessions, chat_id, NOW.date().replace(month=12))
        async with sessions.begin() as tx:
            letters = await outbox.insert_letters(tx, [NewLetter(chat_id, NOW)], now=NOW)
            new = NewReminder(chat_id, Subject.PLAN_DATE, NOW, plan_date_id=kept.id, stage="now")
            await reminders.insert_reminders(tx, [new])
            ours = select(REMINDER.c.id).where(
                REMINDER.c.stage == "now", REMINDER.c.chat_id == chat_id
            )
            its_id = (await tx.execute(ours)).scalar_one()
            await reminder_marks.mark_queued(tx, [(its_id, letters[chat_id], None)])


@contextlib.asynccontextmanager
async def _running(loop: SendLoop) -> AsyncIterator[None]:
    task = asyncio.create_task(loop.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _until(condition: object) -> None:
    async with asyncio.timeout(10):
        while not await condition():  # type: ignore[operator]  # a coroutine function
            await asyncio.sleep(0.02)


async def test_drain_when_lanes_are_open_then_that_many_fly_at_once(
    sqlite_sessions: Sessions,
) -> None:
    """As many letters are on their way as there are lanes, and no more."""
    await _queue(sqlite_sessions, 3)
    gate = Gate()
    draining = asyncio.create_task(
        SendLoop(sqlite_sessions, gate, gate, instance="a", lanes=2).drain()
    )
    await gate.arrived.acquire()
    await gate.arrived.acquire()
    flying = gate.arrived.locked()
    for _ in range(3):
        gate.opened.release()

    assert (flying, await draining) == (True, 3)


async def test_run_when_stopped_while_sending_then_what_flies_is_written_down(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stop waits for the letter on the wire; the others stay for the next start."""
    monkeypatch.setattr("scheduler.store.seats.HANDOVER_SECONDS", 0.0)
    await _queue(sessions, 2)
    gate = Gate()
    running = asyncio.create_task(SendLoop(sessions, gate, gate, instance="a").run())
    await gate.arrived.acquire()
    running.cancel()
    gate.opened.release()
    await asyncio.gather(running, return_exceptions=True)

    assert [state for state, _, _ in await letter_rows(sessions)] == ["sent", "waiting"]


async def test_run_when_started_after_a_kill_then_what_was_held_is_sent_at_once(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leases of a process that is gone hold nothing back."""
    monkeypatch.setattr("scheduler.store.seats.HANDOVER_SECONDS", 0.0)
    await _queue(sessions, 2)
    async with sessions.begin() as tx:
        await outbox.claim_due(tx, now=NOW, lease=LEASE, limit=9, instance="killed")
    stage = Stage()

    async def all_told() -> bool:
        return len(stage.told) == 2

    async with _running(SendLoop(sessions, stage, stage, instance="b")):
        await _until(all_told)

    assert [state for state, _, _ in await letter_rows(sessions)] == ["sent", "sent"]


async def test_drain_when_the_messenger_faults_then_the_letter_waits_and_others_go(
    sqlite_sessions: Sessions, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault in the words of one letter stops no other, and its text is not logged."""
    await _queue(sqlite_sessions, 2)
    stage = Stage()
    real = stage.deliver

    async def faulty(letter: Letter) -> Outcome:
        if letter.chat.chat_id == 1:
            raise KeyError("Sam's words")
        return await real(letter)

    stage.deliver = faulty  # type: ignore[method-assign]  # the messenger of this test
    with caplog.at_level(logging.ERROR):
        await SendLoop(sqlite_sessions, stage, stage, instance="a").drain()

    assert await letter_rows(sqlite_sessions) == [
        ("waiting", "fault-KeyError", 1),
        ("sent", None, 0),
    ]
    assert [record.getMessage() for record in caplog.records] == ["a letter failed: KeyError"]


async def test_drain_when_outcomes_are_watched_then_each_is_heard_of(
    sqlite_sessions: Sessions,
) -> None:
    """Figures count every outcome."""
    await _queue(sqlite_sessions, 1)
    stage, heard = Stage(), list[Outcome]()
    loop = SendLoop(sqlite_sessions, stage, stage, instance="a", on_outcome=heard.append)
    await loop.drain()

    assert heard == [Delivered(1)]


async def test_run_when_the_database_is_away_then_it_waits_and_goes_on(
    sqlite_sessions: Sessions, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A database that fails in the middle stops the sender for a moment only."""
    monkeypatch.setattr(module, "PAUSE_SECONDS", 0.0)
    await _queue(sqlite_sessions, 1)
    stage = Stage()
    faults: list[Exception] = [RuntimeError("odd"), module.StoreUnavailable("the database failed")]
    real = module.claim_letters

    async def claim(*args: object, **named: object) -> object:
        if faults:
            raise faults.pop()
        return await real(*args, **named)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(module, "claim_letters", claim)

    async def told() -> bool:
        return bool(stage.told)

    with caplog.at_level(logging.ERROR):
        async with _running(SendLoop(sqlite_sessions, stage, stage, instance="a")):
            await _until(told)

    assert [record.getMessage() for record in caplog.records] == [
        "sending waits: the database failed",
        "sending failed",
    ]


async def test_run_when_the_seat_is_cut_then_what_is_in_hand_is_left_to_the_next(
    postgres_sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A holder whose connection was cut sends nothing more, and the next sends each letter once."""
    monkeypatch.setattr("scheduler.store.seats.CHECK_SECONDS", 0.0)
    monkeypatch.setattr("scheduler.store.seats.HANDOVER_SECONDS", 0.1)
    monkeypatch.setattr(module, "_SEAT_SECONDS", 0.05)
    await _queue(postgres_sessions, 4)
    url = postgres_sessions.engine.url.render_as_string(hide_password=False)
    other = await open_store(url)
    first, second = Gate(), Stage()
    async with _running(SendLoop(postgres_sessions, first, first, instance="first")):
        await first.arrived.acquire()
        async with _running(SendLoop(other, second, second, instance="second")):
            await _cut_the_seat(other)

            async def rest_told() -> bool:
                return len(second.told) >= 3

            first.opened.release()
            await _until(rest_told)
    await other.close()

    told = sorted(letter.chat.chat_id for letter in (*first.told, *second.told))
    assert told == [1, 2, 3, 4]


async def _cut_the_seat(sessions: Sessions) -> None:
    async with sessions.begin() as tx:
        await tx.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_locks"
                " WHERE locktype = 'advisory' AND granted"
            )
        )


async def test_claim_when_a_lease_ran_out_while_sending_then_its_late_record_harms_nothing(
    sessions: Sessions,
) -> None:
    """A slow sender whose letter another has sent meanwhile turns no sent letter back."""
    await _queue(sessions, 1)
    slow, quick = Gate(), Stage(at=NOW + LEASE + timedelta(seconds=1))
    sending = asyncio.create_task(SendLoop(sessions, slow, slow, instance="slow").drain())
    await slow.arrived.acquire()
    await SendLoop(sessions, quick, quick, instance="quick").drain()
    slow.answers = [module.Unreachable("timed-out")]
    slow.opened.release()
    await sending

    assert await letter_rows(sessions) == [("sent", None, 0)]
    async with sessions.read() as tx:
        states = await tx.execute(select(REMINDER.c.state).where(REMINDER.c.stage == "now"))
        assert states.scalars().all() == [ReminderState.SENT]
        leases = await tx.execute(select(OUTBOX.c.leased_by).where(OUTBOX.c.chat_id == ChatId(1)))
        assert leases.scalars().all() == [None]
