"""A nickname that looks like markup, in what comes unasked."""

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import FIRST, family

NICKNAME = "<b>&_*"


async def test_markup_in_a_nickname_then_card_and_reminder_show_it_as_written(
    bot: EmulatedBot,
) -> None:
    """Neither breaks the message, and neither is swallowed."""
    maria = await family(bot, nickname=NICKNAME)
    await maria.says("tomorrow <i>assembly</i> & </b> drill")
    await maria.taps("Yes")

    await bot.advance_to(FIRST)

    card, reminder = (text.split("\n") for _, text in maria.unasked())
    assert card[:2] == [
        f"🌙 Tomorrow for {NICKNAME}: Wednesday, September 9, 2026",
        "Different: <i>assembly</i> & </b> drill",
    ]
    assert reminder[0] == f"{NICKNAME}: Meeting (IEP)"
