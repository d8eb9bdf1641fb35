"""Methods that answer presses of buttons and inline queries."""

from bot.local.errors import bad_request
from bot.local.payload import Params
from bot.local.state import State

ANSWER_CHARS = 200  # Source: Bot API, answerCallbackQuery
INLINE_RESULTS = 50  # Source: Bot API, answerInlineQuery


def answer_callback_query(state: State, params: Params) -> bool:
    """Answer a press, with a notice, an alert or nothing to read."""
    now = state.clock.now()
    query = state.queries.to_answer(params.text("callback_query_id"), now=now)
    text = params.text("text")
    if len(text) > ANSWER_CHARS:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answer = {
        "query_id": query.id,
        "message_id": query.message_id,
        "text": text,
        "show_alert": params.flag("show_alert"),
    }
    state.feed.tell("answer", query.chat_id, query.answer)
    return True


def answer_inline_query(state: State, params: Params) -> bool:
    """Answer an inline query with results."""
    now = state.clock.now()
    try:
        results = params.nested("results")
    except ValueError:
        raise bad_request("can't parse inline query results JSON object") from None
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    query = state.queries.to_answer(params.text("inline_query_id"), now=now)
    query.answer = {"query_id": query.id, "results": results}
    state.feed.tell("inline", query.chat_id, query.answer)
    return True
