"""What the statements of several modules share, and where the two databases differ in SQL."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import ColumnElement, Table, literal_column
from sqlalchemy.dialects import postgresql, sqlite

from scheduler.store.engine import Transaction

# Conditions of the partial indexes, word for word and without parameters: a database uses
# such an index only where it can see, before any value is known, that the query implies it.
IS_SCHEDULED: Final[ColumnElement[bool]] = literal_column("reminder.state = 'scheduled'")
IS_TO_COME: Final[ColumnElement[bool]] = literal_column("reminder.state IN ('scheduled', 'queued')")
IS_WAITING: Final[ColumnElement[bool]] = literal_column("outbox.state = 'waiting'")
IS_LIVE: Final[ColumnElement[bool]] = literal_column(
    "state NOT IN ('superseded', 'cancelled', 'failed')"
)
IS_DELETED: Final[ColumnElement[bool]] = literal_column("plan_date.state = 'deleted'")
IS_OVER: Final[ColumnElement[bool]] = literal_column("outbox.state <> 'waiting'")

# The most ids put into one IN (...) list: PostgreSQL allows 65,535 parameters in a
# statement, SQLite 32,766.
MAX_IDS: Final = 10_000

Id = TypeVar("Id")


def in_portions(ids: Iterable[Id]) -> Iterator[tuple[Id, ...]]:
    """Yield ``ids`` in portions of ``MAX_IDS`` at most, each fit for one IN (...) list."""
    rest = iter(ids)
    while portion := tuple(islice(rest, MAX_IDS)):
        yield portion


def upsert(tx: Transaction, table: Table) -> Any:  # noqa: ANN401 - one of two unrelated classes
    """Return an INSERT that can say ON CONFLICT; both databases know it, each by its own class."""
    return sqlite.insert(table) if tx.dialect.name == "sqlite" else postgresql.insert(table)
