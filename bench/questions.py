"""Questions of parents whose right answer is known: from the reviewed answers themselves."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.wiring import CONTENT
from faq.decision import DecisionKind
from faq.desk import Desk
from faq.entry import Entry
from faq.opening import open_desk

LANGUAGE: Final = "en"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the title that its answer begins with."""

    text: str
    title: str


def load_questions(cache: Path) -> tuple[Question, ...]:
    """All phrasings that the matcher answers with their own topic, and with nothing else.

    Only those that end in a question mark: without one, words that name a day may be news.
    """
    desk = open_desk(CONTENT, cache)
    return tuple(
        Question(text, entry.title)
        for entry in desk.catalog.entries()
        if entry.language == LANGUAGE
        for text in entry.also_asked_as or (entry.title,)
        if text.endswith("?") and _is_sure(desk, entry, text)
    )


def _is_sure(desk: Desk, entry: Entry, text: str) -> bool:
    decision = desk.decide(text, language=LANGUAGE)
    return (
        decision.kind is DecisionKind.ANSWER
        and decision.shown[:1] == (entry.id,)
        and decision.second is None
        and decision.language == LANGUAGE
    )
