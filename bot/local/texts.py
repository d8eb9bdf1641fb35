"""The text or caption of a call: parsed, trimmed and measured as Telegram does."""

from typing import Any

from bot.local.errors import ApiError, bad_request
from bot.local.html_entities import Formatted, parse_html, utf16_length
from bot.local.json_object import JsonObject, whole_number
from bot.local.payload import Params
from bot.local.plain_entities import merge_entities

# Source: Bot API, sendMessage and sendPhoto; counted after entity parsing, in UTF-16 units.
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
SOURCE_LIMIT_BYTES = 1 << 15


def read_text(params: Params, *, editing: bool = False) -> Formatted:
    """The call's message text.

    Raises:
        ApiError: 400, it is empty, too long, or cannot be parsed.
    """
    source = params.text("text")
    if not source:
        raise bad_request("message text is empty")
    text = _trimmed(_parsed(source, params, "entities"))
    if not text.text:
        raise bad_request("text must be non-empty")
    if _longer(text.text, TEXT_LIMIT):
        raise bad_request("MESSAGE_TOO_LONG" if editing else "message is too long")
    return text


def read_caption(params: Params) -> Formatted:
    """The call's caption, empty where there is none.

    Raises:
        ApiError: 400, it is too long or cannot be parsed.
    """
    caption = _trimmed(_parsed(params.text("caption"), params, "caption_entities"))
    if _longer(caption.text, CAPTION_LIMIT):
        raise bad_request("message caption is too long")
    return caption


def as_content(formatted: Formatted, name: str = "text") -> JsonObject:
    """The text as the fields of a Message; ``name`` is "text" or "caption"."""
    if not formatted.text:
        return {}
    content: JsonObject = {name: formatted.text}
    if entities := merge_entities(formatted.entities, formatted.text):
        content["entities" if name == "text" else f"{name}_entities"] = entities
    return content


def _longer(text: str, limit: int) -> bool:
    # No character takes more than two units: short texts need no counting.
    return len(text) > limit // 2 and utf16_length(text) > limit


def _parsed(source: str, params: Params, entities_name: str) -> Formatted:
    if len(source) > SOURCE_LIMIT_BYTES // 4 and len(source.encode()) > SOURCE_LIMIT_BYTES:
        raise bad_request("text is too long")
    match params.text("parse_mode").lower():
        case "" | "none":
            return Formatted(source, _given_entities(params, entities_name))
        case "html":
            return parse_html(source)
        case "markdown" | "markdownv2":
            raise bad_request("unsupported parse_mode: the local server reads HTML only")
        case _:
            raise bad_request("unsupported parse_mode")


def _given_entities(params: Params, name: str) -> list[JsonObject]:
    try:
        entities = params.nested(name)
    except ValueError:
        return []  # Telegram passes over unreadable entities as well.
    return [_checked_entity(entity) for entity in entities] if isinstance(entities, list) else []


def _checked_entity(entity: Any) -> JsonObject:  # noqa: ANN401 - JSON of any shape
    if not isinstance(entity, dict):
        raise _bad_entity("expected an Object")
    try:
        place = {name: whole_number(entity, name) for name in ("offset", "length")}
    except ValueError as flaw:
        raise _bad_entity(str(flaw)) from None
    if "type" not in entity:
        raise _bad_entity('Can\'t find field "type"')
    return {**entity, **place, "type": str(entity["type"])}


def _bad_entity(why: str) -> ApiError:
    return bad_request(f"can't parse MessageEntity: {why}")


def _trimmed(formatted: Formatted) -> Formatted:
    text = formatted.text.strip()
    if text == formatted.text:
        return formatted
    cut = utf16_length(formatted.text[: len(formatted.text) - len(formatted.text.lstrip())])
    length = utf16_length(text)
    moved = (_moved(entity, cut, length) for entity in formatted.entities)
    return Formatted(text, [entity for entity in moved if entity["length"] > 0])


def _moved(entity: JsonObject, cut: int, length: int) -> JsonObject:
    begin = max(0, entity["offset"] - cut)
    end = min(length, entity["offset"] + entity["length"] - cut)
    return {**entity, "offset": begin, "length": end - begin}
