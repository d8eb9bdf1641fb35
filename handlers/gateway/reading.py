"""Reads Telegram's updates: who, where, and what was done. Nothing is answered here.

Updates are read as the JSON that they are: the library's objects for them cost more than all
the rest of receiving, and a dozen fields are looked at.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from telegram.constants import ChatMemberStatus, ChatType

from handlers.callback_data import Kinds, unpack
from handlers.turn import (
    Act,
    Commanded,
    Joined,
    Located,
    MediaKind,
    Place,
    Pressed,
    Said,
    SentMedia,
)
from scheduler.actions import Arrival
from scheduler.domain.plans import ChatId

# Longer than any message Telegram lets through, with room for surprises.
_LONGEST_TEXT = 8192
_LONGEST_SEARCH = 256  # Bot API, InlineQuery
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?\Z", re.DOTALL)
# What a person may send instead of words. A message that has none of these tells of something
# that happened to the chat (a pin, a new title, a timer): nobody's question.
_MEDIA = {
    "sticker": MediaKind.STICKER,
    "voice": MediaKind.VOICE,
    "audio": MediaKind.VOICE,
    "video_note": MediaKind.VIDEO,
    "photo": MediaKind.PHOTO,
    "video": MediaKind.VIDEO,
    # An animation comes as a document, too.
    "animation": MediaKind.VIDEO,
    "document": MediaKind.DOCUMENT,
    "contact": MediaKind.CONTACT,
    "poll": MediaKind.OTHER,
    "dice": MediaKind.OTHER,
    "story": MediaKind.OTHER,
    "game": MediaKind.OTHER,
    "invoice": MediaKind.OTHER,
    "paid_media": MediaKind.OTHER,
    "checklist": MediaKind.OTHER,
}
_SPOKEN = ("en", "es")
_INSIDE = frozenset({ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR})
_GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})

Json = dict[str, Any]
"""An object of the Bot API as it came; a field that is not there has nothing to say."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update that somebody may get an answer to.

    ``message_id`` is the message whose button was pressed; ``question_id`` the one that a
    person wrote: this one, or the one that the pressed message replies to.
    """

    arrival: Arrival
    user_id: int
    place: Place
    act: Act
    query_id: str | None = None
    message_id: int | None = None
    question_id: int | None = None

    @property
    def chat_id(self) -> int:
        """The chat that it came from."""
        return self.arrival.chat_id


@dataclass(frozen=True, slots=True)
class Sought:
    """Words typed behind the bot's name in any chat (Bot API, InlineQuery)."""

    query_id: str
    user_id: int
    language: str | None
    text: str


def read_update(
    update: Json, kinds: Kinds, commands: Collection[str], *, bot_name: str
) -> Incoming | Sought | None:
    """Return what an update is, None for what the bot leaves alone.

    Channel posts, other bots' messages and what is said in a group to somebody else are
    left alone.

    Args:
        update: as Telegram sent it.
        kinds: the buttons that can be read.
        commands: the commands the bot has; in a group all others are some other bot's.
        bot_name: the bot's username without @.

    Raises:
        KeyError, TypeError, AttributeError: it is not as the Bot API describes it.
    """
    if sought := update.get("inline_query"):
        return _read_search(sought)
    if query := update.get("callback_query"):
        return _read_press(update["update_id"], query, kinds)
    if change := update.get("my_chat_member"):
        return _read_membership(update["update_id"], change)
    edited = "edited_message" in update
    message = update.get("edited_message" if edited else "message")
    if message is None or message.get("is_automatic_forward") or _is_our_result(message, bot_name):
        return None
    speaker_id = _speaker_of(message)
    place = _place_of(message["chat"])
    if speaker_id is None or place is None:
        return None
    act = (
        _act_in_private(message, bot_name, edited=edited)
        if place is Place.PRIVATE
        else _act_in_group(message, bot_name, commands, edited=edited)
    )
    if act is None:
        return None
    arrival = _arrival(update["update_id"], message["chat"], message.get("from"))
    return Incoming(arrival, speaker_id, place, act, question_id=message["message_id"])


def _read_search(query: Json) -> Sought:
    person = query["from"]
    text = query["query"][:_LONGEST_SEARCH]
    return Sought(query["id"], person["id"], _language(person.get("language_code")), text)


def _is_our_result(message: Json, bot_name: str) -> bool:
    """Tell an answer that somebody put into a chat through the bot; Telegram tells the bot of it.

    Source: Bot features, "Privacy mode"; Bot API, Message, via_bot.
    """
    return bool(bot_name) and _is_named(message.get("via_bot", {}), bot_name)


