"""Updates that came in, so that each acts once whoever receives it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, delete, update

from scheduler.store.engine import Transaction
from scheduler.store.statements import upsert
from scheduler.store.tables import ARRIVAL


async def claim_arrivals(
    tx: Transaction,
    update_ids: Collection[int],
    *,
    instance: str,
    taken_before: datetime,
    now: datetime,
) -> frozenset[int]:
    """Take the updates for ``instance`` and return those that are its to act on.

    An update is free when nobody took it, or when another instance took it at or before
    ``taken_before`` and never answered. ``update_ids`` holds no id twice.
    """
    taken = upsert(tx, ARRIVAL)
    taken = taken.on_conflict_do_update(
        index_elements=[ARRIVAL.c.update_id],
        set_={"instance": taken.excluded.instance, "received_at": taken.excluded.received_at},
        where=ARRIVAL.c.answered.is_(False)
        & (ARRIVAL.c.instance != taken.excluded.instance)
        & (ARRIVAL.c.received_at <= taken_before),
    ).returning(ARRIVAL.c.update_id)
    # In order, so that two processes with the same updates wait for each other and do not
    # lock each other out.
    rows = [
        {"update_id": each, "instance": instance, "received_at": now, "answered": False}
        for each in sorted(update_ids)
    ]
    return frozenset((await tx.execute(taken, rows)).scalars())


async def mark_answered(tx: Transaction, update_ids: Collection[int]) -> None:
    """Note that the updates were answered: nobody may act on them again."""
    await tx.execute(
        update(ARRIVAL).where(ARRIVAL.c.update_id == bindparam("its_id")).values(answered=True),
        [{"its_id": each} for each in sorted(update_ids)],
    )


async def delete_arrivals(tx: Transaction, *, before: datetime) -> int:
    """Forget updates that came in before an instant; Telegram repeats none after a day."""
    return (await tx.execute(delete(ARRIVAL).where(ARRIVAL.c.received_at < before))).rowcount
