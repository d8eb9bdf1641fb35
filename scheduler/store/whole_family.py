"""Every row that is held for a chat and its family: counted, and handed out as plain values."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Table, and_, func, select

from scheduler.domain.delivery import ReminderState
from scheduler.domain.plans import Preferences
from scheduler.store.columns import METADATA
from scheduler.store.engine import Transaction
from scheduler.store.tables import (
    ARRIVAL,
    FAMILY,
    REASON_COUNT,
    REMINDER,
    SENT_QUESTION,
    TOPIC_COUNT,
)

# These name neither a chat nor a family; every other table does, also one added later.
_NOBODYS: Final = frozenset({ARRIVAL.name, TOPIC_COUNT.name, REASON_COUNT.name, SENT_QUESTION.name})
_NEVER_SENT: Final = (ReminderState.CANCELLED, ReminderState.SUPERSEDED)


async def count_rows_of(tx: Transaction, chat: Preferences) -> dict[str, int]:
    """Return how many rows each table holds for this chat and its family.

    Reminders that gave way to others or were called off are no messages, and not counted.
    """
    return {
        table.name: int(
            (
                await tx.execute(
                    select(func.count()).select_from(table).where(_counts(table, chat))
                )
            ).scalar_one()
        )
        for table in _tables()
    }


async def all_rows_of(tx: Transaction, chat: Preferences) -> dict[str, Any]:
    """Return all columns of all those rows, by table, ready for JSON."""
    rows: dict[str, Any] = {}
    for table in _tables():
        found = await tx.execute(select(table).where(_belongs(table, chat)))
        rows[str(table.name)] = [
            {str(name): _plain(value) for name, value in row.items()} for row in found.mappings()
        ]
    return rows


def _tables() -> tuple[Table, ...]:
    return tuple(table for table in METADATA.sorted_tables if table.name not in _NOBODYS)


def _counts(table: Table, chat: Preferences) -> Any:  # noqa: ANN401 - a condition on any table
    if table is REMINDER:
        return and_(_belongs(table, chat), table.c.state.not_in(_NEVER_SENT))
    return _belongs(table, chat)


def _belongs(table: Table, chat: Preferences) -> Any:  # noqa: ANN401 - a condition on any table
    if table is FAMILY:
        return table.c.id == chat.family_id
    if "chat_id" in table.c:
        return table.c.chat_id == chat.chat_id
    return table.c.family_id == chat.family_id


def _plain(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return value
