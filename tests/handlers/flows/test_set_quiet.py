"""Quiet hours: from when, until when, or none."""

import pytest

from scheduler.actions import export_of
from tests.handlers.parent import Parent


async def quiet(parent: Parent) -> tuple[str, str]:
    """Start and end as they are kept."""
    (chat,) = (await export_of(parent.sessions, chat_id=parent.chat_id))["chat"]
    return chat["quiet_start"], chat["quiet_end"]


async def test_quiet_when_tapped_then_asks_for_the_end_and_keeps_both(parent: Parent) -> None:
    """The second question repeats the first answer."""
    asked = await parent.does("/settings", "[Quiet hours]", "[9:00 PM]")
    await parent.taps("6:00 AM")

    assert asked == "Quiet from 9:00 PM until when?"
    assert await quiet(parent) == ("21:00:00", "06:00:00")


async def test_quiet_when_back_is_tapped_then_the_start_is_asked_again(parent: Parent) -> None:
    """A slip at the first question can be mended at the second."""
    await parent.does("/settings", "[Quiet hours]", "[9:00 PM]", "[← Back]", "[10:00 PM]")
    await parent.taps("6:00 AM")

    assert await quiet(parent) == ("22:00:00", "06:00:00")


async def test_quiet_when_none_then_ends_are_equal(parent: Parent) -> None:
    """No quiet hours is one tap."""
    await parent.does("/settings", "[Quiet hours]", "[No quiet hours]")

    assert await quiet(parent) == ("00:00:00", "00:00:00")


@pytest.mark.parametrize("steps", [(), ("9 pm",)])
async def test_quiet_when_it_cannot_be_read_then_is_asked_again(
    parent: Parent, steps: tuple[str, ...]
) -> None:
    """Both questions ask again, and nothing is kept."""
    said = await parent.does("/settings", "[Quiet hours]", *steps, "later")

    assert said.splitlines()[0] == "I could not read that time. Try it like this: 7:30 pm."
    assert await quiet(parent) == ("21:30:00", "07:00:00")


async def test_quiet_when_none_is_forged_at_the_second_question_then_is_asked_again(
    parent: Parent,
) -> None:
    """The button of one question is no answer to the other."""
    await parent.does("/settings", "[Quiet hours]", "9 pm")
    forged = parent.payload("6:00 AM").replace("0600", "none")

    assert (await parent.presses(forged)).startswith("I could not read that time.")
