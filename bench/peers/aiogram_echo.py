"""An echo bot on aiogram's Dispatcher with its defaults: aiohttp, updates as concurrent tasks.

Called as ``python -m bench.peers.aiogram_echo API_ROOT TOKEN``.
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def echo(message: Message) -> None:
    """Say what was said."""
    if message.text is not None:
        await message.answer(message.text)


async def main(api_root: str, token: str) -> None:
    """Poll until the process is ended."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_root))
    dispatcher = Dispatcher()
    dispatcher.message()(echo)
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
