"""The process dies at the worst moments, and begins again on the same database file."""

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import CHICAGO, FIRST, MORNING, family, keeps, until
from tests.scenarios.talker import Talker


async def test_half_filled_conversation_when_killed_then_the_next_answer_continues_it(
    bot: EmulatedBot, maria: Talker
) -> None:
    """Each answer survives; nobody begins again."""
    await bot.at(MORNING, CHICAGO)
    await maria.says("/add")
    await bot.crash_and_restart()
    await maria.taps("Central Time")
    await bot.crash_and_restart()
    await maria.says("Sam")
    await bot.crash_and_restart()
    await maria.taps("IEP meeting")
    await bot.crash_and_restart()
    await maria.says("Oct 1 at 2pm")
    await bot.crash_and_restart()

    kept = await maria.taps("Yes")

    assert kept.startswith("Kept.\nSam: Meeting (IEP)\nThursday, October 1, 2026 at 2:00 PM")


async def test_tap_while_dead_then_it_is_answered_after_the_restart(bot: EmulatedBot) -> None:
    """What Telegram kept for the bot meanwhile is done."""
    maria = await family(bot)
    await bot.crash()
    bot.telegram.says(maria.person, "/dates")

    await bot.start()

    assert maria.last().text.startswith("Your dates")


@pytest.mark.parametrize(("delivered", "times"), [(False, 1), (True, 2)])
async def test_killed_while_a_reminder_is_on_the_wire_then_it_arrives_after_all(
    bot: EmulatedBot, *, delivered: bool, times: int
) -> None:
    """Between due and sent, and between sent and written down: never lost, at most doubled."""
    maria = await family(bot)
    await bot.advance_to("2026-09-24 08:59")
    bot.telegram.fails("silence", "sendMessage", delivered=delivered)
    bot.clock.move_to(bot.instant(FIRST))
    await until(lambda: not bot.telegram.faults)

    await bot.crash_and_restart()

    assert [at for at, _ in maria.unasked()] == [FIRST] * times


async def test_killed_between_queued_and_sent_then_it_arrives_once(bot: EmulatedBot) -> None:
    """A letter that waits in the outbox is sent by the next process."""
    maria = await family(bot)
    bot.telegram.fails("too_many_requests", "sendMessage", retry_after=60)
    await bot.advance_to(FIRST)
    await bot.crash_and_restart()

    await bot.advance_to("2026-09-24 12:00")

    assert [at for at, _ in maria.unasked()] == ["2026-09-24 09:01"]


async def test_killed_after_yes_before_its_answer_then_the_date_is_kept_once(
    bot: EmulatedBot,
) -> None:
    """The same Yes comes again after the restart and keeps no second date."""
    await bot.at(MORNING, CHICAGO)
    maria = bot.person("Maria")
    await maria.says("remind me about the IEP meeting Oct 1 at 2pm")
    await maria.taps("Central Time")
    await maria.says("Sam")
    await _yes_is_cut_off(bot, maria)

    said = await maria.says("/dates")

    assert said.count("• Thu, Oct 1: Meeting (IEP), in 23 days") == 1


async def _yes_is_cut_off(bot: EmulatedBot, maria: Talker) -> None:
    """The parent taps Yes; the process dies with the answer on the wire, and starts again."""
    shown = maria.shown_with("Yes")
    bot.telegram.fails("silence", "editMessageText")
    bot.telegram.presses(maria.person, shown.message_id, shown.data_of("Yes") or "")
    await until(lambda: not bot.telegram.faults)
    await bot.crash_and_restart()


async def test_killed_after_yes_before_its_answer_then_it_does_not_say_that_nothing_was_kept(
    bot: EmulatedBot,
) -> None:
    """To say that nothing was changed would make the parent enter the date again."""
    await bot.at(MORNING, CHICAGO)
    maria = bot.person("Maria")
    await maria.says("remind me about the IEP meeting Oct 1 at 2pm")
    await maria.taps("Central Time")
    await maria.says("Sam")

    await _yes_is_cut_off(bot, maria)

    toasts = [call.params.get("text") for call in bot.telegram.transcript.of("answerCallbackQuery")]
    assert [text for text in toasts if text] == [
        "That question is closed. /dates shows what I keep."
    ]


