"""Opens the database and its transactions. The differences between the engines begin here."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from typing import Any, TypeAlias

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from scheduler.store.errors import StoreUnavailable, is_unavailable, one_line
from scheduler.store.urls import async_url, is_sqlite, make_folder

# What every store function takes first: a connection inside an open transaction.
Transaction: TypeAlias = AsyncConnection

BUSY_TIMEOUT_MS = 5_000
# Once a second of waiting for a free connection would hide a leak; half a minute rides out
# a database that restarts.
POOL_WAIT_S = 30


class Sessions:
    """The way to the database: read-write and read-only transactions.

    ``on_scheduled`` is called after a commit that may have brought the next due instant
    nearer, so that the clockwork can look again.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self.on_scheduled: Callable[[], None] | None = None
        self._writer = engine.execution_options(read_write=True)
        # SQLite lets one writer in at a time. Waiting in line here costs nothing; waiting
        # inside SQLite would poll, and give up after the busy timeout.
        self._line = asyncio.Lock() if is_sqlite(engine.url) else None

    @asynccontextmanager
    async def begin(self, *, wakes: bool = False) -> AsyncIterator[Transaction]:
        """Open a read-write transaction: committed at the end, rolled back on an exception.

        ``wakes`` says that it may schedule or queue something: see ``on_scheduled``.

        Raises:
            StoreUnavailable: the database cannot be reached or written (a full disk, too).
        """
        async with self._in_line():
            with _faults_named():
                async with self._writer.begin() as tx:
                    yield tx
        if wakes and self.on_scheduled is not None:
            self.on_scheduled()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """Open a transaction that sees one state of the database and writes nothing.

        Raises:
            StoreUnavailable: the database cannot be reached or read.
        """
        with _faults_named():
            async with self.engine.connect() as tx:
                yield tx

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()

    def _in_line(self) -> AbstractAsyncContextManager[None]:
        return self._line if self._line is not None else nullcontext()


async def open_store(url: str) -> Sessions:
    """Connect to the database at ``url``, a SQLAlchemy URL; the driver is chosen here.

    Migrations are not run: see ``scheduler.store.schema``.

    Raises:
        StoreUnavailable: it cannot be reached or is not a database, in one line.
    """
    target = async_url(url)
    make_folder(target)
    sessions = Sessions(create_async_engine(target, hide_parameters=True, **_pool_of(target)))
    if is_sqlite(target):
        prepare_sqlite(sessions.engine)
    else:
        # Else psycopg is handed a list of rows one by one: five thousand a second at most.
        sessions.engine.sync_engine.dialect.use_insertmanyvalues_wo_returning = True
    try:
        await _touch(sessions)
    except StoreUnavailable:
        await sessions.close()
        raise
    return sessions


def prepare_sqlite(engine: AsyncEngine) -> None:
    """Make SQLite keep its promises on every connection, and begin its transactions itself."""
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)


def _set_pragmas(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL leaves out the disk flush at each commit. A commit is in the
    # operating system's hands by then, so killing the process loses nothing; only a loss of
    # power can take back the last commits, and the file stays whole even so.
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that reads before it writes would fail half-way if another process wrote
    # in between (SQLITE_BUSY_SNAPSHOT): it takes the write lock before it reads.
    writes = connection.get_execution_options().get("read_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _pool_of(url: URL) -> dict[str, Any]:
    if is_sqlite(url):
        return {
            "pool_size": 5,
            "max_overflow": 0,
            "pool_timeout": POOL_WAIT_S,
            # The driver's own BEGIN comes late and is never IMMEDIATE: it is switched off.
            "connect_args": {"isolation_level": None},
        }
    return {
        "pool_size": 10,
        "max_overflow": 5,
        "pool_timeout": POOL_WAIT_S,
        "pool_pre_ping": True,
    }


async def _touch(sessions: Sessions) -> None:
    """Read something, so that a wrong file or address shows now and not at the first parent."""
    statement = "PRAGMA schema_version" if is_sqlite(sessions.engine.url) else "SELECT 1"
    async with sessions.read() as tx:
        await tx.exec_driver_sql(statement)


@contextmanager
def _faults_named() -> Iterator[None]:
    """Turn what a failing database raises into ``StoreUnavailable``; the rest passes."""
    try:
        yield
    except SQLAlchemyError as err:
        if is_unavailable(err):
            raise StoreUnavailable(f"the database failed: {one_line(err)}") from err
        raise
