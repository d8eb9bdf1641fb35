"""A meeting that did not take place gets a new day: it is a new meeting to be told of."""

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import family

# Told of on September 24 and 30 and two hours before, for October 1 at two.
TOLD = ["2026-09-24 09:00", "2026-09-30 09:00", "2026-10-01 12:00"]


@pytest.mark.parametrize("asked_on", ["2026-10-01 13:00", "2026-10-12 16:30"])
async def test_new_day_when_all_was_told_of_the_old_one_then_all_comes_for_the_new_one(
    bot: EmulatedBot, asked_on: str
) -> None:
    """Nobody misses the meeting of October 20 because they were told of the one before."""
    maria = await family(bot)
    await bot.advance_to(asked_on)
    await maria.says("/dates")
    await maria.taps("Meeting", "Edit", "The day")
    await maria.says("Oct 20")
    await maria.taps("Yes")

    await bot.advance_to("2026-10-25 12:00")

    new = ["2026-10-13 09:00", "2026-10-19 09:00", "2026-10-20 12:00"]
    assert [at for at, _ in maria.unasked()] == [*TOLD, *new]
