"""Refusals into words, and the one reply for what should not have happened."""

from handlers.menu import MENU
from handlers.turn import Phrase, Reply, new, phrase
from scheduler.domain import plans
from scheduler.domain.errors import Refusal

_LIMITS = {
    "nickname_limit": plans.NICKNAME_LIMIT_CHARS,
    "title_limit": plans.TITLE_LIMIT_CHARS,
    "change_limit": plans.CHANGE_LIMIT_CHARS,
    "max_children": plans.MAX_CHILDREN,
    "max_dates": plans.MAX_OPEN_DATES,
    "max_changes": plans.MAX_OPEN_CHANGES,
    "max_days": plans.MAX_CHANGE_DAYS,
}


def refusal_line(refusal: Refusal) -> Phrase:
    """Why something was not done, and what would mend it."""
    return phrase(f"refusal-{refusal.code.value}", **_LIMITS)


def refused(refusal: Refusal) -> Reply:
    """A refusal outside of a conversation."""
    return new(refusal_line(refusal), buttons=MENU)


def went_wrong() -> Reply:
    """Something broke on our side; nothing that was kept is lost."""
    return new(phrase("error-ours"), buttons=MENU)
