"""Keeps Telegram's pace, and lets people who wait for an answer go first.

About 30 messages a second in all, 1 a second to a chat, 20 a minute to a group. Source: Bot
API FAQ, "My bot is hitting limits, how do I avoid this?"
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from time import monotonic

OVERALL_A_SECOND = 30.0
CHAT_A_SECOND = 1.0
GROUP_A_MINUTE = 20.0
# A reminder that waited so long behind answers takes its turn among them.
LONGEST_BULK_WAIT_SECONDS = 5.0
_MINUTE_SECONDS = 60.0
_REMEMBERED_CHATS = 20_000
_REMEMBERED_GROUPS = 2_000


class Pace:
    """Hands out instants to send at. Rates are messages a second; 0 means no limit."""

    def __init__(
        self,
        *,
        overall: float = OVERALL_A_SECOND,
        a_chat: float = CHAT_A_SECOND,
        a_group: float = GROUP_A_MINUTE / _MINUTE_SECONDS,
        seconds: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        """Start with nobody waiting, on a clock that only goes forward."""
        self._gap = 1 / overall if overall else 0.0
        self._chat_gap = 1 / a_chat if a_chat else 0.0
        self._group_minute = round(a_group * _MINUTE_SECONDS) if a_chat else 0
        self._seconds = seconds
        self._sleep = sleep
        self._free_at = 0.0
        self._chat_free_at: OrderedDict[int, float] = OrderedDict()
        self._group_minutes: OrderedDict[int, deque[float]] = OrderedDict()
        self._bulk_line = asyncio.Lock()

    async def answer(self, chat_id: int) -> None:
        """Wait for the turn of an answer to somebody who just did something.

        It takes the next free instant at once, so that unasked messages come after it.
        Quick answers to one person may follow each other, for Telegram allows short bursts;
        a group's minute is kept.
        """
        while (wait := self._group_wait(chat_id)) > 0:
            await self._sleep(wait)
        await self._go(chat_id)

    async def bulk(self, chat_id: int) -> None:
        """Wait for the turn of a message that nobody waits for in front of a screen."""
        at_the_latest = self._seconds() + LONGEST_BULK_WAIT_SECONDS
        while True:
            while (wait := self._chat_wait(chat_id)) > 0:
                await self._sleep(wait)
            async with self._bulk_line:
                await self._let_answers_go(at_the_latest)
                # Somebody else may have written to the chat meanwhile.
                if self._chat_wait(chat_id) <= 0:
                    await self._go(chat_id)
                    return

    async def _let_answers_go(self, at_the_latest: float) -> None:
        while (patience := at_the_latest - self._seconds()) > 0:
            wait = self._free_at - self._seconds()
            if wait <= 0:
                return
            await self._sleep(min(wait, patience))

    async def _go(self, chat_id: int) -> None:
        """Take the next free instant for a message to a chat, and wait for it."""
        wait = self._take()
        self._note(chat_id, at=self._seconds() + wait)
        if wait > 0:
            await self._sleep(wait)

    def _take(self) -> float:
        """Take the next free instant and return how many seconds away it is."""
        if not self._gap:
            return 0.0
        now = self._seconds()
        at = max(self._free_at, now)
        self._free_at = at + self._gap
        return at - now

    def _chat_wait(self, chat_id: int) -> float:
        if _is_group(chat_id):
            return self._group_wait(chat_id)
        return self._chat_free_at.get(chat_id, 0.0) - self._seconds()

    def _group_wait(self, chat_id: int) -> float:
        """Return how long until less than a minute's messages lie within the last minute."""
        sent = self._group_minutes.get(chat_id)
        if sent is None or len(sent) < self._group_minute:
            return 0.0
        return sent[0] + _MINUTE_SECONDS - self._seconds()

    def _note(self, chat_id: int, *, at: float) -> None:
        if _is_group(chat_id):
            self._note_group(chat_id, at)
        elif self._chat_gap:
            self._chat_free_at[chat_id] = at + self._chat_gap
            self._chat_free_at.move_to_end(chat_id)
            if len(self._chat_free_at) > _REMEMBERED_CHATS:
                self._chat_free_at.popitem(last=False)

    def _note_group(self, chat_id: int, at: float) -> None:
        if not self._group_minute:
            return
        minute = self._group_minutes.setdefault(chat_id, deque(maxlen=self._group_minute))
        minute.append(at)
        self._group_minutes.move_to_end(chat_id)
        if len(self._group_minutes) > _REMEMBERED_GROUPS:
            self._group_minutes.popitem(last=False)


def _is_group(chat_id: int) -> bool:
    """Groups have negative ids (Bot API, Chat)."""
    return chat_id < 0
