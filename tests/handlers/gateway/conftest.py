"""A local Telegram, a bot that talks to it over our transport, and a person who listens."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Bot

from bot.local import LocalClock, LocalTelegram, Person, Serving, serve
from handlers.gateway.markup import Renderer
from handlers.gateway.outbound import Outbound
from handlers.gateway.pace import Pace
from handlers.gateway.transport import AiohttpRequest, make_bot
from handlers.texts.loader import Texts, load_texts
from scheduler.domain.plans import Preferences
from tests.handlers.gateway.stands import Naps, preferences

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


@pytest.fixture
def telegram() -> LocalTelegram:
    """A Telegram with nobody there, at noon."""
    return LocalTelegram(LocalClock(lambda: NOON, frozen=True))


@pytest.fixture
async def server(telegram: LocalTelegram) -> AsyncIterator[Serving]:
    """The Telegram, served."""
    async with serve(telegram) as serving:
        yield serving


@pytest.fixture
async def bot(server: Serving, telegram: LocalTelegram) -> AsyncIterator[Bot]:
    """A bot over our own transport."""
    calls, polls = AiohttpRequest(), AiohttpRequest(connections=2)
    await calls.initialize()
    await polls.initialize()
    yield make_bot(telegram.options.token, server.url, calls, polls)
    await calls.shutdown()
    await polls.shutdown()


@pytest.fixture
def maya(telegram: LocalTelegram) -> Person:
    """A person with a private chat."""
    return telegram.person("Maya")


@pytest.fixture
def chat(maya: Person) -> Preferences:
    """Maya's chat, as the house knows it."""
    return preferences(maya.id)


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The real words."""
    return load_texts()


@pytest.fixture
def naps() -> Naps:
    """Sleeping that takes no time, written down."""
    return Naps()


@pytest.fixture
def outbound(bot: Bot, renderer: Renderer, naps: Naps) -> Outbound:
    """The sender, with no pace to keep."""
    return Outbound(bot, renderer, Pace(overall=0, a_chat=0), sleep=naps)
