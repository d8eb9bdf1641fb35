"""HTTP for the calls of a bot, kept lean: a benchmark makes thousands a second.

A connection that asks for anything but a plain call (the page, a download, an upload, a body
in chunks) is handed over to uvicorn's own protocol for good.
"""

import asyncio
import re
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote_to_bytes

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from bot.local.calls import Answer, Calls, Dropped, answer_of
from bot.local.errors import ApiError
from bot.local.guard import is_plainly_ours
from bot.local.payload import Params, read_params

HEAD_LIMIT_BYTES = 1 << 16

_HEAD_END = b"\r\n\r\n"
_REQUEST = re.compile(rb"(?:POST|GET) /bot([^ ?]*)(?:\?([^ ]*))? HTTP/1\.1\r\n")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+) *\r\n")
_KIND = re.compile(rb"\r\ncontent-type: *([^\r]*)\r\n")
_NOT_PLAIN = re.compile(
    rb"\r\n(?:transfer-encoding:|expect:|upgrade:|content-type: *multipart/|connection: *close)"
)
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


class BreakableProtocol(H11Protocol):
    """Shows the application its transport, so that it can break the connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin a connection."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class WireProtocol(asyncio.Protocol):
    """Plain calls of one connection, one after the other; uvicorn makes one a connection."""

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        self._making = (config, server_state, app_state)
        self._calls: Calls = config.loaded_app.calls
        self._connections: set[Any] = server_state.connections
        self._tasks = server_state.tasks
        self._buffer = b""
        self._answering: asyncio.Task[None] | None = None
        self._lost = asyncio.Event()
        self.transport: asyncio.Transport = None  # type: ignore[assignment]

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin a connection."""
        self.transport = transport
        self._connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Let a waiting call know that nobody listens any more."""
        del exc
        self._connections.discard(self)
        self._lost.set()

    def shutdown(self) -> None:
        """Close, as uvicorn asks its connections to at the end."""
        self.transport.close()

    def data_received(self, data: bytes) -> None:
        """Answer every call that is there in full."""
        self._buffer += data
        while self._answering is None and self._buffer and self._serve_one():
            pass

    def _serve_one(self) -> bool:
        """Take one call from the buffer; whether to look for another."""
        end = self._buffer.find(_HEAD_END)
        if end < 0:
            return self._hand_over() if len(self._buffer) > HEAD_LIMIT_BYTES else False
        request = _REQUEST.match(self._buffer)
        head = self._buffer[: end + 2].lower()
        if request is None or _NOT_PLAIN.search(head) or not is_plainly_ours(head):
            return self._hand_over()
        length = _LENGTH.search(head)
        stop = end + len(_HEAD_END) + (int(length[1]) if length else 0)
        if len(self._buffer) < stop:
            return False
        body, self._buffer = self._buffer[end + len(_HEAD_END) : stop], self._buffer[stop:]
        kind = _KIND.search(head)
        self._serve(request[1], request[2] or b"", kind[1] if kind else b"", body)
        return True

    def _serve(self, path: bytes, query: bytes, kind: bytes, body: bytes) -> None:
        try:
            plain = unquote_to_bytes(path) if b"%" in path else path
            method = self._calls.admit(plain.decode("utf-8", "replace"))
            params = read_params(query, kind, body)
        except ApiError as refusal:
            self._write(answer_of(refusal))
            return
        if self._calls.can_answer_now(method):
            self._write(self._calls.answer_now(method, params))
        else:
            self._answering = asyncio.create_task(self._answer_later(method, params))
            self._tasks.add(self._answering)
            self._answering.add_done_callback(self._tasks.discard)

    async def _answer_later(self, method: str, params: Params) -> None:
        try:
            self._write(await self._calls.answer(method, params, self._until_lost))
        except Dropped:
            self.transport.abort()
        finally:
            self._answering = None
        self.data_received(b"")

    async def _until_lost(self) -> None:
        await self._lost.wait()

    def _write(self, answer: Answer) -> None:
        if self.transport.is_closing():
            return
        retry = f"Retry-After: {answer.retry_after}\r\n" if answer.retry_after else ""
        head = (
            f"HTTP/1.1 {answer.status} {_PHRASES.get(answer.status, '')}\r\n"
            f"Content-Type: application/json\r\n{retry}Content-Length: {len(answer.body)}\r\n\r\n"
        )
        self.transport.write(head.encode() + answer.body)

    def _hand_over(self) -> bool:
        """Leave the connection, with all that was read of it, to uvicorn's protocol."""
        self._connections.discard(self)
        protocol = BreakableProtocol(*self._making)
        self.transport.set_protocol(protocol)
        protocol.connection_made(self.transport)
        protocol.data_received(self._buffer)
        self._buffer = b""
        return False
