"""Serving inside our own event loop: ports, and answers that are under way at the end."""

import asyncio
import re
import socket

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.serving import PortTaken, listen, serving


def test_listen_when_the_port_is_free_then_takes_any_with_zero() -> None:
    """Port 0 takes a free one."""
    with listen("127.0.0.1", 0) as listener:
        assert listener.getsockname()[1] > 0


def test_listen_when_the_port_is_taken_then_names_it_in_one_line() -> None:
    """Two bots on one port: the second says which."""
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(
            PortTaken, match=rf"^127\.0\.0\.1:{port} cannot be used: Address already"
        ):
            listen("127.0.0.1", port)


@pytest.mark.parametrize("host", ["203.0.113.9", "a..b"])
def test_listen_when_the_address_is_not_ours_then_says_so_in_one_line(host: str) -> None:
    """A wrong WEB_HOST is one line, of whatever kind it is."""
    with pytest.raises(PortTaken, match=rf"^{re.escape(host)}:0 cannot be used: "):
        listen(host, 0)


async def test_serving_when_it_ends_then_what_is_under_way_is_answered() -> None:
    """An answer that had begun is finished before the door closes."""
    began, go = asyncio.Event(), asyncio.Event()

    async def slow(_: Request) -> PlainTextResponse:
        began.set()
        await go.wait()
        return PlainTextResponse("done")

    async def ask(client: aiohttp.ClientSession, url: str) -> str:
        async with client.get(url) as answer:
            return await answer.text()

    async with aiohttp.ClientSession() as client:
        async with serving(Starlette(routes=[Route("/", slow)]), listen("127.0.0.1", 0)) as url:
            asked = asyncio.create_task(ask(client, url))
            await began.wait()
            asyncio.get_running_loop().call_later(0.05, go.set)
        assert await asked == "done"


async def test_serving_when_it_has_ended_then_the_port_is_free_again() -> None:
    """Nothing keeps the port."""
    listener = listen("127.0.0.1", 0)
    port = listener.getsockname()[1]
    async with serving(Starlette(), listener):
        pass
    with socket.socket() as again:
        again.bind(("127.0.0.1", port))
    assert listener.fileno() == -1
