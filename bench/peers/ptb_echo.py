"""An echo bot on python-telegram-bot's Application with its defaults: httpx, one update at a time.

Called as ``python -m bench.peers.ptb_echo API_ROOT TOKEN``.
"""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    message = update.message
    if message is not None and message.text is not None:
        await message.reply_text(message.text)


def main(api_root: str, token: str) -> None:
    """Poll until the process is ended."""
    application = Application.builder().token(token).base_url(f"{api_root}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
