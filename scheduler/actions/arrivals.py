"""What came in: marks updates seen, and loads what answering them needs, a batch at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scheduler.actions.settings import replan_chat
from scheduler.domain.plans import ChatId, Draft, Preferences
from scheduler.store import arrivals as store_arrivals
from scheduler.store import chats, reminders_told
from scheduler.store.engine import Sessions, Transaction

# How far back "what you missed" looks.
MISSED_WITHIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update from Telegram.

    ``language_code`` is a language the bot speaks, for a chat not met before; None is English.
    """

    update_id: int
    chat_id: ChatId
    language_code: str | None = None
    private: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    """What answering one update needs to know about its chat.

    ``fresh`` is False when the update was acted on before. ``newcomer``: the chat was not
    known. ``returned``: it had blocked the bot; ``missed`` counts what could not be told
    to it meanwhile.
    """

    chat: Preferences
    draft: Draft | None
    fresh: bool
    newcomer: bool
    returned: bool
    missed: int


async def receive(
    sessions: Sessions,
    arrivals: Sequence[Arrival],
    *,
    instance: str,
    takeover_after: timedelta,
    now: datetime,
) -> tuple[Visit, ...]:
    """Mark a batch of updates seen and return one visit for each, in their order.

    Args:
        sessions: the store.
        arrivals: the batch; the same update may stand in it twice, and is fresh once.
        instance: names this process, and no other that runs or ever ran.
        takeover_after: an update that another instance took and did not answer is fresh
            again after this long. Zero where only one process can receive (long polling),
            so that a restart after a crash answers what was left.
        now: the present, aware.
    """
    if not arrivals:
        return ()
    languages = {each.chat_id: each.language_code or "en" for each in arrivals}
    async with sessions.begin() as tx:
        free = set(
            await store_arrivals.claim_arrivals(
                tx,
                {each.update_id for each in arrivals},
                instance=instance,
                taken_before=now - takeover_after,
                now=now,
            )
        )
        known = await chats.list_chats_with_drafts(tx, languages.keys())
        strangers = {
            chat_id: language for chat_id, language in languages.items() if chat_id not in known
        }
        newcomers: frozenset[ChatId] = frozenset()
        if strangers:
            newcomers = await chats.insert_chats(tx, strangers, now=now)
            known |= await chats.list_chats_with_drafts(tx, strangers.keys())
        missed = await _welcome_back(tx, [chat for chat, _ in known.values()], now=now)
    visits: list[Visit] = []
    for each in arrivals:
        chat, draft = known[each.chat_id]
        back = each.chat_id in missed
        visits.append(
            Visit(
                replace(chat, active=True) if back else chat,
                draft,
                fresh=each.update_id in free,
                newcomer=each.chat_id in newcomers,
                returned=back,
                missed=missed.get(each.chat_id, 0),
            )
        )
        free.discard(each.update_id)
    return tuple(visits)


async def finish(sessions: Sessions, update_ids: Sequence[int]) -> None:
    """Mark updates answered: they are never fresh again."""
    if update_ids:
        async with sessions.begin() as tx:
            await store_arrivals.mark_answered(tx, update_ids)


async def note_blocked(sessions: Sessions, chat_id: ChatId, *, now: datetime) -> None:
    """Note that Telegram refuses a chat: nothing more is tried until it writes again."""
    async with sessions.begin() as tx:
        await chats.mark_blocked(tx, [chat_id], now=now)


async def _welcome_back(
    tx: Transaction, present: Sequence[Preferences], *, now: datetime
) -> dict[ChatId, int]:
    """Let chats that had blocked the bot hear again; returns what each had missed."""
    missed: dict[ChatId, int] = {}
    for chat in present:
        if not chat.active:
            await chats.mark_active(tx, [chat.chat_id])
            missed[chat.chat_id] = await reminders_told.count_failed_since(
                tx, chat.chat_id, since=now - MISSED_WITHIN
            )
            back = replace(chat, active=True)
            await replan_chat(tx, back, before=back, now=now)
    return missed
