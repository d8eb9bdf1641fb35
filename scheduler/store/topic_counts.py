"""What was counted of each answer, summed over all days, for the operator."""

from sqlalchemy import func, select

from scheduler.domain.feedback import Reason, TopicVotes
from scheduler.store.engine import Transaction
from scheduler.store.tables import REASON_COUNT, TOPIC_COUNT


async def list_topic_votes(tx: Transaction) -> tuple[TopicVotes, ...]:
    """What was counted of every answer that was ever shown or voted on, by topic."""
    counts = TOPIC_COUNT.c
    sums = [func.sum(column) for column in (counts.shown, counts.helpful, counts.unhelpful)]
    shown = select(counts.topic, *sums).group_by(counts.topic).order_by(counts.topic)
    reasons = await _reasons(tx)
    return tuple(
        TopicVotes(topic, int(times), int(yes), int(no), reasons.get(topic, {}))
        for topic, times, yes, no in await tx.execute(shown)
    )


async def _reasons(tx: Transaction) -> dict[str, dict[Reason, int]]:
    counts = REASON_COUNT.c
    given = func.sum(counts.given)
    summed = select(counts.topic, counts.reason, given).group_by(counts.topic, counts.reason)
    found: dict[str, dict[Reason, int]] = {}
    for topic, reason, times in await tx.execute(summed):
        if times:
            found.setdefault(topic, {})[reason] = int(times)
    return found
