"""Requests to the bot in plain words ("remind me about...", "delete..."), told by patterns.

The patterns stand in faq/signals/requests.toml. What they do not know, the trained matcher may
still see to be a request; which one it is then is the matcher's guess as well.
"""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from faq.decision import CommandKind
from faq.lexicon import FOLDER
from faq.loader import ContentError

_LONGEST_WORDS = 40
"""A request is short; a story that mentions a reminder is a question."""


class Requests:
    """All patterns as one, tried in the order of the file."""

    __slots__ = ("_pattern", "_triggers")

    def __init__(self, triggers: frozenset[str], patterns: dict[CommandKind, str]) -> None:
        self._triggers = triggers
        groups = (f"(?P<{kind}>{pattern})" for kind, pattern in patterns.items())
        self._pattern = re.compile(r"(?:" + "|".join(groups) + r")(?!\S)")

    def find(self, words: Sequence[str]) -> CommandKind | None:
        """The request that ``words`` are, or None; patterns begin where the message does."""
        if len(words) > _LONGEST_WORDS or self._triggers.isdisjoint(words):
            return None
        found = self._pattern.match(" ".join(words))
        return CommandKind(found.lastgroup) if found and found.lastgroup else None


def load_requests(folder: Path = FOLDER) -> Requests:
    """The patterns in ``folder``.

    Raises:
        ContentError: requests.toml is missing, broken, or names an unknown request.
    """
    path = folder / "requests.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        triggers = frozenset(" ".join(table.pop("triggers")).split())
        patterns = {CommandKind(name): "|".join(lines) for name, lines in table.items()}
        return Requests(triggers, patterns)
    except (OSError, ValueError, KeyError, TypeError, re.error) as err:
        raise ContentError(f"{path.name}: {type(err).__name__}: {err}") from err
