"""Reads Telegram's updates: who, where, and what was done. Nothing is answered here."""

import re
from dataclasses import dataclass

from telegram import CallbackQuery, ChatMember, Message, Update
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
_MEDIA = {
    "sticker": MediaKind.STICKER,
    "voice": MediaKind.VOICE,
    "audio": MediaKind.VOICE,
    "video_note": MediaKind.VIDEO,
    "photo": MediaKind.PHOTO,
    "video": MediaKind.VIDEO,
    "animation": MediaKind.VIDEO,
    "document": MediaKind.DOCUMENT,
    "contact": MediaKind.CONTACT,
}
_SPOKEN = ("en", "es")
_INSIDE = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR})
# What happens to a group itself and is nobody's question.
_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "pinned_message",
    "group_chat_created",
    "supergroup_chat_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)


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


def read_update(update: Update, kinds: Kinds, bot_name: str) -> Incoming | None:
    """Return what an update is, None for what the bot leaves alone.

    Channel posts, other bots' messages and what is said in a group to somebody else are
    left alone.
    """
    if update.callback_query is not None:
        return _read_press(update.update_id, update.callback_query, kinds)
    if update.my_chat_member is not None:
        return _read_membership(update)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    act = _act_of(message, bot_name, edited=update.edited_message is not None)
    if act is None:
        return None
    return _incoming(
        update.update_id, message, message.from_user.id, act, message.from_user.language_code
    )


def _read_press(update_id: int, query: CallbackQuery, kinds: Kinds) -> Incoming | None:
    message = query.message
    if message is None:
        return None
    payload = unpack(query.data or "", kinds)
    private = message.chat.type == ChatType.PRIVATE
    language = _language(query.from_user.language_code)
    return Incoming(
        Arrival(update_id, ChatId(message.chat.id), language, private),
        query.from_user.id,
        Place.PRIVATE if private else Place.GROUP,
        Pressed(payload, message.message_id),
        query_id=query.id,
        message_id=message.message_id,
    )


def _read_membership(update: Update) -> Incoming | None:
    """Return a welcome where the bot was added to a group."""
    change = update.my_chat_member
    if change is None or change.chat.type not in {ChatType.GROUP, ChatType.SUPERGROUP}:
        return None
    was_in = change.old_chat_member.status in _INSIDE
    if was_in or change.new_chat_member.status not in _INSIDE:
        return None
    language = _language(change.from_user.language_code)
    arrival = Arrival(update.update_id, ChatId(change.chat.id), language, private=False)
    return Incoming(arrival, change.from_user.id, Place.GROUP, Joined())


def _incoming(
    update_id: int, message: Message, user_id: int, act: Act, language_code: str | None
) -> Incoming | None:
    private = message.chat.type == ChatType.PRIVATE
    if not private and message.chat.type not in {ChatType.GROUP, ChatType.SUPERGROUP}:
        return None
    arrival = Arrival(update_id, ChatId(message.chat.id), _language(language_code), private)
    return Incoming(arrival, user_id, Place.PRIVATE if private else Place.GROUP, act)


def _act_of(message: Message, bot_name: str, *, edited: bool) -> Act | None:
    group = message.chat.type != ChatType.PRIVATE
    if any(getattr(message, name) for name in _SERVICE):
        return None
    if message.text is not None:
        return _words_of(message, message.text[:_LONGEST_TEXT], bot_name, edited=edited)
    if group or edited:
        return None
    if message.location is not None:
        return Located(message.location.latitude, message.location.longitude)
    kind = next((kind for name, kind in _MEDIA.items() if getattr(message, name)), MediaKind.OTHER)
    return SentMedia(kind, (message.caption or "")[:_LONGEST_TEXT])


def _words_of(message: Message, text: str, bot_name: str, *, edited: bool) -> Act | None:
    group = message.chat.type != ChatType.PRIVATE
    command = _COMMAND.match(text.strip())
    if command and not edited:
        name, addressed, words = command.groups()
        if addressed and addressed.lower() != bot_name.lower():
            return None
        return Commanded(name.lower(), (words or "").strip())
    if group:
        asked = _addressed(message, text, bot_name)
        return None if asked is None else Said(asked, edited=edited)
    return Said(text, forwarded=message.forward_origin is not None, edited=edited)


def _addressed(message: Message, text: str, bot_name: str) -> str | None:
    """Return what was said to the bot in a group, without its name; None if to somebody else."""
    mention = re.compile(rf"@{re.escape(bot_name)}\b", re.IGNORECASE)
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
