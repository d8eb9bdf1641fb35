"""What else comes in: presses, memberships, and what happens to a chat."""

from typing import Any

import pytest

from handlers.gateway.reading import Incoming, Sought
from handlers.menu import Run
from handlers.turn import Act, Joined, Place, Pressed
from scheduler.actions import Arrival
from scheduler.domain.plans import ChatId
from tests.handlers.gateway.telegram_updates import (
    BOT,
    CHANNEL,
    GROUP,
    MAYA,
    OTHER_BOT,
    PRIVATE,
    act_of,
    message,
    read,
)


@pytest.fixture(autouse=True)
def _timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """As ``make_bot`` has it; else the library warns of some service messages."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
@pytest.mark.parametrize(
    "fields",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": PRIVATE}},
        {"new_chat_members": [BOT]},
        {"left_chat_member": MAYA},
        {"new_chat_title": "x"},
        {"migrate_to_chat_id": -100},
        {"migrate_from_chat_id": -5},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 9}},
        {"boost_added": {"boost_count": 1}},
        {"write_access_allowed": {}},
        {"something_new": {"from": "next year"}},
    ],
)
def test_read_update_when_something_happened_to_the_chat_then_is_left_alone(
    chat: dict[str, Any], fields: dict[str, Any]
) -> None:
    """A pin, a title, a timer, a move to a supergroup: nobody asked anything."""
    assert act_of(chat=chat, **fields) is None


def _press(**fields: Any) -> Incoming | None:
    query = {"id": "q", "from": MAYA, "chat_instance": "1", "data": f"v1:{Run.KIND}:help"}
    return read("callback_query", {**query, "message": message(), **fields})


def test_read_update_when_a_button_is_pressed_then_is_its_payload() -> None:
    """A press carries the payload, its message and the query to answer."""
    assert _press() == Incoming(
        Arrival(3, ChatId(7), "es", private=True),
        7,
        Place.PRIVATE,
        Pressed(Run("help"), 9),
        query_id="q",
        message_id=9,
    )


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        (message(text=" what is an IEP "), (9, "what is an IEP")),
        (message(text="/ask what is\nan IEP"), (9, "what is\nan IEP")),
        (message(text="/ask"), (9, None)),
        (message(caption="what is this", photo=[]), (9, "what is this")),
        (message(sticker={}), (9, None)),
        ({**message(text="I am the bot"), "from": BOT}, (None, None)),
        (None, (None, None)),
    ],
)
def test_read_update_when_the_pressed_message_replies_then_the_question_is_known(
    asked: dict[str, Any] | None, question: tuple[int | None, str | None]
) -> None:
    """A press brings along what its message replies to, where a person wrote that."""
    pressed = message(chat=PRIVATE) | ({"reply_to_message": asked} if asked else {})
    incoming = _press(message=pressed)
    assert incoming is not None
    assert isinstance(incoming.act, Pressed)
    assert (incoming.question_id, incoming.act.question) == question


@pytest.mark.parametrize("data", ["v0:run:help", "v1:gone:1", "rubbish", "", None, ":::"])
def test_read_update_when_a_payload_is_foreign_then_is_none(data: str | None) -> None:
    """Buttons of another release, forged ones and games have no payload here."""
    incoming = _press(data=data)
    assert incoming is not None
    assert incoming.act == Pressed(None, 9)


def test_read_update_when_the_pressed_message_is_gone_then_is_read_all_the_same() -> None:
    """A message too old to be looked into still has a chat and a number."""
    incoming = _press(message={"chat": PRIVATE, "message_id": 4, "date": 0})
    assert incoming is not None
    assert (incoming.chat_id, incoming.message_id) == (7, 4)


@pytest.mark.parametrize(
    "fields",
    [{"message": None, "inline_message_id": "i"}, {"message": message(chat=CHANNEL)}],
)
def test_read_update_when_a_press_has_no_chat_of_ours_then_is_left_alone(
    fields: dict[str, Any],
) -> None:
    """The bot sends no inline messages and none to channels."""
    assert _press(**fields) is None


def _membership(chat: dict[str, Any], old: str, new: str) -> Act | None:
    change = {
        "chat": chat,
        "from": MAYA,
        "date": 1,
        "old_chat_member": {"user": BOT, "status": old, "until_date": 0},
        "new_chat_member": {"user": BOT, "status": new, "until_date": 0},
    }
    incoming = read("my_chat_member", change)
    return incoming.act if incoming else None


@pytest.mark.parametrize(
    ("chat", "old", "new", "act"),
    [
        (GROUP, "left", "member", Joined()),
        (GROUP, "kicked", "member", Joined()),
        (GROUP, "member", "left", None),
        (PRIVATE, "member", "kicked", None),
        (PRIVATE, "kicked", "member", None),
        (CHANNEL, "left", "member", None),
    ],
)
def test_read_update_when_membership_changes_then_only_joining_a_group_counts(
    chat: dict[str, Any], old: str, new: str, act: Act | None
) -> None:
    """The bot greets a group that took it in, once."""
    assert _membership(chat, old, new) == act


def _search(**fields: Any) -> Sought | Incoming | None:
    return read("inline_query", {"id": "q", "from": MAYA, "query": "iep", "offset": "", **fields})


def test_read_update_when_somebody_searches_then_knows_words_person_and_language() -> None:
    """Who types the bot's name elsewhere is somebody with a language and some words."""
    assert _search() == Sought("q", 7, "es", "iep")
    assert _search(query="") == Sought("q", 7, "es", "")


def test_read_update_when_a_search_is_longer_than_can_be_then_is_cut() -> None:
    """Nobody makes the bot read more than Telegram lets a person type."""
    found = _search(query="x" * 1000)
    assert isinstance(found, Sought)
    assert len(found.text) == 256


@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
@pytest.mark.parametrize("text", ["From Plankeeper", "@plankeeper_bot what is an iep", "/start"])
def test_read_update_when_an_answer_was_put_into_a_chat_through_the_bot_then_is_left_alone(
    chat: dict[str, Any], text: str
) -> None:
    """The bot does not answer its own answers."""
    assert act_of(chat=chat, text=text, via_bot=BOT) is None


def test_read_update_when_it_came_through_another_bot_then_is_read_as_any_other() -> None:
    """What some other bot helped to write is still the person's."""
    assert act_of(text="hi", via_bot=OTHER_BOT) is not None
