"""Makes of reminder rows what they tell: a notice with its plan date or its changed days.

A row whose subject is gone, or no longer true, makes no notice: whoever asks sees it missing.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from scheduler.domain.delivery import (
    CardNotice,
    CorrectionNotice,
    DateNotice,
    Notice,
    Subject,
)
from scheduler.domain.plans import (
    CardsWanted,
    ChatId,
    Child,
    ChildId,
    DateState,
    PlanDate,
    PlanDateId,
    Preferences,
    ReminderId,
    SchoolChange,
)
from scheduler.store.engine import Transaction
from scheduler.store.plan_dates import list_plan_dates
from scheduler.store.reminders import ReminderRecord
from scheduler.store.rows import CHILD_COLUMNS, child_from
from scheduler.store.school_changes import list_changes_on
from scheduler.store.statements import in_portions
from scheduler.store.tables import CHILD


class Facts:
    """What a batch of reminders is about, loaded with one query a table."""

    def __init__(
        self,
        dates: dict[PlanDateId, PlanDate],
        children: dict[ChildId, Child],
        changes: Sequence[SchoolChange],
    ) -> None:
        self._dates = dates
        self._children = children
        self._changes: dict[ChildId, list[SchoolChange]] = {}
        for change in changes:
            self._changes.setdefault(change.child.id, []).append(change)

    def notice(
        self,
        record: ReminderRecord,
        chat: Preferences,
        *,
        today: date,
        whatever_state: bool = False,
    ) -> Notice | None:
        """Return what ``record`` tells ``chat`` on its local day ``today``, None if no longer so.

        ``whatever_state`` also makes notices of what is over, for looking back.
        """
        if record.plan_date_id is not None:
            return self._date_notice(record, today=today, whatever_state=whatever_state)
        child = self._children.get(record.child_id) if record.child_id is not None else None
        if child is None or record.school_day is None:
            return None
        day = record.school_day
        standing = tuple(
            each for each in self._changes.get(child.id, ()) if each.first_on <= day <= each.last_on
        )
        if record.subject is Subject.CORRECTION:
            return CorrectionNotice(record.id, child, day, standing, record.due_at)
        if standing or whatever_state or chat.cards is CardsWanted.EVERY_SCHOOL_NIGHT:
            return CardNotice(record.id, child, day, standing, record.due_at)
        return None

    def _date_notice(
        self, record: ReminderRecord, *, today: date, whatever_state: bool
    ) -> DateNotice | None:
        found = self._dates.get(record.plan_date_id) if record.plan_date_id is not None else None
        if found is None or not (whatever_state or found.state is DateState.OPEN):
            return None
        days_left = (found.due_on - today).days
        return DateNotice(ReminderId(record.id), found, record.stage, days_left, record.due_at)


async def load_facts(tx: Transaction, records: Sequence[ReminderRecord]) -> Facts:
    """Load what these reminders are about."""
    date_ids = {each.plan_date_id for each in records if each.plan_date_id is not None}
    child_ids = {each.child_id for each in records if each.child_id is not None}
    days = [each.school_day for each in records if each.school_day is not None]
    dates = await list_plan_dates(tx, date_ids) if date_ids else ()
    children: dict[ChildId, Child] = {}
    changes: tuple[SchoolChange, ...] = ()
    if days:
        for ids in in_portions(child_ids):
            found = await tx.execute(select(*CHILD_COLUMNS).where(CHILD.c.id.in_(ids)))
            children |= {row[0]: child_from(row) for row in found}
        changes = await list_changes_on(tx, child_ids, first_on=min(days), last_on=max(days))
    return Facts({each.id: each for each in dates}, children, changes)


def by_chat(records: Sequence[ReminderRecord]) -> dict[ChatId, list[ReminderRecord]]:
    """Group reminders by chat, each group in the order given."""
    groups: dict[ChatId, list[ReminderRecord]] = {}
    for record in records:
        groups.setdefault(record.chat_id, []).append(record)
    return groups
