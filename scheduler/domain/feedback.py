"""What a parent may say of an answer, and the question that one sent on purpose."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

QUESTION_LIMIT_CHARS: Final = 400
"""What is kept of one question, in code points; a longer one is cut before it is shown."""

QUESTION_KEPT_DAYS: Final = 180
"""Whole days, from the UTC day it was sent; then upkeep forgets it."""


class Reason(StrEnum):
    """Why an answer did not help; short, for it goes into a button beside a topic."""

    HARD = "hard"
    OTHER_QUESTION = "other"
    MISSING = "missing"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class SentQuestion:
    """A question as it was shown to the parent who sent it. Nothing here leads to a person.

    ``on`` is the UTC day it was sent; ``topic`` the nearest answer's id, None where there is
    none.
    """

    text: str
    language: str
    on: date
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class TopicVotes:
    """What was counted of one answer: times shown, votes for and against, and why against."""

    topic: str
    shown: int
    helpful: int
    unhelpful: int
    reasons: Mapping[Reason, int]
