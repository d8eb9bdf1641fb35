"""What the tables are made of: their base, names of constraints, and columns they share."""

from typing import Any, ClassVar

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData
from sqlmodel import SQLModel

from scheduler.store.types import UtcDateTime

# Constraints have names of their own, so that a migration can name them on both databases.
METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# An id is never given twice, even after its row is gone: an old button must not reach the
# row that came after. PostgreSQL's sequences do so anyway.
NEVER_REUSED = {"sqlite_autoincrement": True}

# SQLite counts rows only in a column declared INTEGER, whose values are 64 bits wide.
ROW_ID = BigInteger().with_variant(Integer, "sqlite")


def row_id() -> Column[Any]:
    """Return a primary key that the database numbers."""
    return Column(ROW_ID, primary_key=True, autoincrement=True)


def belongs_to(target: str, *, nullable: bool = False) -> Column[Any]:
    """Return a foreign key that goes when ``target`` goes."""
    return Column(BigInteger, ForeignKey(target, ondelete="CASCADE"), nullable=nullable)


def belongs_to_chat(*, primary_key: bool = False) -> Column[Any]:
    """Return a key to a chat; it follows when a group becomes a supergroup with a new id."""
    return Column(
        BigInteger,
        ForeignKey("chat.chat_id", ondelete="CASCADE", onupdate="CASCADE"),
        nullable=False,
        primary_key=primary_key,
    )


def instant(*, nullable: bool = False) -> Column[Any]:
    """Return a column for an instant."""
    return Column(UtcDateTime, nullable=nullable)


class StoreModel(SQLModel):
    """The base of every table; keeps them in a metadata of their own."""

    metadata: ClassVar[MetaData] = METADATA
