"""python-telegram-bot runs a conversation here, unchanged."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.error import BadRequest, Conflict, Forbidden, RetryAfter
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.local import LocalTelegram, Person, Serving

App = Application[Any, Any, Any, Any, Any, Any]
_BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Done", callback_data="v1:done:1")]])


async def _start(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_html("<b>Hello</b> &amp; welcome", reply_markup=_BUTTONS)


async def _press(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("Kept", show_alert=True)
    await update.callback_query.edit_message_text(f"Done: {update.callback_query.data}")


async def _document(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    assert update.message.document is not None
    file = await context.bot.get_file(update.message.document)
    content = bytes(await file.download_as_bytearray())
    await update.message.reply_document(
        content.upper(), filename="back.txt", caption="<i>yours</i>", parse_mode="HTML"
    )


async def _inline(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.inline_query is not None
    words = InputTextMessageContent(update.inline_query.query.upper())
    await update.inline_query.answer([InlineQueryResultArticle("1", "An answer", words)])


@contextlib.asynccontextmanager
async def _running(server: Serving) -> AsyncIterator[App]:
    token = server.telegram.options.token
    builder = ApplicationBuilder().token(token).job_queue(None)
    app = builder.base_url(server.base_url).base_file_url(server.file_url).build()
    app.add_handler(CommandHandler("start", _start))
    app.add_handler(CallbackQueryHandler(_press))
    app.add_handler(InlineQueryHandler(_inline))
    app.add_handler(MessageHandler(filters.Document.ALL, _document))
    async with app:
        assert app.updater is not None
        await app.start()
        await app.updater.start_polling(poll_interval=0)
        try:
            yield app
        finally:
            await app.updater.stop()
            await app.stop()


async def test_ptb_when_a_person_talks_then_the_conversation_runs(
    server: Serving, telegram: LocalTelegram, ana: Person
) -> None:
    """Command, HTML, button, answer and edit work over long polling."""
    async with _running(server):
        telegram.says(ana, "/start")
        hello = await telegram.hears(ana)
        query_id = telegram.presses(ana, hello["message_id"], "v1:done:1")
        answer = await telegram.answered(query_id)
        edited = await telegram.feed.wait_for(lambda event: event.kind == "edit", within=5)

    assert (hello["text"], hello["entities"], answer["show_alert"], edited.content["text"]) == (
        "Hello & welcome",
        [{"offset": 0, "length": 5, "type": "bold"}],
        True,
        "Done: v1:done:1",
    )


async def test_ptb_when_a_document_comes_then_it_goes_down_and_up(
    server: Serving, telegram: LocalTelegram, ana: Person
) -> None:
    """A document is downloaded, and another uploaded with a caption."""
    async with _running(server):
        telegram.sends(ana, "document", file=("mine.txt", b"goals"))
        sent = await telegram.hears(ana)

    stored = telegram.files.find(sent["document"]["file_id"])
    assert (sent["document"]["file_name"], sent["caption"], stored and stored.content) == (
        "back.txt",
        "yours",
        b"GOALS",
    )


async def test_ptb_when_asked_inline_then_answers_with_results(
    server: Serving, telegram: LocalTelegram, ana: Person
) -> None:
    """An inline query comes, and its results go back."""
    async with _running(server):
        answer = await telegram.answered(telegram.asks_inline(ana, "iep"))

    (result,) = answer["results"]
    assert result["input_message_content"]["message_text"] == "IEP"


async def test_ptb_when_refused_then_raises_its_own_errors(
    server: Serving, telegram: LocalTelegram, ana: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refusals are the ones that the client knows."""
    # Without it the client warns that seconds will become a timedelta.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with _running(server) as app:
        telegram.fails("too_many_requests", "sendMessage", retry_after=3)
        with pytest.raises(RetryAfter):
            await app.bot.send_message(ana.id, "x")
        with pytest.raises(BadRequest, match="Message is too long"):
            await app.bot.send_message(ana.id, "x" * 4097)
        telegram.blocks(ana)
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await app.bot.send_message(ana.id, "x")


async def test_ptb_when_a_second_instance_polls_then_conflict(
    server: Serving, telegram: LocalTelegram
) -> None:
    """The older of two instances is told of the conflict."""
    async with _bot(server) as first, _bot(server) as second:
        older = asyncio.create_task(first.get_updates(timeout=5))
        async with asyncio.timeout(5):
            while telegram.updates._poll is None:
                await asyncio.sleep(0.001)
        newer = asyncio.create_task(second.get_updates(timeout=5))
        with pytest.raises(Conflict):
            await older
        newer.cancel()
        await asyncio.gather(newer, return_exceptions=True)


def _bot(server: Serving) -> Bot:
    return Bot(server.telegram.options.token, base_url=server.base_url)
