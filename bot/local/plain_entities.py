"""Entities that Telegram finds in plain text by itself: commands, mentions, links."""

import re

from bot.local.html_entities import utf16_length
from bot.local.json_object import JsonObject

_FINDABLE = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)'\]])"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w@/])(?P<mention>@[A-Za-z]\w{3,31})"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d_]\w*)"
)
_HINTS = ("/", "@", "#")


def find_entities(text: str) -> list[JsonObject]:
    """Commands, mentions, links, e-mail addresses and hashtags, in order, as entities."""
    if not any(hint in text for hint in _HINTS):
        return []
    return [
        {
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match.group()),
            "type": match.lastgroup,
        }
        for match in _FINDABLE.finditer(text)
    ]


def merge_entities(given: list[JsonObject], text: str) -> list[JsonObject]:
    """The given entities and those found in the text where no code or link lies already."""
    closed = [entity for entity in given if entity["type"] in _CLOSED]
    found = [e for e in find_entities(text) if not any(_overlap(e, other) for other in closed)]
    if not found:
        return given
    return sorted(given + found, key=lambda entity: (entity["offset"], -entity["length"]))


_CLOSED = frozenset({"code", "pre", "text_link", "text_mention"})


def _overlap(one: JsonObject, other: JsonObject) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
