"""Text and entities back to HTML that a browser may show: everything escaped but our own tags."""

from html import escape
from itertools import pairwise

from bot.local.json_object import JsonObject

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="tg-spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}
_OPENABLE = ("http://", "https://", "mailto:", "tel:")


def to_html(text: str, entities: list[JsonObject]) -> str:
    """The text as HTML; entities that cross each other are closed and opened again."""
    units = text.encode("utf-16-le", "surrogatepass")
    cuts = {0, len(units) // 2}
    for entity in entities:
        cuts |= {entity["offset"], entity["offset"] + entity["length"]}
    places = sorted(cuts)
    pieces = [
        _piece(units[2 * begin : 2 * end], _tags_over(units, entities, begin, end))
        for begin, end in pairwise(places)
    ]
    return "".join(pieces)


def _piece(units: bytes, tags: list[tuple[str, str]]) -> str:
    text = escape(units.decode("utf-16-le", "replace"))
    before = "".join(opening for opening, _ in tags)
    return before + text + "".join(closing for _, closing in reversed(tags))


def _tags_over(
    units: bytes, entities: list[JsonObject], begin: int, end: int
) -> list[tuple[str, str]]:
    over = [e for e in entities if e["offset"] <= begin and end <= e["offset"] + e["length"]]
    over.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return [tags for entity in over if (tags := _tags(units, entity))]


def _tags(units: bytes, entity: JsonObject) -> tuple[str, str] | None:
    begin = 2 * entity["offset"]
    inner = units[begin : begin + 2 * entity["length"]].decode("utf-16-le", "replace")
    match entity["type"]:
        case "text_link":
            return _link(entity["url"])
        case "url":
            return _link(inner)
        case "email":
            return _link(f"mailto:{inner}")
        case kind:
            return _TAGS.get(kind)


def _link(url: str) -> tuple[str, str] | None:
    if not url.lower().startswith(_OPENABLE):
        return None
    return f'<a href="{escape(url)}" rel="noopener noreferrer" target="_blank">', "</a>"
