"""Which revisions of the database this program knows, and which one a database is at.

Told without Alembic: an ordinary start finds the newest revision and loads none of it.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

MIGRATIONS: Final = Path(__file__).parent / "migrations"
_TABLE: Final = "alembic_version"


def known_revisions() -> tuple[str, ...]:
    """Every revision, oldest first: files of revisions begin with their four digits."""
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*_*.py"))
    return tuple(file.name.partition("_")[0] for file in files)


def revision_of(connection: Connection) -> str | None:
    """The revision a database is at, None for one that was never migrated."""
    if not inspect(connection).has_table(_TABLE):
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {_TABLE}"))  # noqa: S608 - a name of ours
    return found
