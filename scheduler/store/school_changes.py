"""School days that differ: rows of a child, cancelled ones kept until they are past."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import delete, func, insert, select, update

from scheduler.domain.commands import AddSchoolChange
from scheduler.domain.plans import ChangeId, Child, ChildId, FamilyId, SchoolChange
from scheduler.store.engine import Transaction
from scheduler.store.rows import CHANGE_COLUMNS, change_from
from scheduler.store.statements import in_portions
from scheduler.store.tables import CHILD, SCHOOL_CHANGE

_CHANGES = select(*CHANGE_COLUMNS).select_from(
    SCHOOL_CHANGE.join(CHILD, CHILD.c.id == SCHOOL_CHANGE.c.child_id)
)


async def insert_change(
    tx: Transaction, child: Child, command: AddSchoolChange, *, family_id: FamilyId, now: datetime
) -> SchoolChange:
    """Keep changed days of a child."""
    made = await tx.execute(
        insert(SCHOOL_CHANGE)
        .values(
            family_id=family_id,
            child_id=child.id,
            first_on=command.first_on,
            last_on=command.last_on,
            kind=command.kind,
            what=command.what,
            cancelled=False,
            created_at=now,
        )
        .returning(SCHOOL_CHANGE.c.id)
    )
    return SchoolChange(
        ChangeId(made.scalar_one()),
        child,
        command.first_on,
        command.last_on,
        command.kind,
        command.what,
    )


async def find_change(
    tx: Transaction, change_id: ChangeId, *, family_id: FamilyId
) -> SchoolChange | None:
    """Return a change of this family, cancelled or not, or None."""
    found = _CHANGES.where(SCHOOL_CHANGE.c.id == change_id, SCHOOL_CHANGE.c.family_id == family_id)
    row = (await tx.execute(found)).first()
    return None if row is None else change_from(row)


async def list_changes(
    tx: Transaction, family_ids: Collection[FamilyId], *, last_from: date
) -> tuple[SchoolChange, ...]:
    """Return the families' standing changes whose last day is ``last_from`` or later."""
    found = await tx.execute(
        _CHANGES.where(
            SCHOOL_CHANGE.c.family_id.in_(family_ids),
            SCHOOL_CHANGE.c.cancelled.is_(False),
            SCHOOL_CHANGE.c.last_on >= last_from,
        ).order_by(SCHOOL_CHANGE.c.first_on, SCHOOL_CHANGE.c.id)
    )
    return tuple(change_from(row) for row in found)


async def list_changes_on(
    tx: Transaction, child_ids: Collection[ChildId], *, first_on: date, last_on: date
) -> tuple[SchoolChange, ...]:
    """Return the standing changes of these children that touch the days given, inclusive.

    The changes of one child are in the order in which they were entered.
    """
    changes: list[SchoolChange] = []
    for ids in in_portions(child_ids):
        found = await tx.execute(
            _CHANGES.where(
                SCHOOL_CHANGE.c.child_id.in_(ids),
                SCHOOL_CHANGE.c.cancelled.is_(False),
                SCHOOL_CHANGE.c.last_on >= first_on,
                SCHOOL_CHANGE.c.first_on <= last_on,
            ).order_by(SCHOOL_CHANGE.c.id)
        )
        changes += (change_from(row) for row in found)
    return tuple(changes)


async def mark_cancelled(tx: Transaction, change_id: ChangeId) -> None:
    """Take a change back."""
    await tx.execute(
        update(SCHOOL_CHANGE).where(SCHOOL_CHANGE.c.id == change_id).values(cancelled=True)
    )


async def count_changes(tx: Transaction, *, family_id: FamilyId, last_from: date) -> int:
    """Return how many changes of a family stand from a day on."""
    counted = (
        select(func.count())
        .select_from(SCHOOL_CHANGE)
        .where(
            SCHOOL_CHANGE.c.family_id == family_id,
            SCHOOL_CHANGE.c.cancelled.is_(False),
            SCHOOL_CHANGE.c.last_on >= last_from,
        )
    )
    return int((await tx.execute(counted)).scalar_one())


async def delete_past_changes(tx: Transaction, *, before: date) -> int:
    """Forget changes whose last day is before ``before``."""
    old = delete(SCHOOL_CHANGE).where(SCHOOL_CHANGE.c.last_on < before)
    return (await tx.execute(old)).rowcount
