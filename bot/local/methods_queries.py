"""Methods that answer presses of buttons and inline queries."""

from bot.local.errors import bad_request
from bot.local.inline_results import OFFSET_BYTES, read_results, read_results_button
from bot.local.payload import Params
from bot.local.state import State

ANSWER_CHARS = 200  # Source: Bot API, answerCallbackQuery


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
    button, results = read_results_button(params), read_results(params)
    if len(params.text("next_offset").encode()) > OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    query = state.queries.to_answer(params.text("inline_query_id"), now=now)
    query.answer = {"query_id": query.id, "results": results, "button": button}
    state.feed.tell("inline", query.chat_id, query.answer)
    return True
