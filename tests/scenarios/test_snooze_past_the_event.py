"""A reminder that is put off to "later today" while the meeting is sooner."""

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import family


async def test_later_today_when_the_meeting_is_sooner_then_it_comes_before_the_meeting(
    bot: EmulatedBot,
) -> None:
    """At half past three nobody can get ready for two o'clock."""
    maria = await family(bot)
    await bot.advance_to("2026-10-01 12:30")
    await maria.taps("Snooze", "Later today")

    await bot.advance_to("2026-10-01 20:00")

    at, _ = maria.unasked()[-1]
    assert "2026-10-01 12:30" < at < "2026-10-01 14:00"


async def test_reminder_after_the_meeting_on_its_day_then_it_asks_whether_it_took_place(
    bot: EmulatedBot,
) -> None:
    """What was over at two is over at eight, though it is still the same day."""
    maria = await family(bot)
    await bot.advance_to("2026-10-01 10:00")
    await bot.crash()
    await bot.telegram.step_to(bot.instant("2026-10-01 20:00"))

    await bot.start()

    _, text = maria.unasked()[-1]
    assert text.endswith("Did it take place? Tap Done, or give it a new day. Both are fine.")
