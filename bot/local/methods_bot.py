"""Methods about the bot itself: who it is, its texts and its command menus."""

from bot.local.errors import bad_request
from bot.local.json_object import JsonObject
from bot.local.menus import read_commands, read_scope
from bot.local.payload import Params
from bot.local.state import State

# Source: Bot API, setMyName, setMyDescription, setMyShortDescription.
NAME_CHARS = 64
DESCRIPTION_CHARS = 512
SHORT_DESCRIPTION_CHARS = 120


def get_me(state: State, params: Params) -> JsonObject:  # noqa: ARG001 - every method's shape
    """The bot as a User."""
    return {
        **state.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": not state.options.privacy,
        "supports_inline_queries": state.options.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(state: State, params: Params) -> bool:
    """Set a command menu for a scope and language."""
    commands = read_commands(params)
    scope = read_scope(params, state.people)
    state.menus.put(scope, params.text("language_code"), commands)
    state.feed.tell("commands", None, {})
    return True


def get_my_commands(state: State, params: Params) -> list[JsonObject]:
    """The menu set for just this scope and language."""
    return state.menus.exact(read_scope(params, state.people), params.text("language_code"))


def delete_my_commands(state: State, params: Params) -> bool:
    """Take a menu away."""
    state.menus.remove(read_scope(params, state.people), params.text("language_code"))
    state.feed.tell("commands", None, {})
    return True


def set_my_name(state: State, params: Params) -> bool:
    """Set the bot's name; without a language it is the name in messages as well."""
    name = _read(params, "name", NAME_CHARS)
    _keep(state, "name", name, params)
    if name and not params.text("language_code"):
        state.bot = {**state.bot, "first_name": name}
    return True


def get_my_name(state: State, params: Params) -> JsonObject:
    """The bot's name in a language."""
    return {"name": _profile_text(state, "name", params) or state.bot["first_name"]}


def set_my_description(state: State, params: Params) -> bool:
    """Set what an empty chat shows."""
    _keep(state, "description", _read(params, "description", DESCRIPTION_CHARS), params)
    return True


def get_my_description(state: State, params: Params) -> JsonObject:
    """What an empty chat shows in a language."""
    return {"description": _profile_text(state, "description", params)}


def set_my_short_description(state: State, params: Params) -> bool:
    """Set what the bot's profile shows."""
    text = _read(params, "short_description", SHORT_DESCRIPTION_CHARS)
    _keep(state, "short_description", text, params)
    return True


def get_my_short_description(state: State, params: Params) -> JsonObject:
    """What the bot's profile shows in a language."""
    return {"short_description": _profile_text(state, "short_description", params)}


def _profile_text(state: State, what: str, params: Params) -> str:
    return state.profile_text(what, params.text("language_code"))


def _read(params: Params, name: str, limit: int) -> str:
    text = params.text(name)
    if len(text) > limit:
        raise bad_request(f"{name.upper()}_TOO_LONG")
    return text


def _keep(state: State, what: str, text: str, params: Params) -> None:
    state.profile[f"{what}/{params.text('language_code')}"] = text
    state.feed.tell("state", None, {})
