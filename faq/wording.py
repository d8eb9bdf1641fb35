"""A parent's words made even: case, accents, apostrophes, emoji, repeated letters, acronyms.

Training and run time use the same reading, so both see the same words. Nothing is ranked
here, and no reading takes longer because a message is longer than ``LIMIT_CHARS``.
"""

import re
import unicodedata
from functools import lru_cache

LIMIT_CHARS = 4_096
"""Telegram's own limit for a message; what lies beyond is not read."""

LIMIT_TOKENS = 2_100
"""Longest reading, in words: all that fit into ``LIMIT_CHARS``, for danger may stand at the end."""

LIMIT_WORD = 24
"""Longest word, in letters: longer ones are addresses or a cat on the keyboard."""

# Straight, curly and modifier apostrophes: "don't" and "dont" are one word.
_APOSTROPHES = re.compile("['\u2019\u2018\u02bc`\u00b4]")
_WORDS = re.compile(r"[^\W_]+")
_STRETCHED = re.compile(r"(.)\1{2,}")

# Spellings of one thing. Left: as typed once case, accents and apostrophes are gone.
_SAME: dict[str, str] = {
    "ieps": "iep",
    "504s": "504",
    "5o4": "504",
    "sped": "special ed",
    "spec": "special",
    "ard": "ard iep meeting",
    "cse": "cse iep meeting",
    "pwn": "pwn prior written notice",
    "lre": "lre least restrictive environment",
    "fape": "fape free appropriate public education",
    "iee": "iee independent evaluation",
    "fba": "fba behavior assessment",
    "bip": "bip behavior plan",
    "esy": "esy extended school year",
    "mdr": "mdr manifestation",
    "ocr": "ocr office for civil rights",
    "slp": "slp speech therapist",
    "lea": "lea district",
    "para": "para aide",
    "accomodation": "accommodation",
    "accomodations": "accommodations",
    "accomadations": "accommodations",
    "eval": "evaluation",
    "evals": "evaluations",
    "u": "you",
    "ur": "your",
    "r": "are",
    "bc": "because",
    "cuz": "because",
    "thru": "through",
    "q": "que",
    "xq": "porque",
    "pq": "porque",
}


def read(text: str) -> list[str]:
    """The words of ``text`` as the matcher knows them, at most ``LIMIT_TOKENS``.

    Works for any script: letters and digits are kept, everything else parts words.
    """
    words: list[str] = []
    for raw in _WORDS.findall(plain(text)):
        words += _spelled(raw[:LIMIT_WORD])
        if len(words) >= LIMIT_TOKENS:
            return words[:LIMIT_TOKENS]
    return words


def plain(text: str) -> str:
    """``text`` in lower case without accents and apostrophes, cut at ``LIMIT_CHARS``."""
    text = text[:LIMIT_CHARS].lower()
    if not text.isascii():
        # Compatibility forms also turn full-width and styled letters into plain ones. One
        # sign may become many, hence the second cut.
        parts = unicodedata.normalize("NFKD", text)[:LIMIT_CHARS]
        text = "".join(sign for sign in parts if not unicodedata.combining(sign)).lower()
    return _APOSTROPHES.sub("", text)


@lru_cache(maxsize=20_000)
def _spelled(word: str) -> tuple[str, ...]:
    """One typed word as the words it stands for; "sooooo" is "soo"."""
    word = _STRETCHED.sub(r"\1\1", word)
    return tuple(_SAME.get(word, word).split())
