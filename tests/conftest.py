"""What many tests need: a fresh store on each database, a family, a moment to stand in."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

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


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database with the newest tables, once on each engine."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'test.db'}"
        migrate(url)
        return url
    url = str(request.getfixturevalue("postgres_url"))
    engine = create_engine(sync_url(url))
    names = ", ".join(table.name for table in METADATA.sorted_tables)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    engine.dispose()
    return url


@pytest.fixture
async def sessions(database_url: str) -> AsyncIterator[Sessions]:
    """An open, empty store, once on each engine."""
    opened = await open_store(database_url)
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
