"""What persons do: write, press, send, edit, block. Each act reaches the bot as an update."""

from bot.local.files import StoredFile
from bot.local.html_entities import utf16_length
from bot.local.inline_results import content_of
from bot.local.json_object import JsonObject
from bot.local.media import (
    FILE_DEFAULTS,
    MediaKind,
    contact_content,
    file_content,
    forward_content,
    location_content,
    tiny_picture,
)
from bot.local.people import Group, GroupKind, Person
from bot.local.plain_entities import find_entities
from bot.local.state import State
from bot.local.texts import TEXT_LIMIT

INLINE_QUERY_CHARS = 256  # Source: Bot API, InlineQuery


class Acts(State):
    """The state, with the acts of persons on it. ``chat_id`` is the private chat by default."""

    def person(
        self,
        name: str,
        *,
        language: str | None = "en",
        role: str | None = None,
        username: str | None = None,
        started: bool = True,
    ) -> Person:
        """Add a person; one who has not started is a chat that the bot cannot find."""
        person = Person(
            self.people.next_person_id(),
            name,
            language=language,
            role=role,
            username=username,
            started=started,
        )
        self.people.persons[person.id] = person
        self.feed.tell("state", None, {})
        return person

    def group(self, title: str, *members: Person, kind: GroupKind = GroupKind.GROUP) -> Group:
        """Add a group or channel that the bot is in."""
        ids = {member.id for member in members}
        group = Group(self.people.next_group_id(kind), title, kind, ids)
        self.people.groups[group.id] = group
        self.feed.tell("state", None, {})
        return group

    def says(
        self, person: Person, text: str, *, chat_id: int | None = None, reply_to: int = 0
    ) -> JsonObject:
        """Write a text; the Message.

        Raises:
            ValueError: it is empty or longer than a message can be.
        """
        if not text.strip() or utf16_length(text) > TEXT_LIMIT:
            raise ValueError("a text has 1 to 4,096 characters")
        content: JsonObject = {"text": text}
        if entities := find_entities(text):
            content["entities"] = entities
        return self._send(person, content, chat_id=chat_id, reply_to=reply_to)

    def sends(
        self,
        person: Person,
        kind: MediaKind | str,
        *,
        chat_id: int | None = None,
        file: tuple[str, bytes] | None = None,
        **fields: str | float,
    ) -> JsonObject:
        """Send something that is no text; the Message.

        Args:
            person: who sends.
            kind: what is sent.
            chat_id: where to; the private chat by default.
            file: name and content, where the kind has a file; made up where missing.
            fields: of a contact, a location or a forward; "caption" of a file, "emoji" of a
                sticker, "duration" of a voice.
        """
        content = self._media(MediaKind(kind), file, dict(fields))
        return self._send(person, content, chat_id=chat_id)

    def _media(
        self, kind: MediaKind, file: tuple[str, bytes] | None, fields: JsonObject
    ) -> JsonObject:
        match kind:
            case MediaKind.CONTACT:
                return contact_content(fields)
            case MediaKind.LOCATION:
                return location_content(fields)
            case MediaKind.FORWARD:
                return forward_content(fields, self.stamp())
            case _:
                caption = {"caption": fields["caption"]} if fields.get("caption") else {}
                return file_content(kind, self._put_file(kind, file), fields) | caption

    def _put_file(self, kind: MediaKind, file: tuple[str, bytes] | None) -> StoredFile:
        name, mime, folder = FILE_DEFAULTS[kind]
        if file is not None:
            return self.files.put(file[1], name=file[0], folder=folder)
        made_up = tiny_picture() if kind is MediaKind.PHOTO else b"made up"
        return self.files.put(made_up, name=name, mime=mime, folder=folder)

    def _send(
        self,
        person: Person,
        content: JsonObject,
        *,
        chat_id: int | None = None,
        reply_to: int = 0,
    ) -> JsonObject:
        chat = self._chat(person, chat_id)
        if person.blocked and chat is person:
            self.blocks(person, blocked=False)
        message = self.compose(chat, person.user(), content)
        if found := self.history.find(chat.id, reply_to):
            message["reply_to_message"] = {k: v for k, v in found.items() if k != _REPLY}
        self.post(message)
        if self._shown_to_bot(chat, message):
            self.updates.put("message", message)
        return message

    def _chat(self, person: Person, chat_id: int | None) -> Person | Group:
        if chat_id is None or chat_id == person.id:
            person.started = True
            return person
        group = self.people.groups.get(chat_id)
        if group is None or person.id not in group.members:
            raise ValueError(f"{person.id} is not in chat {chat_id}")
        return group

    def _shown_to_bot(self, chat: Person | Group, message: JsonObject) -> bool:
        """Whether privacy mode lets the bot see a message.

        Source: Bot features, "Privacy mode".
        """
        if isinstance(chat, Person):
            return True
        if chat.bot_status in {"left", "kicked"} or chat.migrated_to is not None:
            return False
        text = str(message.get("text", ""))
        reply = message.get(_REPLY, {}).get("from", {}).get("id")
        if message.get("via_bot", {}).get("id") == self.bot["id"]:
            return True
        addressed = text.startswith("/") or f"@{self.bot['username']}".lower() in text.lower()
        return addressed or reply == self.bot["id"] or not self.options.privacy

    def edits(
        self, person: Person, message_id: int, text: str, *, chat_id: int | None = None
    ) -> JsonObject:
        """Change the text of a message of the person's own; the Message.

        Raises:
            ValueError: it is not the person's.
        """
        chat = self._chat(person, chat_id)
        found = self.history.find(chat.id, message_id)
        if found is None or found.get("from", {}).get("id") != person.id:
            raise ValueError(f"message {message_id} is not of person {person.id}")
        kept = {key: value for key, value in found.items() if key not in {"text", "entities"}}
        changed = {**kept, "text": text, "edit_date": self.stamp()}
        if entities := find_entities(text):
            changed["entities"] = entities
        self.change(changed)
        if self._shown_to_bot(chat, changed):
            self.updates.put("edited_message", changed)
        return changed

    def posts(self, channel: Group, text: str) -> JsonObject:
        """Write in a channel; the Message."""
        message = self.compose(channel, None, {"text": text})
        self.post(message)
        self.updates.put("channel_post", message)
        return message

    def presses(
        self, person: Person, message_id: int, data: str, *, chat_id: int | None = None
    ) -> str:
        """Press a button; the query's id.

        Any data goes, as a forged client could send it. A message that is gone reaches the
        bot as one that it cannot look into.
        """
        chat = self._chat(person, chat_id)
        now = self.clock.now()
        query = self.queries.ask(person.id, chat.id, message_id=message_id, now=now)
        gone = {"chat": chat.chat(), "message_id": message_id, "date": 0}
        update = {
            "id": query.id,
            "from": person.user(),
            "message": self.history.find(chat.id, message_id) or gone,
            "chat_instance": str(chat.id),
            "data": data,
        }
        self.updates.put("callback_query", update)
        return query.id

    def asks_inline(self, person: Person, text: str) -> str:
        """Type the bot's name and a query in any chat; the query's id.

        Raises:
            ValueError: inline mode is off, or the query is longer than one can be.
        """
        if not self.options.inline:
            raise ValueError("the bot's inline mode is off")
        if len(text) > INLINE_QUERY_CHARS:
            raise ValueError(f"an inline query has at most {INLINE_QUERY_CHARS} characters")
        query = self.queries.ask(person.id, person.id, message_id=None, now=self.clock.now())
        update = {"id": query.id, "from": person.user(), "query": text, "offset": ""}
        self.updates.put("inline_query", update)
        return query.id

    def chooses(
        self, person: Person, query_id: str, result_id: str, *, chat_id: int | None = None
    ) -> JsonObject:
        """Tap a result of an inline query, which sends it from the person; the Message.

        Raises:
            ValueError: the person was offered no such result.
        """
        query = self.queries.find(query_id)
        offered = query.answer.get("results", []) if query and query.answer else []
        chosen = next((result for result in offered if result["id"] == result_id), None)
        if query is None or query.person_id != person.id or chosen is None:
            raise ValueError(f"person {person.id} was offered no result {result_id}")
        content = {**content_of(chosen), "via_bot": self.bot}
        return self._send(person, content, chat_id=chat_id)

    def blocks(self, person: Person, *, blocked: bool = True) -> None:
        """Block the bot, or unblock it."""
        if person.blocked == blocked:
            return
        person.blocked = blocked
        member, kicked = {"status": "member"}, {"status": "kicked", "until_date": 0}
        old, new = (member, kicked) if blocked else (kicked, member)
        self._tell_membership(person, person, old=old, new=new)
        self.feed.tell("state", None, {})

    def _tell_membership(
        self, chat: Person | Group, by: Person, *, old: JsonObject, new: JsonObject
    ) -> None:
        change = {
            "chat": chat.chat(),
            "from": by.user(),
            "date": self.stamp(),
            "old_chat_member": {"user": self.bot, **old},
            "new_chat_member": {"user": self.bot, **new},
        }
        self.updates.put("my_chat_member", change)

    def adds_bot(self, person: Person, group: Group) -> None:
        """Add the bot to a group."""
        group.bot_status = "member"
        self._tell_membership(group, person, old={"status": "left"}, new={"status": "member"})
        self._announce(group, person.user(), {"new_chat_members": [self.bot]})

    def removes_bot(self, person: Person, group: Group) -> None:
        """Throw the bot out of a group."""
        group.bot_status = "kicked"
        new = {"status": "kicked", "until_date": 0}
        self._tell_membership(group, person, old={"status": "member"}, new=new)

    def migrates(self, group: Group) -> Group:
        """Turn a group into a supergroup, which has a new id."""
        kind = GroupKind.SUPERGROUP
        new = Group(self.people.next_group_id(kind), group.title, kind, set(group.members))
        self.people.groups[new.id] = new
        sender = next((self.people.persons[m].user() for m in group.members), self.bot)
        self._announce(group, sender, {"migrate_to_chat_id": new.id})
        self._announce(new, sender, {"migrate_from_chat_id": group.id})
        group.migrated_to = new.id
        self.feed.tell("state", None, {})
        return new

    def _announce(self, group: Group, sender: JsonObject, content: JsonObject) -> None:
        message = self.post(self.compose(group, sender, content))
        self.updates.put("message", message)


_REPLY = "reply_to_message"
