"""Command menus by scope and language, and the bot's profile."""

import pytest

from bot.local import LocalTelegram, Person
from tests.bot.local.conftest import Caller


def _menu(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": name.title()} for name in names]


def test_shown_menu_when_several_fit_then_the_narrowest_wins(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """Scope counts before language, language before none."""
    call("setMyCommands", commands=_menu("all"))
    call("setMyCommands", commands=_menu("todos"), language_code="es")
    call("setMyCommands", commands=_menu("private"), scope={"type": "all_private_chats"})
    ben, group = telegram.person("Ben", language="es"), telegram.group("Class", ana)

    shown = (
        telegram.menus.shown(ana, ana),
        telegram.menus.shown(ben, ben),
        telegram.menus.shown(group, ben),
        telegram.menus.shown(group, ana),
    )

    assert shown == (_menu("private"), _menu("private"), _menu("todos"), _menu("all"))


def test_delete_my_commands_then_wider_menu_shows(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """Without the narrow menu the wide one is back."""
    call("setMyCommands", commands=_menu("all"))
    call("setMyCommands", commands=_menu("mine"), scope={"type": "chat", "chat_id": ana.id})
    call("deleteMyCommands", scope={"type": "chat", "chat_id": ana.id})

    assert telegram.menus.shown(ana, ana) == call("getMyCommands") == _menu("all")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"commands": [{"command": "Big", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "a", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": _menu("a") * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": "{}"}, "expected an Array of BotCommand"),
        (
            {"commands": _menu("a"), "scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
    ],
)
def test_set_my_commands_when_wrong_then_refuses(
    call: Caller, values: dict[str, object], words: str
) -> None:
    """Commands are checked as Telegram checks them."""
    assert call.refusal("setMyCommands", **values) == f"Bad Request: {words}"


def test_set_my_description_when_language_has_none_then_the_common_one_shows(
    call: Caller,
) -> None:
    """A text in no language stands in for every other."""
    call("setMyDescription", description="Hello")
    call("setMyDescription", description="Hola", language_code="es")

    shown = [call("getMyDescription", language_code=code)["description"] for code in ("es", "fr")]
    assert shown == ["Hola", "Hello"]


def test_set_my_short_description_when_too_long_then_refuses(call: Caller) -> None:
    """A short description has 120 characters at most."""
    refusal = call.refusal("setMyShortDescription", short_description="x" * 121)

    assert refusal == "Bad Request: SHORT_DESCRIPTION_TOO_LONG"


def test_get_my_commands_when_a_member_is_no_number_then_refuses(call: Caller, ana: Person) -> None:
    """A scope for one member names the member by number."""
    scope = {"type": "chat_member", "chat_id": ana.id, "user_id": "x"}

    refusal = call.refusal("getMyCommands", scope=scope)

    assert refusal == (
        'Bad Request: can\'t parse BotCommandScope: Field "user_id" must be a valid Number'
    )
