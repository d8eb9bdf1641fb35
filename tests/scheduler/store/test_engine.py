"""What the engines promise: one writer at a time, whole transactions, faults in one line."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from scheduler.store.engine import Sessions, open_store
from scheduler.store.errors import StoreUnavailable, is_unavailable, one_line
from scheduler.store.tables import CHAT, FAMILY
from tests.conftest import NOW, make_chat


async def _families(sessions: Sessions) -> int:
    async with sessions.read() as tx:
        return int((await tx.execute(select(func.count()).select_from(FAMILY))).scalar_one())


async def test_open_when_sqlite_then_its_promises_are_switched_on(
    sqlite_sessions: Sessions,
) -> None:
    """Foreign keys hold, the log is written ahead, and a busy file is waited for."""
    async with sqlite_sessions.read() as tx:
        found = [
            (await tx.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
            for name in ("foreign_keys", "journal_mode", "busy_timeout", "synchronous")
        ]

    assert found == [1, "wal", 5000, 1]


async def test_begin_when_it_reads_first_then_nobody_writes_in_between(
    sqlite_url: str,
) -> None:
    """A transaction that reads before it writes holds the write lock from its beginning."""
    first, second = await open_store(sqlite_url), await open_store(sqlite_url)
    async with first.begin() as tx:
        await tx.execute(select(CHAT))
        async with second.engine.connect() as other:
            await other.exec_driver_sql("PRAGMA busy_timeout = 0")
            await other.rollback()
            with pytest.raises(Exception, match="locked"):
                await other.execute(insert(FAMILY).values(created_at=NOW))
        await tx.execute(insert(FAMILY).values(created_at=NOW))
    assert await _families(first) == 1
    await first.close()
    await second.close()


async def test_begin_when_it_fails_then_nothing_of_it_stays(sessions: Sessions) -> None:
    """An exception in the middle takes back what was written before it."""
    with pytest.raises(RuntimeError, match="in the middle"):
        await _fail_in_the_middle(sessions)

    assert await _families(sessions) == 0


async def _fail_in_the_middle(sessions: Sessions) -> None:
    async with sessions.begin() as tx:
        await tx.execute(insert(FAMILY).values(created_at=NOW))
        raise RuntimeError("in the middle")


async def test_begin_when_it_may_schedule_then_the_clockwork_hears_after_the_commit(
    sessions: Sessions,
) -> None:
    """Whoever is told to look again sees what was written."""
    seen: list[asyncio.Task[int]] = []

    def look() -> None:
        seen.append(asyncio.get_running_loop().create_task(_families(sessions)))

    sessions.on_scheduled = look
    async with sessions.begin() as tx:
        await tx.execute(insert(FAMILY).values(created_at=NOW))
    async with sessions.begin(wakes=True) as tx:
        await tx.execute(insert(FAMILY).values(created_at=NOW))

    assert await asyncio.gather(*seen) == [2]


async def test_begin_when_the_disk_is_full_then_it_is_told_and_nothing_half_stays(
    sqlite_sessions: Sessions,
) -> None:
    """A full disk is a database that cannot be written; what was there stays whole."""
    await make_chat(sqlite_sessions, 1)
    async with sqlite_sessions.read() as tx:
        pages = (await tx.exec_driver_sql("PRAGMA page_count")).scalar_one()
    with pytest.raises(StoreUnavailable, match="full"):
        await _fill(sqlite_sessions, pages)

    assert await _families(sqlite_sessions) == 1
    async with sqlite_sessions.read() as tx:
        check = (await tx.exec_driver_sql("PRAGMA integrity_check")).scalar_one()
    assert check == "ok"


async def _fill(sessions: Sessions, pages: int) -> None:
    async with sessions.begin() as tx:
        await tx.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for _ in range(20):
            await tx.execute(insert(FAMILY), [{"created_at": NOW} for _ in range(500)])


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"this is no database, but a letter of some length" * 30, "not a database"), (None, "open")],
)
async def test_open_when_the_file_cannot_be_used_then_one_line_says_why(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    """A wrong file shows at the start, in words that a person can act on."""
    file = tmp_path / "odd.db"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    with pytest.raises(StoreUnavailable, match=words) as refused:
        await open_store(f"sqlite:///{file}")

    assert "\n" not in str(refused.value)


async def test_open_when_the_server_is_away_then_one_line_says_why() -> None:
    """A PostgreSQL that does not answer shows at the start."""
    with pytest.raises(StoreUnavailable) as refused:
        await open_store("postgresql://sam@127.0.0.1:1/none?connect_timeout=2")

    assert "\n" not in str(refused.value)


async def test_statement_when_it_is_wrong_then_it_is_a_fault_and_not_a_state_of_the_world(
    sqlite_sessions: Sessions,
) -> None:
    """A constraint that is violated is our fault, and is not waited out."""
    with pytest.raises(Exception, match="UNIQUE") as fault:
        await _twice(sqlite_sessions)

    assert not isinstance(fault.value, StoreUnavailable)


async def _twice(sessions: Sessions) -> None:
    async with sessions.begin() as tx:
        for _ in range(2):
            await tx.execute(insert(FAMILY).values(id=1, created_at=NOW))


async def test_server_when_it_cuts_a_connection_then_the_next_transaction_goes_on(
    postgres_sessions: Sessions,
) -> None:
    """A database that restarts costs the transaction under way, and nothing after it."""
    with pytest.raises(StoreUnavailable):
        await _cut_myself(postgres_sessions)

    assert await _families(postgres_sessions) == 0


async def _cut_myself(sessions: Sessions) -> None:
    async with sessions.begin() as tx:
        await tx.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


def test_one_line_when_an_error_says_nothing_then_its_kind_is_told() -> None:
    """There is always something to read."""
    assert one_line(ValueError()) == "ValueError"
    assert one_line(ValueError("a\nb")) == "a"


def test_unavailable_when_a_file_is_damaged_then_it_is_a_state_of_the_world() -> None:
    """SQLite tells of a damaged file by the bare base class."""
    assert is_unavailable(DatabaseError("s", {}, ValueError("malformed")))
    assert not is_unavailable(IntegrityError("s", {}, ValueError("UNIQUE")))
