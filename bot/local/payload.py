"""The parameters of one call, whichever body they came in. No method's rules live here.

Telegram takes a query string, a form, JSON or multipart, and in the first two nests JSON in
strings; a method reads all of them through `Params`.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson

from bot.local.errors import bad_request
from bot.local.json_object import JsonObject

__all__ = ["JsonObject", "Params", "Upload", "read_params"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a multipart body."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Params:
    """Named values and uploaded files of one call."""

    values: JsonObject
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The value as a string; empty when it is missing or null."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else _as_text(value)

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a whole number; ``default`` when missing or not a number."""
        value = self.values.get(name)
        if value is None:
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """Whether the value is one of Telegram's spellings of true."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def nested(self, name: str) -> Any:  # noqa: ANN401 - JSON of any shape
        """The value as JSON, decoded when it came as a string; None when missing or empty.

        Raises:
            ValueError: the string is not JSON.
        """
        value = self.values.get(name)
        if isinstance(value, str):
            return orjson.loads(value) if value else None
        return value

    def for_record(self) -> JsonObject:
        """The parameters as a transcript keeps them: files by name and size only."""
        if not self.files:
            return self.values
        sizes = {
            key: {"name": upload.name, "size": len(upload.content)}
            for key, upload in self.files.items()
        }
        return {**self.values, **sizes}


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (dict, list)):
        return orjson.dumps(value).decode()
    return str(value)


def read_params(query: bytes, content_type: bytes, body: bytes) -> Params:
    """Parameters of a call with a query string and a JSON or urlencoded body.

    Raises:
        ApiError: 400, the body claims to be JSON and is not.
    """
    values = _read_form(query) if query else {}
    if not body:
        return Params(values)
    if content_type[:16].lower() != b"application/json":
        return Params(values | _read_form(body))
    try:
        given = orjson.loads(body)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise bad_request("can't parse JSON object")
    return Params(values | given)


def _read_form(body: bytes) -> JsonObject:
    """Names and values of an urlencoded form; the last of a name counts."""
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
