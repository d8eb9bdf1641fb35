"""How many messages a changed setting moved."""

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import family


async def test_evening_hour_when_no_card_waits_then_it_says_that_nothing_moved(
    bot: EmulatedBot,
) -> None:
    """Reminders do not hang on the evening hour."""
    maria = await family(bot)
    await maria.says("/settings")
    await maria.taps("Evening")

    said = await maria.says("8:00 pm")

    assert said.startswith("Saved. No waiting message had to move.")
