"""Keeps Telegram's pace, and lets people who wait for an answer go first.

About 30 messages a second in all, 1 a second to a chat, 20 a minute to a group. Source: Bot
API FAQ, "My bot is hitting limits, how do I avoid this?"
"""

import asyncio
from collections import OrderedDict
from time import monotonic

OVERALL_A_SECOND = 30.0
CHAT_A_SECOND = 1.0
GROUP_A_MINUTE = 20.0
_REMEMBERED_CHATS = 20_000


class Pace:
    """Hands out instants to send at. Rates are messages a second; 0 means no limit."""

    def __init__(
        self,
        *,
        overall: float = OVERALL_A_SECOND,
        a_chat: float = CHAT_A_SECOND,
        a_group: float = GROUP_A_MINUTE / 60,
    ) -> None:
        """Start with nobody waiting."""
        self._gap = 1 / overall if overall else 0.0
        self._chat_gap = 1 / a_chat if a_chat else 0.0
        self._group_gap = max(1 / a_group if a_group and a_chat else 0.0, self._chat_gap)
        self._free_at = 0.0
        self._chat_free_at: OrderedDict[int, float] = OrderedDict()
        self._bulk_line = asyncio.Lock()
        self._answers_waiting = 0

    async def answer(self, chat_id: int) -> None:
        """Wait for the turn of an answer to somebody who just did something.

        It takes the next free instant at once, so that unasked messages come after it.
        Quick answers to one person may follow each other: Telegram allows short bursts.
        """
        if not self._gap:
            return
        self._answers_waiting += 1
        try:
            wait = self._take()
            self._note_chat(chat_id)
            if wait > 0:
                await asyncio.sleep(wait)
        finally:
            self._answers_waiting -= 1

    async def bulk(self, chat_id: int) -> None:
        """Wait for the turn of a message that nobody waits for in front of a screen."""
        wait = self._chat_wait(chat_id)
        if wait > 0:
            await asyncio.sleep(wait)
        if not self._gap:
            self._note_chat(chat_id)
            return
        async with self._bulk_line:
            while True:
                wait = self._free_at - monotonic()
                if wait <= 0 and not self._answers_waiting:
                    break
                await asyncio.sleep(max(wait, 0.001))
            self._take()
            self._note_chat(chat_id)

    def _take(self) -> float:
        """Take the next free instant and return how many seconds away it is."""
        now = monotonic()
        at = max(self._free_at, now)
        self._free_at = at + self._gap
        return at - now

    def _chat_wait(self, chat_id: int) -> float:
        return self._chat_free_at.get(chat_id, 0.0) - monotonic()

    def _note_chat(self, chat_id: int) -> None:
        # Groups have negative ids (Bot API, Chat).
        gap = self._chat_gap if chat_id > 0 else self._group_gap
        if not gap:
            return
        self._chat_free_at[chat_id] = monotonic() + gap
        self._chat_free_at.move_to_end(chat_id)
        if len(self._chat_free_at) > _REMEMBERED_CHATS:
            self._chat_free_at.popitem(last=False)
