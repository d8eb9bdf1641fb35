"""The question for a child, shared by conversations: a known one by button, or a new nickname."""

import re
from collections.abc import Callable

from handlers.errors import refusal_line
from handlers.flows.steps import Again, Answer, Choice, Chose, Context, Data, Move, Question, Typed
from handlers.turn import Phrase, Words, phrase
from scheduler.domain.errors import Refusal, RefusalCode
from scheduler.domain.nicknames import is_too_long

NICKNAME = "nickname"
# Three words that begin so ask something, with or without a question mark.
_ASKS = re.compile(
    r"¿|(?:what|how|when|why|who|where|which|can|could|does|do|is|are|should"
    r"|qu[eé]|c[oó]mo|cu[aá]ndo|por|qui[eé]n|d[oó]nde|cu[aá]l|puedo|puede|debo)\s+\S+\s+\S",
    re.IGNORECASE,
)


def ask_child(ask: str, context: Context) -> Question:
    """Ask for the child; ``ask`` is the sentence for families whose children are known.

    A family without any is asked for its first nickname.
    """
    if not context.children:
        return Question((phrase("child-ask-first"),))
    choices = [Choice(Words(child.nickname), str(child.id)) for child in context.children]
    rows = tuple(tuple(choices[place : place + 2]) for place in range(0, len(choices), 2))
    return Question((phrase(ask),), rows)


def take_child(
    data: Data, answer: Answer, context: Context, *, then: Callable[[Data], Move]
) -> Move:
    """Keep the nickname that was tapped or written, and go on."""
    match answer:
        case Chose(value=value):
            known = (child.nickname for child in context.children if str(child.id) == value)
            nickname = next(known, None)
            return then({**data, NICKNAME: nickname}) if nickname else Again((_unknown(),))
        case Typed(text=text):
            return _written(data, " ".join(text.split()), context, then)
        case _:
            return Again((_unknown(),))


def only_child(context: Context) -> Data:
    """The child's nickname where the family has just one, so that nobody is asked."""
    if len(context.children) == 1:
        return {NICKNAME: context.children[0].nickname}
    return {}


def not_a_nickname(text: str) -> Phrase | None:
    """Why words cannot be a nickname; None where they can."""
    if text.endswith("?") or _ASKS.match(text):
        return _unknown()
    if not text:
        return refusal_line(Refusal(RefusalCode.NICKNAME_EMPTY))
    if is_too_long(text):
        return refusal_line(Refusal(RefusalCode.NICKNAME_TOO_LONG))
    return None


def _written(data: Data, nickname: str, context: Context, then: Callable[[Data], Move]) -> Move:
    wrong = not_a_nickname(nickname)
    if wrong:
        return Again((wrong,))
    folded = nickname.casefold()
    known = (child.nickname for child in context.children if child.nickname.casefold() == folded)
    return then({**data, NICKNAME: next(known, nickname)})


def _unknown() -> Phrase:
    return phrase("child-not-read")
