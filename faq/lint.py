"""What is wrong with the answers, as one line each: lengths, sources, links, phrasings.

A file that cannot be an entry at all never comes here: the loader refuses it. Reading grade is
counted in tests/house, because only the tests have the tool for it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from faq.catalog import FIRST_LANGUAGE, Catalog
from faq.entry import Entry, TopicId
from faq.wording import plain

LIMIT_CHARS: Final = 1_200
"""Longest answer as a parent sees it, everything included."""

FRAME_CHARS: Final = 100
"""Kept free for the bot's own words around an answer: "Source:", "Checked", "Not legal advice",
and the line that says that an answer is not translated yet."""

SOURCES_SHOWN: Final = 3
_MAY_DIFFER: Final = {
    "en": "**Your state may differ",
    "es": "**En su estado puede ser distinto",
}
_DATE_CHARS: Final = len("23 de septiembre de 2026")
_FIRST_SENTENCE_CHARS: Final = 160
_LEAST_PHRASINGS: Final = {FIRST_LANGUAGE: 40}
_LEAST_TRANSLATED: Final = 15

_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")
_FOREIGN_MARKUP = re.compile(r"^#|^\s*\d+\.\s|^>|`|<[a-z/!]|!\[|^\s*[*+] |__", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing to mend.

    Attributes:
        where: the file, "en/fape.md".
        field: the field of its head, or "body".
        what: what is wrong with it.
    """

    where: str
    field: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.field} {self.what}"


def lint(catalog: Catalog) -> tuple[Complaint, ...]:
    """Everything that is wrong with the answers, by file."""
    known = set(catalog.topics())
    found = [
        Complaint(f"{entry.language}/{entry.id}.md", field, what)
        for entry in catalog.entries()
        for field, what in _complaints(entry, known)
    ]
    found += _shared_phrasings(catalog)
    return tuple(sorted(found, key=str))


def shown_text(entry: Entry) -> str:
    """What a parent reads of ``entry``: no markup, no addresses, up to three source names."""
    body = _LINK.sub(r"\1", entry.body).replace("**", "").replace("*", "")
    names = ", ".join(source.cite for source in entry.sources[:SOURCES_SHOWN])
    return f"{entry.title}\n\n{body}\n\n{names}"


def shown_chars(entry: Entry) -> int:
    """Length of the whole message, with its date and the words around it reckoned in."""
    return len(shown_text(entry)) + _DATE_CHARS + FRAME_CHARS


def _complaints(entry: Entry, known: Collection[TopicId]) -> Iterator[tuple[str, str]]:
    yield from _about_body(entry)
    yield from _about_sources(entry)
    for topic in entry.see_also:
        if topic not in known or topic == entry.id:
            yield "see_also", f"{topic!r} leads nowhere"
    least = _LEAST_PHRASINGS.get(entry.language, _LEAST_TRANSLATED)
    if len(entry.also_asked_as) < least:
        yield "also_asked_as", f"has {len(entry.also_asked_as)} phrasings, {least} are wanted"
    for phrasing in entry.also_asked_as:
        if not _even(phrasing):
            yield "also_asked_as", f"{phrasing!r} has no words"


def _about_body(entry: Entry) -> Iterator[tuple[str, str]]:
    if shown_chars(entry) > LIMIT_CHARS:
        yield "body", f"makes {shown_chars(entry)} characters as shown, over {LIMIT_CHARS}"
    if _FOREIGN_MARKUP.search(entry.body):
        yield "body", "uses more than bold, italic, dashes, paragraphs and links"
    said = _MAY_DIFFER.get(entry.language, "")
    if said and entry.state_varies != (said in entry.body):
        yield "body", f'says "{said}" only where state_varies, and always there'
    first = re.split(r"(?<=[.!?])\s|\n", entry.body, maxsplit=1)[0]
    if first.startswith("- ") or first.endswith("?") or len(first) > _FIRST_SENTENCE_CHARS:
        yield "body", "does not begin with a short direct sentence"


def _about_sources(entry: Entry) -> Iterator[tuple[str, str]]:
    if not entry.sources:
        yield "sources", "are missing"
    for source in entry.sources:
        if not source.cite.strip() or not source.says.strip():
            yield "sources", "need a name and what they say"
        address = urlsplit(source.url)
        if address.scheme != "https" or "." not in address.netloc or " " in source.url:
            yield "sources", f"{source.cite!r} has no https address"


def _shared_phrasings(catalog: Catalog) -> Iterator[Complaint]:
    """Phrasings that stand twice, in one answer or in two; only words and their order count."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for entry in catalog.entries():
        for phrasing in entry.also_asked_as:
            places[_even(phrasing)].append(f"{entry.language}/{entry.id}.md")
    for phrasing, files in places.items():
        if phrasing and len(files) > 1:
            yield Complaint(files[0], "also_asked_as", f"{phrasing!r} stands in {files[1]} too")


def _even(phrasing: str) -> str:
    """Its words, without case, accents and marks; spellings of one word stay apart."""
    return " ".join(re.findall(r"\w+", plain(phrasing)))
