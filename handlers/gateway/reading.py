"""Reads Telegram's updates: who, where, and what was done. Nothing is answered here."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from telegram import CallbackQuery, Chat, ChatMember, Message, Update
from telegram.constants import ChatType

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
_INSIDE = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR})
_GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update that somebody may get an answer to."""

    arrival: Arrival
    user_id: int
    place: Place
    act: Act
    query_id: str | None = None
    message_id: int | None = None

    @property
    def chat_id(self) -> int:
        """The chat that it came from."""
        return self.arrival.chat_id


def read_update(
    update: Update, kinds: Kinds, commands: Collection[str], *, bot_name: str
) -> Incoming | None:
    """Return what an update is, None for what the bot leaves alone.

    Channel posts, other bots' messages and what is said in a group to somebody else are
    left alone.

    Args:
        update: as Telegram sent it.
        kinds: the buttons that can be read.
        commands: the commands the bot has; in a group all others are some other bot's.
        bot_name: the bot's username without @.
    """
    if update.callback_query is not None:
        return _read_press(update.update_id, update.callback_query, kinds)
    if update.my_chat_member is not None:
        return _read_membership(update)
    message = update.message or update.edited_message
    if message is None or message.is_automatic_forward:
        return None
    speaker_id = _speaker_of(message)
    place = _place_of(message.chat)
    if speaker_id is None or place is None:
        return None
    edited = update.edited_message is not None
    act = (
        _act_in_private(message, bot_name, edited=edited)
        if place is Place.PRIVATE
        else _act_in_group(message, bot_name, commands, edited=edited)
    )
    if act is None:
        return None
    language = _language(message.from_user.language_code if message.from_user else None)
    return Incoming(_arrival(update, message.chat, language), speaker_id, place, act)


def _read_press(update_id: int, query: CallbackQuery, kinds: Kinds) -> Incoming | None:
    message = query.message
    place = _place_of(message.chat) if message else None
    if message is None or place is None:
        return None
    language = _language(query.from_user.language_code)
    return Incoming(
        Arrival(update_id, ChatId(message.chat.id), language, place is Place.PRIVATE),
        query.from_user.id,
        place,
        Pressed(unpack(query.data or "", kinds), message.message_id),
        query_id=query.id,
        message_id=message.message_id,
    )


def _read_membership(update: Update) -> Incoming | None:
    """Return a welcome where the bot was added to a group."""
    change = update.my_chat_member
    if change is None or change.chat.type not in _GROUPS:
        return None
    was_in = change.old_chat_member.status in _INSIDE
    if was_in or change.new_chat_member.status not in _INSIDE:
        return None
    arrival = _arrival(update, change.chat, _language(change.from_user.language_code))
    return Incoming(arrival, change.from_user.id, Place.GROUP, Joined())


def _arrival(update: Update, chat: Chat, language: str | None) -> Arrival:
    return Arrival(update.update_id, ChatId(chat.id), language, chat.type == ChatType.PRIVATE)


def _place_of(chat: Chat) -> Place | None:
    if chat.type == ChatType.PRIVATE:
        return Place.PRIVATE
    return Place.GROUP if chat.type in _GROUPS else None


def _speaker_of(message: Message) -> int | None:
    """Return the id of who speaks, None for another bot.

    An anonymous administrator and a channel that writes in a group stand behind a bot of
    Telegram's own; the chat they speak for is named instead.
    """
    if message.sender_chat is not None:
        return message.sender_chat.id
    if message.from_user is None or message.from_user.is_bot:
        return None
    return message.from_user.id


def _act_in_private(message: Message, bot_name: str, *, edited: bool) -> Act | None:
    if message.text is not None:
        text = message.text[:_LONGEST_TEXT]
        command = None if edited else _COMMAND.match(text.strip())
        if command:
            return _commanded(command) if _is_ours(command, bot_name) else None
        return Said(text, forwarded=message.forward_origin is not None, edited=edited)
    if edited:
        return None
    if message.location is not None:
        return Located(message.location.latitude, message.location.longitude)
    kind = next((kind for name, kind in _MEDIA.items() if getattr(message, name)), None)
    return None if kind is None else SentMedia(kind, (message.caption or "")[:_LONGEST_TEXT])


def _act_in_group(
    message: Message, bot_name: str, commands: Collection[str], *, edited: bool
) -> Act | None:
    text = (message.text or message.caption or "")[:_LONGEST_TEXT]
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


def _addressed(message: Message, text: str, bot_name: str) -> str | None:
    """Return what was said to the bot in a group, without its name; None if to somebody else."""
    if not text or not bot_name:
        return None
    # Not the end of an e-mail address.
    mention = re.compile(rf"(?<![\w@])@{re.escape(bot_name)}\b", re.IGNORECASE)
    if mention.search(text):
        return mention.sub("", text).strip()
    answered = message.reply_to_message
    author = answered.from_user if answered else None
    is_ours = author is not None and (author.username or "").lower() == bot_name.lower()
    return text if is_ours else None


def _language(code: str | None) -> str | None:
    """Return a language the bot speaks, None for any other."""
    plain = (code or "").split("-")[0].lower()
    return plain if plain in _SPOKEN else None
