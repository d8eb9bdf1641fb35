"""Methods about chats and their members."""

from bot.local.errors import bad_request
from bot.local.json_object import JsonObject
from bot.local.payload import Params
from bot.local.people import Group, GroupKind, Person
from bot.local.state import State


def get_chat(state: State, params: Params) -> JsonObject:
    """A chat with more about it than messages show."""
    chat = state.people.resolve(params.text("chat_id"))
    full: JsonObject = {**chat.chat(), "accent_color_id": 0, "max_reaction_count": 11}
    full["accepted_gift_types"] = _NO_GIFTS
    pinned = state.history.find(chat.id, state.pinned.get(chat.id, 0))
    return {**full, "pinned_message": pinned} if pinned else full


_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_chat_member(state: State, params: Params) -> JsonObject:
    """A member of a chat, or that somebody is none."""
    chat = state.people.resolve(params.text("chat_id"))
    user_id = params.integer("user_id")
    if user_id == state.bot["id"]:
        status = chat.bot_status if isinstance(chat, Group) else "member"
        return {"user": state.bot, "status": status}
    person = state.people.persons.get(user_id)
    if person is None:
        raise bad_request("invalid user_id specified")
    return {"user": person.user(), "status": _status(chat, person)}


def _status(chat: Person | Group, person: Person) -> str:
    inside = chat.id == person.id if isinstance(chat, Person) else person.id in chat.members
    return "member" if inside else "left"


def get_chat_member_count(state: State, params: Params) -> int:
    """How many members a chat has, the bot included."""
    chat = state.people.resolve(params.text("chat_id"))
    return 2 if isinstance(chat, Person) else len(chat.members) + 1


def leave_chat(state: State, params: Params) -> bool:
    """Leave a group or channel."""
    chat = state.people.resolve(params.text("chat_id"))
    if isinstance(chat, Person):
        raise bad_request("chat member status can't be changed in private chats")
    chat.check_reachable()
    chat.bot_status = "left" if chat.kind is not GroupKind.CHANNEL else "kicked"
    return True
