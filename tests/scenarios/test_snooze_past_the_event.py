"""A reminder that is put off to "later today" while the meeting is sooner."""

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import CHICAGO, MORNING, family, keeps


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


async def test_tomorrow_when_the_meeting_is_in_the_morning_then_it_comes_before_it(
    bot: EmulatedBot,
) -> None:
    """The family's hour is nine, and the meeting is at half past eight."""
    await bot.at(MORNING, CHICAGO)
    maria = bot.person("Maria")
    await keeps(maria, "remind me about the IEP meeting Oct 1 at 8:30 am")
    await bot.advance_to("2026-09-30 09:05")
    await maria.taps("Snooze", "Tomorrow")

    await bot.advance_to("2026-10-01 08:00")

    at, _ = maria.unasked()[-1]
    assert at == "2026-10-01 07:30"


async def test_snooze_when_the_date_is_tomorrow_then_no_longer_delay_is_offered(
    bot: EmulatedBot,
) -> None:
    """Three days on, the meeting would be over."""
    maria = await family(bot)
    await bot.advance_to("2026-09-30 12:30")
    await maria.taps("Snooze")

    assert [label for label, _ in maria.last().buttons] == [
        "Later today",
        "Tomorrow",
        "Pick a day",
    ]


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
