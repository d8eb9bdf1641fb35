"""A local Telegram on a clock that stands still, and ways to call it as a bot would."""

import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.local import LocalClock, LocalTelegram, Person, Serving, serve
from bot.local.errors import ApiError
from bot.local.methods import perform
from bot.local.payload import Params

ARTICLE = {
    "type": "article",
    "id": "1",
    "title": "An answer",
    "input_message_content": {"message_text": "<b>IEP</b> is a plan.", "parse_mode": "HTML"},
    "reply_markup": {"inline_keyboard": [[{"text": "More", "url": "https://example.org"}]]},
}
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> LocalClock:
    """A clock that shows noon until it is moved."""
    return LocalClock(lambda: NOON, frozen=True)


@pytest.fixture
def telegram(clock: LocalClock) -> LocalTelegram:
    """A Telegram with nobody there."""
    return LocalTelegram(clock)


@pytest.fixture
def ana(telegram: LocalTelegram) -> Person:
    """A person with a private chat."""
    return telegram.person("Ana")


@pytest.fixture
async def server(telegram: LocalTelegram) -> AsyncIterator[Serving]:
    """The Telegram, served."""
    async with serve(telegram) as serving:
        yield serving


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A plain HTTP client."""
    async with aiohttp.ClientSession() as session:
        yield session


@dataclass(frozen=True)
class Caller:
    """Calls methods straight, with no HTTP."""

    telegram: LocalTelegram

    def __call__(self, method: str, **values: object) -> Any:
        """What the method answers."""
        return perform(self.telegram, method, Params(values))

    def refusal(self, method: str, **values: object) -> str:
        """The description of the refusal that the method must give."""
        with pytest.raises(ApiError) as caught:
            self(method, **values)
        return caught.value.description


@pytest.fixture
def call(telegram: LocalTelegram) -> Caller:
    """Calls of the bot, straight."""
    return Caller(telegram)


@dataclass(frozen=True)
class Reply:
    """What came back over HTTP."""

    status: int
    body: Any
    headers: dict[str, str]


Post = Callable[..., Coroutine[Any, Any, Reply]]


@pytest.fixture
def post(server: Serving, http: aiohttp.ClientSession) -> Post:
    """Posts a call of the bot as a form; ``wait`` bounds it in seconds."""
    token = server.telegram.options.token

    async def send(method: str, *, wait: float = 5.0, **values: object) -> Reply:
        timeout = aiohttp.ClientTimeout(total=wait)
        form = {name: str(value) for name, value in values.items()}
        url = f"{server.url}/bot{token}/{method}"
        async with http.post(url, data=form, timeout=timeout) as response:
            body = await response.json(content_type=None)
            return Reply(response.status, body, dict(response.headers))

    return send


@contextlib.asynccontextmanager
async def listening(server: Serving, **seat: object) -> AsyncIterator[aiohttp.StreamReader]:
    """The door's stream of events, once it is open."""
    query = {name: str(value) for name, value in seat.items()}
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{server.url}/local/events", params=query) as response:
            await response.content.readuntil(b"\n\n")
            yield response.content
