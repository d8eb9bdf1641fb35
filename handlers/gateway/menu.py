"""Tells Telegram what the bot can do: the command menu and the descriptions, in each language."""

import logging
from collections.abc import Awaitable

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import InvalidToken, TelegramError

from handlers.routes import COMMANDS
from handlers.texts.loader import FIRST_LANGUAGE, Texts, Voice
from handlers.turn import phrase

log = logging.getLogger(__name__)


async def publish_menu(bot: Bot, texts: Texts) -> None:
    """Set commands and descriptions; what the server does not know (404) is passed over."""
    for language in texts.languages:
        voice = Voice(language)
        # The first language is also the one for everybody else.
        code = None if language == FIRST_LANGUAGE else language
        for scope, private in (
            (BotCommandScopeAllPrivateChats(), True),
            (BotCommandScopeAllGroupChats(), False),
        ):
            await _try("setMyCommands", _set_commands(bot, texts, voice, scope, code, private))
        about = texts.plain(phrase("about-description"), voice)
        await _try("setMyDescription", bot.set_my_description(about, language_code=code))
        short = texts.plain(phrase("about-short"), voice)
        await _try("setMyShortDescription", bot.set_my_short_description(short, language_code=code))


def _set_commands(
    bot: Bot,
    texts: Texts,
    voice: Voice,
    scope: BotCommandScope,
    code: str | None,
    private: bool,  # noqa: FBT001 - handed on
) -> Awaitable[bool]:
    commands = [
        BotCommand(name, texts.plain(phrase(f"menu-{name}"), voice))
        for name, command in COMMANDS.items()
        if command.listed and (private or not command.private)
    ]
    return bot.set_my_commands(commands, scope=scope, language_code=code)


async def _try(name: str, call: Awaitable[bool]) -> None:
    try:
        await call
    except InvalidToken:
        # python-telegram-bot's word for a 404: a small server without this method.
        log.info("%s is not known to the server, and was passed over", name)
    except TelegramError as error:
        log.warning("%s was passed over: %s", name, type(error).__name__)
