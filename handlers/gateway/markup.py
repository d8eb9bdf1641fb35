"""Replies into what Telegram takes: HTML that cannot break, keyboards, pieces that fit."""

import html
import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import assert_never
from zoneinfo import ZoneInfo

from telegram.constants import ParseMode

from handlers.callback_data import Payload, pack
from handlers.gateway.pieces import split_html, units
from handlers.inline import Article
from handlers.leads import Link, Share
from handlers.texts.loader import Texts, Voice
from handlers.turn import GUESSED_ZONE, Button, Gap, Label, Line, Phrase, Prose, Reply, Words
from scheduler.domain.plans import Preferences

TOAST_LIMIT_CHARS = 200  # Bot API, answerCallbackQuery
# No limit of Telegram's: more than a phone shows in one row of buttons.
LABEL_LIMIT_CHARS = 64
# None of Telegram's either: a list of results shows two lines at most.
RESULT_LIMIT_CHARS = 160
NO_PREVIEW = {"is_disabled": True}  # Bot API, LinkPreviewOptions
_KEPT_RENDERINGS = 2_000

# A quotation mark in an address would end the attribute that it becomes.
_LINK = re.compile(r"\[([^\]\n]+)\]\((https://[^)\s\"]+)\)")
# Stands for a link while emphasis is looked for around it.
_LINK_MARK = "\0"
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_ITALIC = re.compile(r"\*([^*\n]+)\*")


Key = dict[str, str]
"""Bot API, InlineKeyboardButton."""

Keyboard = dict[str, list[list[Key]]]
"""Bot API, InlineKeyboardMarkup, as it goes over the wire."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """One reply ready to be sent: pieces of HTML in order, the keyboard under the last."""

    pieces: tuple[str, ...]
    keyboard: Keyboard | None

    @property
    def rows(self) -> list[list[Key]]:
        """The buttons, row by row; none where there is no keyboard."""
        return self.keyboard["inline_keyboard"] if self.keyboard else []


class Renderer:
    """Renders replies in the words of a chat; what is the same for everybody is kept."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._kept: OrderedDict[tuple[str, str], Rendered] = OrderedDict()

    def render(self, reply: Reply, chat: Preferences) -> Rendered:
        """Return the messages that ``reply`` is to ``chat``."""
        return self._render(reply, voice_of(reply, chat))

    def article(self, article: Article, language: str) -> dict[str, object]:
        """Return one result of an inline query, as it goes over the wire.

        Source: Bot API, InlineQueryResultArticle. A message that would not fit is cut: public
        answers are far shorter.
        """
        voice = Voice(language)
        rendered = self._render(article.message, voice)
        result: dict[str, object] = {
            "type": "article",
            "id": article.name,
            "title": shortened(self._plain(article.title, voice), RESULT_LIMIT_CHARS),
            "description": shortened(self._plain(article.about, voice), RESULT_LIMIT_CHARS),
            "input_message_content": {
                "message_text": rendered.pieces[0],
                "parse_mode": ParseMode.HTML,
                "link_preview_options": NO_PREVIEW,
            },
        }
        return {**result, "reply_markup": rendered.keyboard} if rendered.keyboard else result

    def plain(self, phrase: Phrase, language: str) -> str:
        """Return a phrase as plain text."""
        return self._texts.plain(phrase, Voice(language))

    def _render(self, reply: Reply, voice: Voice) -> Rendered:
        key = (reply.memo, voice.language) if reply.memo else None
        if key is not None and key in self._kept:
            return self._kept[key]
        text = "\n".join(self._line(line, voice) for line in reply.lines)
        rows = [[self._button(button, voice) for button in row] for row in reply.buttons]
        keyboard = {"inline_keyboard": rows} if rows else None
        rendered = Rendered(split_html(text.strip("\n")), keyboard)
        if key is not None:
            self._kept[key] = rendered
            if len(self._kept) > _KEPT_RENDERINGS:
                self._kept.popitem(last=False)
        return rendered

    def toast(self, reply: Reply, chat: Preferences) -> str:
        """Return the words of a toast, plain and short enough."""
        voice = voice_of(reply, chat)
        said = (
            self._plain(line, voice) for line in reply.lines if isinstance(line, Phrase | Words)
        )
        return shortened(" ".join(said), TOAST_LIMIT_CHARS)

    def file(self, reply: Reply, chat: Preferences) -> bytes:
        """Return the content of the reply's attachment, empty where it has none."""
        if reply.attachment is None:
            return b""
        return reply.attachment.make(partial(self._texts.plain, voice=voice_of(reply, chat)))

    def _line(self, line: Line, voice: Voice) -> str:
        match line:
            case Phrase():
                return self._texts.html(line, voice)
            case Prose(markdown=markdown):
                return html_of(markdown)
            case Words(text=text):
                return html.escape(text, quote=False)
            case Gap():
                return ""
            case _:
                assert_never(line)

    def _button(self, button: Button, voice: Voice) -> Key:
        # Telegram refuses a button with nothing on it.
        shown = shortened(self._plain(button.label, voice), LABEL_LIMIT_CHARS) or "…"
        match button.does:
            case Link(url=url):
                return {"text": shown, "url": url}
            case Share(query=query):
                return {"text": shown, "switch_inline_query": query}
            case Payload() as payload:
                return {"text": shown, "callback_data": pack(payload)}

    def _plain(self, label: Label, voice: Voice) -> str:
        return label.text if isinstance(label, Words) else self._texts.plain(label, voice)


def voice_of(reply: Reply, chat: Preferences) -> Voice:
    """Return how a reply speaks: its own language, or the chat's."""
    zone = ZoneInfo(chat.zone) if chat.zone else GUESSED_ZONE
    return Voice(reply.language or chat.language, zone)


def html_of(markdown: str) -> str:
    """Return the small Markdown of answers as Telegram's HTML; anything else is shown as is."""
    text = html.escape(markdown.replace(_LINK_MARK, "").strip(), quote=False)
    links: list[str] = []

    def keep(link: re.Match[str]) -> str:
        links.append(f'<a href="{link[2]}">{_emphasis(link[1])}</a>')
        return _LINK_MARK

    text = _emphasis(_LINK.sub(keep, text))
    kept = iter(links)
    text = re.sub(_LINK_MARK, lambda _: next(kept), text)
    return re.sub(r"^- ", "• ", text, flags=re.MULTILINE)


def shortened(text: str, limit: int) -> str:
    """Return a text on one line of at most ``limit`` UTF-16 units; an ellipsis tells of a cut."""
    text = " ".join(text.split())
    if units(text) <= limit:
        return text
    while units(text) >= limit:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _emphasis(text: str) -> str:
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", text))
