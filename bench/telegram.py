"""The local Bot API as benchmarks use it: the same application behind a faster HTTP parser.

``bot.local.server`` parses HTTP in Python, because it has to break connections on purpose;
its 1,500 calls a second would be the slowest part of every comparison. Here aiohttp's parser,
written in C, stands before the very same application. Nothing is measured in this module.
"""

import asyncio
import contextlib
import socket
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, Final

from aiohttp import web
from starlette.types import ASGIApp, Message

from bot.clock import SystemClock
from bot.local.clock import LocalClock
from bot.local.server import LOOPBACK, create_app
from bot.local.state import LOCAL_TOKEN, Options
from bot.local.telegram import LocalTelegram

TOKEN: Final = LOCAL_TOKEN
_KEPT_MESSAGES: Final = 2_000

BotMessage = dict[str, Any]
OnMessage = Callable[[BotMessage], None]


class MeasuredTelegram(LocalTelegram):
    """A local Telegram that shows every message of the bot to one listener, at once."""

    on_answer: OnMessage | None = None

    def post(self, message: BotMessage) -> BotMessage:
        """Keep a message, and show it to the listener where the bot wrote it."""
        if self.on_answer is not None and message.get("from") is self.bot:
            self.on_answer(message)
        return super().post(message)


@dataclass(frozen=True, slots=True)
class Hosted:
    """A local Telegram that is up at ``url``; ``calls`` counts what was called, by method."""

    telegram: MeasuredTelegram
    url: str
    calls: Counter[str]

    @property
    def polls(self) -> int:
        """How often updates were asked for: a bot that asks is up."""
        return self.calls["getupdates"]


def new_telegram(*, keep_calls: int | None = 0) -> MeasuredTelegram:
    """A local Telegram on the machine's clock that takes a message for any chat.

    Args:
        keep_calls: how many calls the transcript keeps; None keeps all.
    """
    keep_messages = None if keep_calls is None else _KEPT_MESSAGES
    options = Options(any_chat=True, keep_messages=keep_messages, keep_calls=keep_calls)
    return MeasuredTelegram(LocalClock(SystemClock().now), options)


@contextlib.asynccontextmanager
async def hosted(telegram: MeasuredTelegram) -> AsyncIterator[Hosted]:
    """Serve ``telegram`` on a free port of 127.0.0.1 while the block runs."""
    app = create_app(telegram)
    calls: Counter[str] = Counter()

    async def handle(request: web.BaseRequest) -> web.StreamResponse:
        calls[request.path.rpartition("/")[2].lower()] += 1
        return await _answer(app, request)

    server = web.Server(handle, handler_cancellation=True)
    runner = web.ServerRunner(server, access_log=None)
    await runner.setup()
    listener = socket.create_server((LOOPBACK, 0))
    try:
        await web.SockSite(runner, listener).start()
        yield Hosted(telegram, f"http://{LOOPBACK}:{listener.getsockname()[1]}", calls)
    finally:
        await runner.cleanup()


async def _answer(app: ASGIApp, request: web.BaseRequest) -> web.StreamResponse:
    """Put one request to an ASGI application, and its answer into one response."""
    body = await request.read()
    start: dict[str, Any] = {}
    parts: list[bytes] = []
    unread = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        # A client that hangs up cancels this handler, so nothing else ever comes.
        return unread.pop() if unread else await asyncio.Future()

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            parts.append(message.get("body", b""))

    await app(_scope_of(request), receive, send)
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return web.Response(status=start["status"], body=b"".join(parts), headers=headers)


def _scope_of(request: web.BaseRequest) -> dict[str, Any]:
    return {
        "type": "http",
        "method": request.method,
        "path": request.path,
        "query_string": request.rel_url.raw_query_string.encode(),
        "headers": [(name.lower(), value) for name, value in request.raw_headers],
    }
