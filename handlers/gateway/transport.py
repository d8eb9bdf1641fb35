"""python-telegram-bot's HTTP, carried by aiohttp: measured several times faster than its own.

Errors name the method, never the address, for the address has the token in it.
"""

import asyncio
from typing import Any

import aiohttp
import orjson
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# A connection that idles longer is closed by many servers without a word.
_IDLE_SECONDS = 60
_READ_SECONDS = 20.0
_CONNECT_SECONDS = 10.0


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
        except orjson.JSONDecodeError as error:
            raise NetworkError("the server did not answer in JSON") from error

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
            async with self._session.request(
                method, url, data=_body(request_data), timeout=limits
            ) as response:
                return response.status, await response.read()
        except asyncio.TimeoutError as error:  # noqa: UP041 - aiohttp's own is a kind of this one
            raise TimedOut(f"{called} got no answer in time") from _unnamed(error)
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"{called} failed: {type(error).__name__}") from _unnamed(error)


def make_bot(token: str, api_url: str, request: BaseRequest, polls: BaseRequest) -> Bot:
    """Return a bot that talks to the Bot API server at ``api_url``, a root without a slash.

    ``polls`` carries getUpdates alone, so that a waiting poll never takes an answer's place.
    """
    return Bot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=request,
        get_updates_request=polls,
    )


def _body(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def _unnamed(error: BaseException) -> BaseException:
    """Return the same kind of error without its text, which may hold the address."""
    return RuntimeError(type(error).__name__)
