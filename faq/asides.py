"""Nearby matters: which honest line fits a message that none of our topics fits."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from faq.decision import Aside
from faq.lexicon import FOLDER, listed
from faq.loader import ContentError

_SMALL_TALK = (Aside.GREETING, Aside.THANKS)
_NO_MATTERS = (*_SMALL_TALK, Aside.ABUSE)
_ALONE = 4
"""Words of up to so many letters stand for themselves only: "chip" is not in "chipmunk"."""


class Asides:
    """The small table of nearby matters (faq/signals/nearby.toml)."""

    __slots__ = ("_patterns",)

    def __init__(self, patterns: dict[Aside, re.Pattern[str]]) -> None:
        self._patterns = patterns

    def find(self, words: Sequence[str], kind: str) -> Aside:
        """The line for ``words``, whose kind the matcher took to be ``kind``.

        Small talk is told apart as greeting or thanks, anger from a cat on the keys; what the
        matcher could not place is looked up too, because a line on where to ask costs nothing.
        """
        text = " ".join(words)
        if kind == "chitchat":
            return self._first(text, _SMALL_TALK) or Aside.CHITCHAT
        if kind == "abuse":
            return self._first(text, (Aside.ABUSE,)) or Aside.UNRELATED
        if kind == "unrelated":
            return Aside.UNRELATED
        nearby = tuple(aside for aside in self._patterns if aside not in _NO_MATTERS)
        return self._first(text, nearby) or (Aside.NEARBY if kind == "near" else Aside.NONE)

    def _first(self, text: str, asides: Sequence[Aside]) -> Aside | None:
        return next((aside for aside in asides if self._patterns[aside].search(text)), None)


def load_asides(folder: Path = FOLDER) -> Asides:
    """The table in ``folder``.

    Raises:
        ContentError: nearby.toml is missing, names an aside that does not exist, lacks the
            words of small talk or anger, or holds something else than words.
    """
    path = folder / "nearby.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        patterns = {Aside(name): _starts(listed(words)) for name, words in table.items()}
    except (OSError, ValueError, TypeError) as err:
        raise ContentError(f"{path.name}: {err}") from err
    for aside in _NO_MATTERS:
        if aside not in patterns:
            raise ContentError(f"{path.name}: {aside} is missing")
    return Asides(patterns)


def _starts(words: Sequence[str]) -> re.Pattern[str]:
    """Short words stand alone; longer ones stand for their longer forms too."""
    endings = (re.escape(word) + (r"\b" if len(word) <= _ALONE else "") for word in words)
    return re.compile(r"\b(?:" + "|".join(endings) + ")")
