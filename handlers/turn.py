"""What handlers are given and what they give back: a ``Turn`` in, ``Reply`` values out.

Values only. No sentence lives here (those are in texts/), nothing of Telegram (gateway/).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.callback_data import Payload
from handlers.desk import Desk
from handlers.leads import Link, Share
from handlers.means import Means
from scheduler.domain.plans import ChatId, Draft, Preferences

if TYPE_CHECKING:
    from scheduler.actions import Sessions

# Until a parent says where they live, "today" is today in the middle of the country.
GUESSED_ZONE = ZoneInfo("America/Chicago")


class Place(StrEnum):
    """Where a message was written."""

    PRIVATE = "private"
    GROUP = "group"


class MediaKind(StrEnum):
    """What came instead of words."""

    STICKER = "sticker"
    VOICE = "voice"
    PHOTO = "photo"
    VIDEO = "video"
    DOCUMENT = "document"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """Free text; may be empty after trimming. ``edited`` when an older message was changed."""

    text: str
    forwarded: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Commanded:
    """A command, its name in lower case without slash or @botname; ``words`` is what follows."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button under ``message_id``. ``payload`` is None when this release cannot read it.

    ``question`` is what the person wrote in the message that the pressed one replies to.
    """

    payload: Payload | None
    message_id: int
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A shared place, in degrees; used at once and never kept."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class SentMedia:
    """Something without words, or with a ``caption``."""

    kind: MediaKind
    caption: str = ""
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """The bot was added to a group."""


Act = Said | Commanded | Pressed | Located | SentMedia | Joined


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that somebody did, with all a handler may know about it.

    Attributes:
        update_id: Telegram's number of it; the only number that logs may carry.
        now: the present, aware UTC, one value for the whole turn.
        draft: the conversation that is under way, if any.
        means: what every turn shares.
        newcomer: the chat wrote for the first time.
        returned: the chat had blocked the bot; ``missed`` reminders failed meanwhile.
    """

    update_id: int
    chat: Preferences
    act: Act
    now: datetime
    means: Means
    draft: Draft | None = None
    place: Place = Place.PRIVATE
    newcomer: bool = False
    returned: bool = False
    missed: int = 0

    @property
    def chat_id(self) -> ChatId:
        """The chat that every action of this turn looks rows up by."""
        return self.chat.chat_id

    @property
    def language(self) -> str:
        """The chat's language, "en" or "es"."""
        return self.chat.language

    @property
    def sessions(self) -> "Sessions":
        """The store, for actions only."""
        return self.means.sessions

    @property
    def desk(self) -> Desk:
        """The answers and the matcher over them."""
        return self.means.desk

    @property
    def today(self) -> date:
        """The local day of the chat, or of ``GUESSED_ZONE`` while its zone is unknown."""
        zone = ZoneInfo(self.chat.zone) if self.chat.zone else GUESSED_ZONE
        return self.now.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence by its key in the catalogs, with what fills its placeholders."""

    key: str
    args: "Mapping[str, Arg]" = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Prose:
    """Reviewed text of an answer, in the small Markdown of ``faq.entry.Entry``."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Words:
    """A person's own words, or a title, shown as they are and never read as markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


@dataclass(frozen=True, slots=True)
class ShortDay:
    """A day shown briefly: "Fri, Oct 3"."""

    on: date


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day shown by its weekday alone: "Friday"."""

    on: date


@dataclass(frozen=True, slots=True)
class ZoneName:
    """An IANA zone shown as people call it: "Eastern Time"."""

    zone: str


GAP = Gap()
Line = Phrase | Prose | Words | Gap
Label = Phrase | Words
# How each is shown: str escaped (a person's words), date "Friday, October 3, 2026", time
# "2:00 PM", datetime both in the chat's zone, tuple "a, b and c", Phrase in place.
Arg = (
    str | int | date | time | datetime | ShortDay | Weekday | ZoneName | Phrase | tuple["Arg", ...]
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: a payload comes back when pressed, a lead leads elsewhere."""

    label: Label
    does: Payload | Link | Share


Rows = tuple[tuple[Button, ...], ...]


class Form(StrEnum):
    """How a reply appears. An edit or a toast without a pressed button becomes a new message."""

    NEW = "new"
    EDIT = "edit"
    TOAST = "toast"


Say = Callable[[Phrase], str]
"""Puts a phrase into plain words, in the language of the reply."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file, written by ``make`` in the chat's language; the reply's lines are its caption."""

    name: str
    make: Callable[[Say], bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the chat the turn came from, without a word of any language in it.

    Attributes:
        lines: what it says, one below the other.
        form: a new message, an edit of the pressed one, or a toast.
        attachment: a file, for new messages only.
        language: another language than the chat's, where a parent wrote in it.
        memo: names a reply that is the same for everybody, so that its rendering may be kept.
        quotes: it is sent as a reply to the question, so that its buttons know what was asked.
    """

    lines: tuple[Line, ...]
    buttons: Rows = ()
    form: Form = Form.NEW
    attachment: Attachment | None = None
    language: str | None = None
    memo: str | None = None
    quotes: bool = False


Replies = Reply | tuple[Reply, ...]


def phrase(key: str, **args: Arg) -> Phrase:
    """The sentence ``key`` of the catalogs, its placeholders filled with ``args``."""
    return Phrase(key, args)


def new(*lines: Line, buttons: Rows = ()) -> Reply:
    """A reply as a message of its own."""
    return Reply(lines, buttons)


def edit(*lines: Line, buttons: Rows = ()) -> Reply:
    """A reply in place of the message whose button was pressed."""
    return Reply(lines, buttons, Form.EDIT)


def toast(line: Phrase) -> Reply:
    """A reply that shows briefly over the chat, at most 200 characters of plain text."""
    return Reply((line,), form=Form.TOAST)
