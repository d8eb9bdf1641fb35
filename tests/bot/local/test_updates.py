"""How updates reach the bot by long polling."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.local import LocalTelegram, Person, Serving
from bot.local.errors import ApiError
from bot.local.updates import UpdateQueue
from tests.bot.local.conftest import Post


def _texts(reply_body: Any) -> list[str]:
    return [update["message"]["text"] for update in reply_body["result"]]


async def test_get_updates_until_confirmed_then_answers_them_again(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """An update stays until an offset above it is asked for."""
    telegram.says(ana, "a")
    telegram.says(ana, "b")

    asked = [await post("getUpdates", offset=offset) for offset in (0, 2, 3)]

    assert [_texts(reply.body) for reply in asked] == [["a", "b"], ["b"], []]


async def test_get_updates_when_offset_is_negative_then_answers_the_last(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """A negative offset keeps the last ones and forgets the others."""
    for text in "abc":
        telegram.says(ana, text)

    assert _texts((await post("getUpdates", offset=-1)).body) == ["c"]


async def test_get_updates_when_limited_then_answers_the_oldest(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """A limit takes the oldest first."""
    for text in "abc":
        telegram.says(ana, text)

    assert _texts((await post("getUpdates", limit=2)).body) == ["a", "b"]


async def test_get_updates_when_nothing_waits_then_answers_once_something_does(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """A long poll ends with the first update."""
    poll = asyncio.create_task(post("getUpdates", timeout=5))
    await _until_polled(telegram)

    telegram.says(ana, "late")

    assert _texts((await poll).body) == ["late"]


async def test_get_updates_when_kinds_are_named_then_only_these_are_kept(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """Kinds count from the call that names them, and stay so for calls that name none."""
    await post("getUpdates", allowed_updates='["callback_query"]')
    telegram.says(ana, "unseen")
    telegram.presses(ana, 1, "x")

    reply = await post("getUpdates")

    assert [set(update) for update in reply.body["result"]] == [{"update_id", "callback_query"}]


async def test_get_updates_when_another_poll_begins_then_the_older_ends_with_409(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """Of two pollers the older is refused in Telegram's words; the newer goes on."""
    older = asyncio.create_task(post("getUpdates", timeout=5))
    await _until_polled(telegram)
    newer = asyncio.create_task(post("getUpdates", timeout=5))
    refused = await older
    telegram.says(ana, "hi")

    assert (refused.status, refused.body, _texts((await newer).body)) == (
        409,
        {
            "ok": False,
            "error_code": 409,
            "description": "Conflict: terminated by other getUpdates request; make sure that only "
            "one bot instance is running",
        },
        ["hi"],
    )


async def test_get_updates_when_the_poller_dies_then_the_next_finds_no_conflict(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """A connection that broke holds no poll."""
    with pytest.raises((TimeoutError, aiohttp.ServerTimeoutError)):
        await post("getUpdates", timeout=30, wait=0.1)
    telegram.says(ana, "hi")

    assert _texts((await post("getUpdates", timeout=5)).body) == ["hi"]


async def test_get_updates_when_a_webhook_is_set_then_409(server: Serving, post: Post) -> None:
    """Updates are fetched or posted, never both."""
    await post("setWebhook", url=f"{server.url}/nowhere")

    reply = await post("getUpdates")

    assert (reply.status, reply.body["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to "
        "delete the webhook first",
    )


async def test_repeat_then_the_same_update_comes_again() -> None:
    """An update may come twice under its own id."""
    queue = UpdateQueue()
    queue.put("message", {"text": "a"})
    update = queue.first(1)[0]
    queue.confirm(2)

    queue.repeat(update)

    assert queue.first(10) == [update]


async def test_poll_when_refused_then_raises_conflict() -> None:
    """A poll that is ended from outside raises the reason."""
    queue = UpdateQueue()
    poll = asyncio.create_task(queue.poll(offset=0, limit=1, within=5))
    await asyncio.sleep(0)
    queue.end_poll("terminated by setWebhook request")

    with pytest.raises(ApiError, match="terminated by setWebhook request"):
        await poll


async def _until_polled(telegram: LocalTelegram) -> None:
    async with asyncio.timeout(5):
        while telegram.updates._poll is None:
            await asyncio.sleep(0.001)
