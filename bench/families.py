"""Fills a database with families and what they are to be told, through the store's own functions.

Each family has one chat and one child, whose nickname is its number, so that every message
about it can be told apart. Quiet hours are off.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from sqlalchemy import update

from bot.local.people import FIRST_PERSON_ID
from scheduler.domain.commands import AddPlanDate
from scheduler.domain.delivery import Subject
from scheduler.domain.plans import (
    ChatId,
    Child,
    DateKind,
    PlanDate,
    PlanKind,
    Preferences,
    QuietHours,
)
from scheduler.domain.reminders import plan_reminders
from scheduler.store.chats import insert_chats, list_chats
from scheduler.store.children import insert_children, list_children_of
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.plan_dates import NewPlanDate, insert_plan_dates
from scheduler.store.reminders import NewReminder, insert_reminders
from scheduler.store.tables import CHAT

ZONE: Final = "America/Chicago"
BATCH: Final = 1_000
_NO_QUIET: Final = QuietHours(time(0), time(0))
_WEEK_STAGE: Final = "7-days"
_NICKNAME = re.compile(r"\bKid(\d{6,})\b")


@dataclass(frozen=True, slots=True)
class Family:
    """A family of the benchmarks; ``number`` is what its child is called by."""

    number: int
    chat: Preferences
    child: Child


def chat_id_of(number: int) -> ChatId:
    """The chat of family ``number``, counted from 0."""
    return ChatId(FIRST_PERSON_ID + number)


def number_in(text: str) -> int | None:
    """The number of the family that a message is about; None where it names none."""
    found = _NICKNAME.search(text)
    return int(found[1]) if found else None


async def schedule(sessions: Sessions, due_ats: Sequence[datetime], *, now: datetime) -> None:
    """Keep one family for each instant of ``due_ats``, with one reminder due at it.

    The reminder is that of an annual review a week after ``now``, one week ahead of it.
    """
    for numbers in _batches(0, len(due_ats)):
        async with sessions.begin() as tx:
            families = await _settle(tx, numbers, now=now)
            dates = await _insert_reviews(tx, families, days=7, now=now)
            await insert_reminders(
                tx,
                [
                    _reminder(family, kept, _WEEK_STAGE, due_ats[family.number])
                    for family, kept in zip(families, dates, strict=True)
                ],
            )


async def register(sessions: Sessions, numbers: range, *, days: int, now: datetime) -> int:
    """Keep an annual review ``days`` ahead for each family of ``numbers``; the reminders kept.

    The domain plans the reminders, as it does when a parent adds a date.
    """
    kept = 0
    for batch in _batches(numbers.start, numbers.stop):
        async with sessions.begin() as tx:
            families = await _settle(tx, batch, now=now)
            dates = await _insert_reviews(tx, families, days=days, now=now)
            new = [
                _reminder(family, each, planned.stage, planned.due_at)
                for family, each in zip(families, dates, strict=True)
                for planned in plan_reminders(each, chat=family.chat, now=now)
            ]
            await insert_reminders(tx, new)
        kept += len(new)
    return kept


def _batches(start: int, stop: int) -> Iterator[range]:
    for first in range(start, stop, BATCH):
        yield range(first, min(first + BATCH, stop))


async def _settle(tx: Transaction, numbers: range, *, now: datetime) -> list[Family]:
    """Make the families known and set them up, as their first conversations would."""
    ids = [chat_id_of(number) for number in numbers]
    await insert_chats(tx, dict.fromkeys(ids, "en"), now=now)
    await tx.execute(
        update(CHAT)
        .where(CHAT.c.chat_id.between(ids[0], ids[-1]))
        .values(zone=ZONE, quiet_start=_NO_QUIET.start, quiet_end=_NO_QUIET.end)
    )
    chats = await list_chats(tx, ids)
    named = [
        (chat.family_id, f"Kid{number:06}") for number, chat in zip(numbers, chats, strict=True)
    ]
    await insert_children(tx, named)
    children = await list_children_of(tx, [chat.family_id for chat in chats])
    return [
        Family(number, chat, children[chat.family_id][0])
        for number, chat in zip(numbers, chats, strict=True)
    ]


async def _insert_reviews(
    tx: Transaction, families: Sequence[Family], *, days: int, now: datetime
) -> tuple[PlanDate, ...]:
    due_on = (now + timedelta(days=days)).date()
    new = [
        NewPlanDate(
            family_id=family.chat.family_id,
            child=family.child,
            command=AddPlanDate(
                family.child.nickname, PlanKind.IEP, DateKind.ANNUAL_REVIEW, due_on
            ),
            zone=ZONE,
        )
        for family in families
    ]
    return await insert_plan_dates(tx, new, now=now)


def _reminder(family: Family, plan_date: PlanDate, stage: str, due_at: datetime) -> NewReminder:
    return NewReminder(
        family.chat.chat_id,
        Subject.PLAN_DATE,
        due_at,
        plan_date_id=plan_date.id,
        stage=stage,
        due_on=plan_date.due_on,
    )
