"""Requests to the bot in plain words ("remind me about...", "delete..."), told by patterns.

The patterns stand in faq/signals/requests.toml. What they do not know, the trained matcher may
still see to be a request; which one it is then is the matcher's guess as well.
"""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from faq.decision import CommandKind
from faq.lexicon import FOLDER, listed
from faq.loader import ContentError

LONGEST_WORDS = 40
"""A request is short; a story that mentions a reminder is a question."""


class Requests:
    """All patterns as one, tried in the order of the file."""

    __slots__ = ("_pattern",)

    def __init__(self, patterns: dict[CommandKind, str]) -> None:
        groups = (f"(?P<{kind}>{pattern})" for kind, pattern in patterns.items())
        self._pattern = re.compile(r"(?:" + "|".join(groups) + r")(?!\S)")

    def find(self, words: Sequence[str]) -> CommandKind | None:
        """The request that ``words`` are, or None; patterns begin where the message does.

        Whoever asks leaves out what has more than ``LONGEST_WORDS``.
        """
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
        return Requests({CommandKind(name): "|".join(listed(p)) for name, p in table.items()})
    except (OSError, ValueError, TypeError, re.error) as err:
        raise ContentError(f"{path.name}: {type(err).__name__}: {err}") from err
