"""Terms asked for alone ("FAPE?", "what is LRE"): what they mean, and where the rest is told.

The reviewed table stands in faq/terms, one file a language. A message that holds anything else
than a term and the words that ask for one is no matter of this module.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from faq.catalog import FIRST_LANGUAGE
from faq.entry import Term, TopicId
from faq.lexicon import listed
from faq.loader import ContentError
from faq.wording import plain

TERMS: Final = Path(__file__).parent / "terms"

LONGEST_CHARS: Final = 160
"""Whoever asks for one term needs no more; what is longer is not looked at."""

_LETTERS: Final = 4
"""Words that are no longer are said as letters are: "gen ed", "f.a.p.e."."""

_WORDS = re.compile(r"[^\W_]+")
_POLITE = "(?:please|pls|plz|por favor|porfa|exactly|again|ok|so|hi|hello|hola|and|y)"
_FIELDS: Final[dict[str, type]] = {
    "term": str,
    "also": list,
    "name": str,
    "meaning": str,
    "topic": str,
}


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms, by spelling and language; fixed once loaded, safe to share.

    Attributes:
        terms: by the term as it is shown, and language.
        spelled: the term that a spelling stands for, in even words.
        asked: what a whole message may be, one pattern a language.
    """

    terms: Mapping[tuple[str, str], Term]
    spelled: Mapping[str, str]
    asked: tuple[re.Pattern[str], ...]

    def find(self, text: str, language: str) -> Term | None:
        """The term that ``text`` asks for and nothing else; in English where not translated.

        Args:
            text: as it was typed.
            language: in which the meaning is told.
        """
        if len(text) > LONGEST_CHARS:
            return None
        words = _even(text)
        for pattern in self.asked:
            found = pattern.fullmatch(words)
            if found and _is_asked(found, text):
                name = self.spelled[found["term"]]
                return self.terms.get((name, language)) or self.terms[name, FIRST_LANGUAGE]
        return None


def _is_asked(found: re.Match[str], text: str) -> bool:
    """Whether something asks; letters alone do, everyday words ("related services") do not."""
    words = found["term"].split()
    letters = len(words) == 1 or max(map(len, words)) <= _LETTERS
    return letters or bool(found["before"] or found["after"]) or "?" in text


def load_glossary(folder: Path = TERMS) -> Glossary:
    """The terms in ``folder``, a file a language.

    Raises:
        ContentError: a file is missing or broken, a term lacks a field, a translation has no
            English, or one spelling stands for two terms.
    """
    tables = {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}
    if FIRST_LANGUAGE not in tables:
        raise ContentError(f"{folder.name}/{FIRST_LANGUAGE}.toml: is missing")
    terms = {(t.term, lang): t for lang, table in tables.items() for t in _terms(table, lang)}
    for term, language in terms:
        if (term, FIRST_LANGUAGE) not in terms:
            raise ContentError(f"{language}.toml: {term} is not in {FIRST_LANGUAGE}.toml")
    spelled = _spellings(terms.values())
    asked = tuple(_pattern(table, spelled, language) for language, table in tables.items())
    return Glossary(terms, spelled, asked)


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as err:
        raise ContentError(f"{path.name}: {type(err).__name__}: {err}") from err


def _terms(table: Mapping[str, object], language: str) -> Iterator[Term]:
    rows = table.get("term")
    if not isinstance(rows, list):
        raise ContentError(f"{language}.toml: has no term")
    for number, row in enumerate(rows, start=1):
        fields = cast("dict[str, object]", row)
        for field, wanted in _FIELDS.items():
            if type(fields.get(field)) is not wanted or not fields[field]:
                raise ContentError(f"{language}.toml: term {number}: {field} is missing or wrong")
        yield Term(
            term=str(fields["term"]),
            also=tuple(map(str, cast("list[object]", fields["also"]))),
            name=str(fields["name"]),
            meaning=str(fields["meaning"]),
            topic=TopicId(str(fields["topic"])),
            whole=fields.get("whole") is True,
        )


def _spellings(terms: Iterable[Term]) -> dict[str, str]:
    spelled: dict[str, str] = {}
    for term in terms:
        for spelling in {_even(each) for each in (*term.letters(), *term.also, term.name)}:
            if spelled.setdefault(spelling, term.term) != term.term:
                raise ContentError(f"{spelling!r} stands for {spelled[spelling]} and {term.term}")
    return spelled


def _pattern(table: Mapping[str, object], spelled: Iterable[str], language: str) -> re.Pattern[str]:
    """What a message may be: polite words, words that ask, the term, words that ask, the place."""
    try:
        before, after, where = (_any(listed(table[name])) for name in ("before", "after", "where"))
        articles = str(table["articles"])
        terms = _any(sorted(map(re.escape, spelled), key=len, reverse=True))
        return re.compile(
            rf"(?:{_POLITE} )*(?:(?P<before>{before}) )?(?:{articles} )?(?P<term>{terms})"
            rf"(?: (?P<after>{after}))?(?: {where})?(?: {_POLITE})*"
        )
    except (KeyError, TypeError, re.error) as err:
        raise ContentError(f"{language}.toml: {type(err).__name__}: {err}") from err


def _any(patterns: Sequence[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


def _even(text: str) -> str:
    return " ".join(_WORDS.findall(plain(text)))
