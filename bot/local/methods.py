"""The methods by name, and one call of one of them from start to record."""

from collections.abc import Callable
from typing import Any

from bot.local import (
    methods_bot,
    methods_chats,
    methods_files,
    methods_messages,
    methods_queries,
    methods_updates,
)
from bot.local.errors import ApiError
from bot.local.faults import Fault
from bot.local.payload import Params
from bot.local.state import State
from bot.local.transcript import Call

Method = Callable[[State, Params], Any]

METHODS: dict[str, Method] = {
    "getme": methods_bot.get_me,
    "setmycommands": methods_bot.set_my_commands,
    "getmycommands": methods_bot.get_my_commands,
    "deletemycommands": methods_bot.delete_my_commands,
    "setmyname": methods_bot.set_my_name,
    "getmyname": methods_bot.get_my_name,
    "setmydescription": methods_bot.set_my_description,
    "getmydescription": methods_bot.get_my_description,
    "setmyshortdescription": methods_bot.set_my_short_description,
    "getmyshortdescription": methods_bot.get_my_short_description,
    "sendmessage": methods_messages.send_message,
    "editmessagetext": methods_messages.edit_message_text,
    "editmessagereplymarkup": methods_messages.edit_message_reply_markup,
    "deletemessage": methods_messages.delete_message,
    "deletemessages": methods_messages.delete_messages,
    "sendchataction": methods_messages.send_chat_action,
    "pinchatmessage": methods_messages.pin_chat_message,
    "unpinchatmessage": methods_messages.unpin_chat_message,
    "setmessagereaction": methods_messages.set_message_reaction,
    "senddocument": methods_files.send_document,
    "sendphoto": methods_files.send_photo,
    "getfile": methods_files.get_file,
    "answercallbackquery": methods_queries.answer_callback_query,
    "answerinlinequery": methods_queries.answer_inline_query,
    "getchat": methods_chats.get_chat,
    "getchatmember": methods_chats.get_chat_member,
    "getchatmembercount": methods_chats.get_chat_member_count,
    "leavechat": methods_chats.leave_chat,
    "setwebhook": methods_updates.set_webhook,
    "deletewebhook": methods_updates.delete_webhook,
    "getwebhookinfo": methods_updates.get_webhook_info,
}
GET_UPDATES = "getupdates"


def perform(state: State, method: str, params: Params) -> Any:  # noqa: ANN401 - any JSON
    """What a method answers; it is the only one that waits, `get_updates`, that is not here.

    Raises:
        ApiError: the method is refused or not known.
    """
    known = METHODS.get(method.lower())
    if known is None:
        raise ApiError(404, "Not Found: method not found")
    return known(state, params)


def record(
    state: State,
    method: str,
    params: Params,
    *,
    outcome: object,
    fault: Fault | None = None,
) -> None:
    """Write a call into the transcript; an `ApiError` as outcome is a refusal."""
    if state.transcript.limit == 0:
        return
    refusal = outcome if isinstance(outcome, ApiError) else None
    call = Call(
        at=state.clock.now(),
        method=method,
        params=params.for_record(),
        result=None if refusal else outcome,
        error=refusal.description if refusal else None,
        error_code=refusal.code if refusal else None,
        fault=fault.kind if fault else None,
    )
    state.transcript.add(call)
