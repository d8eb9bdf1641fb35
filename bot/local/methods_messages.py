"""Methods that send, change and remove messages."""

from datetime import timedelta
from typing import Any

from bot.local.errors import bad_request
from bot.local.json_object import JsonObject, whole_number
from bot.local.keyboards import read_reply_markup, shown_inline
from bot.local.payload import Params
from bot.local.people import Group, Person
from bot.local.state import State
from bot.local.texts import as_content, read_text

DELETABLE_FOR = timedelta(hours=48)  # Source: Bot API, deleteMessage
MESSAGES_IN_CALL = 100  # Source: Bot API, deleteMessages
CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def send_message(state: State, params: Params) -> JsonObject:
    """Send a text; answers the Message."""
    return send(state, params, as_content(read_text(params)))


def send(state: State, params: Params, content: JsonObject) -> JsonObject:
    """Send a message with this content as the call asks; answers the Message.

    Raises:
        ApiError: the chat, the reply or the markup is refused.
    """
    markup = read_reply_markup(params)
    chat = writable_chat(state, params)
    reply = _read_reply(state, params, chat)
    state.rates.check(chat.id)
    message = state.compose(chat, state.bot, content)
    if reply is not None:
        message["reply_to_message"] = reply
    if shown := shown_inline(markup):
        message["reply_markup"] = shown
    return state.post(message)


def writable_chat(state: State, params: Params) -> Person | Group:
    """The chat that the call names, if the bot may write there.

    Raises:
        ApiError: 400 or 403 in Telegram's words.
    """
    chat = state.people.resolve(params.text("chat_id"))
    chat.check_reachable()
    return chat


def _read_reply(state: State, params: Params, chat: Person | Group) -> JsonObject | None:
    wanted, lenient = _read_reply_id(params)
    if not wanted:
        return None
    found = state.history.find(chat.id, wanted)
    if found is None and not lenient:
        raise bad_request("message to be replied not found")
    if found is None:
        return None
    return {key: value for key, value in found.items() if key != "reply_to_message"}


def _read_reply_id(params: Params) -> tuple[int, bool]:
    if "reply_parameters" not in params.values:
        lenient = params.flag("allow_sending_without_reply")
        return params.integer("reply_to_message_id"), lenient
    try:
        reply = params.nested("reply_parameters")
    except ValueError:
        raise bad_request("can't parse reply parameters JSON object") from None
    if reply is None:
        return 0, False
    if not isinstance(reply, dict):
        raise bad_request("object expected as reply parameters")
    if not reply:
        return 0, False
    try:
        wanted = whole_number(reply, "message_id")
    except ValueError as flaw:
        raise bad_request(f"can't parse reply parameters: {flaw}") from None
    return wanted, bool(reply.get("allow_sending_without_reply"))


