"""JSON objects as they come from and go to the wire, and a field of one read as Telegram does."""

from typing import Any

JsonObject = dict[str, Any]


def whole_number(fields: JsonObject, name: str) -> int:
    """A field that must hold a whole number, or a string of one.

    Raises:
        ValueError: it is missing or holds something else; the message is in Telegram's words.
    """
    value = fields.get(name)
    if value is None:
        raise ValueError(f'Can\'t find field "{name}"')
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise ValueError(f'Field "{name}" must be a Number')  # noqa: TRY004 - one error for callers
    try:
        return int(value)
    except ValueError:
        raise ValueError(f'Field "{name}" must be a valid Number') from None
