"""The last question of a conversation: Yes, or Change one piece of it."""

from collections.abc import Iterable

from handlers.flows.steps import Answer, Choice, Chose, Context, Typed
from handlers.turn import phrase
from scheduler.domain.plans import ChangeKind
from scheduler.domain.reading_changes import classify_change
from scheduler.domain.reading_requests import read_request

YES = "yes"
CHANGE = "change"
_YES_WORDS = frozenset(
    "yes y yep yeah yup ok okay k sure correct right si sí s claro correcto bien dale vale".split()  # noqa: SIM905 - a list of words reads best as words
)
Rows = tuple[tuple[Choice, ...], ...]

YES_OR_CHANGE: Rows = (
    (Choice(phrase("button-yes"), YES), Choice(phrase("button-change"), CHANGE)),
)


def agreed(answer: Answer) -> bool:
    """Tell whether an answer is a yes, tapped or written."""
    match answer:
        case Chose(value=value):
            return value == YES
        case Typed(text=text):
            return text.casefold().strip(" .!,👍") in _YES_WORDS or text.strip() == "👍"
        case _:
            return False


def other_news(text: str, kind: str, context: Context) -> bool:
    """Tell whether words at a Yes are about something else than what stands there.

    Args:
        text: what was written.
        kind: the slug of what stands there: of a date's kind, or of a change's.
        context: language and today.
    """
    read = read_request(text, today=context.today, language=context.language, nicknames=())
    changed = classify_change(text)
    named = {read.kind.value} if read.kind else set()
    named |= {changed.value} if changed is not ChangeKind.OTHER else set()
    return bool(named) and kind not in named


def pieces(names: Iterable[str]) -> Rows:
    """Buttons for the pieces that can be changed, two a row; ``button-piece-<name>``."""
    choices = [Choice(phrase(f"button-piece-{name}"), name) for name in names]
    return tuple(tuple(choices[place : place + 2]) for place in range(0, len(choices), 2))
