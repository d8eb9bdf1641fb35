"""School days that will not be the usual ones, and the cards that tell of them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.actions.planning import (
    chat_of,
    child_named,
    correct_told_days,
    plan_cards,
    today_of,
)
from scheduler.actions.results import AlreadyDone, Gone
from scheduler.domain.commands import AddSchoolChange, CancelSchoolChange
from scheduler.domain.delivery import ReminderState
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.instants import days_later, local_instant
from scheduler.domain.plans import (
    CHANGE_LIMIT_CHARS,
    MAX_CHANGE_DAYS,
    MAX_OPEN_CHANGES,
    ChangeId,
    ChatId,
    Child,
    Preferences,
    SchoolChange,
)
from scheduler.domain.school_days import school_days_of
from scheduler.store import chats, children, drafts, reminder_marks, school_changes
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.nightly import insert_nightly_cards


@dataclass(frozen=True, slots=True)
class ChangeKept:
    """The change is kept. ``card_at`` (aware UTC) is when this chat hears of it first.

    None: no card comes, since cards are off or the days have begun. ``at_once``: the usual
    evening hour has passed, so the card goes out now (or when the quiet hours end).
    """

    change: SchoolChange
    card_at: datetime | None
    at_once: bool


@dataclass(frozen=True, slots=True)
class ChangeCancelled:
    """The change is off. ``correction``: a card had gone out, and a correction follows it."""

    change: SchoolChange
    correction: bool


@dataclass(frozen=True, slots=True)
class DayAhead:
    """How one child's ``day`` differs; no changes means the usual day."""

    child: Child
    day: date
    changes: tuple[SchoolChange, ...]


async def add_school_change(
    sessions: Sessions,
    command: AddSchoolChange,
    *,
    chat_id: ChatId,
    draft_id: int | None,
    now: datetime,
) -> ChangeKept | AlreadyDone:
    """Keep changed school days of a child, plan their cards for every chat of the family.

    A day whose card went out already gets a correction.

    Raises:
        Refusal: nickname or text empty or too long, the days past, too many of them, no zone
            chosen yet, too many children or changes. The draft stays.
    """
    async with sessions.begin(wakes=True) as tx:
        chat = await chat_of(tx, chat_id)
        _check(command, chat, now=now)
        if not await drafts.close_draft(tx, chat_id, draft_id):
            return AlreadyDone()
        await _check_room(tx, chat, now=now)
        child = await child_named(tx, command.nickname, family_id=chat.family_id)
        change = await school_changes.insert_change(
            tx, child, command, family_id=chat.family_id, now=now
        )
        when = await _tell_of(tx, change, chat, now=now)
    card_at = min((at for (to, _), at in when.items() if to == chat_id), default=None)
    return ChangeKept(change, card_at, at_once=_is_at_once(change, card_at, chat))


async def cancel_school_change(
    sessions: Sessions, command: CancelSchoolChange, *, chat_id: ChatId, now: datetime
) -> ChangeCancelled | AlreadyDone | Gone:
    """Take a change back; whoever was told of a day not yet begun gets a correction."""
    async with sessions.begin(wakes=True) as tx:
        chat = await chats.claim_chat(tx, chat_id)
        if chat is None:
            return Gone()
        change = await school_changes.find_change(tx, command.change_id, family_id=chat.family_id)
        if change is None:
            return Gone()
        if change.cancelled:
            return AlreadyDone()
        await school_changes.mark_cancelled(tx, change.id)
        corrected = await _untell(tx, change, chat, now=now)
    return ChangeCancelled(replace(change, cancelled=True), correction=bool(corrected))


