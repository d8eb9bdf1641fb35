"""Reply markup that Telegram refuses."""

import pytest

from bot.local import Person
from tests.bot.local.conftest import Caller

_PLAIN = "can't parse inline keyboard button: "


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x"},
            f"{_PLAIN}Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "callback_data": ""},
            f"{_PLAIN}Text buttons are unallowed in the inline keyboard",
        ),
        ({"callback_data": "x"}, f'{_PLAIN}Can\'t find field "text"'),
        ("x", f"{_PLAIN}InlineKeyboardButton must be an Object"),
        ({"text": "x", "copy_text": {"text": "y" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        (
            {"text": "x", "url": "not-a-url"},
            "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "url": "http://localhost/a"},
            "inline keyboard button URL 'http://localhost/a' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "x", "url": "ftp://example.org"},
            "inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
        ),
        (
            {"text": "x", "url": "https://"},
            "inline keyboard button URL 'https://' is invalid: URL host is empty",
        ),
    ],
)
def test_send_message_when_a_button_is_wrong_then_refuses(
    call: Caller, ana: Person, button: object, words: str
) -> None:
    """Each wrong button is refused in Telegram's words."""
    markup = {"inline_keyboard": [[button]]}

    refusal = call.refusal("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)

    assert refusal == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        (
            '{"inline_keyboard":[{}]}',
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]] * 101},
            "reply markup is too long",
        ),
    ],
)
def test_send_message_when_markup_is_wrong_then_refuses(
    call: Caller, ana: Person, markup: object, words: str
) -> None:
    """Markup of a wrong shape is refused."""
    refusal = call.refusal("sendMessage", chat_id=ana.id, text="x", reply_markup=markup)

    assert refusal == f"Bad Request: {words}"


def test_send_message_when_buttons_are_at_their_limits_then_sends(
    call: Caller, ana: Person
) -> None:
    """64 bytes of data and 256 characters to copy are allowed."""
    rows = [
        [{"text": "x", "callback_data": "y" * 64}],
        [{"text": "x", "copy_text": {"text": "y" * 256}}],
        [{"text": "x", "url": "https://example.org"}],
    ]

    message = call("sendMessage", chat_id=ana.id, text="x", reply_markup={"inline_keyboard": rows})

    assert message["reply_markup"]["inline_keyboard"] == rows
