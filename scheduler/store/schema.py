"""The database as a whole: brought to this version, copied while it runs, put back.

Blocking calls, for the command line and the start; nothing else runs meanwhile.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from scheduler.store import tables
from scheduler.store.engine import BUSY_TIMEOUT_MS
from scheduler.store.errors import StoreUnavailable, one_line
from scheduler.store.revisions import MIGRATIONS, known_revisions, revision_of
from scheduler.store.urls import is_sqlite, make_folder, sync_url

# A number that nothing else in the database locks by.
_LOCK: Final = 5_040_505
_NEWEST: Final = "head"


def migrate(url: str, revision: str = _NEWEST) -> str:
    """Bring the database to ``revision`` and return the revision it is at.

    Raises:
        StoreUnavailable: it cannot be reached or written, or is newer than this program.
    """
    target = sync_url(url)
    make_folder(target)
    engine = create_engine(target, poolclass=NullPool, hide_parameters=True)
    if is_sqlite(target):
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        with engine.begin() as connection:
            if not is_sqlite(target):
                # Of several processes that start at once, one migrates and the others wait.
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if revision != _NEWEST or revision_of(connection) != known_revisions()[-1]:
                _upgrade(connection, revision)
            return revision_of(connection) or "empty"
    except (SQLAlchemyError, OSError) as error:
        raise StoreUnavailable(f"the database failed: {one_line(error)}") from error


def _upgrade(connection: Connection, revision: str) -> None:
    # Loaded where something is to migrate: an ordinary start spares the time and 12 MB.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise StoreUnavailable(f"the database is of another version: {one_line(error)}") from error


def check_newest(url: str) -> None:
    """Look whether the database is there and at the newest revision; nothing is changed.

    Raises:
        StoreUnavailable: it is not, in one line.
    """
    target = sync_url(url)
    if is_sqlite(target):
        _existing(target)
    engine = create_engine(target, poolclass=NullPool, hide_parameters=True)
    try:
        with engine.connect() as connection:
            found = revision_of(connection)
    except (SQLAlchemyError, OSError) as error:
        raise StoreUnavailable(f"the database failed: {one_line(error)}") from error
    newest = known_revisions()[-1]
    if found != newest:
        raise StoreUnavailable(
            f"the database is of another version: at {found or 'none'}, this program needs {newest}"
        )


def backup(url: str, file: Path) -> None:
    """Write a whole copy of the database to ``file``, also while a bot uses it.

    Raises:
        StoreUnavailable: the file exists already, or one of the two cannot be used.
    """
    target = sync_url(url)
    if file.exists():
        raise StoreUnavailable(f"{file} exists already; choose another name")
    try:
        if is_sqlite(target):
            _copy_sqlite(_existing(target), file)
        else:
            _run_tool(target, "pg_dump", "--format=custom", f"--file={file}")
    except StoreUnavailable:
        # Half a copy must not pass for one.
        file.unlink(missing_ok=True)
        raise


def restore(url: str, file: Path) -> None:
    """Put a copy made by ``backup`` in the place of the database. No bot may be running.

    Raises:
        StoreUnavailable: there is no such copy, it is damaged, or it cannot be put back; the
            database is then as it was.
    """
    target = sync_url(url)
    if not file.is_file():
        raise StoreUnavailable(f"{file} is not there")
    if is_sqlite(target):
        make_folder(target)
        _check_sqlite(file)
        _copy_sqlite(file, Path(target.database or ""))
        return
    _run_tool(
        target,
        "pg_restore",
        "--clean",
        "--if-exists",
        "--single-transaction",
        "--no-owner",
        str(file),
    )


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own BEGIN spares statements that make tables: a kill in the middle would
    # leave half of them. Foreign keys stay off, since a table that is copied goes for a moment.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _existing(target: URL) -> Path:
    path = Path(target.database or "")
    if not path.is_file():
        raise StoreUnavailable(f"there is no database at {path}")
    return path


def _copy_sqlite(source: Path, target: Path) -> None:
    """Copy page by page under SQLite's own locks, which a running bot does not notice."""
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    except sqlite3.Error as error:
        raise StoreUnavailable(f"the copy failed: {error}") from error


def _check_sqlite(file: Path) -> None:
    try:
        with closing(
            sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchone()
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        raise StoreUnavailable(f"{file} is not a database: {error}") from error
    if found != ("ok",) or tables.CHAT.name not in names:
        raise StoreUnavailable(f"{file} is not a whole copy of this database")


def _run_tool(target: URL, name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs on ``target``; its last word is passed on.

    The password goes by the environment: everybody on a machine can read arguments.
    """
    program = shutil.which(name)
    if program is None:
        raise StoreUnavailable(f"{name} is not installed (on Debian: postgresql-client)")
    address = target._replace(drivername="postgresql", password=None).render_as_string()
    secret = {"PGPASSWORD": str(target.password)} if target.password else {}
    done = subprocess.run(  # noqa: S603 - fixed program, arguments of the operator
        [program, f"--dbname={address}", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **secret},
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit {done.returncode}"]
        raise StoreUnavailable(f"{name} failed: {lines[-1]}")
