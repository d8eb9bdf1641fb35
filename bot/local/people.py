"""Persons, groups and channels as the bot sees them. What they do is in `acts`."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.local.errors import ApiError, bad_request, forbidden
from bot.local.json_object import JsonObject

FIRST_PERSON_ID = 700_000_001
FIRST_GROUP_NUMBER = 4_000_001
SUPERGROUP_BASE = -1_000_000_000_000  # supergroups and channels count down from here


class GroupKind(StrEnum):
    """What a chat of several persons is, in the Bot API's words."""

    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(slots=True)
class Person:
    """Somebody with a private chat, whose id is the person's own.

    ``role`` is a note for whoever looks on (co-parent, teacher); the bot never sees it.
    """

    id: int
    name: str
    language: str | None = "en"
    username: str | None = None
    last_name: str | None = None
    role: str | None = None
    blocked: bool = False
    deactivated: bool = False
    started: bool = True

    def user(self) -> JsonObject:
        """The person as a Bot API User."""
        user: JsonObject = {"id": self.id, "is_bot": False, **self._names()}
        if self.language:
            user["language_code"] = self.language
        return user

    def chat(self) -> JsonObject:
        """The person's private chat as a Bot API Chat."""
        return {"id": self.id, "type": "private", **self._names()}

    def check_reachable(self) -> None:
        """Pass when the bot may write here.

        Raises:
            ApiError: 403 in Telegram's words.
        """
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if self.deactivated:
            raise forbidden("user is deactivated")

    def _names(self) -> JsonObject:
        names = {"first_name": self.name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value}


@dataclass(slots=True)
class Group:
    """A group, supergroup or channel with its members by id."""

    id: int
    title: str
    kind: GroupKind = GroupKind.GROUP
    members: set[int] = field(default_factory=set)
    migrated_to: int | None = None
    bot_status: str = "member"

    def chat(self) -> JsonObject:
        """The group as a Bot API Chat."""
        return {"id": self.id, "type": self.kind.value, "title": self.title}

    def check_reachable(self) -> None:
        """Pass when the bot may write here.

        Raises:
            ApiError: 400 with the new id after a migration, 403 where the bot is out.
        """
        if self.migrated_to is not None:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                parameters={"migrate_to_chat_id": self.migrated_to},
            )
        if self.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {self._noun()} chat")
        if self.bot_status == "left":
            raise forbidden(f"bot is not a member of the {self._noun()} chat")

    def _noun(self) -> str:
        return self.kind.value


class People:
    """Everybody and every group there is, by id."""

    def __init__(self, *, any_chat: bool = False) -> None:
        """Start empty.

        Args:
            any_chat: whether an unknown positive chat id becomes a person when the bot writes
                to it (benchmarks), instead of "chat not found".
        """
        self.persons: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self._any_chat = any_chat
        self._next_person_id = FIRST_PERSON_ID

    def next_person_id(self) -> int:
        """An id that nobody has, above all that were given out here."""
        while self._next_person_id in self.persons:
            self._next_person_id += 1
        return self._next_person_id

    def next_group_id(self, kind: GroupKind) -> int:
        """A free chat id in the number range of the kind."""
        number = FIRST_GROUP_NUMBER + len(self.groups)
        return -number if kind is GroupKind.GROUP else SUPERGROUP_BASE - number

    def find_chat(self, chat_id: int) -> Person | Group | None:
        """Whoever has this chat id, or None."""
        return self.persons.get(chat_id) or self.groups.get(chat_id)

    def resolve(self, chat_id: str) -> Person | Group:
        """The chat that a method's ``chat_id`` names, reachable or not.

        Raises:
            ApiError: the id is empty, or names nobody who ever spoke to the bot.
        """
        if not chat_id:
            raise bad_request("chat_id is empty")
        try:
            number = int(chat_id)
        except ValueError:
            raise bad_request("chat not found") from None
        found = self.find_chat(number)
        if found is None and self._any_chat and number > 0:
            found = self.persons[number] = Person(number, "Somebody")
        if found is None or (isinstance(found, Person) and not found.started):
            raise bad_request("chat not found")
        return found