def edit_message_text(state: State, params: Params) -> JsonObject:
    """Change the text of a message of the bot's own; answers the Message."""
    content = as_content(read_text(params, editing=True))
    markup = shown_inline(read_reply_markup(params))
    message = _own_message(state, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    kept = {key: value for key, value in message.items() if key not in _EDITED_BY_TEXT}
    return _change(state, message, {**kept, **content, **_markup_field(markup)})


_EDITED_BY_TEXT = frozenset({"text", "entities", "reply_markup"})


def edit_message_reply_markup(state: State, params: Params) -> JsonObject:
    """Change the buttons under a message of the bot's own; answers the Message."""
    markup = shown_inline(read_reply_markup(params))
    message = _own_message(state, params)
    kept = {key: value for key, value in message.items() if key != "reply_markup"}
    return _change(state, message, {**kept, **_markup_field(markup)})


def _markup_field(markup: JsonObject | None) -> JsonObject:
    return {"reply_markup": markup} if markup else {}


def _change(state: State, message: JsonObject, changed: JsonObject) -> JsonObject:
    same = {key: value for key, value in message.items() if key != "edit_date"}
    if {key: value for key, value in changed.items() if key != "edit_date"} == same:
        raise bad_request(_NOT_MODIFIED)
    return state.change({**changed, "edit_date": state.stamp()})


def _own_message(state: State, params: Params) -> JsonObject:
    message_id = params.integer("message_id")
    if not message_id and not params.text("chat_id"):
        if params.text("inline_message_id"):
            raise bad_request("MESSAGE_ID_INVALID")
        raise bad_request("message identifier is not specified")
    chat = state.people.resolve(params.text("chat_id"))
    found = state.history.find(chat.id, message_id)
    if found is None:
        raise bad_request("message to edit not found")
    if found.get("from", {}).get("id") != state.bot["id"]:
        raise bad_request("message can't be edited")
    if isinstance(chat, Person):
        chat.check_reachable()
    return found


def delete_message(state: State, params: Params) -> bool:
    """Remove a message."""
    chat = state.people.resolve(params.text("chat_id"))
    message_id = params.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    found = state.history.find(chat.id, message_id)
    if found is None:
        raise bad_request("message to delete not found")
    _check_deletable(state, found)
    state.delete(chat.id, message_id)
    return True


def _check_deletable(state: State, message: JsonObject) -> None:
    if state.stamp() - message["date"] > DELETABLE_FOR.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    own = message.get("from", {}).get("id") == state.bot["id"]
    if not own and message["chat"]["type"] != "private":
        raise bad_request("message can't be deleted")


def delete_messages(state: State, params: Params) -> bool:
    """Remove several messages; those that cannot be found are passed over."""
    chat = state.people.resolve(params.text("chat_id"))
    for message_id in _read_message_ids(params):
        if state.history.find(chat.id, message_id):
            state.delete(chat.id, message_id)
    return True


def _read_message_ids(params: Params) -> list[int]:
    try:
        ids: Any = params.nested("message_ids")
    except ValueError:
        raise bad_request("can't parse message_ids JSON object") from None
    if ids in (None, []):
        raise bad_request("message identifiers are not specified")
    if not isinstance(ids, list):
        raise bad_request("expected an Array of message identifiers")
    if len(ids) > MESSAGES_IN_CALL:
        raise bad_request("too many message identifiers specified")
    return [_read_message_id(number) for number in ids]


def _read_message_id(number: object) -> int:
    if isinstance(number, bool) or not isinstance(number, (int, str)):
        raise bad_request("message identifier must be a Number")
    try:
        message_id = int(number)
    except ValueError:
        raise bad_request("can't parse message identifier as a Number") from None
    if message_id <= 0:
        raise bad_request("invalid message identifier specified")
    return message_id


def send_chat_action(state: State, params: Params) -> bool:
    """Show that the bot is busy."""
    if params.text("action").lower() not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    state.show_typing(writable_chat(state, params).id)
    return True


def pin_chat_message(state: State, params: Params) -> bool:
    """Pin a message in its chat."""
    chat = writable_chat(state, params)
    message_id = params.integer("message_id")
    if state.history.find(chat.id, message_id) is None:
        raise bad_request("message to pin not found")
    state.pinned[chat.id] = message_id
    return True


def unpin_chat_message(state: State, params: Params) -> bool:
    """Unpin the pinned message of a chat, if it is the one that the call names, if any."""
    chat = writable_chat(state, params)
    pinned = state.pinned.get(chat.id)
    if pinned is None or params.integer("message_id", pinned) != pinned:
        raise bad_request("message to unpin not found")
    del state.pinned[chat.id]
    return True


def set_message_reaction(state: State, params: Params) -> bool:
    """Set the bot's reaction to a message; an empty list takes it away."""
    chat = writable_chat(state, params)
    message_id = params.integer("message_id")
    if state.history.find(chat.id, message_id) is None:
        raise bad_request("message to react not found")
    try:
        reactions = params.nested("reaction") or []
    except ValueError:
        raise bad_request("can't parse reaction types JSON object") from None
    if not isinstance(reactions, list):
        raise bad_request("expected an Array of reaction types")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    state.reactions[chat.id, message_id] = reactions
    state.feed.tell("reaction", chat.id, {"message_id": message_id, "reaction": reactions})
    return True
