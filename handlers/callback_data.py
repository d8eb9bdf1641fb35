"""Button payloads: typed, versioned, at most 64 bytes (``v1:snooze:8123:14``).

The machinery only. Each subject declares the payloads of its own buttons beside the handlers
that answer them. Ids in a payload prove nothing: actions look rows up by id and chat.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import ClassVar, cast, get_type_hints

# Bot API, InlineKeyboardButton.callback_data: 1-64 bytes.
LIMIT_BYTES = 64
# No id and no number of a button is longer than a database's whole number.
_LARGEST = 2**63 - 1
_SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class Payload:
    """The base of all payloads: a frozen dataclass of int, str, date and StrEnum fields.

    ``KIND`` names it on the wire and is unique; raise ``VERSION`` when its fields change
    meaning, and buttons of the old version answer kindly that they are old. Only the last
    field may hold free text, since it alone may contain a colon.
    """

    KIND: ClassVar[str]
    VERSION: ClassVar[int] = 1


Kinds = Mapping[str, type[Payload]]
_Shape = tuple[tuple[str, Callable[[str], object]], ...]


class PayloadError(ValueError):
    """A payload that does not fit: too long, a colon in the middle, or two of one kind."""


def pack(payload: Payload) -> str:
    """The payload as callback data.

    Raises:
        PayloadError: longer than ``LIMIT_BYTES``, or a colon in a field before the last.
    """
    values = [_written(getattr(payload, name)) for name, _ in _shape(type(payload))]
    if any(_SEPARATOR in value for value in values[:-1]):
        raise PayloadError(f"{payload.KIND}: a colon in a field before the last")
    packed = _SEPARATOR.join([_head(type(payload)), *values])
    if len(packed.encode()) > LIMIT_BYTES:
        raise PayloadError(f"{payload.KIND}: longer than {LIMIT_BYTES} bytes")
    return packed


def unpack(text: str, kinds: Kinds) -> Payload | None:
    """The payload in callback data; None when it is old, foreign or broken."""
    version, _, rest = text.partition(_SEPARATOR)
    name, _, body = rest.partition(_SEPARATOR)
    kind = kinds.get(name)
    if kind is None or version != f"v{kind.VERSION}":
        return None
    shape = _shape(kind)
    values = body.split(_SEPARATOR, len(shape) - 1) if shape else []
    if len(values) != len(shape) or (not shape and body):
        return None
    try:
        return kind(*(read(value) for (_, read), value in zip(shape, values, strict=True)))
    except ValueError:
        return None


def kinds_of(payloads: Iterable[type[Payload]]) -> Kinds:
    """The payload classes by their names on the wire.

    Raises:
        PayloadError: two classes share a name.
    """
    kinds: dict[str, type[Payload]] = {}
    for payload in payloads:
        if kinds.setdefault(payload.KIND, payload) is not payload:
            raise PayloadError(f"{payload.KIND}: two payloads of this kind")
    return kinds


def _head(kind: type[Payload]) -> str:
    return f"v{kind.VERSION}{_SEPARATOR}{kind.KIND}"


def _written(value: object) -> str:
    match value:
        case bool():
            raise PayloadError("say what a flag means with a StrEnum")
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return str(value)


# Read from the annotations once a class.
_SHAPES: dict[type[Payload], _Shape] = {}


def _shape(kind: type[Payload]) -> _Shape:
    """Names of the fields in order, each with what reads it back."""
    known = _SHAPES.get(kind)
    if known is None:
        hints = get_type_hints(kind)
        known = tuple((field.name, _reader(hints[field.name])) for field in fields(kind))
        _SHAPES[kind] = known
    return known


def _reader(hint: object) -> Callable[[str], object]:
    # A NewType is called like its base at run time; a StrEnum refuses unknown values.
    plain = getattr(hint, "__supertype__", hint)
    if plain is int:
        return _number
    return date.fromisoformat if plain is date else cast("Callable[[str], object]", plain)


def _number(text: str) -> int:
    number = int(text)
    if abs(number) > _LARGEST:
        raise ValueError("no number of a button is so large")
    return number
