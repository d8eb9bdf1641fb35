"""Column types that both databases keep alike."""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum
from sqlalchemy.types import TypeDecorator

ENUM_LENGTH = 24


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Only aware datetimes go in; aware UTC comes out, on both databases.

    SQLite has no time zones and hands back naive values, PostgreSQL hands back the zone of
    the connection: neither is to be trusted by anyone who looks at the value.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC; naive where the database knows no zones.

        Raises:
            ValueError: the value is naive.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime is no instant; give it its zone")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Mark SQLite's value as the UTC it is; convert PostgreSQL's."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def short_text(choices: type[StrEnum]) -> Enum:
    """Return a column type for ``choices``: their values as text, anything else refused.

    Text and a CHECK rather than a PostgreSQL enum: a new choice is then a small migration,
    and the rows read the same on both databases.
    """
    return Enum(
        choices,
        native_enum=False,
        create_constraint=True,
        length=ENUM_LENGTH,
        name=choices.__name__.lower(),
        values_callable=_values,
    )


def _values(choices: type[StrEnum]) -> list[str]:
    return [choice.value for choice in choices]
