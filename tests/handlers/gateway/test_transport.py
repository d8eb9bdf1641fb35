"""The road to the Bot API: its troubles become the library's errors, without the token."""

import asyncio
import contextlib
import io
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.local import LocalTelegram, Person
from handlers.gateway import transport as module
from handlers.gateway.transport import AiohttpRequest, make_bot, raw_updates

TOKEN = "123456789:SECRET-secret-SECRET-secret-SECRET"
Answer = Callable[[bytes], bytes]
HTML = b"<html>/bot" + TOKEN.encode() + b"/getMe is not here</html>"


@contextlib.asynccontextmanager
async def server_that(
    act: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[Bot]:
    """A bot whose server does as told with every connection."""
    server = await asyncio.start_server(act, "127.0.0.1", 0)
    request, polls = AiohttpRequest(), AiohttpRequest()
    await request.initialize()
    await polls.initialize()
    port = server.sockets[0].getsockname()[1]
    try:
        yield make_bot(TOKEN, f"http://127.0.0.1:{port}", request, polls)
    finally:
        await request.shutdown()
        await polls.shutdown()
        server.close()
        await server.wait_closed()


def answers(
    status: int, body: bytes, *headers: str
) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    """Answer every request so."""

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", "Connection: close"]
        writer.write("\r\n".join([*lines, *headers, "", ""]).encode() + body)
        await writer.drain()
        writer.close()

    return act


async def _silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()
    writer.close()


async def _drops(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(10)
    writer.transport.abort()


async def _stops_halfway(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
    writer.close()


def error_json(code: int, description: str = "x", extra: str = "") -> bytes:
    """An error as the Bot API writes it."""
    return f'{{"ok":false,"error_code":{code},"description":"{description}"{extra}}}'.encode()


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """All that anybody logs, down to the last detail of our own and of aiohttp."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root, chatty = logging.getLogger(), logging.getLogger("telegram")
    before, chatty_before = root.level, chatty.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    chatty.setLevel(logging.WARNING)
    yield written
    root.removeHandler(handler)
    root.setLevel(before)
    chatty.setLevel(chatty_before)


TROUBLES = [
    pytest.param(_drops, NetworkError, id="drops"),
    pytest.param(_stops_halfway, NetworkError, id="stops halfway"),
    pytest.param(answers(200, b"<html>hello</html>"), NetworkError, id="HTML for JSON"),
    pytest.param(answers(502, HTML), NetworkError, id="502 of a proxy"),
    pytest.param(answers(404, HTML), NetworkError, id="404 of a proxy"),
    pytest.param(answers(302, b"", "Location: /login"), NetworkError, id="redirect"),
    pytest.param(answers(500, error_json(500)), NetworkError, id="500"),
    pytest.param(answers(401, error_json(401)), InvalidToken, id="401"),
    pytest.param(answers(404, error_json(404, TOKEN)), InvalidToken, id="404"),
    pytest.param(answers(400, error_json(400, TOKEN)), BadRequest, id="400 that quotes"),
    pytest.param(answers(403, error_json(403)), Forbidden, id="403"),
    pytest.param(answers(409, error_json(409)), Conflict, id="409"),
    pytest.param(
        answers(429, error_json(429, extra=',"parameters":{"retry_after":7}')), RetryAfter, id="429"
    ),
]


@pytest.mark.parametrize(("act", "error"), TROUBLES)
async def test_call_when_the_server_fails_then_is_that_error_without_the_token(
    act: Callable[..., Awaitable[None]], error: type[TelegramError], lines: io.StringIO
) -> None:
    """Each trouble is the library's own error, and neither it nor the log names the token."""
    async with server_that(act) as bot:
        with pytest.raises(TelegramError) as caught:
            await bot.get_me()
    told = "".join(traceback.format_exception(caught.value)) + lines.getvalue()
    assert (caught.type, "SECRET" in told) == (error, False)


async def test_call_when_half_an_emoji_is_in_it_then_the_rest_is_read() -> None:
    """A message that a client cut in the middle of an emoji keeps nobody from being heard."""
    body = rb'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"a\ud83d","username":"b"}}'
    async with server_that(answers(200, body)) as bot:
        me = await bot.get_me()
    assert (me.id, me.first_name) == (1, "a?")


async def test_call_when_sent_elsewhere_then_does_not_go_there() -> None:
    """The log-in page of a hotel is not taken for Telegram."""
    asked: list[bytes] = []

    async def act(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n"))
        await answers(302, b"", "Location: /login")(reader, writer)

    async with server_that(act) as bot:
        with pytest.raises(NetworkError):
            await bot.get_me()
    assert len(asked) == 1


async def test_call_when_the_server_is_silent_then_times_out_without_the_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A call is given up after its time."""
    monkeypatch.setattr(module, "_CONNECT_SECONDS", 0.02)
    async with server_that(_silent) as bot:
        with pytest.raises(TimedOut) as caught:
            await bot.get_me(read_timeout=0.02)
    assert "SECRET" not in "".join(traceback.format_exception(caught.value))


async def test_call_when_nobody_listens_then_is_a_network_error() -> None:
    """A refused connection is trouble on the way."""
    async with server_that(_silent) as bot:
        pass
    request = AiohttpRequest()
    await request.initialize()
    bot = make_bot(TOKEN, bot.base_url.partition("/bot")[0], request, request)
    with pytest.raises(NetworkError) as caught:
        await bot.get_me()
    await request.shutdown()
    assert "SECRET" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("address", ["http://127.0.0.1:999999", "http://a b", "nonsense"])
async def test_call_when_the_address_is_odd_then_is_a_network_error(address: str) -> None:
    """An address that no call can be made to does not show the token either."""
    request = AiohttpRequest()
    await request.initialize()
    with pytest.raises(NetworkError) as caught:
        await make_bot(TOKEN, address, request, request).get_me()
    await request.shutdown()
    assert "SECRET" not in "".join(traceback.format_exception(caught.value))


async def test_call_when_the_transport_is_closed_then_is_a_network_error() -> None:
    """A call after the end is tried again by whoever made it, not given up as a fault."""
    request = AiohttpRequest()
    with pytest.raises(NetworkError):
        await make_bot(TOKEN, "http://127.0.0.1:9", request, request).get_me()


async def test_shutdown_when_called_twice_then_does_nothing_more() -> None:
    """Closing is safe to repeat, and opening again works."""
    request = AiohttpRequest()
    await request.initialize()
    await request.initialize()
    await request.shutdown()
    await request.shutdown()
    await request.initialize()
    opened = request._session
    await request.shutdown()
    assert opened is not None


async def test_raw_updates_when_some_wait_then_are_as_they_came(
    bot: Bot, telegram: LocalTelegram, maya: Person
) -> None:
    """Updates are handed out in order, as JSON."""
    telegram.says(maya, "one")
    telegram.says(maya, "two")
    updates = await raw_updates(bot, offset=0, limit=10, wait_seconds=0, kinds=["message"])
    assert [each["message"]["text"] for each in updates] == ["one", "two"]


async def test_raw_updates_when_none_wait_then_answers_take_another_road(
    bot: Bot, telegram: LocalTelegram, maya: Person
) -> None:
    """A waiting poll does not keep an answer from going out."""
    polling = asyncio.create_task(
        raw_updates(bot, offset=0, limit=10, wait_seconds=5, kinds=["message"])
    )
    sent = await bot.send_message(maya.id, "meanwhile")
    telegram.says(maya, "hello")
    assert (sent.text, len(await polling)) == ("meanwhile", 1)


async def test_make_bot_when_a_file_is_fetched_then_comes_from_the_same_server(
    bot: Bot, telegram: LocalTelegram, maya: Person
) -> None:
    """Files have an address of their own below the root."""
    message = telegram.sends(maya, "document", file=("a.txt", b"content"))
    file = await bot.get_file(message["document"]["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"content"
