"""The Bot API as an ASGI application: any kind of body, and the download of files."""

from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.local.calls import Answer, Calls, Dropped, answer_of
from bot.local.errors import ApiError
from bot.local.payload import Params, Upload, read_params

_PART_BYTES = 1 << 20
_FILES = "/file/bot"


class BotApi:
    """Serves ``/bot<token>/<method>`` and ``/file/bot<token>/<path>``."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path: str = scope["path"]
        try:
            if path.startswith(_FILES):
                await self._download(path.removeprefix(_FILES), send)
                return
            await _send_answer(send, await self._answer(path, scope, receive))
        except ApiError as refusal:
            await _send_answer(send, answer_of(refusal))
        except Dropped:
            _break_connection(scope)

    async def _answer(self, path: str, scope: Scope, receive: Receive) -> Answer:
        method = self._calls.admit(path.removeprefix("/bot"))
        params = await _read(scope, receive)

        async def gone() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass

        return await self._calls.answer(method, params, gone)

    async def _download(self, rest: str, send: Send) -> None:
        stored = self._calls.state.files.find_path(self._calls.admit(rest))
        if stored is None:
            raise ApiError(404, "Not Found")
        await _send(send, 200, stored.content, (b"content-type", stored.mime.encode()))


async def _read(scope: Scope, receive: Receive) -> Params:
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    if kind.lower().startswith(b"multipart/form-data"):
        return await _read_multipart(scope, receive)
    body = await _read_body(receive)
    return read_params(scope["query_string"], bytes(kind), body)


async def _read_body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body"):
        message = await receive()
        body += message.get("body", b"")
    return body


async def _read_multipart(scope: Scope, receive: Receive) -> Params:
    params = read_params(scope["query_string"], b"", b"")
    async with Request(scope, receive).form(max_part_size=_PART_BYTES) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                content = await value.read()
                upload = Upload(value.filename or name, value.content_type or "", content)
                params.files[name] = upload
            else:
                params.values[name] = value
    return params


async def _send_answer(send: Send, answer: Answer) -> None:
    headers = [(b"content-type", b"application/json")]
    if answer.retry_after is not None:
        headers.append((b"retry-after", str(answer.retry_after).encode()))
    await _send(send, answer.status, answer.body, *headers)


async def _send(send: Send, status: int, body: bytes, *headers: tuple[bytes, bytes]) -> None:
    length = (b"content-length", str(len(body)).encode())
    start: dict[str, Any] = {"status": status, "headers": [*headers, length]}
    await send({"type": "http.response.start", **start})
    await send({"type": "http.response.body", "body": body})


def _break_connection(scope: Scope) -> None:
    transport = scope.get("state", {}).get("transport")
    if transport is not None:
        transport.abort()
