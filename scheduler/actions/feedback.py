"""Whether answers help: one vote a chat and topic; and questions for the people who run the bot."""

from dataclasses import dataclass
from datetime import datetime

from scheduler.domain.feedback import Reason, SentQuestion, TopicVotes
from scheduler.domain.plans import ChatId
from scheduler.store import questions, topic_counts, votes
from scheduler.store.engine import Sessions


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the answers lack: questions that were sent, and what was counted of each answer."""

    questions: tuple[SentQuestion, ...]
    votes: tuple[TopicVotes, ...]


async def vote(
    sessions: Sessions,
    *,
    chat_id: ChatId,
    topic: str,
    helpful: bool,
    reason: Reason | None = None,
    now: datetime,
) -> bool:
    """Keep what a chat thinks of an answer; a second vote replaces the first.

    ``reason`` says why an answer did not help. Returns False when the chat had voted the same
    before.
    """
    async with sessions.begin() as tx:
        return await votes.cast_vote(
            tx, chat_id, topic, helpful=helpful, reason=reason, day=now.date()
        )


async def send_question(sessions: Sessions, question: SentQuestion) -> None:
    """Keep a question for the people who run the bot; nobody can tell whose it was."""
    async with sessions.begin() as tx:
        await questions.insert_question(tx, question)


async def read_gaps(sessions: Sessions) -> Gaps:
    """Return what parents sent and how they voted."""
    async with sessions.read() as tx:
        return Gaps(await questions.list_questions(tx), await topic_counts.list_topic_votes(tx))
