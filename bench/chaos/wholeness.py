"""Looks at a database after a chaos run: is it whole, and did every row come to its end?"""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import func, select

from bench.databases import opened
from scheduler.domain.delivery import OutboxState, ReminderState
from scheduler.store.engine import Transaction
from scheduler.store.tables import OUTBOX, REMINDER

_MOVING = frozenset({ReminderState.SCHEDULED, ReminderState.QUEUED})


async def find_damage(url: str, *, due: int) -> tuple[str, ...]:
    """What is wrong with the database at ``url``, in plain lines; nothing when it is whole.

    Every one of ``due`` reminders must be marked sent, and no letter may wait.
    """
    async with opened(url) as sessions, sessions.read() as tx:
        states = await count_states(tx)
        waiting = await _count_waiting(tx)
        return (*await _check_file(tx), *_complaints(states, waiting, due))


async def count_unfinished(tx: Transaction) -> int:
    """How many reminders have not come to their end."""
    states = await count_states(tx)
    return sum(states[state] for state in _MOVING)


async def count_states(tx: Transaction) -> Counter[ReminderState]:
    """How many reminders are in which state."""
    found = await tx.execute(select(REMINDER.c.state, func.count()).group_by(REMINDER.c.state))
    return Counter({state: count for state, count in found})  # noqa: C416 - rows are no pairs


async def _count_waiting(tx: Transaction) -> int:
    found = select(func.count()).where(OUTBOX.c.state == OutboxState.WAITING)
    return int((await tx.execute(found)).scalar_one())


async def _check_file(tx: Transaction) -> tuple[str, ...]:
    """Ask SQLite itself; PostgreSQL shows damage when every row and index is read."""
    if tx.dialect.name != "sqlite":
        return ()
    told = (await tx.exec_driver_sql("PRAGMA integrity_check")).scalars().all()
    astray = (await tx.exec_driver_sql("PRAGMA foreign_key_check")).all()
    return (
        *(str(line) for line in told if line != "ok"),
        *(f"a row of {row[0]} points nowhere" for row in astray),
    )


def _complaints(states: Counter[ReminderState], waiting: int, due: int) -> Iterator[str]:
    if states.total() != due:
        yield f"{states.total()} reminder rows, not {due}"
    for state, count in sorted(states.items()):
        if state is not ReminderState.SENT:
            yield f"{count} reminders are {state}, not sent"
    if waiting:
        yield f"{waiting} letters wait"
