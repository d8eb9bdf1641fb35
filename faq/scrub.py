"""Takes out of a question what could tell whose it is, as well as rules can.

Names, numbers, addresses of every kind, schools and towns go; 504, grades, ages, states and
the words of this field stay. The parent sees what is left before it goes anywhere: rules miss
a name now and then, and take a harmless word for one.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

from faq.scrub_names import Names
from faq.scrub_shapes import MARK, without_shapes
from faq.wording import LIMIT_CHARS, plain

_WORDS_AT_LEAST: Final = 2
_SHORT_NICKNAME: Final = 2
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(rf"{re.escape(MARK)}(?:[\s.&/-]*{re.escape(MARK)})+")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def scrub(
    text: str, *, known: Collection[str], nicknames: Iterable[str] = (), limit_chars: int
) -> str:
    """``text`` on one line, with ``MARK`` in place of what could tell whose it is.

    Args:
        text: as the parent wrote it.
        known: words that are nobody's name, as ``wording.plain`` gives them.
        nicknames: what the family calls its children.
        limit_chars: how long the result may be, in code points; a cut ends in "…".
    """
    line, own = _one_line(text), [_one_line(each) for each in nicknames]
    line = without_shapes(_without_nicknames(line, own))
    line = Names(line, known=known, own=_single_words(own)).without_names()
    return _cut(_MARKS.sub(MARK, line), limit_chars)


def says_enough(scrubbed: str) -> bool:
    """Whether a question is left: two words at least, marks aside."""
    return len(_WORD.findall(scrubbed.replace(MARK, " "))) >= _WORDS_AT_LEAST


def _one_line(text: str) -> str:
    """One line without signs that nobody sees: they could hide a name or confuse a terminal."""
    even = unicodedata.normalize("NFKC", text[:LIMIT_CHARS])
    spaced = " ".join(even.split())
    seen = "".join(sign for sign in spaced if unicodedata.category(sign) not in _UNSEEN)
    return " ".join(seen.split())


def _without_nicknames(line: str, nicknames: Iterable[str]) -> str:
    """Nicknames as they are written; the longest first, so that none hides inside another."""
    for nickname in sorted(filter(None, nicknames), key=len, reverse=True):
        # "J" is a nickname and "j" is not: initials count as they are written.
        case = 0 if len(nickname) <= _SHORT_NICKNAME else re.IGNORECASE
        line = re.sub(rf"(?<!\w){re.escape(nickname)}(?!\w)", MARK, line, flags=case)
    return line


def _single_words(nicknames: Iterable[str]) -> frozenset[str]:
    """Nicknames of one word, made even: "José" is found where "jose" was typed."""
    words = (plain(nickname) for nickname in nicknames if _WORD.fullmatch(nickname))
    return frozenset(word for word in words if len(word) > _SHORT_NICKNAME)


def _cut(line: str, limit_chars: int) -> str:
    if len(line) <= limit_chars:
        return line
    whole, space, _ = line[:limit_chars].rpartition(" ")
    return f"{whole if space else line[: limit_chars - 1]}…"
