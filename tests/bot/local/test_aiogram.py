"""aiogram runs the same conversation here, unchanged."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)

from bot.local import LocalTelegram, Person, Serving

_BUTTON = InlineKeyboardButton(text="Done", callback_data="v1:done:1")
_BUTTONS = InlineKeyboardMarkup(inline_keyboard=[[_BUTTON]])


async def _start(message: Message) -> None:
    await message.answer("<b>Hello</b> 👋", parse_mode=ParseMode.HTML, reply_markup=_BUTTONS)


async def _press(query: CallbackQuery) -> None:
    await query.answer("Kept")
    assert isinstance(query.message, Message)
    await query.message.edit_text(f"Done: {query.data}")


async def _document(message: Message, bot: Bot) -> None:
    assert message.document is not None
    content = await bot.download(message.document)
    assert content is not None
    upload = BufferedInputFile(content.read().upper(), filename="back.txt")
    await message.answer_document(upload, caption="yours")


async def _inline(query: InlineQuery) -> None:
    words = InputTextMessageContent(message_text=query.query.upper())
    article = InlineQueryResultArticle(id="1", title="An answer", input_message_content=words)
    await query.answer([article])


@contextlib.asynccontextmanager
async def _talking(server: Serving) -> AsyncIterator[Bot]:
    """A bot of aiogram that polls."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    bot, dispatcher = Bot(server.telegram.options.token, session=session), Dispatcher()
    dispatcher.message.register(_start, CommandStart())
    dispatcher.callback_query.register(_press)
    dispatcher.inline_query.register(_inline)
    dispatcher.message.register(_document, F.document)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    try:
        yield bot
    finally:
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        await bot.session.close()


async def test_aiogram_when_a_person_talks_then_the_conversation_runs(
    server: Serving, telegram: LocalTelegram, ana: Person
) -> None:
    """Command, HTML, button, answer and edit work over long polling."""
    async with _talking(server):
        telegram.says(ana, "/start")
        hello = await telegram.hears(ana)
        query_id = telegram.presses(ana, hello["message_id"], "v1:done:1")
        answer = await telegram.answered(query_id)
        edited = await telegram.feed.wait_for(lambda event: event.kind == "edit", within=5)

    assert (hello["text"], hello["entities"], answer["text"], edited.content["text"]) == (
        "Hello 👋",
        [{"offset": 0, "length": 5, "type": "bold"}],
        "Kept",
        "Done: v1:done:1",
    )


async def test_aiogram_when_a_document_comes_then_it_goes_down_and_up(
    server: Serving, telegram: LocalTelegram, ana: Person
) -> None:
    """A document is downloaded, and another uploaded with a caption."""
    async with _talking(server):
        telegram.sends(ana, "document", file=("mine.txt", b"goals"))
        sent = await telegram.hears(ana)

    stored = telegram.files.find(sent["document"]["file_id"])
    assert (sent["document"]["file_name"], sent["caption"], stored and stored.content) == (
        "back.txt",
        "yours",
        b"GOALS",
    )


async def test_aiogram_when_asked_inline_then_answers_with_results(
    server: Serving, telegram: LocalTelegram, ana: Person
) -> None:
    """An inline query comes, and its results go back."""
    async with _talking(server):
        answer = await telegram.answered(telegram.asks_inline(ana, "iep"))

    (result,) = answer["results"]
    assert result["input_message_content"]["message_text"] == "IEP"


async def test_aiogram_when_refused_then_raises_its_own_errors(
    server: Serving, telegram: LocalTelegram, ana: Person
) -> None:
    """Refusals are the ones that the client knows."""
    async with _talking(server) as bot:
        telegram.fails("too_many_requests", "sendMessage", retry_after=3)
        with pytest.raises(TelegramRetryAfter):
            await bot.send_message(ana.id, "x")
        with pytest.raises(TelegramBadRequest, match="message is too long"):
            await bot.send_message(ana.id, "x" * 4097)
        telegram.blocks(ana)
        with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
            await bot.send_message(ana.id, "x")
