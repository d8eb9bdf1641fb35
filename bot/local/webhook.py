"""Posting of updates to the bot, in order, again until they are taken."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

import aiohttp
import orjson

from bot.local.clock import LocalClock
from bot.local.json_object import JsonObject
from bot.local.updates import UpdateQueue

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 5.0
ANSWER_WITHIN_SECONDS = 30.0

Reply = Callable[[JsonObject], Awaitable[None]]


class Webhook:
    """Where updates go, what went wrong last, and the loop that posts them."""

    def __init__(self, updates: UpdateQueue, clock: LocalClock) -> None:
        self.url = ""
        self._secret = ""
        self._connections = 40
        self._last_error: JsonObject = {}
        self._updates = updates
        self._clock = clock
        self._awake = asyncio.Event()
        updates.on_put(self._awake.set)

    def set(self, url: str, *, secret: str, connections: int) -> None:
        """Post to ``url`` from now on, with the secret in a header where there is one."""
        self.url, self._secret, self._connections = url, secret, connections
        self._last_error = {}
        self._awake.set()

    def remove(self) -> None:
        """Post nowhere."""
        self.url = ""
        self._last_error = {}

    def info(self) -> JsonObject:
        """The Bot API's WebhookInfo."""
        info: JsonObject = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self.url:
            info |= {"max_connections": self._connections, "ip_address": "127.0.0.1"}
            info |= self._last_error
        if self._updates.allowed:
            info["allowed_updates"] = self._updates.allowed
        return info

    async def run(self, reply: Reply) -> None:
        """Post for ever; cancel to end.

        Args:
            reply: carries out a call that the bot put in its answer.
        """
        timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            pause = FIRST_PAUSE_SECONDS
            while True:
                waiting = self._updates.first(1) if self.url else []
                if not waiting:
                    await self._rest()
                elif await self._post(session, waiting[0], reply):
                    self._updates.confirm(waiting[0]["update_id"] + 1)
                    pause = FIRST_PAUSE_SECONDS
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    async def _rest(self) -> None:
        self._awake.clear()
        await self._awake.wait()

    async def _post(self, session: aiohttp.ClientSession, update: JsonObject, reply: Reply) -> bool:
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._secret
        try:
            async with session.post(
                self.url, data=orjson.dumps(update), headers=headers
            ) as response:
                body = await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note_error(_words(error))
            return False
        if not HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES:
            answer = f"{response.status} {response.reason}"
            self._note_error(f"Wrong response from the webhook: {answer}")
            return False
        await _carry_out(body, reply)
        return True

    def _note_error(self, words: str) -> None:
        at = int(self._clock.now().timestamp())
        self._last_error = {"last_error_date": at, "last_error_message": words}


def _words(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection timed out" if isinstance(error, TimeoutError) else "Connection closed"


async def _carry_out(body: bytes, reply: Reply) -> None:
    """Make the call that an answer may hold; one that is no call is passed over."""
    try:
        call: Any = orjson.loads(body)
    except ValueError:
        return
    if isinstance(call, dict) and isinstance(call.get("method"), str):
        await reply(call)
