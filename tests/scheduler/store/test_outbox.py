"""Claims: each letter is sent by one sender at a time, and none is lost with its holder."""

import asyncio
from datetime import timedelta

from scheduler.domain.plans import ChatId
from scheduler.store import chats, outbox
from scheduler.store.engine import Sessions
from scheduler.store.outbox import Claimed, NewLetter
from tests.conftest import NOW, make_chat

LEASE = timedelta(minutes=2)


async def _claim(sessions: Sessions, instance: str, *, after: timedelta) -> tuple[Claimed, ...]:
    async with sessions.begin() as tx:
        return await outbox.claim_due(tx, now=NOW + after, lease=LEASE, limit=5, instance=instance)


async def _queue(sessions: Sessions, count: int) -> None:
    ids = [ChatId(number) for number in range(1, count + 1)]
    async with sessions.begin() as tx:
        await chats.insert_chats(tx, dict.fromkeys(ids, "en"), now=NOW)
        new = [NewLetter(chat_id, NOW) for chat_id in ids]
        await outbox.insert_letters(tx, new, now=NOW)


async def test_claim_when_held_then_free_only_after_the_lease(sessions: Sessions) -> None:
    """A letter is free again once its holder's lease has run out."""
    await _queue(sessions, 1)
    first = await _claim(sessions, "a", after=timedelta(0))
    second = await _claim(sessions, "b", after=timedelta(minutes=1))
    third = await _claim(sessions, "b", after=timedelta(minutes=3))

    assert [len(first), len(second), len(third)] == [1, 0, 1]


async def test_claim_when_four_race_then_each_letter_is_claimed_once(sessions: Sessions) -> None:
    """However many senders race, no letter has two holders."""
    await _queue(sessions, 200)

    async def work(name: str) -> list[int]:
        mine: list[int] = []
        while claimed := await _claim(sessions, name, after=timedelta(0)):
            mine += [each.id for each in claimed]
        return mine

    found = await asyncio.gather(*(work(name) for name in "abcd"))

    assert sorted(each for mine in found for each in mine) == list(range(1, 201))


async def test_claim_when_two_letters_for_a_chat_then_one_at_a_time(sessions: Sessions) -> None:
    """A chat has one letter under way at most."""
    chat_id = await make_chat(sessions, 1)
    async with sessions.begin() as tx:
        await outbox.insert_letters(tx, [NewLetter(chat_id, NOW)] * 2, now=NOW)

    assert len(await _claim(sessions, "a", after=timedelta(0))) == 1
    assert len(await _claim(sessions, "b", after=timedelta(seconds=1))) == 0
