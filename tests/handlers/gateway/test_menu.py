"""The command menu and the descriptions, told to Telegram in each language."""

import logging

import pytest
from telegram import Bot, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.local import LocalTelegram
from handlers.gateway.menu import publish_menu
from handlers.routes import COMMANDS
from handlers.texts.loader import Texts

LISTED = [name for name, command in COMMANDS.items() if command.listed]
OPEN = [name for name in LISTED if not COMMANDS[name].private]


@pytest.mark.parametrize("language", ["", "es"])
async def test_publish_menu_when_private_then_lists_all_commands(
    bot: Bot, texts: Texts, language: str
) -> None:
    """In a private chat every listed command is in the menu, in each language."""
    await publish_menu(bot, texts)
    scope = BotCommandScopeAllPrivateChats()
    commands = await bot.get_my_commands(scope, language_code=language)
    assert [command.command for command in commands] == LISTED


async def test_publish_menu_when_in_a_group_then_lists_what_groups_may(
    bot: Bot, texts: Texts
) -> None:
    """In a group nothing that is about one's own child is in the menu."""
    await publish_menu(bot, texts)
    commands = await bot.get_my_commands(BotCommandScopeAllGroupChats())
    assert [command.command for command in commands] == OPEN


async def test_publish_menu_when_spanish_then_differs(bot: Bot, texts: Texts) -> None:
    """A menu speaks the reader's language."""
    await publish_menu(bot, texts)
    scope = BotCommandScopeAllPrivateChats()
    english = await bot.get_my_commands(scope)
    spanish = await bot.get_my_commands(scope, language_code="es")
    assert {command.description for command in english}.isdisjoint(
        {command.description for command in spanish}
    )


async def test_publish_menu_when_done_then_the_bot_describes_itself(
    bot: Bot, texts: Texts, telegram: LocalTelegram
) -> None:
    """Both descriptions are told, and fit."""
    await publish_menu(bot, texts)
    methods = ("setMyDescription", "setMyShortDescription")
    assert [[call.ok for call in telegram.transcript.of(each)] for each in methods] == [
        [True, True],
        [True, True],
    ]


@pytest.mark.parametrize(
    ("code", "level"), [(404, logging.INFO), (400, logging.WARNING), (500, logging.WARNING)]
)
async def test_publish_menu_when_the_server_refuses_then_is_passed_over(
    bot: Bot,
    texts: Texts,
    telegram: LocalTelegram,
    caplog: pytest.LogCaptureFixture,
    code: int,
    level: int,
) -> None:
    """A server without a method, or one that refuses, does not keep the bot from starting."""
    telegram.fails("refusal", code=code, times=None)
    with caplog.at_level(logging.INFO, logger="handlers.gateway.menu"):
        await publish_menu(bot, texts)
    assert {record.levelno for record in caplog.records} == {level}
