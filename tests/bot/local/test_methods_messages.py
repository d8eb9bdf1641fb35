"""Sending, changing and removing messages, as strict as Telegram is."""

from datetime import timedelta

import pytest

from bot.local import LocalClock, LocalTelegram, Person
from tests.bot.local.conftest import Caller


def test_send_message_when_html_then_answers_text_and_entities(call: Caller, ana: Person) -> None:
    """The answer holds the text without tags, and where they were."""
    message = call("sendMessage", chat_id=ana.id, text="<b>Hi</b> ", parse_mode="html")

    assert (message["text"], message["entities"], message["date"]) == (
        "Hi",
        [{"offset": 0, "length": 2, "type": "bold"}],
        1790856000,
    )


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "text must be non-empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "👋" * 2049}, "message is too long"),
        ({"text": "x" * 33_000}, "text is too long"),
        ({"text": "x", "parse_mode": "troff"}, "unsupported parse_mode"),
        (
            {"text": "*x*", "parse_mode": "MarkdownV2"},
            "unsupported parse_mode: the local server reads HTML only",
        ),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "chat_id": "12"}, "chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "x", "reply_to_message_id": 99}, "message to be replied not found"),
        (
            {"text": "x", "reply_parameters": '{"message_id":99}'},
            "message to be replied not found",
        ),
        ({"text": "x", "reply_parameters": "{"}, "can't parse reply parameters JSON object"),
        (
            {"text": "x", "reply_parameters": {"message_id": "y"}},
            'can\'t parse reply parameters: Field "message_id" must be a valid Number',
        ),
        (
            {"text": "x", "entities": [{"type": "bold", "offset": [], "length": 1}]},
            'can\'t parse MessageEntity: Field "offset" must be a Number',
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "url": 5}]]}},
            "inline keyboard button URL '5' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "entities": [{"type": "bold"}]},
            "can't parse MessageEntity: Can't find field \"offset\"",
        ),
    ],
)
def test_send_message_when_wrong_then_refuses(
    call: Caller, ana: Person, values: dict[str, object], words: str
) -> None:
    """Each wrong message is refused in Telegram's words."""
    refusal = call.refusal("sendMessage", **{"chat_id": ana.id, **values})

    assert refusal == f"Bad Request: {words}"


@pytest.mark.parametrize("text", ["x" * 4096, "👋" * 2048, f"<b>{'x' * 4096}</b>"])
def test_send_message_when_as_long_as_can_be_then_sends(
    call: Caller, ana: Person, text: str
) -> None:
    """The limit of 4,096 counts UTF-16 units, after the tags are read."""
    message = call("sendMessage", chat_id=ana.id, text=text, parse_mode="HTML")

    assert message["message_id"] > 0


def test_send_message_when_reply_may_be_missing_then_sends_without(
    call: Caller, ana: Person
) -> None:
    """A lenient reply to a message that is gone is sent as no reply."""
    reply = {"message_id": 99, "allow_sending_without_reply": True}

    message = call("sendMessage", chat_id=ana.id, text="x", reply_parameters=reply)

    assert "reply_to_message" not in message


