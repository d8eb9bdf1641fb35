"""Children by nickname; nicknames are compared without case, width or spare spaces."""

import unicodedata
from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy import delete, select, update

from scheduler.domain.plans import Child, ChildId, FamilyId
from scheduler.store.engine import Transaction
from scheduler.store.rows import CHILD_COLUMNS, child_from
from scheduler.store.statements import upsert
from scheduler.store.tables import CHILD

_FOLDED_CHARS: Final = 256


def folded(nickname: str) -> str:
    """Return a nickname as it is compared: "Sam", "sam" and " SAM " are one child."""
    # One sign may fold into eighteen letters, hence the cut to what the column holds.
    return " ".join(unicodedata.normalize("NFKC", nickname).casefold().split())[:_FOLDED_CHARS]


async def list_children(tx: Transaction, family_id: FamilyId) -> tuple[Child, ...]:
    """Return a family's children by nickname."""
    found = await tx.execute(
        select(*CHILD_COLUMNS).where(CHILD.c.family_id == family_id).order_by(CHILD.c.folded)
    )
    return tuple(child_from(row) for row in found)


async def list_children_of(
    tx: Transaction, family_ids: Collection[FamilyId]
) -> dict[FamilyId, list[Child]]:
    """Return the children of several families; a family without any is left out."""
    found = await tx.execute(
        select(*CHILD_COLUMNS, CHILD.c.family_id)
        .where(CHILD.c.family_id.in_(family_ids))
        .order_by(CHILD.c.folded)
    )
    children: dict[FamilyId, list[Child]] = {}
    for row in found:
        children.setdefault(row.family_id, []).append(child_from(row))
    return children


async def find_child(tx: Transaction, child_id: ChildId, *, family_id: FamilyId) -> Child | None:
    """Return a child of this family, or None."""
    found = select(*CHILD_COLUMNS).where(CHILD.c.id == child_id, CHILD.c.family_id == family_id)
    row = (await tx.execute(found)).first()
    return None if row is None else child_from(row)


async def find_named_child(tx: Transaction, nickname: str, *, family_id: FamilyId) -> Child | None:
    """Return the child of this family that goes by ``nickname``, or None."""
    found = select(*CHILD_COLUMNS).where(
        CHILD.c.family_id == family_id, CHILD.c.folded == folded(nickname)
    )
    row = (await tx.execute(found)).first()
    return None if row is None else child_from(row)


async def family_of(tx: Transaction, child_id: ChildId) -> FamilyId:
    """Return the family of a child.

    Raises:
        NoResultFound: there is no such child.
    """
    found = select(CHILD.c.family_id).where(CHILD.c.id == child_id)
    return FamilyId((await tx.execute(found)).scalar_one())


async def insert_children(tx: Transaction, named: Sequence[tuple[FamilyId, str]]) -> None:
    """Keep children that are not known yet; a known nickname is left as it was written first."""
    rows = [
        {"family_id": family_id, "nickname": nickname, "folded": folded(nickname)}
        for family_id, nickname in named
    ]
    await tx.execute(
        upsert(tx, CHILD).on_conflict_do_nothing(
            index_elements=[CHILD.c.family_id, CHILD.c.folded]
        ),
        rows,
    )


async def update_nickname(tx: Transaction, child_id: ChildId, nickname: str) -> None:
    """Call a child by another nickname.

    Raises:
        IntegrityError: another child of the family goes by it.
    """
    await tx.execute(
        update(CHILD)
        .where(CHILD.c.id == child_id)
        .values(nickname=nickname, folded=folded(nickname))
    )


async def delete_child(tx: Transaction, child_id: ChildId) -> None:
    """Erase a child with its dates, changes and reminders."""
    await tx.execute(delete(CHILD).where(CHILD.c.id == child_id))
