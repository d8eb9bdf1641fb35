"""The bot's command menus by scope and language, and which of them a person sees."""

import re
from typing import Any

from bot.local.errors import bad_request
from bot.local.json_object import JsonObject, whole_number
from bot.local.payload import Params
from bot.local.people import Group, People, Person

MENU_COMMANDS = 100  # Source: Bot API, setMyCommands
DESCRIPTION_CHARS = 256  # Source: Bot API, BotCommand

Scope = tuple[str, int, int]  # kind, chat id or 0, user id or 0
DEFAULT_SCOPE: Scope = ("default", 0, 0)
_OPEN_KINDS = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_KINDS = {"chat", "chat_administrators", "chat_member"}


class CommandMenus:
    """Command lists as the bot set them."""

    def __init__(self) -> None:
        self._lists: dict[tuple[Scope, str], list[JsonObject]] = {}

    def put(self, scope: Scope, language: str, commands: list[JsonObject]) -> None:
        """Set the list of a scope and language; an empty one is no list."""
        self.remove(scope, language)
        if commands:
            self._lists[scope, language] = commands

    def remove(self, scope: Scope, language: str) -> None:
        """Take the list of a scope and language away."""
        self._lists.pop((scope, language), None)

    def exact(self, scope: Scope, language: str) -> list[JsonObject]:
        """The list set for just this scope and language; empty when there is none."""
        return self._lists.get((scope, language), [])

    def shown(self, chat: Person | Group, person: Person) -> list[JsonObject]:
        """What the person sees in the chat.

        The narrowest scope wins; within a scope the person's language before none.
        Source: Bot API, BotCommandScope, "Determining list of commands".
        """
        for scope in _scopes(chat, person):
            for language in (person.language or "", ""):
                if commands := self._lists.get((scope, language)):
                    return commands
        return []


def _scopes(chat: Person | Group, person: Person) -> list[Scope]:
    if isinstance(chat, Person):
        return [("chat", chat.id, 0), ("all_private_chats", 0, 0), DEFAULT_SCOPE]
    member: Scope = ("chat_member", chat.id, person.id)
    return [member, ("chat", chat.id, 0), ("all_group_chats", 0, 0), DEFAULT_SCOPE]


def read_scope(params: Params, people: People) -> Scope:
    """The scope that a call names; the default one when it names none.

    Raises:
        ApiError: 400 in Telegram's words.
    """
    try:
        scope = params.nested("scope")
    except ValueError:
        raise bad_request("can't parse BotCommandScope JSON object") from None
    if scope is None:
        return DEFAULT_SCOPE
    if not isinstance(scope, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = str(scope.get("type", ""))
    if kind in _OPEN_KINDS:
        return (kind, 0, 0)
    if kind not in _CHAT_KINDS:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat = people.resolve(str(scope.get("chat_id", "")))
    return (kind, chat.id, _read_user(scope) if kind == "chat_member" else 0)


def _read_user(scope: JsonObject) -> int:
    try:
        return whole_number(scope, "user_id")
    except ValueError as flaw:
        raise bad_request(f"can't parse BotCommandScope: {flaw}") from None


def read_commands(params: Params) -> list[JsonObject]:
    """The commands of a call, checked.

    Raises:
        ApiError: 400 in Telegram's words.
    """
    try:
        commands = params.nested("commands")
    except ValueError:
        raise bad_request("can't parse commands JSON object") from None
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > MENU_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_read_command(command) for command in commands]


def _read_command(command: Any) -> JsonObject:  # noqa: ANN401 - JSON of any shape
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(command.get("command", "")).removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(description) <= DESCRIPTION_CHARS:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}
