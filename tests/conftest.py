"""What many tests need: a fresh store on each database, a family, a moment to stand in."""

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url

from bench.databases import postgres_server
from scheduler.actions import Arrival, change_settings, receive
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.plans import ChatId
from scheduler.store.columns import METADATA
from scheduler.store.engine import Sessions, open_store
from scheduler.store.schema import migrate
from scheduler.store.urls import sync_url

# A Thursday morning in September, before anything is due.
NOW = datetime(2026, 9, 10, 14, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL with the newest tables: DATABASE_URL where given, else one of our own."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        migrate(given)
        yield given
        return
    with postgres_server(tmp_path_factory.mktemp("postgresql") / "data") as url:
        migrate(url)
        yield url


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest tables, to be copied."""
    file = tmp_path_factory.mktemp("sqlite") / "model.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_model: Path, tmp_path: Path) -> str:
    """An empty SQLite database with the newest tables."""
    file = tmp_path / "test.db"
    shutil.copy(sqlite_model, file)
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def second_postgres_url(postgres_url: str) -> str:
    """A second database on the same server, for tests that make and drop tables."""
    server = make_url(postgres_url)
    name = f"{server.database}_bare"
    engine = create_engine(sync_url(postgres_url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        there = text("SELECT 1 FROM pg_database WHERE datname = :name")
        if connection.execute(there, {"name": name}).first() is None:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return _whole(server.set(database=name))


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table, once on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bare.db'}"
    url = str(request.getfixturevalue("second_postgres_url"))
    engine = create_engine(sync_url(url))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


def _whole(url: URL) -> str:
    return url.render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database with the newest tables, once on each engine."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    url = str(request.getfixturevalue("postgres_url"))
    _empty(url)
    return url


def _empty(postgres_url: str) -> None:
    engine = create_engine(sync_url(postgres_url))
    names = ", ".join(table.name for table in METADATA.sorted_tables)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    engine.dispose()


@pytest.fixture
async def sessions(database_url: str) -> AsyncIterator[Sessions]:
    """An open, empty store, once on each engine."""
    opened = await open_store(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_sessions(sqlite_url: str) -> AsyncIterator[Sessions]:
    """An open, empty store on SQLite, for what the database has no part in."""
    opened = await open_store(sqlite_url)
    yield opened
    await opened.close()


@pytest.fixture
async def postgres_sessions(postgres_url: str) -> AsyncIterator[Sessions]:
    """An open, empty store on PostgreSQL, for what only several processes meet."""
    _empty(postgres_url)
    opened = await open_store(postgres_url)
    yield opened
    await opened.close()


async def make_chat(
    sessions: Sessions, number: int, zone: str | None = "America/New_York", *, now: datetime = NOW
) -> ChatId:
    """Make a chat known, with a zone unless it is to have none."""
    chat_id = ChatId(number)
    arrival = Arrival(number, chat_id)
    await receive(sessions, [arrival], instance="maker", takeover_after=timedelta(0), now=now)
    if zone:
        await change_settings(
            sessions, ChangeSettings(zone=zone), chat_id=chat_id, draft_id=None, now=now
        )
    return chat_id
