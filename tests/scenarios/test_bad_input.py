"""What nobody should send, and somebody will: a kind answer, and nothing kept is lost."""

import string
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import CHICAGO, MORNING, family
from tests.scenarios.talker import Talker

# The bot is shared: every test has a parent of its own, and none moves the clock far.
pytestmark = pytest.mark.asyncio(loop_scope="module")

_FAULT = "Something went wrong on my side."
_JUNK = (string.printable.replace("\x0b", "").replace("\x0c", "") * 50)[:4096]
_DATES = "Sam\n• Thu, Oct 1: Meeting (IEP), in 23 days"

Act = Callable[[Talker], Coroutine[Any, Any, str]]


async def _answered_and_kept(maria: Talker, act: Act) -> str:
    """Do it, and see that what was kept is still there; the answer."""
    answer = await act(maria)
    assert _FAULT not in answer
    assert _DATES in await maria.says("/dates")
    return answer


@pytest.mark.parametrize(
    "text",
    [
        ".",
        "\u200b\u200b\u200b",
        "😀😀😀😀",
        "❓",
        _JUNK,
        "x" * 4096,
        "🙈" * 2048,
        "<b>&_*[](http://x)`",
        "</b></i>&lt;script&gt;",
        "''; DROP TABLE child; --",
        "\u202eright to left",
        "a\x00b",
        "/",
        "//",
        "/" + "x" * 300,
    ],
    ids=range(15),
)
async def test_odd_text_then_it_is_answered_and_nothing_is_lost(
    shared: EmulatedBot, text: str
) -> None:
    """No text meets silence, and none breaks what is kept."""
    maria = await family(shared)

    answer = await _answered_and_kept(maria, lambda talker: talker.says(text))

    assert answer != ""


@pytest.mark.parametrize(
    ("kind", "fields", "answered"),
    [
        ("sticker", {"emoji": "😀"}, "I read words best"),
        ("voice", {"duration": 3}, "I cannot listen to voice messages yet"),
        ("photo", {}, "I cannot read pictures yet"),
        ("document", {}, "I cannot read files yet"),
        ("contact", {"first_name": "Leo", "phone_number": "555-0100"}, "I do not keep contacts"),
        ("location", {"latitude": 41.9, "longitude": -87.6}, "I did not keep your location"),
        ("photo", {"caption": "what is an iep"}, "IEP"),
    ],
)
async def test_no_words_then_it_says_what_helps(
    shared: EmulatedBot, kind: str, fields: dict[str, Any], answered: str
) -> None:
    """A picture, a voice, a contact: told kindly what can be done instead."""
    maria = await family(shared)

    answer = await _answered_and_kept(maria, lambda talker: talker.sends(kind, **fields))

    assert answered in answer


async def test_forwarded_note_then_it_becomes_a_proposal(shared: EmulatedBot) -> None:
    """A teacher's note names days: one tap keeps it."""
    maria = await family(shared)

    answer = await _answered_and_kept(
        maria,
        lambda talker: talker.sends("forward", text="Thu-Fri practice testing, lunch at 12:30"),
    )

    assert answer.startswith("Here is what goes on the card. Is it right?")


async def test_edited_message_then_nothing_is_done_twice(shared: EmulatedBot) -> None:
    """An edit is seen, said to be seen, and changes nothing."""
    maria = await family(shared)
    said = shared.telegram.says(maria.person, "remind me of the progress report Oct 9")
    await shared.quiet()
    await maria.taps("Cancel")
    screen = len(maria.screen)

    shared.telegram.edits(maria.person, said["message_id"], "remind me of it on Oct 10")
    await shared.quiet()

    (answer,) = maria.screen[screen:]
    assert answer.text.startswith("I saw your change. I only act on new messages")


@pytest.mark.parametrize(
    ("command", "answered"),
    [
        ("/HELP", "What I can do"),
        ("/Help@Plankeeper_Local_Bot", "What I can do"),
        ("/dates please", "Your dates"),
        ("/nonsense", "I do not know that command"),
        ("/add@plankeeper_local_bot IEP meeting Oct 3 at 2", "Here is what I understood"),
    ],
)
async def test_odd_command_then_it_is_read_as_it_was_meant(
    shared: EmulatedBot, command: str, answered: str
) -> None:
    """Capitals and names do not matter; an unknown one gets the menu."""
    maria = await family(shared)

    assert answered in await _answered_and_kept(maria, lambda talker: talker.says(command))


@pytest.mark.parametrize(
    "data",
    [
        "v0:done:1",
        "v1:done:",
        "v1:done:abc",
        "v1:done:99999999999999999999",
        "v1:done:-1",
        "v9:delyes:1",
        "v1::::",
        "\u00e9" * 32,
        "v1:c:1:confirm:yes",
        "v1:snooze:1:9999999",
        "v1:dates:-5",
        "v1:dates:99999",
        "v1:run:nonsense",
    ],
)
async def test_odd_button_then_it_answers_and_nothing_is_lost(
    shared: EmulatedBot, data: str
) -> None:
    """An old, foreign or broken payload gets a word, and the spinner stops."""
    maria = await family(shared)
    message_id = maria.last().message_id

    answer = await _answered_and_kept(maria, lambda talker: talker.presses(message_id, data))

    assert answer != ""


@pytest.mark.parametrize("nickname", ["<b>&_*", "😀🎈", "D'Ñu-é", "a" * 30, "٣٤٥"])
async def test_odd_nickname_then_it_is_shown_as_it_was_written(
    shared: EmulatedBot, nickname: str
) -> None:
    """A name is never read as markup."""
    maria = await family(shared, nickname=nickname)

    assert maria.last().text.split("\n")[:2] == ["Kept.", f"{nickname}: Meeting (IEP)"]


@pytest.mark.parametrize(
    ("nickname", "answered"),
    [
        ("a" * 31, "Please use 30 characters or fewer."),
        ("what is an iep?", "IEP"),
        ("👍" * 31, "Please use 30 characters or fewer."),
    ],
)
async def test_impossible_nickname_then_it_is_asked_again(
    shared: EmulatedBot, nickname: str, answered: str
) -> None:
    """What cannot be a name is said so, and the question stays open."""
    await shared.at(MORNING, CHICAGO)
    maria = shared.person("Maria")
    await maria.says("remind me about the IEP meeting Oct 1 at 2pm")
    await maria.taps("Central Time")

    answer = await maria.says(nickname)

    assert answered in answer
    assert "Is it right?" in await maria.says("Sam")
