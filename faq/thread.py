"""How a message hangs together: two questions in one, or a question that continues the last.

Splitting and joining of words only; nothing is decided here.
"""

import re
from collections.abc import Sequence
from typing import Final

from faq.wording import LIMIT_CHARS, read

MOST_PARTS: Final = 4
"""Parts that are looked at; a longer message tells a story."""

_LEAST_WORDS: Final = 3
_LONGEST_FOLLOW_UP: Final = 9

# Where a second question begins: after a question mark, at a new line, at a joining word.
_JOINTS = re.compile(
    r"[?\n]+|\b(?:also|and another (?:thing|question)|second question|another question"
    r"|tambi[eé]n|otra pregunta|otra cosa)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?:and|but|so|ok|okay|then|what about|how about|what if|same|for|even|does that|is that"
    r"|do they|y|pero|entonces|que tal|que pasa si|y si|tambien|igual|aunque|eso)\b"
)
_PLANS: Final = frozenset(["iep", "504", "plan"])
# What stands around the plan's name in "and for a 504?", "is it the same with an IEP".
_AROUND: Final = re.compile(
    r"a|about|also|an|and|apply|are|as|but|can|do|does|for|has|have|he|how|i|if|in|is|it|like|my|of"
    r"|on|ok|okay|one|only|or|plans?|same|she|so|son|daughter|child|kid|that|the|then|they|this|to"
    r"|too|we|what|with|works"
    r"|al|con|de|del|el|en|entonces|es|eso|este|hay|igual|las?|los?|mi|mismo|no|para|pasa|pero|por"
    r"|que|sea|si|solo|su|tambien|tengo|tiene|una?|y"
)


def parts_of(text: str) -> tuple[list[str], ...]:
    """The questions that ``text`` may consist of, each read; empty when it is a single one."""
    parts = [read(part) for part in _JOINTS.split(text[:LIMIT_CHARS])[: MOST_PARTS + 1]]
    told = tuple(part for part in parts if len(part) >= _LEAST_WORDS)
    return told if 1 < len(told) <= MOST_PARTS else ()


def continues(words: Sequence[str]) -> bool:
    """Whether ``words`` are short and begin as a follow-up does ("and for a 504?")."""
    return len(words) <= _LONGEST_FOLLOW_UP and _FOLLOWS.match(" ".join(words)) is not None


def names_plan(words: Sequence[str]) -> bool:
    """Whether ``words`` name one of the two plans."""
    return not _PLANS.isdisjoint(words)


def other_plan(words: Sequence[str]) -> str:
    """The plan that ``words`` ask about and nothing else: "504" for "and for a 504?"."""
    named = {word for word in words if _AROUND.fullmatch(word) is None}
    return named.pop() if named in ({"iep"}, {"504"}) else ""


def joined(title: str, words: Sequence[str]) -> list[str]:
    """A follow-up with what it follows; a plan that it names replaces the title's plan."""
    before = read(title)
    if names_plan(words):
        before = [word for word in before if word not in _PLANS]
    # The new words are the question; the title only says what it is about.
    return [*before, *words, *words]
