"""The whole door: a local Telegram, the real store and the real handlers, by long polling."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import fields
from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot

from bot.local import LocalTelegram, Person
from handlers.gateway import arrivals
from handlers.gateway.arrivals import Gatherer
from handlers.gateway.inbound import Inbound, Rhythm, Watch
from handlers.gateway.outbound import Outbound
from handlers.means import Means
from handlers.recall import Recall
from handlers.routes import KINDS
from handlers.texts.loader import Texts, Voice
from handlers.turn import phrase
from scheduler.actions import Sessions, Tally
from scheduler.domain.plans import ChatId
from scheduler.store import chats
from scheduler.store.errors import StoreUnavailable
from tests.handlers.gateway.stands import Naps, StillClock
from tests.handlers.parent import DeafDesk


@pytest.fixture
async def inbound(
    bot: Bot, telegram: LocalTelegram, outbound: Outbound, store: Sessions, naps: Naps
) -> AsyncIterator[Inbound]:
    """Receiving, under way until the test ends."""
    clock = StillClock()
    made = Inbound(
        bot=bot,
        outbound=outbound,
        gatherer=Gatherer(store, clock, instance="test", takeover_after=timedelta(0)),
        means=Means(store, DeafDesk(), Tally(), Recall(), telegram.options.username),
        clock=clock,
        watch=Watch(on_poll=lambda _: None, on_update=lambda: None),
        rhythm=Rhythm(sleep=naps),
    )
    polling = asyncio.create_task(made.poll())
    yield made
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)


pytestmark = pytest.mark.usefixtures("inbound")


async def _all_handled(telegram: LocalTelegram) -> None:
    """Wait until every update was handled and acknowledged."""
    async with asyncio.timeout(5):
        while len(telegram.updates):
            await asyncio.sleep(0.002)


def _texts(telegram: LocalTelegram, person: Person) -> list[str]:
    return [message["text"] for message in telegram.from_bot(person)]


async def test_start_when_sent_then_is_answered(telegram: LocalTelegram, maya: Person) -> None:
    """A first word gets a first answer."""
    telegram.says(maya, "/START")
    assert await telegram.hears(maya)


async def test_update_when_it_comes_again_then_acts_once(
    telegram: LocalTelegram, maya: Person
) -> None:
    """Telegram may repeat an update; nobody is answered twice."""
    telegram.says(maya, "/help")
    (update,) = telegram.updates.first(1)
    telegram.updates.repeat(update)
    await _all_handled(telegram)
    assert len(telegram.transcript.of("sendMessage")) == 1


async def test_newcomer_when_writing_twice_at_once_then_is_greeted_once(
    telegram: LocalTelegram, maya: Person
) -> None:
    """Two messages in one breath are from one newcomer."""
    telegram.says(maya, "hello")
    telegram.says(maya, "anybody?")
    await _all_handled(telegram)
    greetings = [text for text in _texts(telegram, maya) if "I am Plankeeper" in text]
    assert len(greetings) == 1


async def test_button_when_old_or_forged_then_says_so_kindly(
    telegram: LocalTelegram, maya: Person, texts: Texts
) -> None:
    """A button of another release leads back to the menu."""
    telegram.says(maya, "/help")
    await telegram.hears(maya)
    telegram.presses(maya, 2, "v0:snooze:8123:14")
    await _all_handled(telegram)
    assert _texts(telegram, maya)[-1] == texts.plain(phrase("button-is-old"), Voice())


async def test_button_when_any_payload_holds_odd_numbers_then_is_answered(
    telegram: LocalTelegram, maya: Person
) -> None:
    """Whatever number is forged into whichever button, the press gets an answer."""
    presses = []
    for name, kind in list(KINDS.items())[:20]:
        values = ":".join("9" * 20 for _ in fields(kind))
        presses.append(telegram.presses(maya, 1, f"v{kind.VERSION}:{name}:{values}"[:64]))
    await _all_handled(telegram)
    answered = [telegram.queries.find(each) for each in presses]
    assert all(query is not None and query.answer is not None for query in answered)


async def test_outage_when_the_database_is_away_then_nothing_said_is_lost(
    telegram: LocalTelegram, maya: Person, naps: Naps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Messages that come while the database is away are answered, once, when it is back."""
    away, receive = [True] * 3, arrivals.receive

    async def receives(*given: Any, **named: Any) -> Sequence[Any]:
        if away:
            away.pop()
            raise StoreUnavailable("the database failed: disk I/O error")
        return await receive(*given, **named)

    monkeypatch.setattr(arrivals, "receive", receives)
    telegram.says(maya, "/help")
    await _all_handled(telegram)
    answers = len(telegram.transcript.of("sendMessage"))
    assert (answers, naps.seconds, telegram.transcript.of("sendChatAction") != []) == (
        1,
        [4.0] * 3,
        True,
    )


async def test_answer_when_the_chat_refuses_it_then_nothing_more_is_tried(
    telegram: LocalTelegram, store: Sessions
) -> None:
    """A 403 to an answer is as good as one to a reminder."""
    maya = telegram.person("Maya")
    telegram.fails("refusal", "sendMessage", code=403, description="Forbidden: bot was blocked")
    telegram.says(maya, "hm")
    await _all_handled(telegram)

    async with store.read() as tx:
        chat = await chats.find_chat(tx, ChatId(maya.id))
    assert chat is not None
    assert not chat.active
