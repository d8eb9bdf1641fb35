"""The matcher's own learning material, read from faq/signals: lines that are not answers.

``nontopic.jsonl`` holds what is no question about plans at all: danger, figures of speech,
requests to the bot, other matters. How parents ask stands in the answers themselves.
"""

import json
import re
from collections.abc import Iterable, Iterator
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


def load_signals(folder: Path = FOLDER) -> tuple[Line, ...]:
    """The lines in ``folder``, each labelled by its kind.

    Raises:
        ContentError: the file is missing or a line is not as described; names file and line.
    """
    return tuple(_lines(folder / "nontopic.jsonl"))


def examples(catalog: Catalog) -> tuple[Line, ...]:
    """Every phrasing to learn from, each labelled by its topic."""
    return tuple(
        Line(entry.id, entry.language, text)
        for entry in catalog.entries()
        for text in (entry.title, *entry.also_asked_as)
    )


def words_of(catalog: Catalog, signals: Iterable[Line]) -> frozenset[str]:
    """Every word that the answers and the phrasings have in small letters: nobody's name.

    As ``wording.plain`` gives them.
    """
    told = [text for entry in catalog.entries() for text in (entry.title, entry.body)]
    asked = [line.text for line in (*examples(catalog), *signals)]
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


def _lines(path: Path) -> Iterator[Line]:
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise ContentError(f"{path.name}: cannot be read ({type(err).__name__})") from err
    for number, row in enumerate(rows, start=1):
        try:
            fields = cast("dict[str, str]", json.loads(row))
            request = fields.get("command", "")
            yield Line(fields["kind"], fields["lang"], fields["text"], request)
        except (ValueError, KeyError, TypeError, AttributeError) as err:
            raise ContentError(f"{path.name}: line {number}: needs kind, lang, text") from err
