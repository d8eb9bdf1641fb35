"""Telegram's HTML to plain text and entities, refusing what Telegram refuses, in its words.

Offsets in the refusals count bytes of UTF-8; offsets of entities count UTF-16 code units.
Source: Bot API, "HTML style"; the order of the checks follows Telegram's own parser.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.local.errors import ApiError, bad_request
from bot.local.json_object import JsonObject

_SPECIAL = re.compile(rb"[<&]")
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,10})|(lt|gt|amp|quot));?")
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_SPACE = b" \t\r\n\v\0"
_NAME_END = _SPACE + b">"
_ATTRIBUTE_END = _SPACE + b"=>/\"'"
_TOKEN = re.compile(rb"[0-9A-Za-z.\-]*")

# Tag to entity; tags missing here need a look at their attributes.
_PLAIN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_OTHER_TAGS = frozenset({"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"})


class Formatted(NamedTuple):
    """Plain text with the entities that lie on it, outer ones first."""

    text: str
    entities: list[JsonObject]


@dataclass(slots=True)
class _OpenTag:
    name: str
    argument: str
    began_at: int
    text_at: int


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> Formatted:
    """Text and entities of a message written in Telegram's HTML.

    Raises:
        ApiError: 400 "can't parse entities", naming the place.
    """
    if "<" not in source and "&" not in source:
        return Formatted(source, [])
    return _Parser(source).parse()


def _refusal(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")


@dataclass(slots=True)
class _Parser:
    source: str
    data: bytes = b""
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[JsonObject] = field(default_factory=list)

    def parse(self) -> Formatted:
        # The zero byte at the end spares every loop below a check for the end.
        self.data = self.source.encode("utf-8", "replace") + b"\0"
        while self.at < len(self.data) - 1:
            self._step()
        if self.open_tags:
            name = self.open_tags[-1].name
            raise _refusal(f'Can\'t find end tag corresponding to start tag "{name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return Formatted("".join(self.pieces), self.entities)

    def _step(self) -> None:
        special = _SPECIAL.search(self.data, self.at)
        stop = special.start() if special else len(self.data) - 1
        if stop > self.at:
            self._add(self.data[self.at : stop].decode())
            self.at = stop
        elif self.data[self.at] == ord("&"):
            self._add(self._reference() or self._literal_ampersand())
        elif self.data[self.at + 1] == ord("/"):
            self._end_tag()
        else:
            self._start_tag()

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)

    def _literal_ampersand(self) -> str:
        self.at += 1
        return "&"

    def _reference(self) -> str:
        """The character of a reference at the present place, or nothing if it is none."""
        match = _REFERENCE.match(self.data, self.at)
        if match is None:
            return ""
        hexadecimal, decimal, name = match.groups()
        if name:
            self.at = match.end()
            return _NAMED[name]
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        if not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - Unicode's bounds
            return ""
        self.at = match.end()
        return chr(code)

    def _name(self, stop: bytes) -> str:
        began = self.at
        while self.data[self.at] not in stop:
            self.at += 1
        return self.data[began : self.at].decode().lower()

    def _skip_space(self) -> None:
        while self.data[self.at] in _SPACE and self.data[self.at]:
            self.at += 1

    def _start_tag(self) -> None:
        began, self.at = self.at, self.at + 1
        name = self._name(_NAME_END)
        if not self.data[self.at]:
            raise _refusal(f"Unclosed start tag at byte offset {began}")
        if name not in _PLAIN_TAGS and name not in _OTHER_TAGS:
            raise _refusal(f'Unsupported start tag "{name}" at byte offset {began}')
        argument = ""
        while self.data[self.at] != ord(">"):
            argument = self._attribute(name, began) or argument
        self.at += 1
        if name == "span" and argument != "spoiler":
            raise _refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {began}')
        self.open_tags.append(_OpenTag(name, argument, self.length, len(self.pieces)))

    def _attribute(self, tag: str, began: int) -> str:
        """Read one attribute, or the space before the tag's end; what it says of the entity."""
        self._skip_space()
        if self.data[self.at] == ord(">"):
            return ""
        name = self._name(_ATTRIBUTE_END)
        if not name:
            raise _refusal(f'Empty attribute name in the tag "{tag}" at byte offset {began}')
        self._skip_space()
        if self.data[self.at] != ord("="):
            return self._bare_attribute(tag, name, began)
        self.at += 1
        self._skip_space()
        if not self.data[self.at]:
            raise _refusal(f'Unclosed start tag "{tag}" at byte offset {began}')
        value = self._quoted() if self.data[self.at] in b"\"'" else self._token()
        if not self.data[self.at]:
            raise _refusal(f"Unclosed start tag at byte offset {began}")
        return _argument(tag, name, value)

    def _bare_attribute(self, tag: str, name: str, began: int) -> str:
        if not self.data[self.at]:
            raise _refusal(f'Unclosed start tag "{tag}" at byte offset {began}')
        return "expandable" if (tag, name) == ("blockquote", "expandable") else ""

    def _token(self) -> str:
        began = self.at
        match = _TOKEN.match(self.data, self.at)
        self.at = match.end() if match else self.at
        if self.data[self.at] not in _NAME_END:
            raise _refusal(f"Unexpected end of name token at byte offset {began}")
        return self.data[began : self.at].decode().lower()

    def _quoted(self) -> str:
        quote, self.at = self.data[self.at], self.at + 1
        value: list[str] = []
        while self.data[self.at] not in (quote, 0):
            reference = self._reference() if self.data[self.at] == ord("&") else ""
            value.append(reference or self._plain_until(quote))
        if self.data[self.at]:
            self.at += 1
        return "".join(value)

    def _plain_until(self, quote: int) -> str:
        began, self.at = self.at, self.at + 1
        while self.data[self.at] not in (quote, 0, ord("&")):
            self.at += 1
        return self.data[began : self.at].decode()

    def _end_tag(self) -> None:
        began = self.at
        if not self.open_tags:
            raise _refusal(f"Unexpected end tag at byte offset {began}")
        self.at += 2
        name = self._name(_NAME_END)
        self._skip_space()
        if self.data[self.at] != ord(">"):
            raise _refusal(f"Unclosed end tag at byte offset {began}")
        self.at += 1
        tag = self.open_tags.pop()
        if name and name != tag.name:
            raise _refusal(
                f"Unmatched end tag at byte offset {began}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        length = self.length - tag.began_at
        if not length:
            return
        kind = _entity_kind(tag, "".join(self.pieces[tag.text_at :]))
        if kind is None:
            return
        # Telegram folds <pre><code class="language-x"> into one entity.
        last = self.entities[-1] if self.entities else None
        if last and tag.name in {"pre", "code"} and _same_code(last, tag.began_at, length):
            last["type"] = "pre"
            last.update({key: value for key, value in kind.items() if key == "language"})
            return
        self.entities.append({"offset": tag.began_at, "length": length, **kind})


def _same_code(entity: JsonObject, offset: int, length: int) -> bool:
    spans_alike = (entity["offset"], entity["length"]) == (offset, length)
    return spans_alike and entity["type"] in {"pre", "code"}


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            return "expandable"
        case _:
            return ""


def _entity_kind(tag: _OpenTag, inner: str) -> JsonObject | None:
    """The entity's type and what belongs to it, or None where Telegram keeps the text only."""
    if plain := _PLAIN_TAGS.get(tag.name):
        return {"type": plain}
    match tag.name:
        case "a":
            return _link(tag.argument or inner)
        case "code":
            return {"type": "code"} | ({"language": tag.argument} if tag.argument else {})
        case "blockquote":
            return {"type": "expandable_blockquote" if tag.argument else "blockquote"}
        case "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": tag.argument}
        case _:
            return {"type": "pre"} if tag.name == "pre" else None


def _link(url: str) -> JsonObject | None:
    if match := re.fullmatch(r"tg://user\?id=(\d+)", url):
        return {
            "type": "text_mention",
            "user": {"id": int(match[1]), "is_bot": False, "first_name": ""},
        }
    # A link that leads nowhere is dropped without a word; its text stays.
    if not re.match(r"(?i)(https?://|tg://|ton://|mailto:)?[^\s/]+", url) or " " in url:
        return None
    return {"type": "text_link", "url": url if ":" in url else f"http://{url}/"}