def _read_press(update_id: int, query: Json, kinds: Kinds) -> Incoming | None:
    message = query.get("message")
    place = _place_of(message["chat"]) if message else None
    if message is None or place is None:
        return None
    payload = unpack(query.get("data") or "", kinds)
    question_id, question = _question_of(message)
    return Incoming(
        _arrival(update_id, message["chat"], query["from"]),
        query["from"]["id"],
        place,
        Pressed(payload, message["message_id"], question),
        query_id=query["id"],
        message_id=message["message_id"],
        question_id=question_id,
    )


def _question_of(message: Json) -> tuple[int | None, str | None]:
    """Return id and words of what a message of the bot's replies to, without a command.

    Neither where that is gone, or was not written by a person (Bot API: Message,
    reply_to_message).
    """
    asked = message.get("reply_to_message")
    if asked is None or _speaker_of(asked) is None:
        return None, None
    text = (asked.get("text") or asked.get("caption") or "")[:_LONGEST_TEXT].strip()
    command = _COMMAND.match(text)
    return asked["message_id"], (command[3] or "" if command else text).strip() or None


def _read_membership(update_id: int, change: Json) -> Incoming | None:
    """Return a welcome where the bot was added to a group."""
    chat, person = change["chat"], change["from"]
    if chat["type"] not in _GROUPS:
        return None
    was_in = change["old_chat_member"]["status"] in _INSIDE
    if was_in or change["new_chat_member"]["status"] not in _INSIDE:
        return None
    return Incoming(_arrival(update_id, chat, person), person["id"], Place.GROUP, Joined())


def _arrival(update_id: int, chat: Json, person: Json | None) -> Arrival:
    language = _language(person.get("language_code") if person else None)
    return Arrival(update_id, ChatId(chat["id"]), language, chat["type"] == ChatType.PRIVATE)


def _place_of(chat: Json) -> Place | None:
    if chat["type"] == ChatType.PRIVATE:
        return Place.PRIVATE
    return Place.GROUP if chat["type"] in _GROUPS else None


def _speaker_of(message: Json) -> int | None:
    """Return the id of who speaks, None for another bot.

    An anonymous administrator and a channel that writes in a group stand behind a bot of
    Telegram's own; the chat they speak for is named instead.
    """
    if chat := message.get("sender_chat"):
        return int(chat["id"])
    person = message.get("from")
    return None if person is None or person.get("is_bot") else int(person["id"])


def _act_in_private(message: Json, bot_name: str, *, edited: bool) -> Act | None:
    forwarded = "forward_origin" in message
    if "text" in message:
        text = message["text"][:_LONGEST_TEXT]
        command = None if edited else _COMMAND.match(text.strip())
        if command:
            return _commanded(command) if _is_ours(command, bot_name) else None
        return Said(text, forwarded=forwarded, edited=edited)
    if edited:
        return None
    if place := message.get("location"):
        return Located(place["latitude"], place["longitude"])
    kind = next((kind for name, kind in _MEDIA.items() if message.get(name)), None)
    caption = message.get("caption", "")[:_LONGEST_TEXT]
    return None if kind is None else SentMedia(kind, caption, forwarded=forwarded)


def _act_in_group(
    message: Json, bot_name: str, commands: Collection[str], *, edited: bool
) -> Act | None:
    text = (message.get("text") or message.get("caption") or "")[:_LONGEST_TEXT]
    command = None if edited else _COMMAND.match(text.strip())
    if command:
        known = command[2] or command[1].lower() in commands
        return _commanded(command) if known and _is_ours(command, bot_name) else None
    asked = _addressed(message, text, bot_name)
    return Said(asked, edited=edited) if asked is not None else None


def _commanded(command: re.Match[str]) -> Commanded:
    return Commanded(command[1].lower(), (command[3] or "").strip())


def _is_ours(command: re.Match[str], bot_name: str) -> bool:
    return command[2] is None or command[2].lower() == bot_name.lower()


def _addressed(message: Json, text: str, bot_name: str) -> str | None:
    """Return what was said to the bot in a group, without its name; None if to somebody else."""
    if not text or not bot_name:
        return None
    # Not the end of an e-mail address.
    mention = re.compile(rf"(?<![\w@])@{re.escape(bot_name)}\b", re.IGNORECASE)
    if mention.search(text):
        return mention.sub("", text).strip()
    author = message.get("reply_to_message", {}).get("from", {})
    return text if _is_named(author, bot_name) else None


def _is_named(user: Json, bot_name: str) -> bool:
    return bool(user.get("username", "").lower() == bot_name.lower())


def _language(code: str | None) -> str | None:
    """Return a language the bot speaks, None for any other."""
    plain = (code or "").split("-")[0].lower()
    return plain if plain in _SPOKEN else None
