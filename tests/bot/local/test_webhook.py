"""Updates posted to the bot."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from bot.local import LocalTelegram, Person, Serving
from bot.local.webhook import FIRST_PAUSE_SECONDS
from tests.bot.local.conftest import Post


@dataclass
class _Receiver:
    """A bot's web door: answers by the list, 200 after it, and keeps what came."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    answer: dict[str, Any] = field(default_factory=dict)
    came: asyncio.Queue[tuple[str | None, Any]] = field(default_factory=asyncio.Queue)

    async def take(self, request: web.BaseRequest) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        await self.came.put((secret, await request.json()))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.json_response(self.answer, status=status)

    async def next(self) -> tuple[str | None, Any]:
        async with asyncio.timeout(5):
            return await self.came.get()


@contextlib.asynccontextmanager
async def _receiving() -> AsyncIterator[_Receiver]:
    receiver = _Receiver()
    runner = web.ServerRunner(web.Server(receiver.take), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield receiver
    finally:
        await runner.cleanup()


async def test_webhook_then_updates_come_with_the_secret(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """Each update is posted once, in order, with the secret token."""
    async with _receiving() as receiver:
        await post("setWebhook", url=receiver.url, secret_token="s3cret")
        telegram.says(ana, "a")
        telegram.says(ana, "b")
        came = [await receiver.next() for _ in range(2)]

    assert [(secret, update["message"]["text"]) for secret, update in came] == [
        ("s3cret", "a"),
        ("s3cret", "b"),
    ]


async def test_webhook_when_refused_then_posts_again_and_says_why(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """An update that was not taken comes again, and the reason can be read."""
    async with _receiving() as receiver:
        receiver.statuses = [500]
        await post("setWebhook", url=receiver.url)
        telegram.says(ana, "a")
        await receiver.next()
        async with asyncio.timeout(5):
            while "last_error_message" not in (info := telegram.webhook.info()):
                await asyncio.sleep(FIRST_PAUSE_SECONDS / 20)
        again = await receiver.next()

    assert (info["last_error_message"], again[1]["message"]["text"]) == (
        "Wrong response from the webhook: 500 Internal Server Error",
        "a",
    )


async def test_webhook_when_the_answer_is_a_call_then_it_is_made(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """A bot may answer an update with a call."""
    async with _receiving() as receiver:
        receiver.answer = {"method": "sendMessage", "chat_id": ana.id, "text": "hello"}
        await post("setWebhook", url=receiver.url)
        telegram.says(ana, "hi")
        heard = await telegram.hears(ana)

    assert heard["text"] == "hello"


async def test_get_webhook_info_when_deleted_then_empty(server: Serving, post: Post) -> None:
    """After deleteWebhook there is no address any more."""
    await post("setWebhook", url=f"{server.url}/x")
    before = (await post("getWebhookInfo")).body["result"]["url"]
    await post("deleteWebhook")

    assert (before, (await post("getWebhookInfo")).body["result"]["url"]) == (
        f"{server.url}/x",
        "",
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"url": "https://example.org/hook"}, "bad webhook: the local server posts to loopback"),
        ({"url": "nonsense"}, "invalid webhook URL specified"),
        (
            {"url": "http://127.0.0.1/x", "secret_token": "no spaces"},
            "secret token contains unallowed characters",
        ),
        ({"url": "http://127.0.0.1/x", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_set_webhook_when_wrong_then_refuses(
    post: Post, values: dict[str, str], words: str
) -> None:
    """Only a loopback address and a plain secret are taken."""
    reply = await post("setWebhook", **values)

    assert reply.body["description"].startswith(f"Bad Request: {words}")
