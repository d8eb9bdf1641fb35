"""Days that are none, are over or are too far: asked about, never kept in silence."""

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import family
from tests.scenarios.talker import Talker

# The bot is shared: every test has a parent of its own, and none moves the clock far.
pytestmark = pytest.mark.asyncio(loop_scope="module")

_IMPOSSIBLE = "There is no such day in the calendar. Could you check the numbers?"


async def _asked_for_a_day(shared: EmulatedBot) -> Talker:
    maria = await family(shared)
    await maria.says("/add")
    await maria.taps("IEP meeting")
    return maria


@pytest.mark.parametrize(
    ("typed", "answered"),
    [
        ("2/30", _IMPOSSIBLE),
        ("13/13", _IMPOSSIBLE),
        ("0/0/0", _IMPOSSIBLE),
        ("Feb 29 2027", _IMPOSSIBLE),
        ("2026-13-05", _IMPOSSIBLE),
        ("yesterday", "Monday, September 7, 2026 has passed. Which day do you mean?"),
        ("9/1/2020", "Tuesday, September 1, 2020 has passed. Which day do you mean?"),
        ("Oct 3 9999", "is more than four years away. Which day do you mean?"),
        ("12/5/2045", "is more than four years away. Which day do you mean?"),
        ("99999999999999999999", "I could not find a day in that."),
        ("soon", "I could not find a day in that."),
        ("in 999999999 weeks", "I could not find a day in that."),
        ("October", "Which day of that month?"),
    ],
)
async def test_bad_day_then_it_is_asked_about_and_the_question_stays(
    shared: EmulatedBot, typed: str, answered: str
) -> None:
    """A slip is said kindly; the next answer is taken as if nothing had been."""
    maria = await _asked_for_a_day(shared)

    answer = await maria.says(typed)

    assert answered in answer
    assert "Saturday, October 10, 2026" in await maria.says("Oct 10")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Oct 3 at noon", "Saturday, October 3, 2026 at 12:00 PM"),
        ("Oct 3 at midnight", "Saturday, October 3, 2026 at 12:00 AM"),
        ("feb 29 2028", "Tuesday, February 29, 2028"),
        ("3rd Friday of November", "Friday, November 20, 2026"),
        ("tomorrow", "Wednesday, September 9, 2026"),
        ("in 2 weeks", "Tuesday, September 22, 2026"),
        ("2026-10-03", "Saturday, October 3, 2026"),
        ("12/5/26", "Saturday, December 5, 2026"),
        ("December 5 2026 2:30pm", "Saturday, December 5, 2026 at 2:30 PM"),
        ("Nov 1 at 1:30 am", "Sunday, November 1, 2026 at 1:30 AM"),
        ("3/14/27 2:30am", "Sunday, March 14, 2027 at 2:30 AM"),
    ],
)
async def test_odd_but_good_day_then_it_is_echoed_and_kept(
    shared: EmulatedBot, typed: str, kept: str
) -> None:
    """Every form that a parent writes is understood and shown back before it is kept."""
    maria = await _asked_for_a_day(shared)

    echo = await maria.says(typed)

    assert kept in echo
    assert kept in await maria.taps("Yes")
