"""Columns to select, and the values made from them. Each ``*_from`` reads what its columns name.

Rows are read by position: a hundred letters are loaded in one go, and names cost a search.
"""

from collections.abc import Sequence
from typing import Any, Final

from scheduler.domain.plans import (
    Child,
    Draft,
    PlanDate,
    Preferences,
    QuietHours,
    SchoolChange,
)
from scheduler.store.tables import CHAT, CHILD, DRAFT, PLAN_DATE, SCHOOL_CHANGE

Values = Sequence[Any]

CHAT_COLUMNS: Final = (
    CHAT.c.chat_id,
    CHAT.c.family_id,
    CHAT.c.language,
    CHAT.c.zone,
    CHAT.c.reminder_at,
    CHAT.c.evening_at,
    CHAT.c.quiet_start,
    CHAT.c.quiet_end,
    CHAT.c.cards,
    CHAT.c.active,
)

CHILD_COLUMNS: Final = (CHILD.c.id, CHILD.c.nickname)

# These two are selected from a join with the child.
PLAN_DATE_COLUMNS: Final = (
    PLAN_DATE.c.id,
    CHILD.c.id,
    CHILD.c.nickname,
    PLAN_DATE.c.plan,
    PLAN_DATE.c.kind,
    PLAN_DATE.c.due_on,
    PLAN_DATE.c.zone,
    PLAN_DATE.c.at,
    PLAN_DATE.c.title,
    PLAN_DATE.c.origin,
    PLAN_DATE.c.state,
    PLAN_DATE.c.completed_on,
)
CHANGE_COLUMNS: Final = (
    SCHOOL_CHANGE.c.id,
    CHILD.c.id,
    CHILD.c.nickname,
    SCHOOL_CHANGE.c.first_on,
    SCHOOL_CHANGE.c.last_on,
    SCHOOL_CHANGE.c.kind,
    SCHOOL_CHANGE.c.what,
    SCHOOL_CHANGE.c.cancelled,
)

DRAFT_COLUMNS: Final = (
    DRAFT.c.id,
    DRAFT.c.flow,
    DRAFT.c.version,
    DRAFT.c.step,
    DRAFT.c.data,
    DRAFT.c.touched_at,
)


def preferences_from(row: Values) -> Preferences:
    """Return the chat of ``CHAT_COLUMNS``."""
    chat_id, family_id, language, zone, reminder_at, evening_at, start, end, cards, active = row
    return Preferences(
        chat_id=chat_id,
        family_id=family_id,
        language=language,
        zone=zone,
        reminder_at=reminder_at,
        evening_at=evening_at,
        quiet=QuietHours(start, end),
        cards=cards,
        active=active,
    )


def chat_values(chat: Preferences) -> dict[str, Any]:
    """Return what a parent can change about a chat, as columns."""
    return {
        "language": chat.language,
        "zone": chat.zone,
        "reminder_at": chat.reminder_at,
        "evening_at": chat.evening_at,
        "quiet_start": chat.quiet.start,
        "quiet_end": chat.quiet.end,
        "cards": chat.cards,
    }


def child_from(row: Values) -> Child:
    """Return the child of ``CHILD_COLUMNS``."""
    return Child(row[0], row[1])


def plan_date_from(row: Values) -> PlanDate:
    """Return the plan date of ``PLAN_DATE_COLUMNS``."""
    return PlanDate(row[0], Child(row[1], row[2]), *row[3:])


def change_from(row: Values) -> SchoolChange:
    """Return the changed days of ``CHANGE_COLUMNS``."""
    return SchoolChange(row[0], Child(row[1], row[2]), *row[3:])


def draft_from(row: Values) -> Draft:
    """Return the draft of ``DRAFT_COLUMNS``."""
    return Draft(*row)
