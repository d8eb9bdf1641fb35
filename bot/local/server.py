"""The local Telegram as an ASGI application, and a server for it on the loopback address."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import uvicorn
from starlette.types import Receive, Scope, Send

from bot.local.bot_api import BotApi
from bot.local.calls import Calls
from bot.local.door import create_door
from bot.local.door_answers import refusal
from bot.local.errors import ApiError
from bot.local.guard import is_ours
from bot.local.json_object import JsonObject
from bot.local.methods import perform, record
from bot.local.payload import Params
from bot.local.telegram import LocalTelegram
from bot.local.wire import WireProtocol

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that is up."""

    telegram: LocalTelegram
    url: str

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as ``base_url``."""
        return f"{self.url}/bot"

    @property
    def file_url(self) -> str:
        """What python-telegram-bot takes as ``base_file_url``."""
        return f"{self.url}/file/bot"


class LocalApp:
    """The Bot API and the page's door as one ASGI application, for HTTP alone."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.calls = Calls(telegram)
        self._bot_api = BotApi(self.calls)
        self._door = create_door(telegram)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not is_ours(scope["headers"]):
            await refusal("only this machine may come in", 403)(scope, receive, send)
        elif scope["path"].startswith(("/bot", "/file/bot")):
            await self._bot_api(scope, receive, send)
        else:
            await self._door(scope, receive, send)


def create_app(telegram: LocalTelegram) -> LocalApp:
    """The application for any ASGI server.

    Webhooks are posted only by `serve`; breaking connections needs its protocol, too.
    """
    return LocalApp(telegram)


class _Server(uvicorn.Server):
    """Tells when it is up, ends at once, and leaves the process's signals alone."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()
        self.over = asyncio.Event()

    async def main_loop(self) -> None:
        """Wait for the end; there are no dates to renew and no requests to count."""
        self.up.set()
        await self.over.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Break long polls and event streams, which would otherwise hold up the end."""
        for server in self.servers:
            server.close()
        for listener in sockets or ():
            listener.close()
        for connection in tuple(self.server_state.connections):
            connection.transport.abort()
        tasks = tuple(self.server_state.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serve(telegram: LocalTelegram, *, port: int = 0) -> AsyncIterator[Serving]:
    """Serve on 127.0.0.1 while the context lasts.

    Args:
        telegram: what to serve.
        port: 0 takes a free one.
    """
    listener = socket.create_server((LOOPBACK, port))
    config = uvicorn.Config(
        create_app(telegram),
        http=WireProtocol,
        ws="none",
        proxy_headers=False,
        lifespan="off",
        access_log=False,
        log_config=None,
        date_header=False,
        timeout_keep_alive=60,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve([listener]))
    posting = asyncio.create_task(telegram.webhook.run(lambda call: _reply(telegram, call)))
    try:
        await server.up.wait()
        yield Serving(telegram, f"http://{LOOPBACK}:{listener.getsockname()[1]}")
    finally:
        server.over.set()
        posting.cancel()
        await asyncio.gather(serving, posting, return_exceptions=True)


async def _reply(telegram: LocalTelegram, call: JsonObject) -> None:
    """Carry out the call that a bot put in its answer to the webhook."""
    method = str(call["method"])
    params = Params({key: value for key, value in call.items() if key != "method"})
    try:
        outcome = perform(telegram, method, params)
    except ApiError as refusal:
        outcome = refusal
    record(telegram, method, params, outcome=outcome)
