"""What a parent does: one function is one act is one transaction. No words, no Telegram.

Every action looks rows up by id and chat (through the chat's family), so that nobody can
press another family's button.
"""

from scheduler.actions.arrivals import Arrival, Visit, finish, note_blocked, receive
from scheduler.actions.children import Removed, Renamed, list_children, remove_child, rename_child
from scheduler.actions.date_ends import (
    Deleted,
    MarkedDone,
    Reopened,
    Restored,
    Snoozed,
    delete_plan_date,
    mark_done,
    reopen_plan_date,
    restore_plan_date,
    snooze_plan_date,
)
from scheduler.actions.dates import (
    Added,
    Edited,
    add_plan_date,
    edit_plan_date,
    find_plan_date,
    list_plan_dates,
)
from scheduler.actions.drafts import drop_draft, keep_draft
from scheduler.actions.feedback import Gaps, read_gaps, send_question, vote
from scheduler.actions.privacy import Holdings, export_of, forget_chat, holdings_of
from scheduler.actions.results import AlreadyDone, Gone
from scheduler.actions.settings import SettingsChanged, change_settings, language_of
from scheduler.actions.status import LateMessage, Status, Upcoming, status_of
from scheduler.actions.tomorrow import (
    ChangeCancelled,
    ChangeKept,
    DayAhead,
    add_school_change,
    cancel_school_change,
    find_cancelled_change,
    list_school_changes,
    tomorrow_of,
)
from scheduler.store.engine import Sessions
from scheduler.store.tallies import Tally

__all__ = [
    "Added",
    "AlreadyDone",
    "Arrival",
    "ChangeCancelled",
    "ChangeKept",
    "DayAhead",
    "Deleted",
    "Edited",
    "Gaps",
    "Gone",
    "Holdings",
    "LateMessage",
    "MarkedDone",
    "Removed",
    "Renamed",
    "Reopened",
    "Restored",
    "Sessions",
    "SettingsChanged",
    "Snoozed",
    "Status",
    "Tally",
    "Upcoming",
    "Visit",
    "add_plan_date",
    "add_school_change",
    "cancel_school_change",
    "change_settings",
    "delete_plan_date",
    "drop_draft",
    "edit_plan_date",
    "export_of",
    "find_cancelled_change",
    "find_plan_date",
    "finish",
    "forget_chat",
    "holdings_of",
    "keep_draft",
    "language_of",
    "list_children",
    "list_plan_dates",
    "list_school_changes",
    "mark_done",
    "note_blocked",
    "read_gaps",
    "receive",
    "remove_child",
    "rename_child",
    "reopen_plan_date",
    "restore_plan_date",
    "send_question",
    "snooze_plan_date",
    "status_of",
    "tomorrow_of",
    "vote",
]