def test_send_message_when_reply_then_shows_what_it_replies_to(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """A reply holds the message that it replies to."""
    said = telegram.says(ana, "Hello")

    message = call("sendMessage", chat_id=ana.id, text="x", reply_to_message_id=said["message_id"])

    assert message["reply_to_message"] == said


def test_send_message_when_blocked_then_403(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """Nobody who blocked the bot is written to, until they write again."""
    telegram.blocks(ana)
    refusal = call.refusal("sendMessage", chat_id=ana.id, text="x")
    telegram.says(ana, "/start")

    assert (refusal, call("sendMessage", chat_id=ana.id, text="y")["text"]) == (
        "Forbidden: bot was blocked by the user",
        "y",
    )


def test_send_message_when_person_never_started_then_chat_not_found(
    call: Caller, telegram: LocalTelegram
) -> None:
    """A bot cannot be the first to write."""
    ben = telegram.person("Ben", started=False)

    assert call.refusal("sendMessage", chat_id=ben.id, text="x") == "Bad Request: chat not found"


_NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


def test_edit_message_text_when_changed_then_message_changes(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """An edit changes the text and takes buttons away that are not given again."""
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}
    sent = call("sendMessage", chat_id=ana.id, text="a", reply_markup=markup)

    call("editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="b")

    kept = telegram.messages(ana)[-1]
    assert (kept["text"], "reply_markup" in kept, "edit_date" in kept) == ("b", False, True)


@pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup"])
def test_edit_when_nothing_changes_then_refuses(call: Caller, ana: Person, method: str) -> None:
    """An edit to the same is refused, a second time as well."""
    sent = call("sendMessage", chat_id=ana.id, text="a")

    refusal = call.refusal(method, chat_id=ana.id, message_id=sent["message_id"], text="a")

    assert refusal == _NOT_MODIFIED


def test_edit_message_text_when_not_the_bots_then_refuses(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """A bot edits its own messages only."""
    said = telegram.says(ana, "mine")

    refusal = call.refusal(
        "editMessageText", chat_id=ana.id, message_id=said["message_id"], text="b"
    )

    assert refusal == "Bad Request: message can't be edited"


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        ("editMessageText", {"message_id": 99, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"message_id": 99, "text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ("deleteMessage", {"message_id": 99}, "message to delete not found"),
        ("deleteMessage", {}, "message identifier is not specified"),
        ("deleteMessages", {}, "message identifiers are not specified"),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        ("deleteMessages", {"message_ids": "{"}, "can't parse message_ids JSON object"),
        ("deleteMessages", {"message_ids": [None]}, "message identifier must be a Number"),
        ("deleteMessages", {"message_ids": ["a"]}, "can't parse message identifier as a Number"),
        ("deleteMessages", {"message_ids": [0]}, "invalid message identifier specified"),
        ("unpinChatMessage", {"message_id": 99}, "message to unpin not found"),
        ("pinChatMessage", {"message_id": 99}, "message to pin not found"),
        ("setMessageReaction", {"message_id": 99}, "message to react not found"),
        ("sendChatAction", {"action": "dance"}, "wrong parameter action in request"),
    ],
)
def test_method_when_it_names_nothing_then_refuses(
    call: Caller, ana: Person, method: str, values: dict[str, object], words: str
) -> None:
    """What is not there cannot be changed."""
    assert call.refusal(method, chat_id=ana.id, **values) == f"Bad Request: {words}"


def test_edit_message_text_of_a_document_then_refuses(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """A message without text has no text to edit."""
    stored = telegram.files.put(b"x", name="a.txt", folder="documents")
    sent = call("sendDocument", chat_id=ana.id, document=stored.file_id)

    refusal = call.refusal(
        "editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="b"
    )

    assert refusal == "Bad Request: there is no text in the message to edit"


def test_delete_message_when_two_days_old_then_refuses(
    call: Caller, clock: LocalClock, ana: Person
) -> None:
    """After 48 hours a message stays."""
    sent = call("sendMessage", chat_id=ana.id, text="a")
    clock.advance(timedelta(hours=48, seconds=1))

    refusal = call.refusal("deleteMessage", chat_id=ana.id, message_id=sent["message_id"])

    assert refusal == "Bad Request: message can't be deleted for everyone"


def test_delete_message_when_fresh_then_gone(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """A deleted message is in the chat no more."""
    sent = call("sendMessage", chat_id=ana.id, text="a")

    call("deleteMessage", chat_id=ana.id, message_id=sent["message_id"])

    assert telegram.messages(ana) == []


def test_send_chat_action_then_typing_until_the_next_message(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """The bot shows as busy until it has written."""
    call("sendChatAction", chat_id=ana.id, action="typing")
    before = telegram.is_typing(ana.id)
    call("sendMessage", chat_id=ana.id, text="a")

    assert (before, telegram.is_typing(ana.id)) == (True, False)


def test_perform_when_method_unknown_then_404(call: Caller) -> None:
    """A method that is not known is refused in Telegram's words."""
    assert call.refusal("sendPigeon") == "Not Found: method not found"
