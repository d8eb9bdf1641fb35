"""Checks of reply markup as Telegram makes them."""

from typing import Any
from urllib.parse import urlsplit

from bot.local.errors import bad_request
from bot.local.json_object import JsonObject
from bot.local.payload import Params

# Source: Bot API, InlineKeyboardButton and CopyTextButton.
CALLBACK_DATA_BYTES = 64
COPY_TEXT_CHARS = 256
BUTTONS_IN_KEYBOARD = 100

_NOT_ARRAYS = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
_BUTTON_TYPES = (
    "callback_game",
    "pay",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
)


def read_reply_markup(params: Params) -> JsonObject | None:
    """The call's reply markup, checked; None when there is none.

    Raises:
        ApiError: 400 in Telegram's words.
    """
    try:
        markup = params.nested("reply_markup")
    except ValueError:
        raise bad_request("can't parse reply keyboard markup JSON object") from None
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    return markup


def shown_inline(markup: JsonObject | None) -> JsonObject | None:
    """The part of a reply markup that a message carries: inline buttons only, if any."""
    if not markup or not markup.get("inline_keyboard"):
        return None
    rows = [row for row in markup["inline_keyboard"] if row]
    return {"inline_keyboard": rows} if rows else None


def _check_inline(rows: Any) -> None:  # noqa: ANN401 - JSON of any shape
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(_NOT_ARRAYS)
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTONS_IN_KEYBOARD:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_button(button)


def _check_button(button: Any) -> None:  # noqa: ANN401 - JSON of any shape
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _unreadable('Can\'t find field "text"')
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    _check_deed(button)


def _check_deed(button: JsonObject) -> None:
    """Check what a button does when pressed."""
    if url := button.get("url"):
        _check_url(str(url))
    elif data := button.get("callback_data"):
        if len(str(data).encode()) > CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "copy_text" in button:
        _check_copy_text(button["copy_text"])
    elif "switch_inline_query" in button:
        if not isinstance(button["switch_inline_query"], str):
            raise _unreadable('Field "switch_inline_query" must be of type String')
    elif not any(kind in button for kind in _BUTTON_TYPES):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")


def _unreadable(why: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {why}")


def _check_copy_text(copy_text: Any) -> None:  # noqa: ANN401 - JSON of any shape
    text = copy_text.get("text") if isinstance(copy_text, dict) else None
    if not isinstance(text, str):
        raise _unreadable('Can\'t find field "text"')
    if not 0 < len(text) <= COPY_TEXT_CHARS:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_url(url: str) -> None:
    reason = _flaw_of_url(url)
    if reason:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")


def _flaw_of_url(url: str) -> str | None:
    has_scheme = "://" in url
    try:
        parts = urlsplit(url if has_scheme else f"http://{url}")
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "Wrong HTTP URL"
    if parts.scheme in {"tg", "ton"}:
        return None
    if parts.scheme not in {"http", "https"}:
        return "Unsupported URL protocol"
    if not host:
        return "URL host is empty"
    return None if "." in host.strip(".") and " " not in url.strip() else "Wrong HTTP URL"
