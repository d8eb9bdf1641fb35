"""Votes: one a chat and topic, counted once however often it is tapped."""

import asyncio
from datetime import date, timedelta

from sqlalchemy import select

from scheduler import actions
from scheduler.domain.feedback import Reason, TopicVotes
from scheduler.store.engine import Sessions
from scheduler.store.tables import TOPIC_COUNT
from scheduler.store.votes import add_shown
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


async def test_vote_when_reasons_change_then_each_is_counted_where_it_stands(
    sessions: Sessions,
) -> None:
    """A reason, another one, none named, helped after all: sums follow, day by day."""
    chat_id = await make_chat(sessions, 1)
    left = []
    for day, (helpful, reason) in enumerate(
        [
            (False, None),
            (False, Reason.HARD),
            (False, Reason.WRONG),
            (False, None),
            (False, Reason.WRONG),
            (True, None),
        ]
    ):
        changed = await actions.vote(
            sessions,
            chat_id=chat_id,
            topic="adhd",
            helpful=helpful,
            reason=reason,
            now=NOW + timedelta(days=day),
        )
        (votes,) = (await actions.read_gaps(sessions)).votes
        left.append((changed, votes.helpful, votes.unhelpful, dict(votes.reasons)))

    assert left == [
        (True, 0, 1, {}),
        (True, 0, 1, {Reason.HARD: 1}),
        (True, 0, 1, {Reason.WRONG: 1}),
        (False, 0, 1, {Reason.WRONG: 1}),
        (False, 0, 1, {Reason.WRONG: 1}),
        (True, 1, 0, {}),
    ]


async def test_vote_when_two_reasons_race_then_one_stands(sessions: Sessions) -> None:
    """Different reasons tapped at once count one vote and one reason."""
    chat_id = await make_chat(sessions, 1)
    await asyncio.gather(
        *(
            actions.vote(
                sessions, chat_id=chat_id, topic="adhd", helpful=False, reason=each, now=NOW
            )
            for each in Reason
        )
    )

    (votes,) = (await actions.read_gaps(sessions)).votes
    assert (votes.unhelpful, sum(votes.reasons.values())) == (1, 1)


async def test_votes_when_read_then_are_summed_over_days_by_topic(sessions: Sessions) -> None:
    """What was shown and voted on several days is one line a topic."""
    chats = [await make_chat(sessions, number) for number in (1, 2)]
    async with sessions.begin() as tx:
        await add_shown(tx, {("adhd", NOW.date()): 3, ("adhd", date(2026, 9, 11)): 4})
        await add_shown(tx, {})
    for day, chat_id in enumerate(chats):
        await actions.vote(
            sessions,
            chat_id=chat_id,
            topic="esy" if day else "adhd",
            helpful=False,
            reason=Reason.HARD,
            now=NOW + timedelta(days=day),
        )

    assert (await actions.read_gaps(sessions)).votes == (
        TopicVotes("adhd", 7, 0, 1, {Reason.HARD: 1}),
        TopicVotes("esy", 0, 0, 1, {Reason.HARD: 1}),
    )
