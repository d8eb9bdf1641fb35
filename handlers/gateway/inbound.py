"""Receives: updates become turns, are handled once and in order for each chat.

The one place that catches every fault of an update: it is logged with the update's number and
the fault's class, and the person gets a kind word.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError

from handlers.gateway.arrivals import Gatherer
from handlers.gateway.limits import Allowance, Speaker
from handlers.gateway.outbound import Outbound
from handlers.gateway.reading import Incoming, read_update
from handlers.routes import KINDS, handle
from handlers.turn import Joined, Means, Reply, Turn, new, phrase
from scheduler.actions import Visit
from scheduler.domain.clock import Clock

log = logging.getLogger(__name__)

BATCH = 100  # Bot API, getUpdates: 1-100
POLL_SECONDS = 30
# A batch is acknowledged to Telegram once it was handled, or after this long.
PATIENCE = timedelta(seconds=10)
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
_LONGEST_BACK_OFF_SECONDS = 30.0


class PollTrouble(StrEnum):
    """What keeps updates from coming."""

    UNREACHABLE = "unreachable"
    SECOND_INSTANCE = "second-instance"
    TOKEN_REFUSED = "token-refused"  # noqa: S105 - a code, not a token


@dataclass(frozen=True, slots=True)
class Watch:
    """Who hears of how receiving goes: trouble or None once a poll, and each update handled."""

    on_poll: Callable[[PollTrouble | None], None]
    on_update: Callable[[], None]


class Inbound:
    """Takes updates from long polling or a webhook to their answers."""

    def __init__(
        self,
        *,
        bot: Bot,
        outbound: Outbound,
        gatherer: Gatherer,
        means: Means,
        clock: Clock,
        watch: Watch,
    ) -> None:
        self._bot = bot
        self._outbound = outbound
        self._gatherer = gatherer
        self._means = means
        self._clock = clock
        self._watch = watch
        self._lines: dict[int, asyncio.Lock] = {}
        self._allowance = Allowance()
        self._under_way: set[asyncio.Task[None]] = set()

    def know_name(self, name: str) -> None:
        """Learn the username that Telegram gave the bot, without @."""
        self._means = replace(self._means, bot_name=name)

    async def poll(self) -> None:
        """Ask for updates until cancelled; trouble is told and waited out."""
        offset, failures = 0, 0
        while True:
            try:
                updates = await self._bot.get_updates(
                    offset=offset,
                    limit=BATCH,
                    timeout=POLL_SECONDS,
                    allowed_updates=ALLOWED_UPDATES,
                )
            except TelegramError as error:
                failures += 1
                self._watch.on_poll(_trouble_of(error))
                await asyncio.sleep(min(0.5 * 2**failures, _LONGEST_BACK_OFF_SECONDS))
                continue
            failures = 0
            self._watch.on_poll(None)
            if updates:
                await self._handle_batch(updates)
                offset = updates[-1].update_id + 1

    async def take(self, update: dict[str, Any]) -> None:
        """Handle one update of the webhook, as JSON; returns when it was handled."""
        parsed = Update.de_json(update, self._bot)
        if parsed is not None:
            await self._handle_one(parsed)

    async def _handle_batch(self, updates: Sequence[Update]) -> None:
        tasks = [asyncio.create_task(self._handle_one(update)) for update in updates]
        # One slow answer must not keep everybody else from being heard.
        _, slow = await asyncio.wait(tasks, timeout=PATIENCE.total_seconds())
        self._under_way |= slow
        for task in slow:
            task.add_done_callback(self._under_way.discard)

    async def _handle_one(self, update: Update) -> None:
        incoming = read_update(update, KINDS, self._means.bot_name)
        if incoming is None:
            return
        speaker = Speaker(incoming.chat_id, incoming.user_id)
        try:
            async with self._line(incoming.chat_id):
                visit = await self._gatherer.visit(incoming.arrival)
                if visit.fresh:
                    await self._answer(incoming, visit, speaker)
                    await self._gatherer.done(incoming.arrival.update_id)
        except Exception:
            log.exception("update %d was not handled", incoming.arrival.update_id)
        finally:
            self._watch.on_update()

    async def _answer(self, incoming: Incoming, visit: Visit, speaker: Speaker) -> None:
        now = self._clock.now()
        permitted = self._allowance.ask(speaker, now=now)
        if permitted.silent:
            return
        replies: Sequence[Reply]
        if permitted.too_fast:
            replies = (new(phrase("too-fast")),)
        else:
            replies = await self._replies(incoming, visit)
        await self._outbound.answer(
            visit.chat, replies, query_id=incoming.query_id, message_id=incoming.message_id
        )

    async def _replies(self, incoming: Incoming, visit: Visit) -> Sequence[Reply]:
        turn = Turn(
            update_id=incoming.arrival.update_id,
            chat=visit.chat,
            act=incoming.act,
            now=self._clock.now(),
            means=self._means,
            draft=visit.draft,
            place=incoming.place,
            newcomer=visit.newcomer,
            returned=visit.returned,
            missed=visit.missed,
        )
        try:
            return await handle(turn)
        except Exception:
            log.exception("update %d could not be answered", incoming.arrival.update_id)
            return () if isinstance(incoming.act, Joined) else (new(phrase("error-ours")),)

    def _line(self, chat_id: int) -> asyncio.Lock:
        """Return the line of one chat, in which what it said is answered in order."""
        line = self._lines.get(chat_id)
        if line is None:
            if len(self._lines) > 10_000:  # noqa: PLR2004 - a bound, not a tuning
                self._lines = {k: v for k, v in self._lines.items() if v.locked()}
            line = self._lines[chat_id] = asyncio.Lock()
        return line


def _trouble_of(error: TelegramError) -> PollTrouble:
    match error:
        case Conflict():
            return PollTrouble.SECOND_INSTANCE
        case InvalidToken():
            return PollTrouble.TOKEN_REFUSED
        case _:
            return PollTrouble.UNREACHABLE
