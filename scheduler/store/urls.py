"""Database URLs as people write them, turned into what the drivers need."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from scheduler.store.errors import StoreUnavailable


def async_url(url: str) -> URL:
    """Return ``url`` with its asyncio driver: aiosqlite, or psycopg.

    Raises:
        StoreUnavailable: it is no URL, or names neither SQLite nor PostgreSQL.
    """
    return _with_driver(url, sqlite="sqlite+aiosqlite")


def sync_url(url: str) -> URL:
    """Return ``url`` with its blocking driver, for migrations and back-ups.

    Raises:
        StoreUnavailable: it is no URL, or names neither SQLite nor PostgreSQL.
    """
    return _with_driver(url, sqlite="sqlite+pysqlite")


def make_folder(url: URL) -> None:
    """Make the folder of a SQLite file, so that a first start needs no preparation.

    Raises:
        StoreUnavailable: the folder cannot be made.
    """
    if not is_sqlite(url) or not url.database or url.database == ":memory:":
        return
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise StoreUnavailable(f"cannot make the database folder: {err.strerror}") from err


def is_sqlite(url: URL) -> bool:
    """Tell SQLite from PostgreSQL."""
    return url.get_backend_name() == "sqlite"


def _with_driver(url: str, *, sqlite: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as err:
        raise StoreUnavailable("the database URL is not a URL like sqlite:///file.db") from err
    match parsed.drivername.partition("+")[0]:
        case "sqlite":
            return parsed.set(drivername=sqlite)
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql+psycopg")
        case other:
            raise StoreUnavailable(f"{other} is not supported: use sqlite or postgresql")
