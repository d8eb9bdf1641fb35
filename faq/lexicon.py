"""The matcher's own learning material, read from faq/signals: lines that are not answers.

``awaiting.jsonl`` holds phrasings of topics that have no answer yet, so that a question about
one of them is known for what it is; ``nontopic.jsonl`` holds what is no question about plans
at all: danger, figures of speech, requests to the bot, other matters.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from faq.catalog import Catalog
from faq.loader import ContentError
from faq.wording import plain

FOLDER = Path(__file__).parent / "signals"
_APOSTROPHE = re.compile("['\u2019]")
_LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """One example.

    Attributes:
        label: the topic's id, or the kind of a line that is no topic.
        language: "en" or "es".
        text: as a parent would type it.
        request: which request it is, for lines of kind "command", else "".
    """

    label: str
    language: str
    text: str
    request: str = ""


@dataclass(frozen=True, slots=True)
class Signals:
    """All of it; ``awaiting`` by topic, ``nontopic`` by kind."""

    awaiting: tuple[Line, ...]
    nontopic: tuple[Line, ...]


def load_signals(folder: Path = FOLDER) -> Signals:
    """The material in ``folder``.

    Raises:
        ContentError: a file is missing or a line is not as described; names file and line.
    """
    return Signals(
        awaiting=tuple(_lines(folder / "awaiting.jsonl", "topic")),
        nontopic=tuple(_lines(folder / "nontopic.jsonl", "kind")),
    )


def examples(catalog: Catalog, signals: Signals) -> tuple[Line, ...]:
    """Every phrasing to learn from.

    A topic's lines in ``awaiting`` count while its answer in that language has no phrasings of
    its own.
    """
    written = [
        Line(entry.id, entry.language, text)
        for entry in catalog.entries()
        for text in (entry.title, *entry.also_asked_as)
        if entry.also_asked_as
    ]
    taken = {(line.label, line.language) for line in written}
    waiting = [line for line in signals.awaiting if (line.label, line.language) not in taken]
    return (*written, *waiting)


def words_of(catalog: Catalog, signals: Signals) -> frozenset[str]:
    """Every word that the answers and the phrasings have in small letters: nobody's name.

    As ``wording.plain`` gives them.
    """
    told = [text for entry in catalog.entries() for text in (entry.title, entry.body)]
    asked = [line.text for line in (*examples(catalog, signals), *signals.nontopic)]
    words = {word for text in (*told, *asked) for word in _LETTERS.findall(text)}
    small = {word for word in words if word.islower()}
    # "we've" is known both as one word and as its parts.
    return frozenset(plain(part) for word in small for part in (word, *_APOSTROPHE.split(word)))


def listed(value: object) -> list[str]:
    """``value`` of a TOML table, known to be a list of texts with at least one.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        raise TypeError("each value must be a list of texts")
    return value


def _lines(path: Path, label: str) -> Iterator[Line]:
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise ContentError(f"{path.name}: cannot be read ({type(err).__name__})") from err
    for number, row in enumerate(rows, start=1):
        try:
            fields = cast("dict[str, str]", json.loads(row))
            request = fields.get("command", "")
            yield Line(fields[label], fields["lang"], fields["text"], request)
        except (ValueError, KeyError, TypeError, AttributeError) as err:
            raise ContentError(f"{path.name}: line {number}: needs {label}, lang, text") from err
