"""Content files into entries: a TOML head between two ``+++`` lines, a Markdown body below.

Only shape is checked here, so that a broken file stops the start with one line; whether an
answer is good (length, grade, sources) is the lint's matter.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn, cast

from faq.catalog import FIRST_LANGUAGE, Catalog
from faq.entry import Area, Entry, Source, TopicId

_FENCE = "+++"
_REQUIRED: dict[str, type] = {
    "id": str,
    "area": str,
    "title": str,
    "also_asked_as": list,
    "reviewed_on": date,
    "see_also": list,
    "sources": list,
}
_OPTIONAL: dict[str, type] = {"state_varies": bool}
_SOURCE_FIELDS = frozenset({"cite", "url", "says"})


class ContentError(Exception):
    """A content file that cannot be used; the message is one line naming file and field."""


def load_catalog(folder: Path) -> Catalog:
    """The answers below ``folder``, one file each: ``<language>/<topic-id>.md``.

    Raises:
        ContentError: the folder or a file cannot be read, a field is missing, unknown or of
            the wrong type, an id is not the file's name, or a translation has no English.
    """
    entries = tuple(_read_entries(folder))
    known = {entry.id for entry in entries if entry.language == FIRST_LANGUAGE}
    for entry in entries:
        if entry.id not in known:
            raise ContentError(f"{entry.language}/{entry.id}.md: id has no {FIRST_LANGUAGE} answer")
    return Catalog(entries)


def _read_entries(folder: Path) -> Iterator[Entry]:
    if not folder.is_dir():
        raise ContentError(f"{folder}: no such folder of answers")
    for path in sorted(folder.glob("*/*.md")):
        name = f"{path.parent.name}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as err:
            raise ContentError(f"{name}: cannot be read ({type(err).__name__})") from err
        yield parse_entry(text, name=name, language=path.parent.name)


def parse_entry(text: str, *, name: str, language: str) -> Entry:
    """The entry in one file's text; ``name`` ("en/fape.md") is what complaints call the file.

    Raises:
        ContentError: as in ``load_catalog``.
    """
    head, body = _split(text, name)
    _check_fields(head, name)
    topic = str(head["id"])
    if name.rpartition("/")[2] != f"{topic}.md":
        _complain(name, "id", f"is {topic!r}, not the file's name")
    for field, value in (("title", str(head["title"]).strip()), ("body", body)):
        if not value:
            _complain(name, field, "is empty")
    return Entry(
        id=TopicId(topic),
        area=_area(head["area"], name),
        language=language,
        title=str(head["title"]),
        body=body,
        also_asked_as=_texts(head, "also_asked_as", name),
        sources=tuple(_sources(cast("list[object]", head["sources"]), name)),
        reviewed_on=cast("date", head["reviewed_on"]),
        see_also=tuple(TopicId(topic) for topic in _texts(head, "see_also", name)),
        state_varies=bool(head.get("state_varies", False)),
    )


def _split(text: str, name: str) -> tuple[dict[str, object], str]:
    """Head as a table, body without the blank lines around it."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n")
    before, fence, rest = lines.partition(f"{_FENCE}\n")
    head, closed, body = rest.partition(f"\n{_FENCE}\n")
    if before.strip() or not fence or not closed:
        _complain(name, "head", f"must stand between two {_FENCE} lines at the top")
    try:
        return tomllib.loads(head), body.strip()
    except ValueError as err:
        # Mostly a TOMLDecodeError; a number too long for Python is refused by its parent class.
        raise ContentError(f"{name}: head: {err}") from err


def _check_fields(head: dict[str, object], name: str) -> None:
    for field in _REQUIRED:
        if field not in head:
            _complain(name, field, "is missing")
    for field, value in head.items():
        wanted = (_REQUIRED | _OPTIONAL).get(field)
        if wanted is None:
            _complain(name, field, "is not a known field")
        # A TOML date-time is a Python date too, hence the exact type.
        if type(value) is not wanted:
            _complain(name, field, f"must be a {wanted.__name__}")


def _area(value: object, name: str) -> Area:
    if value not in tuple(Area):
        _complain(name, "area", f"{value!r} is not one of {', '.join(Area)}")
    return Area(str(value))


def _texts(head: dict[str, object], field: str, name: str) -> tuple[str, ...]:
    values = cast("list[object]", head[field])
    if not all(isinstance(value, str) for value in values):
        _complain(name, field, "must hold texts only")
    return tuple(str(value) for value in values)


def _sources(tables: list[object], name: str) -> Iterator[Source]:
    for table in tables:
        if not isinstance(table, dict) or set(table) != _SOURCE_FIELDS:
            _complain(name, "sources", "each needs cite, url and says, nothing else")
        if not all(isinstance(value, str) for value in table.values()):
            _complain(name, "sources", "must hold texts only")
        yield Source(**table)


def _complain(name: str, field: str, what: str) -> NoReturn:
    raise ContentError(f"{name}: {field} {what}")
