"""Builds a bot from its parts: the one place where every floor meets.

Nothing is built at import; whoever opens a house closes it.
"""

import asyncio
import contextlib
import logging
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.clock import SystemClock
from bot.config import Settings
from bot.health import Figures, Health, Part, Trouble
from bot.patience import Sleep, until_answered
from faq.desk import Desk
from faq.opening import open_desk
from handlers.gateway.arrivals import Gatherer
from handlers.gateway.inbound import Inbound, Watch
from handlers.gateway.markup import Renderer
from handlers.gateway.menu import publish_menu
from handlers.gateway.outbound import Outbound
from handlers.gateway.pace import GROUP_A_MINUTE, Pace
from handlers.gateway.transport import AiohttpRequest, make_bot
from handlers.gateway.trouble import PollTrouble
from handlers.means import Means
from handlers.recall import Recall
from handlers.texts.loader import Texts, load_texts
from scheduler.clockwork import Clockwork
from scheduler.delivery.send_loop import SendLoop
from scheduler.delivery.tick import next_due
from scheduler.domain.clock import Clock
from scheduler.store.engine import Sessions, open_store
from scheduler.store.errors import StoreUnavailable
from scheduler.store.schema import migrate
from scheduler.store.tallies import Tally

log = logging.getLogger(__name__)

CONTENT: Final = Path(__file__).parent.parent / "faq" / "content"
# Telegram posts an update again when nobody answered for about a minute.
_WEBHOOK_TAKEOVER: Final = timedelta(seconds=45)


class StartRefused(Exception):  # noqa: N818 - a circumstance, answered by one line
    """Telegram refuses what the operator set, and would refuse it again; one line says what."""


@dataclass(frozen=True, slots=True)
class House:
    """A bot with all its parts, not yet receiving or sending."""

    bot: Bot
    sessions: Sessions
    texts: Texts
    inbound: Inbound
    send_loop: SendLoop
    clockwork: Clockwork
    health: Health
    figures: Figures
    clock: Clock

    async def overdue_by(self) -> timedelta:
        """Return how long the next due instant is past; zero when nothing is late."""
        due_at = await next_due(self.sessions)
        if due_at is None:
            return timedelta(0)
        return max(timedelta(0), self.clock.now() - due_at)


@contextlib.asynccontextmanager
async def open_house(
    settings: Settings, *, token: str, api_url: str, clock: Clock, database_url: str
) -> AsyncIterator[House]:
    """Open the store, load answers and texts, and join the parts; close all at the end.

    Raises:
        StoreUnavailable, ContentError, TextError: in one line, before anything is received.
    """
    await asyncio.to_thread(migrate, database_url)
    desk = await asyncio.to_thread(open_desk, CONTENT, settings.cache_dir)
    texts = load_texts()
    async with contextlib.AsyncExitStack() as at_the_end:
        sessions = await open_store(database_url)
        at_the_end.push_async_callback(sessions.close)
        calls, polls = AiohttpRequest(), AiohttpRequest(connections=2)
        for transport in (calls, polls):
            await transport.initialize()
            at_the_end.push_async_callback(transport.shutdown)
        bot = make_bot(token, api_url, calls, polls)
        house = _join(settings, bot=bot, sessions=sessions, desk=desk, texts=texts, clock=clock)
        at_the_end.push_async_callback(_keep_up, house)
        yield house


async def greet_telegram(house: House, *, sleep: Sleep = asyncio.sleep) -> None:
    """Learn the bot's own name and publish its menu; tries until Telegram answers.

    Raises:
        StartRefused: Telegram does not know the token.
    """
    await learn_name(house, sleep=sleep)
    await publish_menu(house.bot, house.texts)


async def learn_name(house: House, *, sleep: Sleep = asyncio.sleep) -> None:
    """Learn the bot's own name; tries until Telegram answers.

    Raises:
        StartRefused: Telegram does not know the token.
    """
    try:
        me = await until_answered(
            house.bot.get_me, health=house.health, clock=house.clock, sleep=sleep
        )
    except InvalidToken as error:
        # 401, and 404 for a token that does not even look like one.
        raise StartRefused(
            "Telegram refuses BOT_TOKEN: compare it with @BotFather's "
            "(and TELEGRAM_API_URL with the address of your Bot API server)"
        ) from error
    except (BadRequest, Forbidden) as error:
        raise StartRefused(f"Telegram refuses getMe: {error.message}") from error
    house.inbound.know_name(me.username or "", shares=bool(me.supports_inline_queries))


@contextlib.asynccontextmanager
async def sending(house: House) -> AsyncIterator[asyncio.Task[None]]:
    """Beat time and send what is due while the block runs; yields the task that sends."""
    loop = asyncio.create_task(house.send_loop.run(), name="send-loop")
    house.clockwork.start()
    try:
        yield loop
    finally:
        await house.clockwork.stop()
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)


def _join(
    settings: Settings,
    *,
    bot: Bot,
    sessions: Sessions,
    desk: Desk,
    texts: Texts,
    clock: Clock,
) -> House:
    """Join the parts; nothing runs yet."""
    health, figures, tally = Health(clock.now()), Figures(), Tally()
    instance = uuid.uuid4().hex
    outbound = Outbound(bot, Renderer(texts), _pace(settings))
    send_loop = SendLoop(
        sessions,
        outbound,
        clock,
        instance=instance,
        lanes=settings.send_lanes,
        on_outcome=figures.count_letter,
    )
    clockwork = Clockwork(
        sessions,
        send_loop,
        tally,
        clock=clock,
        machine=SystemClock(),
        on_beat=lambda now: health.beat(Part.SENDING, now=now),
    )
    gatherer = Gatherer(
        sessions,
        clock,
        instance=instance,
        takeover_after=_WEBHOOK_TAKEOVER if settings.webhook_url else timedelta(0),
    )
    inbound = Inbound(
        bot=bot,
        outbound=outbound,
        gatherer=gatherer,
        means=Means(sessions, desk, tally, Recall(), ""),
        clock=clock,
        watch=_watch(health, figures, clock),
    )
    return House(bot, sessions, texts, inbound, send_loop, clockwork, health, figures, clock)


async def _keep_up(house: House) -> None:
    """Write down the last counts; a database that is gone must not keep the rest open."""
    try:
        await house.clockwork.keep_up()
    except StoreUnavailable as error:
        log.warning("the last counts were not kept: %s", error)


def _pace(settings: Settings) -> Pace:
    a_chat = settings.sends_per_second_per_chat
    return Pace(
        overall=settings.sends_per_second,
        a_chat=a_chat,
        a_group=GROUP_A_MINUTE / 60 if a_chat else 0,
    )


def _watch(health: Health, figures: Figures, clock: Clock) -> Watch:
    def on_poll(trouble: PollTrouble | None) -> None:
        health.beat(Part.RECEIVING, now=clock.now())
        health.report(Trouble(trouble.value) if trouble else None)

    return Watch(on_poll=on_poll, on_update=figures.updates.inc)
