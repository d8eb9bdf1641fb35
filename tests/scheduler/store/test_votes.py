"""Votes: one a chat and topic, counted once however often it is tapped."""

import asyncio

from sqlalchemy import select

from scheduler import actions
from scheduler.store.engine import Sessions
from scheduler.store.tables import TOPIC_COUNT
from tests.conftest import NOW, make_chat


async def _counts(sessions: Sessions) -> tuple[int, int]:
    async with sessions.read() as tx:
        row = (await tx.execute(select(TOPIC_COUNT.c.helpful, TOPIC_COUNT.c.unhelpful))).one()
        return row[0], row[1]


async def test_vote_when_the_mind_changes_then_it_is_taken_from_the_other_side(
    sessions: Sessions,
) -> None:
    """Yes, yes again, then no: one vote stands, against."""
    chat_id = await make_chat(sessions, 1)
    answers = [
        await actions.vote(sessions, chat_id=chat_id, topic="adhd", helpful=each, now=NOW)
        for each in (True, True, False)
    ]

    assert (answers, await _counts(sessions)) == ([True, False, True], (0, 1))


async def test_vote_when_tapped_twice_at_once_then_it_counts_once(sessions: Sessions) -> None:
    """Two taps that race make one vote."""
    chat_id = await make_chat(sessions, 1)
    answers = await asyncio.gather(
        *(
            actions.vote(sessions, chat_id=chat_id, topic="adhd", helpful=True, now=NOW)
            for _ in range(4)
        )
    )

    assert (sum(answers), await _counts(sessions)) == (1, (1, 0))
