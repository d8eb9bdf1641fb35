"""The tables: from empty to newest, and nothing forgotten on the way."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from scheduler.store import tables
from scheduler.store.columns import METADATA
from scheduler.store.schema import migrate
from scheduler.store.urls import sync_url


def test_migrate_when_run_again_then_changes_nothing(database_url: str) -> None:
    """A second run finds the database where the first left it."""
    assert migrate(database_url) == migrate(database_url)


def test_migrated_tables_when_compared_then_are_the_declared_ones(database_url: str) -> None:
    """The revisions lead to just the tables that the code declares."""
    assert tables.CHAT.name == "chat"
    engine = create_engine(sync_url(database_url))
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()
    assert found == []
