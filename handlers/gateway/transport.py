"""python-telegram-bot's HTTP, carried by aiohttp: measured several times faster than its own.

Errors name the method, never the address, for the address has the token in it.
"""

import asyncio
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import aiohttp
import orjson
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# A connection that idles longer is closed by many servers without a word.
_IDLE_SECONDS = 60
_READ_SECONDS = 20.0
_CONNECT_SECONDS = 10.0
_OK = 200
_JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class _Ready:
    """Parameters that are JSON already; stands for a ``RequestData``, which cannot be one."""

    parameters: dict[str, object]
    contains_files: bool = False


class AiohttpRequest(BaseRequest):
    """The road to one Bot API server, with connections that are kept open."""

    def __init__(self, *, connections: int = 128) -> None:
        """Allow at most ``connections`` calls at one time."""
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds, where a call does not say."""
        return _READ_SECONDS

    async def initialize(self) -> None:
        """Open the session; called inside the running event loop."""
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=self._connections, keepalive_timeout=_IDLE_SECONDS
            )
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def parse_json_payload(self, payload: bytes) -> Any:  # type: ignore[override]  # noqa: ANN401
        """Read an answer; orjson is the fastest reader of them."""
        try:
            return orjson.loads(payload)
        except orjson.JSONDecodeError:
            return _read_broken_text(payload)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        """Make one call and return status and body.

        Raises:
            TimedOut: no answer in time; the server may have acted all the same.
            NetworkError: the connection failed.
        """
        del write_timeout, connect_timeout, pool_timeout
        if self._session is None:
            raise RuntimeError("the transport is not open")
        reads = read_timeout if isinstance(read_timeout, int | float) else _READ_SECONDS
        limits = aiohttp.ClientTimeout(total=reads + _CONNECT_SECONDS, connect=_CONNECT_SECONDS)
        called = url.rsplit("/", 1)[-1]
        try:
            # A redirect is a hotel's log-in page, never Telegram: it is not followed.
            async with self._session.request(
                method,
                url,
                data=_body(request_data),
                headers=_JSON if request_data and not request_data.contains_files else None,
                timeout=limits,
                allow_redirects=False,
            ) as response:
                status, body = response.status, await response.read()
        except asyncio.TimeoutError as error:  # noqa: UP041 - aiohttp's own is a kind of this one
            raise TimedOut(f"{called} got no answer in time") from _unnamed(error)
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"{called} failed: {type(error).__name__}") from _unnamed(error)
        return status, body if status == _OK else _refusal(called, status, body, url)


async def raw_updates(
    bot: Bot, *, offset: int, limit: int, wait_seconds: int, kinds: Sequence[str]
) -> list[dict[str, Any]]:
    """Return waiting updates in order, as JSON, after at most ``wait_seconds``.

    ``Bot.get_updates`` reads them all at once: one that it cannot read keeps the others from
    being heard, and it writes what they say into the log.

    Raises:
        TelegramError: as ``Bot.get_updates`` does.
    """
    asked = {"offset": offset, "limit": limit, "timeout": wait_seconds, "allowed_updates": kinds}
    updates = await bot._post(  # noqa: SLF001 - the library has no open way to an answer as it came
        "getUpdates", asked, read_timeout=_READ_SECONDS + wait_seconds
    )
    if not isinstance(updates, list):
        raise NetworkError("getUpdates was not answered with a list")
    numbered = [each for each in updates if isinstance(each.get("update_id"), int)]
    if updates and not numbered:
        raise NetworkError("getUpdates was answered with no number")
    return numbered


async def post_message(bot: Bot, method: str, said: Mapping[str, object]) -> int:
    """Call ``method``, which answers with one message, and return that message's id.

    ``Bot.send_message`` takes its parameters apart and reads the whole message back, keyboard
    and all, which is a third of what sending costs; the id is all that anybody asks for.

    Args:
        bot: whose address and requests are used.
        method: of the Bot API, in its own spelling.
        said: its parameters as JSON values; those that are None are left out.

    Raises:
        TelegramError: as ``Bot.send_message`` does.
    """
    message = await post(bot, method, said)
    message_id = message.get("message_id") if isinstance(message, dict) else None
    if not isinstance(message_id, int):
        raise NetworkError(f"{method} was not answered with a message")
    return message_id


async def post(bot: Bot, method: str, said: Mapping[str, object]) -> object:
    """Call ``method`` as ``post_message`` does, and return what it answers.

    Raises:
        TelegramError: as the library's own methods do.
    """
    ready = _Ready({name: value for name, value in said.items() if value is not None})
    return await bot.request.post(f"{bot.base_url}/{method}", cast("RequestData", ready))


def make_bot(token: str, api_url: str, request: BaseRequest, polls: BaseRequest) -> Bot:
    """Return a bot that talks to the Bot API server at ``api_url``, a root without a slash.

    ``polls`` carries getUpdates alone, so that a waiting poll never takes an answer's place.
    """
    # The library warns of every 429 unless it may tell its length as a timedelta.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    return Bot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=request,
        get_updates_request=polls,
    )


def _refusal(called: str, status: int, body: bytes, url: str) -> bytes:
    """Return an answer that is no success, without the token, which servers like to quote.

    Raises:
        NetworkError: it is not the Bot API that speaks, but something on the way to it.
    """
    if not body.lstrip().startswith(b"{"):
        raise NetworkError(f"{called} got {status} and no JSON")
    token = url.rsplit("/", 2)[-2].removeprefix("bot")
    return body.replace(token.encode(), b"<token>")


def _body(data: RequestData | None) -> aiohttp.FormData | bytes | None:
    if data is None:
        return None
    if not data.contains_files:
        return orjson.dumps(data.parameters)
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _read_broken_text(payload: bytes) -> Any:  # noqa: ANN401
    """Read JSON in which half of a surrogate pair stands alone; it becomes a question mark.

    Some clients cut an emoji in two. Such a message must not keep all others from being read.
    """
    try:
        found = json.loads(payload)
        return orjson.loads(json.dumps(found, ensure_ascii=False).encode(errors="replace"))
    except ValueError as error:
        raise NetworkError("the server did not answer in JSON") from error


def _unnamed(error: BaseException) -> BaseException:
    """Return the same kind of error without its text, which may hold the address."""
    return RuntimeError(type(error).__name__)
