"""What parents write in their own words: news, wishes and questions, told apart."""

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import family

# The bot is shared: every test has a parent of its own, and none moves the clock far.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("said", "echoed"),
    [
        # The very example of /help.
        ("IEP meeting Oct 3 at 2pm", "Saturday, October 3, 2026 at 2:00 PM"),
        ("Sam's IEP annual review is on March 16, 2027", "Tuesday, March 16, 2027"),
        ("Monday is practice testing", "Monday, September 14, 2026"),
        ("no recess on Monday, practice tests all morning", "Monday, September 14, 2026"),
    ],
)
async def test_date_told_in_a_sentence_then_it_is_proposed(
    shared: EmulatedBot, said: str, echoed: str
) -> None:
    """What names a day and a thing of the plan is news, not a question."""
    maria = await family(shared)

    answer = await maria.says(said)

    assert echoed in answer


async def test_whole_sentence_when_asked_what_it_is_then_the_day_is_not_asked_again(
    shared: EmulatedBot,
) -> None:
    """The kind was asked for, and the day was said along with it."""
    maria = await family(shared)
    await maria.says("/add")

    said = await maria.says("IEP meeting on Oct 9 at 3 pm")

    assert "Friday, October 9, 2026 at 3:00 PM" in said


@pytest.mark.parametrize("said", ["is there school tomorrow", "cancel tomorrow"])
async def test_question_about_tomorrow_then_tomorrow_is_shown(
    shared: EmulatedBot, said: str
) -> None:
    """Nobody wants a card that says "there school" or "cancel"."""
    maria = await family(shared)

    answer = await maria.says(said)

    assert "Here is what goes on the card" not in answer


async def test_goal_in_one_sentence_then_it_keeps_its_name(shared: EmulatedBot) -> None:
    """The reading goal is called so, as it is when its name is typed on its own."""
    maria = await family(shared)

    answer = await maria.says("remind me of the reading goal due Nov 2")

    assert "Sam: reading goal (IEP)" in answer


async def test_other_change_at_yes_then_it_does_not_move_the_one_that_is_open(
    shared: EmulatedBot,
) -> None:
    """News of "no school Friday" is not "practice testing on Friday"."""
    maria = await family(shared)
    await maria.says("tomorrow is practice testing 9-11")

    said = await maria.says("no school Friday")

    assert "practice testing" not in said or "Friday, September 11" not in said


async def test_other_date_at_yes_then_it_does_not_move_the_one_that_is_open(
    shared: EmulatedBot,
) -> None:
    """News of the annual review is not a meeting on November 3."""
    maria = await family(shared)
    await maria.says("remind me about the IEP meeting Oct 9 at 2pm")

    said = await maria.says("the annual review is Nov 3")

    assert "Sam: Meeting (IEP)\nTuesday, November 3, 2026" not in said


async def test_wish_at_yes_then_it_is_granted_and_the_question_stays(shared: EmulatedBot) -> None:
    """A wish to see the dates shows the dates, whatever is open."""
    maria = await family(shared)
    await maria.says("remind me about the IEP meeting Oct 9 at 2pm")

    said = await maria.says("show my dates")

    assert "• Thu, Oct 1: Meeting (IEP), in 23 days" in said
