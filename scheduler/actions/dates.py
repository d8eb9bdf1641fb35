"""Plan dates: add and edit, list and find. What ends or delays one is in ``date_ends``."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from scheduler.actions.planning import chat_of, child_named, plan_date_anew, today_of
from scheduler.actions.results import AlreadyDone, Gone
from scheduler.domain.commands import AddPlanDate, EditPlanDate
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import (
    MAX_OPEN_DATES,
    TITLE_LIMIT_CHARS,
    ChatId,
    DateState,
    PlanDate,
    PlanDateId,
    Preferences,
)
from scheduler.domain.reminders import Planned, Remark, remarks
from scheduler.store import chats, drafts, plan_dates, reminders
from scheduler.store.engine import Sessions
from scheduler.store.plan_dates import NewPlanDate

# A date farther off than this is a slip of the keyboard more often than a plan.
FARTHEST: Final = timedelta(days=4 * 366)


@dataclass(frozen=True, slots=True)
class Added:
    """The date is kept; ``upcoming`` is what this chat will hear, earliest first."""

    plan_date: PlanDate
    upcoming: tuple[Planned, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """The date as it is now; ``upcoming`` is what this chat will still hear, earliest first."""

    plan_date: PlanDate
    upcoming: tuple[Planned, ...]
    remarks: tuple[Remark, ...]


async def add_plan_date(
    sessions: Sessions,
    command: AddPlanDate,
    *,
    chat_id: ChatId,
    draft_id: int | None,
    now: datetime,
) -> Added | AlreadyDone:
    """Keep a plan date with its reminders for every chat of the family, and close the draft.

    All of it is one transaction. A ``draft_id`` that is no longer there means that this was
    done before: ``AlreadyDone``, and nothing changes.

    Raises:
        Refusal: nickname or title too long or empty, date past or too far off, no zone
            chosen yet, too many children or open dates. The draft stays.
    """
    async with sessions.begin(wakes=True) as tx:
        chat = await chat_of(tx, chat_id)
        _check_day(command.due_on, chat, now=now)
        _check_title(command.title)
        if not await drafts.close_draft(tx, chat_id, draft_id):
            return AlreadyDone()
        if await plan_dates.count_open_dates(tx, family_id=chat.family_id) >= MAX_OPEN_DATES:
            raise Refusal(RefusalCode.TOO_MANY_DATES)
        child = await child_named(tx, command.nickname, family_id=chat.family_id)
        new = NewPlanDate(chat.family_id, child, command, zone=str(chat.zone))
        (plan_date,) = await plan_dates.insert_plan_dates(tx, [new], now=now)
        planned = await plan_date_anew(tx, plan_date, now=now)
    return Added(plan_date, planned.get(chat_id, ()), remarks(plan_date))


async def edit_plan_date(
    sessions: Sessions,
    command: EditPlanDate,
    *,
    chat_id: ChatId,
    now: datetime,
    draft_id: int | None = None,
) -> Edited | AlreadyDone | Gone:
    """Change one field of an open date; unsent reminders of every chat move with its day or hour.

    A stage that was told is told again only where the date moved far: see rule 5 of
    ``scheduler.domain.reminders``.

    Raises:
        Refusal: the new date is past or too far off, the title too long. The draft stays.
    """
    async with sessions.begin(wakes=True) as tx:
        chat = await chats.claim_chat(tx, chat_id)
        if chat is None:
            return Gone()
        found = await plan_dates.find_plan_date(tx, command.plan_date_id, family_id=chat.family_id)
        if found is None or found.state is not DateState.OPEN:
            return Gone()
        edited = _edited(found, command)
        if command.due_on is not None:
            _check_day(command.due_on, chat, now=now)
        _check_title(command.title)
        if not await drafts.close_draft(tx, chat_id, draft_id):
            return AlreadyDone()
        await plan_dates.update_plan_date(tx, edited, now=now)
        if (edited.due_on, edited.at) != (found.due_on, found.at):
            # Another name moves nothing, and what was snoozed stays so.
            await plan_date_anew(tx, edited, now=now)
        upcoming = await reminders.list_of_date(tx, edited.id, chat_id=chat_id)
    return Edited(edited, tuple(Planned(*each) for each in upcoming), remarks(edited))


async def list_plan_dates(sessions: Sessions, *, chat_id: ChatId) -> tuple[PlanDate, ...]:
    """Return the family's open plan dates, soonest first."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
        return await plan_dates.list_open_dates(tx, [chat.family_id]) if chat else ()


async def find_plan_date(
    sessions: Sessions, plan_date_id: PlanDateId, *, chat_id: ChatId
) -> PlanDate | None:
    """Return a plan date of the chat's family in any state; None when there is none."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
        if chat is None:
            return None
        return await plan_dates.find_plan_date(tx, plan_date_id, family_id=chat.family_id)


def _edited(found: PlanDate, command: EditPlanDate) -> PlanDate:
    at = None if command.clear_at else command.at or found.at
    return replace(
        found,
        due_on=command.due_on or found.due_on,
        at=at,
        title=found.title if command.title is None else command.title.strip() or None,
    )


def _check_day(due_on: date, chat: Preferences, *, now: datetime) -> None:
    today = today_of(chat, now)
    if due_on < today:
        raise Refusal(RefusalCode.DATE_PAST)
    if due_on - today > FARTHEST:
        raise Refusal(RefusalCode.DATE_TOO_FAR)


def _check_title(title: str | None) -> None:
    if title is not None and len(title) > TITLE_LIMIT_CHARS:
        raise Refusal(RefusalCode.TITLE_TOO_LONG)
