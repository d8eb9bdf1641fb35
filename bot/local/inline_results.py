"""The results of an inline query: checked as Telegram does, and made a message when one is chosen.

Articles only, which is all that the local server knows. The words of refusals follow the public
source of Telegram's Bot API server and, in capitals, what Telegram itself is known to answer.
"""

import re
from typing import Any

from bot.local.errors import ApiError, bad_request
from bot.local.json_object import JsonObject
from bot.local.keyboards import read_reply_markup, shown_inline
from bot.local.payload import Params
from bot.local.texts import as_content, read_text

# Source: Bot API, answerInlineQuery, InlineQueryResultArticle and InlineQueryResultsButton.
RESULTS = 50
RESULT_ID_BYTES = 64
OFFSET_BYTES = 64
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


def read_results(params: Params) -> list[JsonObject]:
    """The call's results, in order.

    Raises:
        ApiError: 400, one of them is not as it must be.
    """
    try:
        results = params.nested("results")
    except ValueError:
        raise bad_request("can't parse JSON encoded inline query results") from None
    if results is None:
        return []
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > RESULTS:
        raise bad_request("too many inline query results specified")
    for result in results:
        _check(result)
    ids = [result["id"] for result in results]
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def content_of(result: JsonObject) -> JsonObject:
    """What the message that a result becomes holds: text, entities and buttons."""
    shown = shown_inline(result.get("reply_markup"))
    return {**_text_of(result), **({"reply_markup": shown} if shown else {})}


def read_results_button(params: Params) -> JsonObject | None:
    """The button above the results, None where there is none.

    Raises:
        ApiError: 400, it leads nowhere.
    """
    try:
        button: Any = params.nested("button")
    except ValueError:
        raise bad_request("can't parse inline query results button JSON object") from None
    if button is None:
        return None
    try:
        if not isinstance(button, dict):
            raise _unreadable("InlineQueryResultsButton must be an Object")
        _need(button, "text")
        if "start_parameter" not in button:
            raise _unreadable("InlineQueryResultsButton must have exactly one optional field")
    except ApiError as flaw:
        words = flaw.description.replace("inline query result:", "inline query results button:")
        raise ApiError(400, words) from None
    if not _START_PARAMETER.fullmatch(str(button["start_parameter"])):
        raise bad_request("START_PARAM_INVALID")
    return button


def _check(result: Any) -> None:  # noqa: ANN401 - JSON of any shape
    if not isinstance(result, dict):
        raise _unreadable("Inline query result must be an object")
    kind, name = _need(result, "type").lower(), _need(result, "id")
    if kind != "article":
        raise _unreadable(f'type "{kind}" is unsupported for the inline query result')
    title = _need(result, "title")
    _text_of(result)
    read_reply_markup(Params({"reply_markup": result.get("reply_markup")}))
    if not 0 < len(name.encode()) <= RESULT_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not title.strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")


def _text_of(result: JsonObject) -> JsonObject:
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise _unreadable('Can\'t find field "message_text"')
    given = {**content, "text": content.get("message_text")}
    try:
        return as_content(read_text(Params(given), editing=True))
    except ApiError as flaw:
        words = flaw.description.removeprefix("Bad Request: ")
        if words == "MESSAGE_TOO_LONG":
            raise
        raise _unreadable(words[:1].upper() + words[1:]) from None


def _need(fields: JsonObject, name: str) -> str:
    value = fields.get(name)
    if value is None:
        raise _unreadable(f'Can\'t find field "{name}"')
    if not isinstance(value, str):
        raise _unreadable(f'Field "{name}" must be of type String')
    return value


def _unreadable(why: str) -> ApiError:
    return bad_request(f"can't parse inline query result: {why}")
