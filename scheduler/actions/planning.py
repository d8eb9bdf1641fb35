"""Turns plan dates and changed days into reminder rows, for every chat that is to hear of them.

Shared by the actions that move something; each calls it inside its own transaction.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.domain.delivery import ReminderState, Subject
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.instants import local_day
from scheduler.domain.plans import (
    MAX_CHILDREN,
    NICKNAME_LIMIT_CHARS,
    CardsWanted,
    ChatId,
    Child,
    ChildId,
    FamilyId,
    PlanDate,
    Preferences,
    SchoolChange,
)
from scheduler.domain.reminders import Planned, plan_reminders
from scheduler.domain.school_days import card_instant, school_days_of
from scheduler.store import chats, children, reminder_marks, reminders
from scheduler.store.engine import Transaction
from scheduler.store.reminders import NewReminder

EDITED = "edited"
DAY_BEGUN = "day-begun"


async def chat_of(tx: Transaction, chat_id: ChatId) -> Preferences:
    """Return the chat that acts.

    Raises:
        Refusal: it never wrote or was forgotten; its next message makes it known again.
    """
    found = await chats.find_chat(tx, chat_id)
    if found is None:
        raise Refusal(RefusalCode.ZONE_MISSING)
    return found


def today_of(chat: Preferences, now: datetime) -> date:
    """Return the chat's local day.

    Raises:
        Refusal: the chat has no zone yet.
    """
    if chat.zone is None:
        raise Refusal(RefusalCode.ZONE_MISSING)
    return local_day(now, ZoneInfo(chat.zone))


def clean_nickname(nickname: str) -> str:
    """Return a nickname with spare spaces taken out.

    Raises:
        Refusal: it is empty or longer than ``NICKNAME_LIMIT_CHARS``.
    """
    tidy = " ".join(nickname.split())
    if not tidy:
        raise Refusal(RefusalCode.NICKNAME_EMPTY)
    if len(tidy) > NICKNAME_LIMIT_CHARS:
        raise Refusal(RefusalCode.NICKNAME_TOO_LONG)
    return tidy


async def child_named(tx: Transaction, nickname: str, *, family_id: FamilyId) -> Child:
    """Return the family's child of that nickname, made known if it is new.

    Raises:
        Refusal: the nickname cannot be used, or the family has ``MAX_CHILDREN``.
    """
    tidy = clean_nickname(nickname)
    known = await children.find_named_child(tx, tidy, family_id=family_id)
    if known is not None:
        return known
    if len(await children.list_children(tx, family_id)) >= MAX_CHILDREN:
        raise Refusal(RefusalCode.TOO_MANY_CHILDREN)
    await children.insert_children(tx, [(family_id, tidy)])
    made = await children.find_named_child(tx, tidy, family_id=family_id)
    if made is None:
        raise LookupError("a child was kept and is not there")
    return made


async def plan_date_anew(
    tx: Transaction, plan_date: PlanDate, *, now: datetime, keep_snoozed: bool = True
) -> dict[ChatId, tuple[Planned, ...]]:
    """Plan the messages of a date again for each chat of its family; returns them by chat id.

    What was told is not told again; what was planned gives way.
    """
    family = await _family_of(tx, plan_date)
    heard = await reminders.heard_stages(tx, [plan_date.id])
    await reminder_marks.retire_of_dates(
        tx,
        [plan_date.id],
        state=ReminderState.SUPERSEDED,
        reason=EDITED,
        keep_snoozed=keep_snoozed,
    )
    told = {
        chat.chat_id: plan_reminders(
            plan_date,
            chat=chat,
            now=now,
            heard=heard.get((chat.chat_id, plan_date.id), frozenset()),
        )
        for chat in family
        if chat.zone is not None
    }
    await reminders.insert_reminders(
        tx, [_of_date(plan_date, chat_id, each) for chat_id in told for each in told[chat_id]]
    )
    return told


async def plan_dates_of_chat(
    tx: Transaction, dates: Sequence[PlanDate], chat: Preferences, *, now: datetime
) -> int:
    """Plan the messages of several dates again for one chat; returns how many moved."""
    ids = [each.id for each in dates]
    heard = await reminders.heard_stages(tx, ids)
    moved = await reminder_marks.retire_of_dates(
        tx,
        ids,
        state=ReminderState.SUPERSEDED,
        reason=EDITED,
        chat_id=chat.chat_id,
        keep_snoozed=True,
    )
    await reminders.insert_reminders(
        tx,
        [
            _of_date(each, chat.chat_id, planned)
            for each in dates
            for planned in plan_reminders(
                each,
                chat=chat,
                now=now,
                heard=heard.get((chat.chat_id, each.id), frozenset()),
            )
        ],
    )
    return moved


async def plan_cards(
    tx: Transaction, changes: Iterable[SchoolChange], to: Sequence[Preferences], *, now: datetime
) -> dict[tuple[ChatId, date], datetime]:
    """Plan the cards of changed days for the chats; returns when, by chat id and day."""
    when: dict[tuple[ChatId, date], datetime] = {}
    cards: list[NewReminder] = []
    for change in changes:
        for chat in to:
            for day in school_days_of(change.first_on, change.last_on):
                due_at = card_at(day, chat, now=now)
                if due_at is not None:
                    when[chat.chat_id, day] = due_at
                    cards.append(_card(chat, change.child.id, day, due_at))
    await reminders.insert_reminders(tx, cards)
    return when


def card_at(day: date, chat: Preferences, *, now: datetime) -> datetime | None:
    """Return when a chat gets the card of a day; None where it wants or can use none."""
    if chat.cards is CardsWanted.OFF or chat.zone is None or not chat.active:
        return None
    return card_instant(day, chat=chat, now=now)


async def correct_told_days(
    tx: Transaction, child: Child, days: Collection[date], *, now: datetime
) -> frozenset[tuple[ChatId, date]]:
    """Schedule corrections, at once, for cards that went out; returns to whom, for which day."""
    told = await reminders.list_told_days(tx, child.id)
    chat_ids = {chat_id for chat_id, day in told if day in days}
    listeners = {chat.chat_id: chat for chat in await chats.list_chats(tx, chat_ids)}
    corrected: set[tuple[ChatId, date]] = set()
    new: list[NewReminder] = []
    for chat_id, day in sorted(told):
        chat = listeners.get(chat_id)
        due_at = card_at(day, chat, now=now) if chat and day in days else None
        if due_at is not None:
            corrected.add((chat_id, day))
            new.append(
                NewReminder(chat_id, Subject.CORRECTION, now, child_id=child.id, school_day=day)
            )
    await reminders.insert_reminders(tx, new)
    return frozenset(corrected)


def _card(chat: Preferences, child_id: ChildId, day: date, due_at: datetime) -> NewReminder:
    return NewReminder(chat.chat_id, Subject.CARD, due_at, child_id=child_id, school_day=day)


def _of_date(plan_date: PlanDate, chat_id: ChatId, planned: Planned) -> NewReminder:
    return NewReminder(
        chat_id,
        Subject.PLAN_DATE,
        planned.due_at,
        plan_date_id=plan_date.id,
        stage=planned.stage,
    )


async def _family_of(tx: Transaction, plan_date: PlanDate) -> tuple[Preferences, ...]:
    family_id = await children.family_of(tx, plan_date.child.id)
    return await chats.list_family_chats(tx, [family_id])
