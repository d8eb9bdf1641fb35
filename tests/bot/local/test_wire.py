"""Bodies, tokens and connections."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from bot.local import LocalTelegram, Person, Serving
from bot.local.media import tiny_picture
from tests.bot.local.conftest import Post

_BODIES: dict[str, dict[str, Any]] = {
    "form": {"data": {"chat_id": "700000001", "text": "é"}},
    "json": {"json": {"chat_id": 700000001, "text": "é"}},
    "query": {"params": {"chat_id": "700000001", "text": "é"}},
}


def _url(server: Serving, method: str) -> str:
    return f"{server.url}/bot{server.telegram.options.token}/{method}"


@pytest.mark.parametrize("kind", _BODIES)
async def test_call_then_every_kind_of_body_is_read(
    server: Serving, http: aiohttp.ClientSession, ana: Person, kind: str
) -> None:
    """A query string, a form and JSON mean the same."""
    async with http.post(_url(server, "sendMessage"), **_BODIES[kind]) as response:
        body = await response.json()

    assert (body["ok"], body["result"]["text"], body["result"]["chat"]["id"]) == (True, "é", ana.id)


async def test_call_when_multipart_then_files_are_read_and_downloaded(
    server: Serving, http: aiohttp.ClientSession, ana: Person
) -> None:
    """An uploaded file comes back byte for byte."""
    form = aiohttp.FormData({"chat_id": str(ana.id), "photo": "attach://one"})
    form.add_field("one", tiny_picture(), filename="one.png", content_type="image/png")
    async with http.post(_url(server, "sendPhoto"), data=form) as response:
        photo = (await response.json())["result"]["photo"][0]
    async with http.get(_url(server, "getFile"), params={"file_id": photo["file_id"]}) as response:
        path = (await response.json())["result"]["file_path"]

    async with http.get(f"{server.url}/file/bot{server.telegram.options.token}/{path}") as response:
        content = await response.read()

    assert (photo["width"], content) == (8, tiny_picture())


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/botwrong/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot", 404, "Not Found"),
        ("/bot{token}/sendPigeon", 404, "Not Found: method not found"),
        ("/file/bot{token}/nowhere", 404, "Not Found"),
        ("/file/bot1:wrong/nowhere", 401, "Unauthorized"),
    ],
)
async def test_call_when_it_has_no_business_here_then_refuses(
    server: Serving, http: aiohttp.ClientSession, path: str, status: int, description: str
) -> None:
    """A wrong token, no method and an unknown method are refused as Telegram does."""
    url = server.url + path.format(token=server.telegram.options.token)
    async with http.get(url) as response:
        answer = (response.status, await response.json())

    assert answer == (
        status,
        {"ok": False, "error_code": status, "description": description},
    )


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME"])
async def test_call_then_case_of_the_method_does_not_matter(post: Post, method: str) -> None:
    """Method names are read in any case."""
    assert (await post(method)).body["result"]["is_bot"] is True


async def test_call_when_json_is_broken_then_refuses(
    server: Serving, http: aiohttp.ClientSession
) -> None:
    """A body that claims to be JSON must be."""
    headers = {"Content-Type": "application/json"}
    async with http.post(_url(server, "getMe"), data=b"{", headers=headers) as response:
        body = await response.json()

    assert body["description"] == "Bad Request: can't parse JSON object"


async def test_call_when_the_group_moved_then_names_the_new_id(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """A migrated group answers with the id that it has now."""
    old = telegram.group("Class", ana)
    new = telegram.migrates(old)

    reply = await post("sendMessage", chat_id=old.id, text="x")

    assert (reply.status, reply.body["description"], reply.body["parameters"]) == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": new.id},
    )


async def test_connection_when_calls_come_in_pieces_and_at_once_then_all_are_answered(
    server: Serving, ana: Person
) -> None:
    """Calls may be cut anywhere and follow each other without waiting."""
    body = f"chat_id={ana.id}&text=x".encode()
    head = f"POST {urlsplit(_url(server, 'sendMessage')).path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    one = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    reader, writer = await _connect(server)
    for piece in (one[:20], one[20:-3], one[-3:] + one + one[:9]):
        writer.write(piece)
        await writer.drain()
        await asyncio.sleep(0.01)
    writer.write(one[9:])

    answers = [await _read_answer(reader) for _ in range(3)]
    writer.close()

    assert [b'"ok":true' in answer for answer in answers] == [True] * 3


async def test_connection_when_it_turns_to_the_page_then_goes_on(server: Serving) -> None:
    """One connection may call methods and ask for the page."""
    reader, writer = await _connect(server)
    call = urlsplit(_url(server, "getMe")).path
    answers = []
    for path in (call, "/local/transcript", call):
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        answers.append(await _read_answer(reader))
    writer.close()

    assert [b"getMe" in answers[1], answers[0] == answers[2]] == [True, True]


async def _connect(server: Serving) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    parts = urlsplit(server.url)
    return await asyncio.open_connection(parts.hostname, parts.port)


async def _read_answer(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
    return await reader.readexactly(length)
