"""What messages are: who speaks, where, and what was said or sent."""

from typing import Any

import pytest

from handlers.gateway.reading import Incoming
from handlers.turn import Act, Commanded, Located, MediaKind, Place, Said, SentMedia
from scheduler.actions import Arrival
from scheduler.domain.plans import ChatId
from tests.handlers.gateway.telegram_updates import (
    ANONYMOUS,
    BOT,
    CHANNEL,
    FILE,
    GROUP,
    MAYA,
    OTHER_BOT,
    act_of,
    message,
    read,
)


def test_read_update_when_a_person_writes_then_knows_who_and_where() -> None:
    """The number, the chat, a language that the bot speaks, and the person."""
    assert read("message", message(text="hi")) == Incoming(
        Arrival(3, ChatId(7), "es", private=True), 7, Place.PRIVATE, Said("hi"), question_id=9
    )


@pytest.mark.parametrize(
    ("code", "language"), [("en-GB", "en"), ("ES", "es"), ("fr", None), (None, None), ("", None)]
)
def test_read_update_when_a_language_is_named_then_is_one_the_bot_speaks(
    code: str | None, language: str | None
) -> None:
    """A language that the bot does not speak is left open."""
    incoming = read("message", message(text="hi", **{"from": {**MAYA, "language_code": code}}))
    assert incoming is not None
    assert incoming.arrival.language_code == language


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("/start", Commanded("start")),
        ("/START", Commanded("start")),
        ("  /help  me please ", Commanded("help", "me please")),
        ("/help\nwith\nlines", Commanded("help", "with\nlines")),
        ("/help@plankeeper_BOT now", Commanded("help", "now")),
        ("/unknown", Commanded("unknown")),
        ("/help@other_bot", None),
        ("/", Said("/")),
        ("/é", Said("/é")),
        ("not /start", Said("not /start")),
        ("", Said("")),
        ("   ", Said("   ")),
    ],
)
def test_read_update_when_in_private_then_words_or_a_command(text: str, act: Act | None) -> None:
    """Commands in any case, with or without the bot's name; another bot's are left alone."""
    assert act_of(text=text) == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("/help", Commanded("help")),
        ("/HELP@plankeeper_bot", Commanded("help")),
        ("/unknown@Plankeeper_bot", Commanded("unknown")),
        ("/weather", None),
        ("/help@other_bot", None),
        ("@Plankeeper_bot what is an IEP", Said("what is an IEP")),
        ("what is an IEP, @PLANKEEPER_BOT?", Said("what is an IEP, ?")),
        ("ask @Plankeeper_bot2", None),
        ("write to me@Plankeeper_bot.example", None),
        ("what is an IEP", None),
        ("", None),
    ],
)
def test_read_update_when_in_a_group_then_only_what_is_said_to_the_bot(
    text: str, act: Act | None
) -> None:
    """In a group the bot hears its own commands and its name, nothing else."""
    assert act_of(chat=GROUP, text=text) == act


@pytest.mark.parametrize(
    ("author", "act"), [(BOT, Said("and 504?")), (OTHER_BOT, None), (MAYA, None)]
)
def test_read_update_when_a_group_replies_then_only_replies_to_the_bot(
    author: dict[str, Any], act: Act | None
) -> None:
    """An answer to the bot's own message is said to it."""
    answered = {**message(chat=GROUP, text="x"), "from": author}
    assert act_of(chat=GROUP, text="and 504?", reply_to_message=answered) == act


def test_read_update_when_the_bot_has_no_name_yet_then_no_group_is_heard() -> None:
    """Without a name nothing in a group is taken for the bot's."""
    replied = message(chat=GROUP, text="x")
    assert act_of(bot_name="", chat=GROUP, text="@sam hi", reply_to_message=replied) is None


def test_read_update_when_a_picture_in_a_group_names_the_bot_then_its_words_count() -> None:
    """A caption that names the bot is a question to it."""
    picture = [{**FILE, "width": 1, "height": 1}]
    assert act_of(chat=GROUP, photo=picture, caption="@plankeeper_bot this?") == Said("this?")


@pytest.mark.parametrize(
    ("who", "speaker_id"),
    [
        ({"from": ANONYMOUS, "sender_chat": GROUP}, -5),
        ({"from": ANONYMOUS, "sender_chat": CHANNEL}, -6),
        ({"from": None, "sender_chat": CHANNEL}, -6),
    ],
)
def test_read_update_when_a_chat_speaks_then_is_heard(who: dict[str, Any], speaker_id: int) -> None:
    """An anonymous administrator or a channel in a group may ask as well."""
    incoming = read("message", message(chat=GROUP, text="/help", **who))
    assert (incoming.user_id, incoming.arrival.language_code) == (speaker_id, None)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "fields",
    [
        {"from": OTHER_BOT, "text": "hi"},
        {"from": None, "text": "hi"},
        {"chat": CHANNEL, "text": "/help"},
        {
            "chat": GROUP,
            "text": "/help",
            "sender_chat": CHANNEL,
            "is_automatic_forward": True,
        },
    ],
)
def test_read_update_when_nobody_asks_then_is_left_alone(fields: dict[str, Any]) -> None:
    """Other bots, channels and what a channel copies into its group are nobody's question."""
    assert act_of(**fields) is None


def test_read_update_when_a_channel_posts_then_is_left_alone() -> None:
    """Channel posts are none of the bot's business."""
    assert read("channel_post", message(chat=CHANNEL, text="/help")) is None


@pytest.mark.parametrize(
    ("text", "act"), [("hi", Said("hi", edited=True)), ("/start", Said("/start", edited=True))]
)
def test_read_update_when_edited_then_says_so_and_is_no_command(text: str, act: Act) -> None:
    """A changed message is words, even where it has become a command."""
    assert act_of("edited_message", text=text, edit_date=2) == act


def test_read_update_when_an_edit_has_no_words_then_is_left_alone() -> None:
    """A live location moves every few seconds."""
    assert act_of("edited_message", location={"latitude": 1, "longitude": 2}, edit_date=2) is None


def test_read_update_when_forwarded_then_says_so() -> None:
    """Forwarded words are marked."""
    origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Leo"}
    assert act_of(text="no school on Friday", forward_origin=origin) == Said(
        "no school on Friday", forwarded=True
    )


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"voice": {**FILE, "duration": 1}}, MediaKind.VOICE),
        ({"photo": [{**FILE, "width": 1, "height": 1}]}, MediaKind.PHOTO),
        ({"document": FILE}, MediaKind.DOCUMENT),
        (
            {
                "animation": {**FILE, "width": 1, "height": 1, "duration": 1},
                "document": FILE,
            },
            MediaKind.VIDEO,
        ),
        ({"contact": {"phone_number": "1", "first_name": "Leo"}}, MediaKind.CONTACT),
        ({"dice": {"value": 1, "emoji": "🎲"}}, MediaKind.OTHER),
    ],
)
def test_read_update_when_something_else_is_sent_then_is_its_kind(
    fields: dict[str, Any], kind: MediaKind
) -> None:
    """What came instead of words, with its caption."""
    assert act_of(caption="my IEP", **fields) == SentMedia(kind, "my IEP")


def test_read_update_when_a_place_is_shared_then_is_located() -> None:
    """A location is a place in degrees."""
    assert act_of(location={"latitude": 40.5, "longitude": -74.0}) == Located(40.5, -74.0)
