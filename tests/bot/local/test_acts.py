"""What persons do, and how the bot hears of it."""

import pytest

from bot.local import GroupKind, LocalTelegram, Person
from bot.local.media import MediaKind
from tests.bot.local.conftest import Caller


def _last(telegram: LocalTelegram, kind: str) -> dict[str, object]:
    update = telegram.updates.first(1000)[-1]
    assert set(update) == {"update_id", kind}
    content: dict[str, object] = update[kind]
    return content


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("sticker", "sticker"),
        ("voice", "voice"),
        ("photo", "photo"),
        ("contact", "contact"),
        ("location", "location"),
        ("document", "document"),
        ("forward", "forward_origin"),
    ],
)
def test_sends_then_the_bot_hears_of_each_kind(
    telegram: LocalTelegram, ana: Person, kind: str, field: str
) -> None:
    """Each kind of message reaches the bot with its own field."""
    telegram.sends(ana, kind)

    assert field in _last(telegram, "message")


def test_media_kinds_are_those_of_the_door() -> None:
    """The door's list of kinds is complete."""
    assert [kind.value for kind in MediaKind] == [
        "sticker", "voice", "photo", "contact", "location", "document", "forward",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("hello all", False),
        ("/start", True),
        ("/start@plankeeper_local_bot", True),
        ("what is an IEP, @plankeeper_local_bot?", True),
    ],
)
def test_says_in_a_group_then_the_bot_hears_what_is_meant_for_it(
    telegram: LocalTelegram, ana: Person, text: str, *, heard: bool
) -> None:
    """Privacy mode hides what people say to each other."""
    group = telegram.group("Class", ana)

    telegram.says(ana, text, chat_id=group.id)

    assert len(telegram.updates) == int(heard)


def test_says_in_a_group_when_it_replies_to_the_bot_then_heard(
    telegram: LocalTelegram, ana: Person, call: Caller
) -> None:
    """A reply to the bot is meant for it."""
    group = telegram.group("Class", ana)
    sent = call("sendMessage", chat_id=group.id, text="x")

    telegram.says(ana, "thanks", chat_id=group.id, reply_to=sent["message_id"])

    assert len(telegram.updates) == 1


def test_posts_in_a_channel_then_a_channel_post(telegram: LocalTelegram, ana: Person) -> None:
    """A channel's message comes from the channel, not from a person."""
    channel = telegram.group("News", ana, kind=GroupKind.CHANNEL)

    telegram.posts(channel, "hello")

    post = _last(telegram, "channel_post")
    assert ("from" in post, post["sender_chat"]) == (False, channel.chat())


def test_edits_then_an_edited_message(telegram: LocalTelegram, ana: Person) -> None:
    """An edit comes with the new text and when it was made."""
    said = telegram.says(ana, "a")

    telegram.edits(ana, said["message_id"], "/b")

    edited = _last(telegram, "edited_message")
    assert (edited["text"], "edit_date" in edited, "entities" in edited) == ("/b", True, True)


def test_edits_when_it_is_not_ones_own_then_refuses(
    telegram: LocalTelegram, ana: Person, call: Caller
) -> None:
    """Nobody edits the bot's words."""
    sent = call("sendMessage", chat_id=ana.id, text="x")

    with pytest.raises(ValueError, match="is not of person"):
        telegram.edits(ana, sent["message_id"], "y")


def test_presses_when_data_is_forged_then_it_comes_as_it_is(
    telegram: LocalTelegram, ana: Person
) -> None:
    """A forged press reaches the bot with a message that it cannot look into."""
    query_id = telegram.presses(ana, 99, "v1:someone-else's")

    query = _last(telegram, "callback_query")
    assert (query["id"], query["data"], query["message"]) == (
        query_id,
        "v1:someone-else's",
        {"chat": ana.chat(), "message_id": 99, "date": 0},
    )


def test_blocks_then_my_chat_member_says_so(telegram: LocalTelegram, ana: Person) -> None:
    """The bot is told that it was blocked."""
    telegram.blocks(ana)

    change = _last(telegram, "my_chat_member")
    assert change["new_chat_member"] == {
        "user": telegram.bot,
        "status": "kicked",
        "until_date": 0,
    }


def test_migrates_then_both_ids_are_announced(telegram: LocalTelegram, ana: Person) -> None:
    """The old group names the new id, and the new one the old."""
    old = telegram.group("Class", ana)

    new = telegram.migrates(old)

    announced = [update["message"] for update in telegram.updates.first(10)]
    assert [
        (m["chat"]["id"], m.get("migrate_to_chat_id"), m.get("migrate_from_chat_id"))
        for m in announced
    ] == [(old.id, new.id, None), (new.id, None, old.id)]


def test_removes_bot_then_it_may_not_write(
    telegram: LocalTelegram, ana: Person, call: Caller
) -> None:
    """A bot that was thrown out is refused."""
    group = telegram.group("Class", ana)
    telegram.removes_bot(ana, group)

    assert (
        call.refusal("sendMessage", chat_id=group.id, text="x")
        == "Forbidden: bot was kicked from the group chat"
    )


@pytest.mark.parametrize("text", ["", " ", "x" * 4097])
def test_says_when_no_message_could_hold_it_then_refuses(
    telegram: LocalTelegram, ana: Person, text: str
) -> None:
    """Nobody can send an empty text or one that is too long."""
    with pytest.raises(ValueError, match="1 to 4,096"):
        telegram.says(ana, text)
