"""Turns plan dates and changed days into reminder rows, for every chat that is to hear of them.

Shared by the actions that move something; each calls it inside its own transaction.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.domain.delivery import ReminderState, Subject
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.instants import local_day
from scheduler.domain.nicknames import is_too_long
from scheduler.domain.plans import (
    MAX_CHILDREN,
    CardsWanted,
    ChatId,
    Child,
    ChildId,
    FamilyId,
    PlanDate,
    PlanDateId,
    Preferences,
    ReminderId,
    SchoolChange,
)
from scheduler.domain.reminders import NOTHING_HEARD, Planned, plan_reminders, snooze_moved
from scheduler.domain.school_days import card_instant, correction_instant, school_days_of
from scheduler.store import chats, children, reminder_marks, reminders, reminders_told
from scheduler.store.engine import Transaction
from scheduler.store.reminders import NewReminder, snoozed_reminder

EDITED = "edited"


async def chat_of(tx: Transaction, chat_id: ChatId) -> Preferences:
    """Return the chat that acts, held with its family until the end of the transaction.

    Raises:
        Refusal: it never wrote or was forgotten; its next message makes it known again.
    """
    found = await chats.claim_chat(tx, chat_id)
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
        Refusal: it is empty, or too long (``scheduler.domain.nicknames``).
    """
    tidy = " ".join(nickname.split())
    if not tidy:
        raise Refusal(RefusalCode.NICKNAME_EMPTY)
    if is_too_long(tidy):
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
    tx: Transaction, plan_date: PlanDate, *, now: datetime
) -> dict[ChatId, tuple[Planned, ...]]:
    """Plan the messages of a date again for each chat of its family; returns them by chat id.

    What was told is not told again unless the date moved far (``scheduler.domain.reminders``);
    what was planned, and what was snoozed, gives way.
    """
    family = [chat for chat in await _family_of(tx, plan_date) if chat.zone is not None]
    told = await reminders_told.heard_stages(tx, [plan_date.id])
    plans = [_plan(plan_date, chat, told, None, now=now) for chat in family]
    await reminder_marks.retire_of_dates(
        tx, [plan_date.id], state=ReminderState.SUPERSEDED, reason=EDITED, due_after=now
    )
    await _give_way(tx, plans, now=now)
    await reminders.insert_reminders(tx, [each for plan in plans for each in plan.rows()])
    return {plan.chat_id: plan.planned for plan in plans}


async def plan_dates_of_chat(
    tx: Transaction,
    dates: Sequence[PlanDate],
    chat: Preferences,
    *,
    before: Preferences,
    now: datetime,
) -> None:
    """Plan the messages of several dates again for one chat.

    What the parent put off stays put off, at its local hour; ``before`` is the chat as it was.
    """
    ids = [each.id for each in dates]
    told = await reminders_told.heard_stages(tx, ids)
    await reminder_marks.retire_of_dates(
        tx,
        ids,
        state=ReminderState.SUPERSEDED,
        reason=EDITED,
        chat_id=chat.chat_id,
        due_after=now,
        keep_snoozed=True,
    )
    snoozed = await _move_snoozed(tx, chat, before, now=now)
    plans = [_plan(each, chat, told, snoozed.get(each.id), now=now) for each in dates]
    await _give_way(tx, plans, now=now)
    await reminders.insert_reminders(tx, [each for plan in plans for each in plan.rows()])


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
    return card_instant(day, chat=chat, now=now) if _takes_cards(chat) else None


