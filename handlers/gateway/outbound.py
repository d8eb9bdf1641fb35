"""Sends: answers to what somebody just did, and letters that are due. Errors become values."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial

from telegram import Bot, InlineKeyboardMarkup, InputFile
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, TelegramError

from handlers.gateway.markup import (
    NO_PREVIEW,
    TOAST_LIMIT_CHARS,
    Keyboard,
    Rendered,
    Renderer,
    shortened,
)
from handlers.gateway.outcome import outcome_of
from handlers.gateway.pace import Pace
from handlers.gateway.pieces import CAPTION_LIMIT_UNITS, visible_units
from handlers.gateway.transport import post, post_message
from handlers.inline import KEPT_FOR, Offer
from handlers.letters import letter_reply
from handlers.turn import Form, Reply, new, phrase
from scheduler.domain.delivery import (
    Blocked,
    Busy,
    Delivered,
    Letter,
    Moved,
    Outcome,
    Rejected,
    Unreachable,
)
from scheduler.domain.plans import Preferences

log = logging.getLogger(__name__)

# Somebody is looking at the screen: tried a few times, then given up.
_ANSWER_TRIES = 5
# An answer that Telegram asks to hold back for longer in all would surprise more than help.
_LONGEST_ANSWER_WAIT = timedelta(minutes=2)
# Sends one message to a chat and returns its id.
_Step = Callable[[int], Awaitable[int]]


class Outbound:
    """The only sender of messages; ``deliver`` makes it the Messenger of delivery."""

    def __init__(
        self,
        bot: Bot,
        renderer: Renderer,
        pace: Pace,
        *,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._renderer = renderer
        self._pace = pace
        self._sleep = sleep

    async def deliver(self, letter: Letter) -> Outcome:
        """Put a letter into words and send it once; a fault of ours is a rejected letter.

        What does not fit into one message follows with patience: trying the whole letter
        again would repeat its beginning.
        """
        chat_id = letter.chat.chat_id
        try:
            first, *more = self._steps(letter_reply(letter), letter.chat)
        except Exception:
            log.exception("a letter could not be put into words")
            return Rejected("not-rendered")
        await self._pace.bulk(chat_id)
        outcome = await _once(first, chat_id)
        for step in more:
            if not isinstance(outcome, Delivered):
                break
            outcome = await self._patiently(step, chat_id)
        return outcome

    async def answer(
        self,
        chat: Preferences,
        replies: Sequence[Reply],
        *,
        query_id: str | None = None,
        message_id: int | None = None,
        question_id: int | None = None,
    ) -> Outcome:
        """Send replies in order, and say what became of the last one tried.

        A pressed button is always answered, so it stops spinning.

        Args:
            chat: to whom, and in which words.
            replies: what to say.
            query_id: the pressed button's query, if one was pressed; without one, a toast is
                sent as a message.
            message_id: the message that had the button.
            question_id: the person's own message, which replies that quote are replies to.
        """
        if query_id is not None:
            toasts = [reply for reply in replies if reply.form is Form.TOAST]
            replies = [reply for reply in replies if reply.form is not Form.TOAST]
            await self._toast(query_id, chat, toasts)
        outcome: Outcome = Delivered(0)
        for reply in replies:
            outcome = await self._reply(reply, chat, message_id, question_id)
            if isinstance(outcome, Rejected):
                outcome = await self._reply(new(phrase("error-ours")), chat, None)
            if not isinstance(outcome, Delivered):
                log.warning("an answer was given up: %s", type(outcome).__name__.lower())
                break
        return outcome

    async def show_busy(self, chat_id: int) -> None:
        """Show that the bot is at it, where no answer can be given yet."""
        try:
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING)
        except TelegramError as error:
            log.info("typing was not shown: %s", type(error).__name__)

    async def offer(self, query_id: str, offer: Offer) -> None:
        """Show results to who types the bot's name in another chat; too late is no fault."""
        try:
            await post(self._bot, "answerInlineQuery", self._offered(query_id, offer))
        except TelegramError as error:
            log.info("a search was not answered: %s", type(error).__name__)

    def _offered(self, query_id: str, offer: Offer) -> dict[str, object]:
        button = None
        if offer.hint is not None:
            hint = self._renderer.plain(offer.hint, offer.language)
            button = {"text": hint, "start_parameter": "hello"}
        return {
            "inline_query_id": query_id,
            "results": [self._renderer.article(each, offer.language) for each in offer.articles],
            "cache_time": int(KEPT_FOR.total_seconds()),
            # Another person may read another language.
            "is_personal": True,
            "button": button,
        }

    async def _reply(
        self,
        reply: Reply,
        chat: Preferences,
        message_id: int | None,
        question_id: int | None = None,
    ) -> Outcome:
        """Send one reply, all of its messages; says what became of the last one tried."""
        try:
            steps = self._steps(reply, chat, message_id, question_id if reply.quotes else None)
        except Exception:
            log.exception("an answer could not be put into words")
            return Rejected("not-rendered")
        outcome: Outcome = Delivered(0)
        for step in steps:
            outcome = await self._patiently(step, chat.chat_id)
            if not isinstance(outcome, Delivered):
                break
        return outcome

    async def _patiently(self, step: _Step, chat_id: int) -> Outcome:
        """Take one step, again where that may help, and say what became of it."""
        waited = timedelta()
        for attempt in range(_ANSWER_TRIES - 1):
            await self._pace.answer(chat_id)
            outcome = await _once(step, chat_id)
            match outcome:
                case Moved(to=to):
                    chat_id = to
                    continue
                case Busy(retry_after=wait) if waited + wait <= _LONGEST_ANSWER_WAIT:
                    waited += wait
                case Unreachable():
                    wait = timedelta(seconds=0.5 * 2**attempt)
                case Busy() | Blocked() | Delivered() | Rejected():
                    return outcome
            await self._sleep(wait.total_seconds())
        await self._pace.answer(chat_id)
        return await _once(step, chat_id)

    def _steps(
        self,
        reply: Reply,
        chat: Preferences,
        message_id: int | None = None,
        question_id: int | None = None,
    ) -> list[_Step]:
        """Return what sends a reply, one message after the other."""
        rendered = self._renderer.render(reply, chat)
        if reply.attachment is not None:
            content = self._renderer.file(reply, chat)
            return self._document_steps(InputFile(content, reply.attachment.name), rendered)
        *first, last = rendered.pieces
        steps: list[_Step] = [partial(self._text, piece, None) for piece in first]
        if reply.form is Form.EDIT and message_id is not None and not first:
            return [partial(self._edit_or_text, last, rendered.keyboard, message_id)]
        # The buttons must know the question, so the message that has them is the reply to it.
        return [*steps, partial(self._text, last, rendered.keyboard, question_id=question_id)]

    def _document_steps(self, file: InputFile, rendered: Rendered) -> list[_Step]:
        """Return the file with its caption, or after its text where that is too long for one."""
        pieces = rendered.pieces
        document = partial(self._document, file, rendered.keyboard)
        if len(pieces) == 1 and visible_units(pieces[0]) <= CAPTION_LIMIT_UNITS:
            return [partial(document, pieces[0])]
        return [*(partial(self._text, piece, None) for piece in pieces), partial(document, None)]

    async def _text(
        self,
        words: str,
        keyboard: Keyboard | None,
        chat_id: int,
        *,
        question_id: int | None = None,
    ) -> int:
        said = _said(words, keyboard, chat_id)
        if question_id is not None:
            # A question that was deleted meanwhile is answered all the same.
            said["reply_parameters"] = {
                "message_id": question_id,
                "allow_sending_without_reply": True,
            }
        return await post_message(self._bot, "sendMessage", said)

    async def _document(
        self,
        file: InputFile,
        keyboard: Keyboard | None,
        caption: str | None,
        chat_id: int,
    ) -> int:
        sent = await self._bot.send_document(
            chat_id,
            file,
            caption=caption,
            parse_mode=ParseMode.HTML,
            reply_markup=InlineKeyboardMarkup.de_json(keyboard, self._bot) if keyboard else None,
        )
        return sent.message_id

    async def _edit_or_text(
        self, words: str, keyboard: Keyboard | None, message_id: int, chat_id: int
    ) -> int:
        """Change the pressed message, or send a new one where it can no longer be changed."""
        try:
            said = {**_said(words, keyboard, chat_id), "message_id": message_id}
            await post_message(self._bot, "editMessageText", said)
        except BadRequest as error:
            # A double tap asks for the same words twice; that is no fault.
            if "not modified" not in error.message.lower():
                return await self._text(words, keyboard, chat_id)
        return message_id

    async def _toast(self, query_id: str, chat: Preferences, toasts: Sequence[Reply]) -> None:
        try:
            await self._bot.answer_callback_query(query_id, text=self._toasted(toasts, chat))
        except TelegramError as error:
            # Too old to be answered, or the network: the reply itself still follows.
            log.info("a button was not answered: %s", type(error).__name__)

    def _toasted(self, toasts: Sequence[Reply], chat: Preferences) -> str | None:
        """Return the words of toasts as one, None where there are none."""
        try:
            said = " ".join(self._renderer.toast(reply, chat) for reply in toasts)
        except Exception:
            log.exception("a toast could not be put into words")
            return None
        return shortened(said, TOAST_LIMIT_CHARS) or None


def _said(words: str, keyboard: Keyboard | None, chat_id: int) -> dict[str, object]:
    return {
        "chat_id": chat_id,
        "text": words,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": NO_PREVIEW,
        "reply_markup": keyboard,
    }


async def _once(step: _Step, chat_id: int) -> Outcome:
    try:
        return Delivered(await step(chat_id))
    except TelegramError as error:
        return outcome_of(error)
