"""A parent who writes and taps: turns in, words out, over the real store and the real texts.

Only Telegram and the answers to questions are left out.
"""

import html
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from faq.catalog import Catalog
from faq.decision import CommandKind, Decision, DecisionKind
from faq.entry import TopicId
from faq.scrub_words import SMALL
from handlers import routes
from handlers.callback_data import unpack
from handlers.desk import Desk
from handlers.gateway.markup import Renderer
from handlers.means import Means
from handlers.recall import Recall
from handlers.sent_today import SentToday
from handlers.turn import (
    Act,
    Commanded,
    Form,
    Located,
    Place,
    Pressed,
    Reply,
    Said,
    Turn,
)
from scheduler.actions import Arrival, Sessions, Tally, receive
from scheduler.domain.plans import ChatId


class DeafDesk:
    """Knows no answers; ``wish`` is the request that the next words are taken for."""

    def __init__(self) -> None:
        self.wish: CommandKind | None = None

    @property
    def catalog(self) -> Catalog:
        """No answers."""
        return Catalog(())

    @property
    def words(self) -> frozenset[str]:
        """Small words."""
        return SMALL

    def decide(
        self, text: str, *, language: str | None = None, last_topic: TopicId | None = None
    ) -> Decision:
        """Take words for the wish, else for something unknown."""
        del text, last_topic
        kind = DecisionKind.COMMAND if self.wish else DecisionKind.FALLBACK
        return Decision(kind, language=language or "en", command=self.wish)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message on the screen: its words without markup, and its buttons by label.

    ``question`` is what the person wrote in the message that it replies to, if it does.
    """

    text: str
    buttons: dict[str, str]
    question: str | None = None


class Parent:
    """One chat. ``now`` may be moved between acts; ``place``, ``desk``, ``inline_mode`` too.

    ``files`` holds what was sent as a file, by name.
    """

    def __init__(
        self, sessions: Sessions, renderer: Renderer, chat_id: ChatId, *, now: datetime
    ) -> None:
        self.place = Place.PRIVATE
        self.desk: Desk | None = None
        self.inline_mode = False
        self.files: dict[str, bytes] = {}
        self.tally = Tally()
        self.recall = Recall()
        self.sent = SentToday()
        self.sessions = sessions
        self.now = now
        self.chat_id = chat_id
        self.screen: list[Shown] = []
        self.toasts: list[str] = []
        self._desk = DeafDesk()
        self._renderer = renderer
        self._update_id = chat_id * 1000

    def skip_updates(self, count: int) -> None:
        """Let the next update have a number that much higher."""
        self._update_id += count

    async def forwards(self, text: str) -> str:
        """Forward a message; returns the last one that came."""
        self._desk.wish = None
        return await self.acts(Said(text, forwarded=True))

    async def says(self, text: str, *, wish: CommandKind | None = None) -> str:
        """Write words or a command; returns the last message that came."""
        self._desk.wish = wish
        if text.startswith("/"):
            name, _, words = text[1:].partition(" ")
            return await self.acts(Commanded(name, words))
        return await self.acts(Said(text))

    async def shares(self, latitude: float, longitude: float) -> str:
        """Share a location."""
        return await self.acts(Located(latitude, longitude))

    async def taps(self, label: str) -> str:
        """Tap the newest button whose label begins so."""
        for place in reversed(range(len(self.screen))):
            for shown, payload in self.screen[place].buttons.items():
                if shown.startswith(label):
                    return await self.presses(payload, place, self.screen[place].question)
        raise LookupError(f"no button {label}: {self.buttons}")

    async def presses(self, payload: str, message_id: int = 0, question: str | None = None) -> str:
        """Send a button's payload as it is, forged ones too."""
        return await self.acts(Pressed(unpack(payload, routes.KINDS), message_id, question))

    async def does(self, *acts: str) -> str:
        """Do several things: ``[label]`` taps, anything else is written."""
        said = ""
        for act in acts:
            said = await (self.taps(act[1:-1]) if act.startswith("[") else self.says(act))
        return said

    def payload(self, label: str) -> str:
        """The payload of the newest button whose label begins so."""
        for shown in reversed(self.screen):
            for text, payload in shown.buttons.items():
                if text.startswith(label):
                    return payload
        raise LookupError(label)

    @property
    def last(self) -> str:
        """The newest message."""
        return self.screen[-1].text

    @property
    def buttons(self) -> list[str]:
        """The labels under the newest message."""
        return list(self.screen[-1].buttons)

    async def turn(self, act: Act) -> Turn:
        """What a handler is given for ``act``."""
        self._update_id += 1
        arrival = Arrival(self._update_id, self.chat_id)
        (visit,) = await receive(
            self.sessions, [arrival], instance="test", takeover_after=timedelta(0), now=self.now
        )
        desk = self.desk or self._desk
        means = Means(
            self.sessions,
            desk,
            self.tally,
            self.recall,
            "plankeeper_bot",
            shares=self.inline_mode,
            sent=self.sent,
        )
        return Turn(
            self._update_id,
            visit.chat,
            act,
            self.now,
            means,
            visit.draft,
            place=self.place,
            newcomer=visit.newcomer,
            returned=visit.returned,
            missed=visit.missed,
        )

    async def acts(self, act: Act) -> str:
        """Do anything at all; returns the last message that came."""
        turn = await self.turn(act)
        for reply in await routes.handle(turn):
            self._show(reply, turn)
        return self.toasts[-1] if self._was_toast else self.last

    def _show(self, reply: Reply, turn: Turn) -> None:
        self._was_toast = reply.form is Form.TOAST
        if self._was_toast:
            self.toasts.append(self._renderer.toast(reply, turn.chat))
            return
        shown = replace(self.read(reply, turn), question=_question_of(turn.act, reply))
        if reply.attachment:
            self.files[reply.attachment.name] = self._renderer.file(reply, turn.chat)
        pressed = turn.act.message_id if isinstance(turn.act, Pressed) else len(self.screen)
        if reply.form is Form.EDIT and pressed < len(self.screen):
            self.screen[pressed] = replace(shown, question=self.screen[pressed].question)
            # The pressed message is looked at, wherever it stands.
            self.screen.append(self.screen.pop(pressed))
        else:
            self.screen.append(shown)

    def read(self, reply: Reply, turn: Turn) -> Shown:
        """The reply as it shows on a phone."""
        rendered = self._renderer.render(replace(reply, memo=None), turn.chat)
        buttons = {
            button["text"]: button.get("callback_data")
            or button.get("url")
            or button["switch_inline_query"]
            for row in rendered.rows
            for button in row
        }
        return Shown(plain("\n".join(rendered.pieces)), buttons)


def _question_of(act: Act, reply: Reply) -> str | None:
    """What a reply that quotes is a reply to."""
    match act:
        case Said(text=text) | Pressed(question=text) | Commanded(words=text) if reply.quotes:
            return text
        case _:
            return None


def plain(text: str) -> str:
    """Telegram's HTML as it shows on a phone."""
    return html.unescape(re.sub(r"<[^>]+>", "", text))