async def test_two_weeks_dead_then_one_digest_a_family_that_says_it_is_late(
    bot: EmulatedBot,
) -> None:
    """A backlog is one message, however long it grew."""
    maria = await family(bot)
    await maria.says("remind me of the progress report Sep 21")
    await maria.taps("Yes")
    leo = bot.person("Leo")
    await keeps(leo, nickname="Maya")
    await bot.crash()
    await bot.telegram.step_to(bot.instant("2026-09-25 10:00"))

    await bot.start()

    assert [(at, text.split("\n")[0]) for at, text in maria.unasked()] == [
        (
            "2026-09-25 10:00",
            "Some of this should have come from Monday at 9:00 AM on. I am sorry.",
        )
    ]
    assert [(at, text.split("\n")[0]) for at, text in leo.unasked()] == [
        ("2026-09-25 10:00", "This should have come on Thursday at 9:00 AM. I am sorry.")
    ]


async def test_two_weeks_dead_then_what_follows_comes_in_time(bot: EmulatedBot) -> None:
    """After the digest the year goes on as planned, with nothing told twice."""
    maria = await family(bot)
    await bot.crash()
    await bot.telegram.step_to(bot.instant("2026-09-25 10:00"))
    await bot.start()

    await bot.advance_to("2026-10-03 12:00")

    assert [at for at, _ in maria.unasked()] == [
        "2026-09-25 10:00",
        "2026-09-30 09:00",
        "2026-10-01 12:00",
    ]


async def test_dead_over_a_date_then_it_is_told_once_that_it_is_over(bot: EmulatedBot) -> None:
    """A date that passed meanwhile is not lost from sight: did it take place?"""
    maria = await family(bot)
    await bot.crash()
    await bot.telegram.step_to(bot.instant("2026-10-03 10:00"))

    await bot.start()

    ((_, text),) = maria.unasked()
    assert text.endswith("Did it take place? Tap Done, or give it a new day. Both are fine.")


async def test_dead_over_an_evening_then_a_card_whose_day_has_begun_is_not_sent(
    bot: EmulatedBot,
) -> None:
    """A card about a day that has begun helps nobody."""
    maria = await family(bot)
    await maria.says("tomorrow is a field trip")
    await maria.taps("Yes")
    await bot.crash()
    await bot.telegram.step_to(bot.instant("2026-09-09 08:00"))

    await bot.start()

    assert maria.unasked() == []


async def test_dead_over_the_evening_hour_then_the_card_comes_late_but_in_time(
    bot: EmulatedBot,
) -> None:
    """Back before bedtime: the card still helps, and says that it is late."""
    maria = await family(bot)
    await maria.says("tomorrow is a field trip")
    await maria.taps("Yes")
    await bot.crash()
    await bot.telegram.step_to(bot.instant("2026-09-08 20:30"))

    await bot.start()

    ((at, text),) = maria.unasked()
    assert (at, text.split("\n")[0]) == (
        "2026-09-08 20:30",
        "This should have come on Tuesday at 7:00 PM. I am sorry.",
    )


async def test_back_at_night_then_what_is_late_waits_for_the_morning(bot: EmulatedBot) -> None:
    """Late is no reason to wake a family: quiet hours hold, then it comes once."""
    maria = await family(bot)
    await bot.crash()
    await bot.telegram.step_to(bot.instant("2026-09-25 02:00"))
    await bot.start()

    await bot.advance_to("2026-09-25 12:00")

    assert [at for at, _ in maria.unasked()] == ["2026-09-25 07:00"]


async def test_outage_then_status_says_what_was_late_and_why(bot: EmulatedBot) -> None:
    """An honest word: the bot was not running."""
    maria = await family(bot)
    await bot.crash()
    await bot.telegram.step_to(bot.instant("2026-09-25 10:00"))
    await bot.start()

    said = await maria.says("/status")

    assert "I was not running then. I am sorry." in said
