"""Replies into what Telegram takes: HTML that cannot break, keyboards, pieces that fit."""

import html
import re
from collections import OrderedDict
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import assert_never
from zoneinfo import ZoneInfo

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.callback_data import Payload, pack
from handlers.texts.loader import Texts, Voice
from handlers.turn import GUESSED_ZONE, Button, Gap, Line, Link, Phrase, Prose, Reply, Words
from scheduler.domain.plans import Preferences

TEXT_LIMIT_UNITS = 4096  # Bot API, sendMessage: UTF-16 code units after entities are read
CAPTION_LIMIT_UNITS = 1024  # Bot API, sendDocument
TOAST_LIMIT_CHARS = 200  # Bot API, answerCallbackQuery
_KEPT_RENDERINGS = 2_000

_LINK = re.compile(r"\[([^\]\n]+)\]\((https://[^)\s]+)\)")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_ITALIC = re.compile(r"\*([^*\n]+)\*")


@dataclass(frozen=True, slots=True)
class Rendered:
    """One reply ready to be sent: pieces of HTML in order, the keyboard under the last."""

    pieces: tuple[str, ...]
    keyboard: InlineKeyboardMarkup | None


class Renderer:
    """Renders replies in the words of a chat; what is the same for everybody is kept."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._kept: OrderedDict[tuple[str, str], Rendered] = OrderedDict()

    def render(self, reply: Reply, chat: Preferences) -> Rendered:
        """Return the messages that ``reply`` is to ``chat``."""
        voice = voice_of(reply, chat)
        key = (reply.memo, voice.language) if reply.memo else None
        if key is not None and key in self._kept:
            return self._kept[key]
        text = "\n".join(self._line(line, voice) for line in reply.lines)
        rows = [[self._button(button, voice) for button in row] for row in reply.buttons]
        keyboard = InlineKeyboardMarkup(rows) if rows else None
        rendered = Rendered(split_html(text.strip("\n")), keyboard)
        if key is not None:
            self._kept[key] = rendered
            if len(self._kept) > _KEPT_RENDERINGS:
                self._kept.popitem(last=False)
        return rendered

    def toast(self, reply: Reply, chat: Preferences) -> str:
        """Return the words of a toast, plain and short enough."""
        voice = voice_of(reply, chat)
        said = (self._texts.plain(line, voice) for line in reply.lines if isinstance(line, Phrase))
        return " ".join(said)[:TOAST_LIMIT_CHARS]

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

    def _button(self, button: Button, voice: Voice) -> InlineKeyboardButton:
        label = button.label
        shown = label.text if isinstance(label, Words) else self._texts.plain(label, voice)
        match button.does:
            case Link(url=url):
                return InlineKeyboardButton(shown, url=url)
            case Payload() as payload:
                return InlineKeyboardButton(shown, callback_data=pack(payload))


def voice_of(reply: Reply, chat: Preferences) -> Voice:
    """Return how a reply speaks: its own language, or the chat's."""
    zone = ZoneInfo(chat.zone) if chat.zone else GUESSED_ZONE
    return Voice(reply.language or chat.language, zone)


def html_of(markdown: str) -> str:
    """Return the small Markdown of answers as Telegram's HTML; anything else is shown as is."""
    text = html.escape(markdown.strip(), quote=False)
    text = _LINK.sub(r'<a href="\2">\1</a>', text)
    text = _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", text))
    return re.sub(r"^- ", "• ", text, flags=re.MULTILINE)


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)  # noqa: PLR2004 - the BMP


def split_html(text: str, limit: int = TEXT_LIMIT_UNITS) -> tuple[str, ...]:
    """Cut HTML into pieces of at most ``limit`` units, at a line where there is one.

    Tags open at a cut are closed before it and opened again after it. Tags are counted as
    text, which errs on the safe side.
    """
    if units(text) <= limit:
        return (text,)
    pieces: list[str] = []
    rest = text
    while units(rest) > limit:
        head, rest = _cut(rest, limit - 60)
        still_open = _open_tags(head)
        pieces.append(head + "".join(f"</{name}>" for name, _ in reversed(still_open)))
        rest = "".join(whole for _, whole in still_open) + rest
    return (*pieces, rest)


def _cut(text: str, limit: int) -> tuple[str, str]:
    at = _fitting(text, limit)
    line = text.rfind("\n", 0, at)
    if line > at // 2:
        return text[:line], text[line + 1 :]
    # Never inside a tag or an entity.
    for opening, closing in (("<", ">"), ("&", ";")):
        start = text.rfind(opening, max(0, at - 300), at)
        if start > 0 and text.find(closing, start, at) < 0:
            at = start
    return text[:at], text[at:]


def _fitting(text: str, limit: int) -> int:
    """Return how many characters fit into ``limit`` units."""
    used = 0
    for place, char in enumerate(text):
        used += units(char)
        if used > limit:
            return place
    return len(text)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.open.append((tag, self.get_starttag_text() or f"<{tag}>"))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.open.pop()


def _open_tags(text: str) -> list[tuple[str, str]]:
    tags = _Tags()
    tags.feed(text)
    return tags.open
