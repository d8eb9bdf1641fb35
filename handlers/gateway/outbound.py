"""Sends: answers to what somebody just did, and letters that are due. Errors become values."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from telegram import Bot, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from handlers.gateway.markup import Renderer
from handlers.gateway.outcome import outcome_of
from handlers.gateway.pace import Pace
from handlers.letters import letter_reply
from handlers.turn import Form, Reply
from scheduler.domain.delivery import (
    Busy,
    Delivered,
    Letter,
    Moved,
    Outcome,
    Rejected,
    Unreachable,
)
from scheduler.domain.plans import ChatId, Preferences

log = logging.getLogger(__name__)

# Somebody is looking at the screen: tried a few times, then given up.
_ANSWER_TRIES = 4
_LONGEST_ANSWER_WAIT = timedelta(seconds=30)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Outbound:
    """The only sender of messages; ``deliver`` makes it the Messenger of delivery."""

    def __init__(self, bot: Bot, renderer: Renderer, pace: Pace) -> None:
        self._bot = bot
        self._renderer = renderer
        self._pace = pace

    async def deliver(self, letter: Letter) -> Outcome:
        """Put a letter into words and send it once; a fault of ours is a rejected letter."""
        await self._pace.bulk(letter.chat.chat_id)
        try:
            reply = letter_reply(letter)
            return await self._send(letter.chat.chat_id, reply, letter.chat)
        except TelegramError as error:
            return outcome_of(error)
        except Exception:
            log.exception("a letter could not be put into words")
            return Rejected("not-rendered")

    async def answer(
        self,
        chat: Preferences,
        replies: Sequence[Reply],
        *,
        query_id: str | None = None,
        message_id: int | None = None,
    ) -> None:
        """Send replies in order; a pressed button is always answered, so it stops spinning.

        Args:
            chat: to whom, and in which words.
            replies: what to say.
            query_id: the pressed button's query, if one was pressed.
            message_id: the message that had the button.
        """
        toasts = [reply for reply in replies if reply.form is Form.TOAST]
        if query_id is not None:
            await self._toast(query_id, chat, toasts)
        elif toasts:
            replies = [*replies]
        for reply in replies:
            if reply.form is Form.TOAST and query_id is not None:
                continue
            await self._patiently(chat, reply, message_id)

    async def _patiently(self, chat: Preferences, reply: Reply, message_id: int | None) -> None:
        chat_id: int = chat.chat_id
        for attempt in range(_ANSWER_TRIES):
            await self._pace.answer(chat_id)
            try:
                await self._say(ChatId(chat_id), reply, chat, message_id)
            except TelegramError as error:
                outcome = outcome_of(error)
            else:
                return
            match outcome:
                case Busy(retry_after=wait) if wait <= _LONGEST_ANSWER_WAIT:
                    await asyncio.sleep(wait.total_seconds())
                case Moved(to=to):
                    chat_id = to
                case Unreachable():
                    await asyncio.sleep(0.5 * 2**attempt)
                case _:
                    log.warning("an answer was not taken: %s", type(outcome).__name__.lower())
                    return
        log.warning("an answer was given up")

    async def _say(
        self, chat_id: ChatId, reply: Reply, chat: Preferences, message_id: int | None
    ) -> None:
        if reply.form is Form.EDIT and message_id is not None and reply.attachment is None:
            rendered = self._renderer.render(reply, chat)
            if len(rendered.pieces) == 1 and await self._edit(chat_id, message_id, reply, chat):
                return
        await self._send(chat_id, reply, chat)

    async def _edit(
        self, chat_id: ChatId, message_id: int, reply: Reply, chat: Preferences
    ) -> bool:
        """Change the pressed message; False when it can no longer be changed."""
        rendered = self._renderer.render(reply, chat)
        try:
            await self._bot.edit_message_text(
                rendered.pieces[0],
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=_NO_PREVIEW,
                reply_markup=rendered.keyboard,
            )
        except BadRequest as error:
            # A double tap asks for the same words twice; that is no fault.
            return "not modified" in error.message.lower()
        return True

    async def _send(self, chat_id: ChatId, reply: Reply, chat: Preferences) -> Delivered:
        rendered = self._renderer.render(reply, chat)
        if reply.attachment is not None:
            sent = await self._bot.send_document(
                chat_id,
                InputFile(reply.attachment.content, filename=reply.attachment.name),
                caption=rendered.pieces[0],
                parse_mode=ParseMode.HTML,
                reply_markup=rendered.keyboard,
            )
            return Delivered(sent.message_id)
        *first, last = rendered.pieces
        for piece in first:
            await self._bot.send_message(
                chat_id, piece, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW
            )
        sent = await self._bot.send_message(
            chat_id,
            last,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=rendered.keyboard,
        )
        return Delivered(sent.message_id)

    async def _toast(self, query_id: str, chat: Preferences, toasts: Sequence[Reply]) -> None:
        text = " ".join(self._renderer.toast(reply, chat) for reply in toasts) or None
        try:
            await self._bot.answer_callback_query(query_id, text=text)
        except TelegramError as error:
            # Too old to be answered, or the network: the reply itself still follows.
            log.info("a button was not answered: %s", type(error).__name__)
