"""Receives: updates become turns, are handled once and in order for each chat.

The one place that catches every fault of an update: it is logged with the update's number and
the fault's class, and the person gets a kind word. What could not be noted in the database is
asked for again, so that an outage loses nothing.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from telegram import Bot
from telegram.error import TelegramError

from faq.decision import DecisionKind
from handlers.errors import went_wrong
from handlers.gateway.arrivals import Gatherer
from handlers.gateway.limits import Allowance, Speaker
from handlers.gateway.lines import Lines
from handlers.gateway.outbound import Outbound
from handlers.gateway.reading import Incoming, Sought, read_update
from handlers.gateway.searches import Searches
from handlers.gateway.transport import raw_updates
from handlers.gateway.trouble import PollTrouble, back_off_seconds, trouble_of
from handlers.means import Means
from handlers.routes import COMMANDS, KINDS, handle
from handlers.turn import Joined, Place, Reply, Said, Turn, phrase, toast
from scheduler.actions import Visit, note_blocked
from scheduler.domain.clock import Clock
from scheduler.domain.delivery import Blocked

log = logging.getLogger(__name__)

BATCH = 100  # Bot API, getUpdates: 1-100
POLL_SECONDS = 30
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
)
# The database is asked again this often while it fails; in between the person sees "typing".
_NOTING_AGAIN_SECONDS = 4.0
# An update that the database refuses this often, while it takes others, is passed over.
_MOST_REFUSALS = 3
# How long answers under way are waited for when receiving ends.
_GRACE_SECONDS = 5.0


class UpdateNotTaken(Exception):  # noqa: N818 - a circumstance: Telegram is to post it again
    """An update of the webhook that could not be noted yet; its text is the update's number."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who hears of how receiving goes: trouble or None once a poll, and each update handled."""

    on_poll: Callable[[PollTrouble | None], None]
    on_update: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How receiving waits.

    Attributes:
        patience: a batch is acknowledged to Telegram once it was handled, or noted and this
            old.
        sleep: waits a number of seconds.
    """

    patience: timedelta = timedelta(seconds=10)
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep


RHYTHM: Final = Rhythm()


@dataclass(frozen=True, slots=True)
class _Begun:
    """An update in hand. ``noted`` turns False when it has to be asked for again."""

    update_id: int
    noted: asyncio.Future[bool]
    task: asyncio.Task[None]


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
        rhythm: Rhythm = RHYTHM,
    ) -> None:
        self._bot = bot
        self._outbound = outbound
        self._gatherer = gatherer
        self._means = means
        self._clock = clock
        self._watch = watch
        self._rhythm = rhythm
        self._lines = Lines()
        self._searches = Searches(outbound, clock)
        self._allowance = Allowance()
        self._under_way: set[asyncio.Task[None]] = set()
        self._refusals: Counter[int] = Counter()

    def know_name(self, name: str, *, shares: bool = False) -> None:
        """Learn the bot's username without @, and whether it may be asked from other chats."""
        self._means = replace(self._means, bot_name=name, shares=shares)

    async def poll(self) -> None:
        """Ask for updates until cancelled; trouble is told and waited out."""
        offset, failures = 0, 0
        try:
            while True:
                try:
                    offset = await self._poll_once(offset)
                    failures = 0
                except Exception as error:
                    failures += 1
                    if not isinstance(error, TelegramError):
                        log.exception("receiving failed, and goes on")
                    self._watch.on_poll(trouble_of(error))
                    await self._rhythm.sleep(back_off_seconds(error, failures))
        finally:
            await self._wind_up()

    async def take(self, update: dict[str, Any]) -> None:
        """Handle one update of the webhook, as JSON; returns when it was handled.

        Raises:
            UpdateNotTaken: nothing came of it yet, and Telegram should post it again.
        """
        if not self._means.bot_name:
            # What is said to the bot by its name cannot be told from what is said to others.
            raise UpdateNotTaken(str(update["update_id"]))
        noted: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        await self._handle_one(update, noted)
        if not noted.result():
            raise UpdateNotTaken(str(update["update_id"]))

    async def _poll_once(self, offset: int) -> int:
        """Ask for updates and handle them; returns the offset to go on from."""
        updates = await raw_updates(
            self._bot, offset=offset, limit=BATCH, wait_seconds=POLL_SECONDS, kinds=ALLOWED_UPDATES
        )
        self._watch.on_poll(None)
        return await self._handle_batch(updates) if updates else offset

    async def _handle_batch(self, updates: Sequence[dict[str, Any]]) -> int:
        """Handle updates and return the offset to go on from."""
        begun = [self._begin(update) for update in updates]
        # One slow answer must not keep everybody else from being heard.
        await asyncio.wait(
            [each.task for each in begun], timeout=self._rhythm.patience.total_seconds()
        )
        refused = [each.update_id for each in begun if not await each.noted]
        again = self._to_ask_again(refused, some_noted=len(refused) < len(begun))
        if not again:
            return max(each.update_id for each in begun) + 1
        await self._rhythm.sleep(_NOTING_AGAIN_SECONDS)
        return min(again)

    def _begin(self, update: dict[str, Any]) -> _Begun:
        noted: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(self._handle_one(update, noted))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return _Begun(update["update_id"], noted, task)

    def _to_ask_again(self, refused: Collection[int], *, some_noted: bool) -> list[int]:
        """Return what is to come again: all but what the database alone cannot swallow."""
        if not refused:
            self._refusals.clear()
        elif some_noted:
            self._refusals.update(refused)
        return [each for each in refused if self._refusals[each] < _MOST_REFUSALS]

    async def _wind_up(self) -> None:
        """Let answers under way go out; what is too slow comes again after the next start."""
        if not self._under_way:
            return
        _, slow = await asyncio.wait(self._under_way, timeout=_GRACE_SECONDS)
        for task in slow:
            task.cancel()
        await asyncio.gather(*slow, return_exceptions=True)

    async def _handle_one(self, update: dict[str, Any], noted: asyncio.Future[bool]) -> None:
        try:
            match self._read(update):
                case Sought() as sought:
                    await self._searches.answer(sought, self._means)
                case Incoming() as incoming:
                    await self._in_line(incoming, noted)
        except Exception:
            log.exception("update %d was not handled", update["update_id"])
        finally:
            # An update that cannot be read today cannot be read tomorrow.
            if not noted.done():
                noted.set_result(True)
            self._watch.on_update()

    def _read(self, update: dict[str, Any]) -> Incoming | Sought | None:
        return read_update(update, KINDS, COMMANDS, bot_name=self._means.bot_name)

    async def _in_line(self, incoming: Incoming, noted: asyncio.Future[bool]) -> None:
        """Note an update at once, and answer it when its chat's earlier ones are answered."""
        first = self._lines.is_free(incoming.chat_id)
        noting = None if first else asyncio.create_task(self._note(incoming, noted))
        async with self._lines.stand_in(incoming.chat_id):
            visit = await (noting or self._note(incoming, noted))
            if visit is None or not visit.fresh:
                return
            try:
                await self._answer(incoming, visit, stale=not first)
            except BaseException:
                self._gatherer.give_up()
                raise
            await self._gatherer.done(incoming.arrival.update_id)

    async def _note(self, incoming: Incoming, noted: asyncio.Future[bool]) -> Visit | None:
        """Note that an update came in; None when the database did not take it."""
        try:
            visit = await self._gatherer.visit(incoming.arrival)
        except Exception:
            log.exception("update %d could not be noted yet", incoming.arrival.update_id)
            noted.set_result(False)
            if incoming.place is Place.PRIVATE:
                await self._outbound.show_busy(incoming.chat_id)
            return None
        noted.set_result(True)
        return visit

    async def _answer(self, incoming: Incoming, visit: Visit, *, stale: bool) -> None:
        now = self._clock.now()
        permitted = self._allowance.ask(Speaker(incoming.chat_id, incoming.user_id), now=now)
        replies: Sequence[Reply] = ()
        if permitted.fully or self._is_crisis(incoming):
            replies = await self._replies(incoming, visit, now=now, stale=stale)
        elif permitted.too_fast:
            replies = (toast(phrase("too-fast")),)
        outcome = await self._outbound.answer(
            visit.chat,
            replies,
            query_id=incoming.query_id,
            message_id=incoming.message_id,
            question_id=incoming.question_id,
        )
        if isinstance(outcome, Blocked):
            await note_blocked(self._means.sessions, visit.chat.chat_id, now=now)

    def _is_crisis(self, incoming: Incoming) -> bool:
        """Tell whether somebody needs help now: they are heard however fast they write."""
        if not isinstance(incoming.act, Said):
            return False
        return self._means.desk.decide(incoming.act.text).kind is DecisionKind.CRISIS

    async def _replies(
        self, incoming: Incoming, visit: Visit, *, now: datetime, stale: bool
    ) -> Sequence[Reply]:
        try:
            if stale:
                # Answers to what was said before may have changed the chat and its draft.
                visit = await self._gatherer.visit(incoming.arrival)
            return await handle(self._turn(incoming, visit, now))
        except Exception:
            log.exception("update %d could not be answered", incoming.arrival.update_id)
            return () if isinstance(incoming.act, Joined) else (went_wrong(),)

    def _turn(self, incoming: Incoming, visit: Visit, now: datetime) -> Turn:
        return Turn(
            update_id=incoming.arrival.update_id,
            chat=visit.chat,
            act=incoming.act,
            now=now,
            means=self._means,
            draft=visit.draft,
            place=incoming.place,
            newcomer=visit.newcomer,
            returned=visit.returned,
            missed=visit.missed,
        )
