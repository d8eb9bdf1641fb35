"""Questions that were sent on purpose: kept as they are, the newest first."""

from datetime import timedelta

from scheduler import actions
from scheduler.domain.feedback import QUESTION_LIMIT_CHARS, SentQuestion
from scheduler.store.engine import Sessions
from tests.conftest import NOW

TODAY = NOW.date()


async def test_questions_when_sent_then_are_read_as_they_are_newest_first(
    sessions: Sessions,
) -> None:
    """Any letters, the longest text, with a topic or without."""
    first = SentQuestion("¿y el 🦖?", "es", TODAY)
    longest = SentQuestion("x" * QUESTION_LIMIT_CHARS, "en", TODAY + timedelta(days=1), "adhd")
    for question in (first, longest):
        await actions.send_question(sessions, question)

    assert (await actions.read_gaps(sessions)).questions == (longest, first)
