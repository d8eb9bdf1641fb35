"""Claims letters and puts together what each says, from what is true at this moment."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from scheduler.delivery.telling import NO_LONGER_TRUE, Telling, tell
from scheduler.domain.delivery import Letter
from scheduler.store import chats, outbox, reminder_marks, reminders
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.notices import load_facts
from scheduler.store.outbox import Claimed
from scheduler.store.reminders import ReminderRecord

Work = tuple[Claimed, Letter]

_NOTHING: Final[tuple[ReminderRecord, ...]] = ()


async def claim_letters(
    sessions: Sessions, *, now: datetime, lease: timedelta, limit: int, instance: str
) -> list[Work]:
    """Lease letters that are due and return what each says.

    A letter with nothing left to say ends here, and one that came into quiet hours while
    Telegram was out of reach waits for their end. Neither counts as a try.
    """
    async with sessions.read() as tx:
        # A read does not stand in line for the one writer that SQLite lets in.
        waiting_at = await outbox.next_not_before(tx)
    if waiting_at is None or waiting_at > now:
        return []
    async with sessions.begin(wakes=False) as tx:
        claimed = await outbox.claim_due(tx, now=now, lease=lease, limit=limit, instance=instance)
        return await _put_together(tx, claimed, now=now) if claimed else []


async def _put_together(
    tx: Transaction, claimed: Sequence[Claimed], *, now: datetime
) -> list[Work]:
    tellings = await _tellings(tx, claimed, now=now)
    work: list[Work] = []
    empty: list[tuple[int, str]] = []
    held: list[tuple[int, datetime]] = []
    for each, telling in zip(claimed, tellings, strict=True):
        letter = telling.letter(now)
        if letter is None:
            empty.append((each.id, NO_LONGER_TRUE))
        elif telling.at > now:
            held.append((each.id, telling.at))
        else:
            work.append((each, letter))
    ended = [each for telling in tellings for each in telling.ended]
    await reminder_marks.mark_ended(tx, ended, now=now)
    await outbox.mark_dead(tx, empty)
    await outbox.mark_postponed(tx, held)
    return work


async def _tellings(tx: Transaction, claimed: Sequence[Claimed], *, now: datetime) -> list[Telling]:
    carried = await reminders.list_of_letters(tx, [each.id for each in claimed])
    of_letter: dict[int | None, list[ReminderRecord]] = {}
    for record in carried:
        of_letter.setdefault(record.outbox_id, []).append(record)
    facts = await load_facts(tx, carried)
    found = await chats.list_chats(tx, {each.chat_id for each in claimed})
    people = {chat.chat_id: chat for chat in found}
    return [
        tell(people[each.chat_id], of_letter.get(each.id, _NOTHING), facts, now=now)
        for each in claimed
    ]
