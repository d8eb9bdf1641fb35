"""All that the local Telegram holds, and the few steps by which messages come and change.

What persons do is in `acts`, what the bot does in the `methods_*` modules; both go through here.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from time import monotonic
from typing import Any

from bot.local.clock import LocalClock
from bot.local.faults import Faults
from bot.local.feed import Feed
from bot.local.files import Files
from bot.local.history import History
from bot.local.json_object import JsonObject
from bot.local.limits import RateKeeper, RateLimits
from bot.local.menus import CommandMenus
from bot.local.people import Group, GroupKind, People, Person
from bot.local.queries import QUERY_LIFETIME, Queries
from bot.local.transcript import Transcript
from bot.local.updates import UpdateQueue
from bot.local.webhook import Webhook

LOCAL_TOKEN = "700000000:LOCAL-TELEGRAM-no-secret"  # noqa: S105 - opens nothing but this server
TYPING_SECONDS = 5.0  # Source: Bot API, sendChatAction


@dataclass(frozen=True, slots=True)
class Options:
    """How a local Telegram behaves.

    Args:
        token: the one token that is let in.
        name: the bot's first name.
        username: the bot's user name, without @.
        keep_messages: how many messages to keep over all chats; None keeps all.
        keep_calls: how many calls the transcript keeps; None keeps all, 0 none.
        any_chat: whether the bot may write to persons that nobody added.
        privacy: whether the bot sees only what is meant for it in groups.
        inline: whether the bot's owner switched inline mode on (/setinline at BotFather).
        limits: how fast the bot may send; no limits by default.
        query_lifetime: how long a press waits for its answer, by the local clock.
        seed: of the chances that faults are met with.
    """

    token: str = LOCAL_TOKEN
    name: str = "Plankeeper"
    username: str = "plankeeper_local_bot"
    keep_messages: int | None = None
    keep_calls: int | None = None
    any_chat: bool = False
    privacy: bool = True
    inline: bool = True
    limits: RateLimits = field(default_factory=RateLimits)
    query_lifetime: timedelta = QUERY_LIFETIME
    seed: int = 0


class State:
    """Persons, chats, messages, waiting updates and everything else, with no HTTP."""

    def __init__(self, clock: LocalClock, options: Options | None = None) -> None:
        """Start with nobody there.

        Args:
            clock: dates every message.
            options: how to behave; the defaults are strict and keep everything.
        """
        self.options = options or Options()
        self.clock = clock
        self.bot: dict[str, Any] = _bot_user(self.options)
        self.profile: dict[str, str] = {}
        self.people = People(any_chat=self.options.any_chat)
        self.history = History(self.options.keep_messages)
        self.updates = UpdateQueue()
        self.webhook = Webhook(self.updates, clock)
        self.files = Files()
        self.menus = CommandMenus()
        self.queries = Queries(self.options.query_lifetime, self.options.keep_messages)
        self.faults = Faults(Random(self.options.seed))  # noqa: S311 - chance, not a secret
        self.rates = RateKeeper(self.options.limits)
        self.transcript = Transcript(self.options.keep_calls)
        self.feed = Feed()
        self.pinned: dict[int, int] = {}
        self.reactions: dict[tuple[int, int], list[JsonObject]] = {}
        self._typing_until: dict[int, float] = {}

    def stamp(self) -> int:
        """The present as the Bot API writes dates: whole Unix seconds."""
        return int(self.clock.now().timestamp())

    def compose(
        self, chat: Person | Group, sender: JsonObject | None, content: JsonObject
    ) -> JsonObject:
        """A new message that is kept nowhere yet; ``sender`` is None for channel posts."""
        message: JsonObject = {"message_id": self.history.next_id()}
        if sender is not None:
            message["from"] = sender
        message["chat"] = chat.chat()
        if isinstance(chat, Group) and chat.kind is GroupKind.CHANNEL:
            message["sender_chat"] = message["chat"]
        message["date"] = self.stamp()
        message.update(content)
        return message

    def post(self, message: JsonObject) -> JsonObject:
        """Keep a new message and tell whoever looks on."""
        self.history.add(message)
        chat_id = message["chat"]["id"]
        if self._typing_until.pop(chat_id, None) is not None:
            self.feed.tell("typing", chat_id, {"typing": False})
        self.feed.tell("message", chat_id, message)
        return message

    def change(self, message: JsonObject) -> JsonObject:
        """Put a changed message in its old one's place and tell whoever looks on."""
        self.history.replace(message)
        self.feed.tell("edit", message["chat"]["id"], message)
        return message

    def delete(self, chat_id: int, message_id: int) -> None:
        """Remove a message and tell whoever looks on."""
        self.history.remove(chat_id, message_id)
        self.feed.tell("delete", chat_id, {"message_id": message_id})

    def profile_text(self, what: str, language: str) -> str:
        """A text of the bot's profile in a language, or else in none; may be empty."""
        return self.profile.get(f"{what}/{language}") or self.profile.get(f"{what}/", "")

    def show_typing(self, chat_id: int) -> None:
        """Show for five seconds, or until the next message, that the bot is busy."""
        self._typing_until[chat_id] = monotonic() + TYPING_SECONDS
        self.feed.tell("typing", chat_id, {"typing": True})

    def is_typing(self, chat_id: int) -> bool:
        """Whether the chat shows the bot as busy now."""
        return self._typing_until.get(chat_id, 0.0) > monotonic()


def _bot_user(options: Options) -> JsonObject:
    bot_id = options.token.partition(":")[0]
    return {
        "id": int(bot_id),
        "is_bot": True,
        "first_name": options.name,
        "username": options.username,
    }
