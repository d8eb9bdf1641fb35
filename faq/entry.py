"""What is reviewed, as values: an answer and where it comes from, a term and what it means.

No reading of files, no matching, no sentence of the bot's own.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

TopicId = NewType("TopicId", str)

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s|\n")
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")


class Area(StrEnum):
    """The shelves of the answers, in the order in which a parent browses them."""

    BASICS = "basics"
    EVALUATION = "evaluation"
    IEP = "iep"
    PLAN_504 = "504"
    TESTING = "testing"
    RIGHTS = "rights"
    MEETINGS = "meetings"
    DISCIPLINE = "discipline"
    CONDITIONS = "conditions"
    MOVES = "moves"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim can be looked up.

    Attributes:
        cite: the name a reader sees, "34 CFR 300.322(a)".
        url: its https address.
        says: what the source says, in our words; for reviewers, not shown.
    """

    cite: str
    url: str
    says: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer in one language.

    Attributes:
        id: the topic, the same in each language, and the file's name.
        area: the shelf it stands on.
        language: "en" or "es": the language of title, body and phrasings.
        title: the question in a parent's words.
        body: Markdown of **bold**, *italic*, "- " lists, paragraphs and [text](url).
        also_asked_as: real phrasings; they train the matcher and test it.
        sources: at least one, the most telling first.
        reviewed_on: the day when somebody last checked the answer against its sources.
        see_also: related topics, the nearest first.
        state_varies: whether state law may change the answer.
    """

    id: TopicId
    area: Area
    language: str
    title: str
    body: str
    also_asked_as: tuple[str, ...]
    sources: tuple[Source, ...]
    reviewed_on: date
    see_also: tuple[TopicId, ...]
    state_varies: bool

    def opening(self) -> str:
        """The first sentence of the body, without markup."""
        first = _SENTENCE_ENDS.split(self.body, maxsplit=1)[0]
        return _LINK.sub(r"\1", first).replace("*", "").removeprefix("- ").strip()


@dataclass(frozen=True, slots=True)
class Term:
    """Letters or a word of the trade, in one language.

    Attributes:
        term: as it is shown, "FAPE"; the same in each language.
        also: other spellings.
        name: what it stands for, word for word.
        meaning: plain text, at most 200 characters.
        topic: the answer that tells the rest.
        whole: whether that answer is shown at once, because it begins with the meaning.
    """

    term: str
    also: tuple[str, ...]
    name: str
    meaning: str
    topic: TopicId
    whole: bool = False

    def letters(self) -> tuple[str, ...]:
        """The term, and the same typed letter by letter: "f.a.p.e."."""
        return (self.term, " ".join(self.term)) if self.term.isalnum() else (self.term,)
