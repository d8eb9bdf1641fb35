"""Words of danger: whether a message says that somebody may be hurt, now.

Two signs, either is enough: patterns a person can read (faq/signals/crisis.toml) and the
trained crisis score. Nothing here ranks topics, and nothing is kept of what was read.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from faq.lexicon import FOLDER
from faq.loader import ContentError


@dataclass(frozen=True, slots=True)
class Dangers:
    """The patterns, over words as ``wording.read`` gives them, joined by spaces.

    Attributes:
        triggers: a message with none of these words matches no pattern of ``danger``.
        figures: ways of speaking that are taken out before anything is looked for.
        danger: each is a word of danger.
        settled: says that it is over and calm has returned, or that somebody asks how such
            things are handled.
    """

    triggers: frozenset[str]
    figures: re.Pattern[str]
    danger: re.Pattern[str]
    settled: re.Pattern[str]

    def found_in(self, words: Sequence[str]) -> bool:
        """Whether a pattern of danger stands in ``words`` once figures are taken out."""
        if self.triggers.isdisjoint(words):
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
        ContentError: the file is missing or a pattern is broken.
    """
    path = folder / "crisis.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return Dangers(
            triggers=frozenset(" ".join(tables["triggers"]).split()),
            figures=_any_of(tables["figures"]),
            danger=_any_of(tables["danger"]),
            settled=_any_of(tables["settled"]),
        )
    except (OSError, ValueError, KeyError, TypeError, re.error) as err:
        raise ContentError(f"{path.name}: {type(err).__name__}: {err}") from err


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + r")\b")