async def find_cancelled_change(
    sessions: Sessions, change_id: ChangeId, *, chat_id: ChatId
) -> SchoolChange | None:
    """Return a change of the family that was taken back; None where there is none such."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
        if chat is None:
            return None
        change = await school_changes.find_change(tx, change_id, family_id=chat.family_id)
    return change if change is not None and change.cancelled else None


async def list_school_changes(
    sessions: Sessions, *, chat_id: ChatId, now: datetime
) -> tuple[SchoolChange, ...]:
    """Return the family's changes whose last day is today or later, soonest first."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
        if chat is None or chat.zone is None:
            return ()
        return await school_changes.list_changes(
            tx, [chat.family_id], last_from=today_of(chat, now)
        )


async def tomorrow_of(
    sessions: Sessions, *, chat_id: ChatId, now: datetime
) -> tuple[DayAhead, ...]:
    """Return tomorrow, in the chat's zone, for each child of the family by nickname."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
        if chat is None or chat.zone is None:
            return ()
        day = days_later(today_of(chat, now), 1)
        known = await children.list_children(tx, chat.family_id)
        changes = await school_changes.list_changes_on(
            tx, [child.id for child in known], first_on=day, last_on=day
        )
    return tuple(
        DayAhead(child, day, tuple(each for each in changes if each.child == child))
        for child in known
    )


async def _tell_of(
    tx: Transaction, change: SchoolChange, chat: Preferences, *, now: datetime
) -> dict[tuple[ChatId, date], datetime]:
    """Plan the cards of a new change, and corrections where a card went out before it."""
    family = await chats.list_family_chats(tx, [chat.family_id])
    days = school_days_of(change.first_on, change.last_on)
    corrected = await correct_told_days(tx, change.child, days, now=now)
    when = await plan_cards(tx, [change], family, now=now)
    await insert_nightly_cards(tx, family, now=now)
    return {key: corrected.get(key, at) for key, at in when.items()}


async def _untell(
    tx: Transaction, change: SchoolChange, chat: Preferences, *, now: datetime
) -> dict[tuple[ChatId, date], datetime]:
    """Take back cards of days that nothing else changes; correct those that went out.

    Who wants a card every school night still gets one.
    """
    days = school_days_of(change.first_on, change.last_on)
    others = await school_changes.list_changes_on(
        tx, [change.child.id], first_on=change.first_on, last_on=change.last_on
    )
    still = {day for other in others for day in school_days_of(other.first_on, other.last_on)}
    await reminder_marks.retire_cards(
        tx,
        state=ReminderState.CANCELLED,
        reason="change-cancelled",
        child_id=change.child.id,
        days=[day for day in days if day not in still],
    )
    family = await chats.list_family_chats(tx, [chat.family_id])
    await insert_nightly_cards(tx, family, now=now)
    return await correct_told_days(tx, change.child, days, now=now)


def _is_at_once(change: SchoolChange, card_at: datetime | None, chat: Preferences) -> bool:
    """Tell whether the usual evening hour of the first card had passed."""
    if card_at is None or chat.zone is None:
        return False
    zone = ZoneInfo(chat.zone)
    day = school_days_of(change.first_on, change.last_on)[0]
    return card_at > local_instant(days_later(day, -1), chat.evening_at, zone)


def _check(command: AddSchoolChange, chat: Preferences, *, now: datetime) -> None:
    if not command.what.strip():
        raise Refusal(RefusalCode.CHANGE_EMPTY)
    if len(command.what) > CHANGE_LIMIT_CHARS:
        raise Refusal(RefusalCode.CHANGE_TOO_LONG)
    if command.last_on < today_of(chat, now) or command.last_on < command.first_on:
        raise Refusal(RefusalCode.CHANGE_PAST)
    if (command.last_on - command.first_on).days >= MAX_CHANGE_DAYS:
        raise Refusal(RefusalCode.CHANGE_TOO_MANY_DAYS)


async def _check_room(tx: Transaction, chat: Preferences, *, now: datetime) -> None:
    today = today_of(chat, now)
    held = await school_changes.count_changes(tx, family_id=chat.family_id, last_from=today)
    if held >= MAX_OPEN_CHANGES:
        raise Refusal(RefusalCode.TOO_MANY_CHANGES)
