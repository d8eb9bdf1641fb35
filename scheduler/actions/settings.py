"""How a chat wants to be told: zone, hours, language, cards."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import available_timezones

from scheduler.actions.planning import chat_of, plan_cards, plan_dates_of_chat, today_of
from scheduler.actions.results import AlreadyDone
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.delivery import ReminderState
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.plans import ChatId, Preferences
from scheduler.store import (
    chats,
    drafts,
    plan_dates,
    reminder_marks,
    reminders_told,
    school_changes,
)
from scheduler.store.engine import Sessions, Transaction
from scheduler.store.nightly import insert_nightly_cards
from scheduler.store.reminders_told import About


async def language_of(sessions: Sessions, chat_id: ChatId) -> str | None:
    """Return the language a chat chose, None where it never wrote; makes no row for it."""
    async with sessions.read() as tx:
        chat = await chats.find_chat(tx, chat_id)
    return chat.language if chat else None


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The chat before and after; ``moved`` counts messages that now come at another instant."""

    before: Preferences
    after: Preferences
    moved: int


async def change_settings(
    sessions: Sessions,
    command: ChangeSettings,
    *,
    chat_id: ChatId,
    draft_id: int | None,
    now: datetime,
) -> SettingsChanged | AlreadyDone:
    """Change what the command names; unsent messages of this chat keep their local hours.

    Raises:
        Refusal: the zone is not an IANA name. The draft stays.
    """
    async with sessions.begin(wakes=True) as tx:
        before = await chat_of(tx, chat_id)
        after = _changed(before, command)
        if not await drafts.close_draft(tx, chat_id, draft_id):
            return AlreadyDone()
        await chats.update_chat(tx, after)
        instants = await reminders_told.list_instants(tx, chat_id)
        if _moves_messages(before, after):
            await replan_chat(tx, after, before=before, now=now)
        moved = _count_moved(instants, await reminders_told.list_instants(tx, chat_id))
    return SettingsChanged(before, after, moved)


async def replan_chat(
    tx: Transaction, chat: Preferences, *, before: Preferences, now: datetime
) -> None:
    """Derive every unsent message of one chat again.

    Where the zone is another than ``before``, the family lives elsewhere now, and its dates
    keep their local hours there, unless another adult of the family lives by the old zone.
    """
    if chat.zone is None:
        return
    dates = await plan_dates.list_open_dates(tx, [chat.family_id])
    if chat.zone != before.zone and await chats.count_family_chats(tx, chat.family_id) == 1:
        await plan_dates.update_zone(tx, [each.id for each in dates], chat.zone)
        dates = tuple(replace(each, zone=chat.zone) for each in dates)
    await plan_dates_of_chat(tx, dates, chat, before=before, now=now)
    await reminder_marks.retire_cards(
        tx, state=ReminderState.SUPERSEDED, reason="settings", chat_id=chat.chat_id
    )
    today = today_of(chat, now)
    changes = await school_changes.list_changes(tx, [chat.family_id], last_from=today)
    await plan_cards(tx, changes, [chat], now=now)
    await insert_nightly_cards(tx, [chat], now=now)


def _count_moved(before: Mapping[About, datetime], after: Mapping[About, datetime]) -> int:
    return sum(due_at != before.get(about, due_at) for about, due_at in after.items())


def _changed(chat: Preferences, command: ChangeSettings) -> Preferences:
    if command.zone is not None and command.zone not in available_timezones():
        raise Refusal(RefusalCode.ZONE_UNKNOWN)
    return replace(
        chat,
        zone=command.zone or chat.zone,
        language=command.language or chat.language,
        reminder_at=chat.reminder_at if command.reminder_at is None else command.reminder_at,
        evening_at=chat.evening_at if command.evening_at is None else command.evening_at,
        quiet=command.quiet or chat.quiet,
        cards=command.cards or chat.cards,
    )


def _moves_messages(before: Preferences, after: Preferences) -> bool:
    return replace(before, language=after.language) != after
