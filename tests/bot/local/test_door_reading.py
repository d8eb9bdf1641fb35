"""The stream of events that the page listens to."""

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import orjson

from bot.local import LocalTelegram, Person, Serving
from tests.bot.local.conftest import Caller, listening

# The second "typing" ends what the first began.
_BEGUN = ("typing", "typing", "message", "edit", "answer")
_IN_ORDER = [*_BEGUN, "delete", "clock", "commands", "state"]


async def test_events_then_each_kind_comes_with_its_content(
    server: Serving, telegram: LocalTelegram, ana: Person, call: Caller
) -> None:
    """The stream tells what happens in the chat, in order, and nothing of other chats."""
    ben = telegram.person("Ben")
    async with listening(server, person=ana.id) as stream:
        telegram.says(ben, "not for Ana")
        call("sendChatAction", chat_id=ana.id, action="typing")
        sent = call("sendMessage", chat_id=ana.id, text="<b>a</b>", parse_mode="HTML")
        call("editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="b")
        query_id = telegram.presses(ana, sent["message_id"], "x")
        call("answerCallbackQuery", callback_query_id=query_id)
        call("deleteMessage", chat_id=ana.id, message_id=sent["message_id"])
        telegram.clock.advance(timedelta(hours=1))
        call("setMyCommands", commands=[{"command": "a", "description": "b"}])
        telegram.blocks(ana)
        events = [await _next_event(stream) for _ in range(9)]

    assert [kind for kind, _ in events] == _IN_ORDER
    contents = dict(events)
    assert (
        contents["message"]["html"],
        contents["edit"]["html"],
        contents["answer"]["query_id"],
        contents["delete"],
        contents["clock"]["clock"]["now"],
        contents["commands"],
    ) == (
        "<b>a</b>",
        "b",
        query_id,
        {"message_id": sent["message_id"]},
        "2026-10-01T13:00:00Z",
        {"commands": [{"command": "a", "description": "b"}]},
    )


async def _next_event(stream: aiohttp.StreamReader) -> tuple[str, Any]:
    async with asyncio.timeout(5):
        lines = (await stream.readuntil(b"\n\n")).decode().splitlines()
    return lines[0].removeprefix("event: "), orjson.loads(lines[1].removeprefix("data: "))


async def test_events_when_the_page_leaves_then_nobody_is_told_any_more(
    server: Serving, telegram: LocalTelegram, ana: Person
) -> None:
    """A closed page leaves nothing behind."""
    async with listening(server, person=ana.id):
        during = len(telegram.feed._listeners)
    async with asyncio.timeout(5):
        while telegram.feed._listeners:
            telegram.says(ana, "x")
            await asyncio.sleep(0.01)

    assert (during, len(telegram.feed._listeners)) == (1, 0)
