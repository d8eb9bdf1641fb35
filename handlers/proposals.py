"""Messages that name a day without asking for anything: a date or a change is proposed.

Forwarded and pasted notes from school come here. Nothing is kept without a Yes.
"""

import re

from faq.decision import Decision, DecisionKind
from handlers.plans import begin_add
from handlers.tomorrow import begin_change
from handlers.turn import Place, Replies, Said, SentMedia, Turn
from scheduler.domain.calendar import Doubt, read_span
from scheduler.domain.plans import ChangeKind
from scheduler.domain.reading_changes import classify_change
from scheduler.domain.reading_requests import read_request

# What begins so asks, with or without a question mark.
_ASKS = re.compile(
    r"\s*(?:¿|(?:what|how|when|why|who|where|which|can|could|does|do|did|is|are|should|must|may"
    r"|will|would|if|qu[eé]|c[oó]mo|cu[aá]ndo|por qu[eé]|qui[eé]n|puedo|puede|debo|debe|si)\b)",
    re.IGNORECASE,
)
# Somewhere within, it asks for an answer besides.
_ASKS_WITHIN = re.compile(
    r"\b(?:what|how|why|should|help|questions?|qu[eé]|c[oó]mo|ayud\w*|preguntas?)\b", re.IGNORECASE
)
# News of a date is short; what is longer tells a story and wants an answer.
_NEWS_WORDS = 12
_UNCLEAR = (Doubt.NOT_A_DATE, Doubt.IMPOSSIBLE, Doubt.BARE_MONTH, Doubt.PAST, Doubt.TOO_FAR)


async def propose(turn: Turn, text: str, decision: Decision) -> Replies | None:
    """The question whether to keep what a message tells of; None where it tells of no day.

    A forwarded note is taken for news even if it sounds like a question that has an answer.
    """
    forwarded = isinstance(turn.act, Said | SentMedia) and turn.act.forwarded
    if turn.place is not Place.PRIVATE or not (forwarded or _tells(text, decision)):
        return None
    span = read_span(text, today=turn.today, language=turn.language)
    if span.first_on is None or span.doubt in _UNCLEAR:
        return None
    kind = read_request(text, today=turn.today, language=turn.language, nicknames=()).kind
    changed = classify_change(text) is not ChangeKind.OTHER
    if changed or (forwarded and kind is None):
        return await begin_change(turn, text)
    return await begin_add(turn, text) if kind else None


def asks_besides(text: str) -> bool:
    """Whether news of a day also asks something: "meeting is Friday, help me prepare"."""
    return _ASKS_WITHIN.search(text) is not None


def _tells(text: str, decision: Decision) -> bool:
    """Whether words that were not forwarded may be news of a day, rather than a question."""
    if text.endswith("?") or decision.kind is DecisionKind.COMMAND:
        return False
    known = decision.kind is not DecisionKind.FALLBACK
    return not known or (len(text.split()) <= _NEWS_WORDS and not _ASKS.match(text))
