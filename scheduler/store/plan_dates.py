"""Plan dates: what is kept of them, and where each stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, update

from scheduler.domain.commands import AddPlanDate
from scheduler.domain.plans import Child, ChildId, DateState, FamilyId, Origin, PlanDate, PlanDateId
from scheduler.store.engine import Transaction
from scheduler.store.rows import PLAN_DATE_COLUMNS, plan_date_from
from scheduler.store.statements import IS_DELETED, in_portions
from scheduler.store.tables import CHILD, PLAN_DATE


@dataclass(frozen=True, slots=True)
class NewPlanDate:
    """A plan date on its way into the store; ``zone`` is an IANA name."""

    family_id: FamilyId
    child: Child
    command: AddPlanDate
    zone: str


async def insert_plan_dates(
    tx: Transaction, dates: Sequence[NewPlanDate], *, now: datetime
) -> tuple[PlanDate, ...]:
    """Keep plan dates and return them, with their ids, in the order given."""
    # Not sorted by the database: that would be a statement a row on SQLite. Ids are numbered
    # in the order of the rows, on both databases, and sorting them restores it.
    made = await tx.execute(
        insert(PLAN_DATE).returning(PLAN_DATE.c.id), [_values(each, now=now) for each in dates]
    )
    ids = sorted(made.scalars())
    return tuple(_kept(each, its_id) for each, its_id in zip(dates, ids, strict=True))


async def find_plan_date(
    tx: Transaction, plan_date_id: PlanDateId, *, family_id: FamilyId
) -> PlanDate | None:
    """Return a date of this family in any state, or None."""
    found = _dates().where(PLAN_DATE.c.id == plan_date_id, PLAN_DATE.c.family_id == family_id)
    row = (await tx.execute(found)).first()
    return None if row is None else plan_date_from(row)


async def list_open_dates(
    tx: Transaction, family_ids: Collection[FamilyId]
) -> tuple[PlanDate, ...]:
    """Return the open dates of the families, soonest first."""
    return await _dates_where(
        tx, PLAN_DATE.c.family_id.in_(family_ids), PLAN_DATE.c.state == DateState.OPEN
    )


async def list_plan_dates(
    tx: Transaction, plan_date_ids: Collection[PlanDateId]
) -> tuple[PlanDate, ...]:
    """Return dates by id, in any state, in no order; as many as there are ids, or fewer."""
    found: list[PlanDate] = []
    for ids in in_portions(plan_date_ids):
        found += await _dates_where(tx, PLAN_DATE.c.id.in_(ids))
    return tuple(found)


async def count_open_dates(
    tx: Transaction, *, family_id: FamilyId, child_id: ChildId | None = None
) -> int:
    """Return how many dates of the family, or of one child of it, are open."""
    counted = (
        select(func.count())
        .select_from(PLAN_DATE)
        .where(PLAN_DATE.c.family_id == family_id, PLAN_DATE.c.state == DateState.OPEN)
    )
    if child_id is not None:
        counted = counted.where(PLAN_DATE.c.child_id == child_id)
    return int((await tx.execute(counted)).scalar_one())


async def update_plan_date(tx: Transaction, plan_date: PlanDate, *, now: datetime) -> None:
    """Write everything of a date that can change."""
    await tx.execute(
        update(PLAN_DATE)
        .where(PLAN_DATE.c.id == plan_date.id)
        .values(
            due_on=plan_date.due_on,
            at=plan_date.at,
            zone=plan_date.zone,
            title=plan_date.title,
            state=plan_date.state,
            completed_on=plan_date.completed_on,
            changed_at=now,
        )
    )


async def update_zone(tx: Transaction, plan_date_ids: Collection[PlanDateId], zone: str) -> None:
    """Let the dates live in another zone; their wall-clock values stay."""
    await tx.execute(update(PLAN_DATE).where(PLAN_DATE.c.id.in_(plan_date_ids)).values(zone=zone))


async def delete_deleted_dates(tx: Transaction, *, before: datetime) -> int:
    """Erase dates that a parent deleted before an instant: Undo has run out for them."""
    old = delete(PLAN_DATE).where(IS_DELETED, PLAN_DATE.c.changed_at < before)
    return (await tx.execute(old)).rowcount


def _dates() -> Select[Any]:
    return select(*PLAN_DATE_COLUMNS).select_from(
        PLAN_DATE.join(CHILD, CHILD.c.id == PLAN_DATE.c.child_id)
    )


async def _dates_where(tx: Transaction, *conditions: ColumnElement[bool]) -> tuple[PlanDate, ...]:
    soonest_first = (PLAN_DATE.c.due_on, PLAN_DATE.c.at, PLAN_DATE.c.id)
    found = await tx.execute(_dates().where(*conditions).order_by(*soonest_first))
    return tuple(plan_date_from(row) for row in found)


def _kept(new: NewPlanDate, plan_date_id: PlanDateId) -> PlanDate:
    wanted = new.command
    return PlanDate(
        id=plan_date_id,
        child=new.child,
        plan=wanted.plan,
        kind=wanted.kind,
        due_on=wanted.due_on,
        zone=new.zone,
        at=wanted.at,
        title=wanted.title,
    )


def _values(new: NewPlanDate, *, now: datetime) -> dict[str, Any]:
    wanted = new.command
    due_on: date = wanted.due_on
    return {
        "family_id": new.family_id,
        "child_id": new.child.id,
        "plan": wanted.plan,
        "kind": wanted.kind,
        "due_on": due_on,
        "at": wanted.at,
        "zone": new.zone,
        "title": wanted.title,
        "origin": Origin.PAPER,
        "state": DateState.OPEN,
        "created_at": now,
        "changed_at": now,
    }
