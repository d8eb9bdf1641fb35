"""``python -m bot gaps``: what parents asked and found no answer to, and answers that fall short.

Read only: nothing is made, changed or sent. No chat stands in what is read.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from faq.alike import groups_of
from scheduler.actions import Gaps, read_gaps
from scheduler.domain.feedback import QUESTION_KEPT_DAYS, Reason, SentQuestion, TopicVotes
from scheduler.store.engine import open_store
from scheduler.store.schema import check_newest

_REASONS: Final = {
    Reason.HARD: "hard to read",
    Reason.OTHER_QUESTION: "not the question",
    Reason.MISSING: "something missing",
    Reason.WRONG: "wrong",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Nearly equal questions: how many, the newest day (UTC), and the wordings, newest first.

    ``topic`` is the nearest answer's id, None where there is none.
    """

    topic: str | None
    language: str
    count: int
    newest_on: date
    wordings: tuple[str, ...]


async def load(database_url: str) -> Gaps:
    """Read the database.

    Raises:
        StoreUnavailable: it is not there, or not of this version.
    """
    check_newest(database_url)
    sessions = await open_store(database_url)
    try:
        return await read_gaps(sessions)
    finally:
        await sessions.close()


def asked(questions: Sequence[SentQuestion]) -> list[Asked]:
    """The questions in groups, the most asked first and then the newest.

    Only questions in one language and near one topic are compared.
    """
    drawers: dict[tuple[str | None, str], list[SentQuestion]] = {}
    for question in sorted(questions, key=lambda each: each.on, reverse=True):
        drawers.setdefault((question.topic, question.language), []).append(question)
    groups = [
        Asked(topic, language, len(group), group[0].on, tuple(dict.fromkeys(q.text for q in group)))
        for (topic, language), drawer in drawers.items()
        for group in groups_of(drawer, lambda each: each.text)
    ]
    groups.sort(key=lambda each: (-each.count, -each.newest_on.toordinal(), each.wordings))
    return groups


def worst(votes: Sequence[TopicVotes]) -> list[TopicVotes]:
    """Answers that somebody voted against, the worst first.

    One vote more on each side is assumed, so that a single vote does not lead the list.
    """
    against = [each for each in votes if each.unhelpful > 0]
    return sorted(against, key=lambda each: (-_doubt(each), -each.unhelpful, each.topic))


def lines(gaps: Gaps) -> Iterator[str]:
    """Yield the list as plain text."""
    groups = asked(gaps.questions)
    count = f"{len(gaps.questions)} in {len(groups)} groups" if groups else "none"
    yield f"Questions that parents sent: {count} (each is kept for {QUESTION_KEPT_DAYS} days)"
    for group in groups:
        yield ""
        near = f"near {group.topic}" if group.topic else "near no topic"
        yield f"{group.count} x  newest {group.newest_on}  [{group.language}]  {near}"
        yield from (f"    {wording}" for wording in group.wordings)
    yield ""
    answers = worst(gaps.votes)
    yield f"Answers that did not help{', the worst first:' if answers else ': none'}"
    for each in answers:
        yield (
            f"    {each.topic}: {each.unhelpful} not quite, {each.helpful} helped,"
            f" shown {each.shown} times{_why(each)}"
        )


def as_json(gaps: Gaps) -> str:
    """The same as one JSON object."""
    told: dict[str, Any] = {
        "kept_days": QUESTION_KEPT_DAYS,
        "questions": [
            {
                "topic": group.topic,
                "language": group.language,
                "count": group.count,
                "newest_on": group.newest_on.isoformat(),
                "wordings": list(group.wordings),
            }
            for group in asked(gaps.questions)
        ],
        "answers": [
            {
                "topic": each.topic,
                "shown": each.shown,
                "helpful": each.helpful,
                "unhelpful": each.unhelpful,
                "reasons": {reason.value: times for reason, times in each.reasons.items()},
            }
            for each in worst(gaps.votes)
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _doubt(votes: TopicVotes) -> float:
    """Share of votes against, one on each side added."""
    return (votes.unhelpful + 1) / (votes.unhelpful + votes.helpful + 2)


def _why(votes: TopicVotes) -> str:
    """The reasons that were given, the most frequent first."""
    given = sorted(votes.reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    named = ", ".join(f"{_REASONS[reason]} {times}" for reason, times in given)
    return f" ({named})" if named else ""
