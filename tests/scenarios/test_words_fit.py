"""What the bot says fits the hour at which it says it."""

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import family


async def test_three_days_when_kept_then_it_says_when_the_first_card_comes(
    bot: EmulatedBot,
) -> None:
    """One card would be "the card"; there are three."""
    maria = await family(bot)
    await maria.says("state testing Sep 15 to Sep 17, lunch at 12:30")

    said = await maria.taps("Yes")

    assert "The first card comes on Monday, September 14, 2026 at 7:00 PM." in said


async def test_no_school_for_days_then_the_card_does_not_say_it_twice(bot: EmulatedBot) -> None:
    """To read "no school: no school" is once too often."""
    maria = await family(bot)
    await maria.says("/tomorrow no school from Sep 10 to Sep 11")
    await maria.taps("Yes")

    await bot.advance_to("2026-09-09 19:00")

    assert "No school (day 1 of 2): no school" not in maria.unasked()[0][1]


async def test_evening_before_an_early_meeting_then_it_does_not_say_that_it_starts_soon(
    bot: EmulatedBot,
) -> None:
    """The two-hour message of half past six in the morning comes the evening before."""
    maria = await family(bot)
    await maria.says("remind me of the IEP meeting tomorrow at 6:30am")
    await maria.taps("Yes")

    await bot.advance_to("2026-09-08 22:00")

    at, text = maria.unasked()[-1]
    assert at == "2026-09-08 21:29"
    assert "It starts soon" not in text


async def test_done_when_an_older_date_is_still_open_then_next_is_one_that_is_ahead(
    bot: EmulatedBot,
) -> None:
    """A meeting of four months ago is not what comes next."""
    maria = await family(bot)
    await maria.says("remind me to call the nurse Oct 20")
    await maria.taps("Yes")
    await maria.says("remind me to buy glue Oct 25")
    await maria.taps("Yes")
    await bot.advance_to("2026-10-20 10:00")

    said = await maria.taps("Done")

    assert "Next for Sam: buy glue on Sunday, October 25, 2026, in 5 days." in said
