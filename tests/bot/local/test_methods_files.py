"""Documents and pictures."""

import pytest

from bot.local import LocalTelegram, Person
from bot.local.errors import ApiError
from bot.local.files import size_of_picture
from bot.local.media import tiny_picture
from bot.local.methods import perform
from bot.local.payload import Params, Upload
from tests.bot.local.conftest import Caller


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "there is no document in the request"),
        ({"document": "attach://gone"}, "there is no document in the request"),
        ({"document": "nonsense"}, "wrong file identifier/HTTP URL specified"),
        ({"document": "https://example.org/a.pdf"}, "failed to get HTTP URL content"),
    ],
)
def test_send_document_when_there_is_none_then_refuses(
    call: Caller, ana: Person, values: dict[str, object], words: str
) -> None:
    """A call without a file is refused in Telegram's words."""
    assert call.refusal("sendDocument", chat_id=ana.id, **values) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("method", "content", "caption", "words"),
    [
        ("sendDocument", b"", "", "file must be non-empty"),
        ("sendDocument", b"x", "y" * 1025, "message caption is too long"),
        ("sendDocument", b"x", "<b>", 'can\'t parse entities: Can\'t find end tag '
         'corresponding to start tag "b"'),
        ("sendPhoto", b"no picture", "", "IMAGE_PROCESS_FAILED"),
    ],
)  # fmt: skip
def test_send_file_when_wrong_then_refuses(
    telegram: LocalTelegram, ana: Person, method: str, content: bytes, caption: str, words: str
) -> None:
    """An empty file, a caption that is too long and a broken picture are refused."""
    upload = Upload("a.bin", "", content)
    values = {"chat_id": ana.id, "caption": caption, "parse_mode": "HTML"}
    files = {"document": upload, "photo": upload}

    with pytest.raises(ApiError) as caught:
        perform(telegram, method, Params(values, files))

    assert caught.value.description == f"Bad Request: {words}"


def test_size_of_picture_reads_png_and_jpeg() -> None:
    """Width and height stand in the file's head."""
    frame = b"\xff\xc0\x00\x11\x08\x00\x05\x00\x07" + b"\0" * 10
    jpeg = b"\xff\xd8\xff\xe0\x00\x04\x00\x00" + frame

    assert (size_of_picture(tiny_picture(3, 4)), size_of_picture(jpeg)) == ((3, 4), (7, 5))


def test_get_file_when_id_is_unknown_then_refuses(call: Caller) -> None:
    """A file that is not there has no path."""
    assert (
        call.refusal("getFile", file_id="x")
        == "Bad Request: wrong file_id or the file is temporarily unavailable"
    )
