"""Words of danger: whether a message says that somebody may be hurt, now.

Two signs, either is enough: patterns a person can read (faq/signals/crisis.toml) and the
trained crisis score. Nothing here ranks topics, and nothing is kept of what was read.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from faq.lexicon import FOLDER, listed
from faq.loader import ContentError

_STEM_LETTERS: Final = 5


@dataclass(frozen=True, slots=True)
class Dangers:
    """The patterns, over words as ``wording.read`` gives them, joined by spaces.

    Attributes:
        stems: how words begin without which no pattern of ``danger`` can match.
        figures: ways of speaking that are taken out before anything is looked for.
        danger: each is a word of danger.
        settled: says that it is over and calm has returned, or that somebody asks how such
            things are handled.
    """

    stems: frozenset[str]
    figures: re.Pattern[str]
    danger: re.Pattern[str]
    settled: re.Pattern[str]

    def found_in(self, words: Sequence[str]) -> bool:
        """Whether a pattern of danger stands in ``words`` once figures are taken out."""
        if self.stems.isdisjoint(map(_stem, words)):
            return False
        return bool(self.danger.search(self.figures.sub(" ", " ".join(words))))

    def figure_in(self, words: Sequence[str]) -> bool:
        """Whether ``words`` hold a way of speaking that only sounds like danger."""
        return bool(self.figures.search(" ".join(words)))

    def settled_in(self, words: Sequence[str]) -> bool:
        """Whether ``words`` say that the danger is over."""
        return bool(self.settled.search(" ".join(words)))


def load_dangers(folder: Path = FOLDER) -> Dangers:
    """The patterns of crisis.toml, all languages together: people mix them when it hurts.

    Raises:
        ContentError: the file or a list of it is missing, or a pattern is broken.
    """
    path = folder / "crisis.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return Dangers(
            stems=frozenset(map(_stem, " ".join(listed(tables["triggers"])).split())),
            figures=_any_of(tables["figures"]),
            danger=_any_of(tables["danger"]),
            settled=_any_of(tables["settled"]),
        )
    except (OSError, ValueError, KeyError, TypeError, re.error) as err:
        raise ContentError(f"{path.name}: {type(err).__name__}: {err}") from err


def _stem(word: str) -> str:
    return word[:_STEM_LETTERS]


def _any_of(patterns: object) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(listed(patterns)) + r")\b")
