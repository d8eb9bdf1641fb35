"""The sender's seat: one at a time, free when its holder goes, known to be lost within a second."""

import pytest
from sqlalchemy import text

from scheduler.store import seats
from scheduler.store.engine import Sessions
from scheduler.store.seats import Seat


async def test_seat_when_taken_then_nobody_else_sits_until_it_is_left(
    postgres_sessions: Sessions,
) -> None:
    """The second waits, and sits down once the first gets up."""
    first, second = Seat(postgres_sessions), Seat(postgres_sessions)
    answers = [await first.take(), await second.take(), await first.take()]
    await first.leave()
    answers.append(await second.take())
    await second.leave()

    assert answers == [True, False, True, True]


async def test_seat_when_its_connection_is_cut_then_its_holder_learns_of_it(
    postgres_sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A holder asks again and again whether it still sits, and another may sit by then."""
    monkeypatch.setattr(seats, "CHECK_SECONDS", 0.0)
    first, second = Seat(postgres_sessions), Seat(postgres_sessions)
    await first.take()
    before = await first.held()
    async with postgres_sessions.begin() as tx:
        await tx.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
        )
    answers = [before, await first.held(), await second.take(), await first.take()]
    await second.leave()

    assert answers == [True, False, True, False]


async def test_seat_when_sqlite_then_it_is_always_free(sqlite_sessions: Sessions) -> None:
    """One process serves a SQLite file."""
    seat = Seat(sqlite_sessions)

    assert (await seat.take(), await seat.held(), seat.handover_seconds) == (True, True, 0.0)