async def correct_told_days(
    tx: Transaction, child: Child, days: Collection[date], *, now: datetime
) -> dict[tuple[ChatId, date], datetime]:
    """Schedule corrections of cards that went out; returns when, by chat id and day."""
    told = await reminders_told.list_told_days(tx, child.id)
    listeners = {
        chat.chat_id: chat
        for chat in await chats.list_chats(tx, {chat_id for chat_id, day in told if day in days})
        if _takes_cards(chat)
    }
    when: dict[tuple[ChatId, date], datetime] = {}
    for chat_id, day in sorted(told):
        if day in days and chat_id in listeners:
            due_at = correction_instant(day, chat=listeners[chat_id], now=now)
            if due_at is not None:
                when[chat_id, day] = due_at
    new = [
        NewReminder(chat_id, Subject.CORRECTION, due_at, child_id=child.id, school_day=day)
        for (chat_id, day), due_at in when.items()
    ]
    await reminders.insert_reminders(tx, new)
    return when


def _takes_cards(chat: Preferences) -> bool:
    return chat.cards is not CardsWanted.OFF and chat.zone is not None and chat.active


def _card(chat: Preferences, child_id: ChildId, day: date, due_at: datetime) -> NewReminder:
    return NewReminder(chat.chat_id, Subject.CARD, due_at, child_id=child_id, school_day=day)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What one chat is to hear about one date."""

    chat_id: ChatId
    plan_date_id: PlanDateId
    due_on: date
    planned: tuple[Planned, ...]

    def rows(self) -> list[NewReminder]:
        return [
            NewReminder(
                self.chat_id,
                Subject.PLAN_DATE,
                each.due_at,
                plan_date_id=self.plan_date_id,
                stage=each.stage,
                due_on=self.due_on,
            )
            for each in self.planned
        ]


def _plan(
    plan_date: PlanDate,
    chat: Preferences,
    told: Mapping[tuple[ChatId, PlanDateId], Mapping[str, datetime]],
    snoozed_until: datetime | None,
    *,
    now: datetime,
) -> _Plan:
    heard = told.get((chat.chat_id, plan_date.id), NOTHING_HEARD)
    planned = plan_reminders(
        plan_date, chat=chat, now=now, heard=heard, snoozed_until=snoozed_until
    )
    return _Plan(chat.chat_id, plan_date.id, plan_date.due_on, planned)


async def _give_way(tx: Transaction, plans: Sequence[_Plan], *, now: datetime) -> None:
    """End what is due and unsent (the bot or Telegram was down) where its stage comes again.

    What does not come again stays: a stage that was late is still to be told.
    """
    again = {
        (plan.chat_id, plan.plan_date_id, each.stage) for plan in plans for each in plan.planned
    }
    waiting = await reminders.list_waiting(tx, {plan.plan_date_id for plan in plans}, now=now)
    ended = [
        (each.id, ReminderState.SUPERSEDED, EDITED)
        for each in waiting
        if (each.chat_id, each.plan_date_id, each.stage) in again
    ]
    await reminder_marks.mark_ended(tx, ended, now=now)


async def _move_snoozed(
    tx: Transaction, chat: Preferences, before: Preferences, *, now: datetime
) -> dict[PlanDateId, datetime]:
    """Move what a chat snoozed to its new hours; returns until when each date is put off."""
    put_off: dict[PlanDateId, datetime] = {}
    moved: list[NewReminder] = []
    ended: list[tuple[ReminderId, ReminderState, str]] = []
    for each in await reminders.list_snoozed(tx, chat.chat_id, after=now):
        if each.plan_date_id is None:
            continue
        until_at = snooze_moved(each.due_at, before=before, after=chat, now=now)
        put_off[each.plan_date_id] = until_at
        if until_at != each.due_at:
            ended.append((each.id, ReminderState.SUPERSEDED, EDITED))
            moved.append(snoozed_reminder(chat.chat_id, each.plan_date_id, until_at))
    await reminder_marks.mark_ended(tx, ended, now=now)
    await reminders.insert_reminders(tx, moved)
    return put_off


async def _family_of(tx: Transaction, plan_date: PlanDate) -> tuple[Preferences, ...]:
    family_id = await children.family_of(tx, plan_date.child.id)
    return await chats.list_family_chats(tx, [family_id])
