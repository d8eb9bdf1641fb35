"""A family changes its mind: what is still to come follows, what came is not said again."""

import sqlite3

import pytest

from handlers.gateway.limits import MESSAGES_A_MINUTE
from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import CHICAGO, FIRST, MORNING, family, keeps
from tests.scenarios.talker import Talker

SECOND, THIRD = "2026-09-30 09:00", "2026-10-01 12:00"
OVER = "2026-10-05 12:00"


def _minutes(talker: Talker) -> list[str]:
    return [at for at, _ in talker.unasked()]


async def _opens(maria: Talker) -> None:
    await maria.says("/dates")
    await maria.taps("Meeting")


async def test_deleted_date_then_nothing_comes(bot: EmulatedBot) -> None:
    """A date that is gone is not heard of again."""
    maria = await family(bot)
    await _opens(maria)
    await maria.taps("Delete", "Yes, delete")

    await bot.advance_to(OVER)

    assert _minutes(maria) == []


async def test_deleted_date_when_undone_then_everything_comes(bot: EmulatedBot) -> None:
    """Undo brings the date back with all its messages."""
    maria = await family(bot)
    await _opens(maria)
    await maria.taps("Delete", "Yes, delete", "Undo")

    await bot.advance_to(OVER)

    assert _minutes(maria) == [FIRST, SECOND, THIRD]


async def test_done_after_the_first_reminder_when_undone_then_only_the_rest_comes(
    bot: EmulatedBot,
) -> None:
    """What was told is not told again."""
    maria = await family(bot)
    await bot.advance_to("2026-09-24 10:00")
    await maria.taps("Done", "Undo")

    await bot.advance_to(OVER)

    assert _minutes(maria) == [FIRST, SECOND, THIRD]


async def test_hour_taken_away_then_the_two_hour_message_goes(bot: EmulatedBot) -> None:
    """Without an hour there is no "two hours before"."""
    maria = await family(bot)
    await _opens(maria)
    await maria.taps("Edit", "The time", "No time")

    await bot.advance_to(OVER)

    assert _minutes(maria) == [FIRST, SECOND]


async def test_later_hour_then_the_two_hour_message_moves_with_it(bot: EmulatedBot) -> None:
    """Two hours before four is two."""
    maria = await family(bot)
    await _opens(maria)
    await maria.taps("Edit", "The time")
    await maria.says("4 pm")

    await bot.advance_to(OVER)

    assert _minutes(maria) == [FIRST, SECOND, "2026-10-01 14:00"]


async def test_family_that_moves_then_the_local_hour_stays(bot: EmulatedBot) -> None:
    """Nine in the morning is nine in the morning in the new place."""
    maria = await family(bot)
    await maria.says("/zone")
    await maria.taps("Hawaii Time")

    await bot.at(OVER, "Pacific/Honolulu")

    assert _minutes(maria) == [FIRST, SECOND, THIRD]


async def test_other_reminder_hour_then_what_is_to_come_moves_to_it(bot: EmulatedBot) -> None:
    """A parent who works in the morning hears at half past five."""
    maria = await family(bot)
    await maria.says("/settings")
    await maria.taps("Reminder hour")
    await maria.says("5:30 pm")

    await bot.advance_to(OVER)

    assert _minutes(maria) == ["2026-09-24 17:30", "2026-09-30 17:30", THIRD]


async def test_other_language_then_the_next_reminder_is_in_it(bot: EmulatedBot) -> None:
    """The words are chosen when the message goes, not when the date was kept."""
    maria = await family(bot)
    await maria.says("/settings")
    await maria.taps("Language", "Español")

    await bot.advance_to(FIRST)

    assert maria.unasked()[0][1].split("\n")[0] == "Sam: Junta (IEP)"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # 1:30 comes twice on November 1; the first pass counts, and only once.
        ("Nov 8", ["2026-11-01 01:30", "2026-11-07 01:30", "2026-11-08 01:30"]),
        # 2:30 does not exist on March 14.
        ("Mar 21 2027", ["2027-03-14 03:30", "2027-03-20 02:30", "2027-03-21 02:30"]),
    ],
    ids=["autumn", "spring"],
)
async def test_hours_at_which_clocks_change_then_each_message_comes_once(
    bot: EmulatedBot, maria: Talker, day: str, expected: list[str]
) -> None:
    """An hour that comes twice counts once; one that is missing is an hour later."""
    await bot.at(MORNING, CHICAGO)
    await keeps(maria, f"remind me to call the nurse {day}")
    await maria.says("/settings")
    await maria.taps("Quiet hours", "No quiet hours", "Reminder hour")
    await maria.says(f"{expected[1].split(' ')[1][1:]} am")

    await bot.at("2027-03-22 12:00")

    assert _minutes(maria) == expected


async def test_two_children_on_one_minute_then_one_message_tells_of_both(
    bot: EmulatedBot,
) -> None:
    """Two things that fall together are one message."""
    maria = await family(bot)
    await maria.says("/add IEP meeting Oct 1 at 9am")
    await maria.taps("Change", "The child")
    await maria.says("Maya")
    await maria.taps("Yes")

    await bot.advance_to(FIRST)

    ((at, text),) = maria.unasked()
    heads = sorted(line for line in text.split("\n") if ": Meeting" in line)
    assert (at, heads) == (FIRST, ["Maya: Meeting (IEP)", "Sam: Meeting (IEP)"])


async def test_everything_erased_then_nothing_comes(bot: EmulatedBot) -> None:
    """Who left is left alone."""
    maria = await family(bot)
    await maria.says("/delete")
    await maria.taps("Erase it all")

    await bot.advance_to(OVER)

    assert _minutes(maria) == []


async def test_everything_erased_then_no_row_names_the_family(bot: EmulatedBot) -> None:
    """No table keeps the chat, the nickname or a word."""
    maria = await family(bot)
    await maria.says("tomorrow robotics trip")
    await maria.taps("Yes")
    await bot.advance_to("2026-09-24 10:00")
    await maria.says("/delete")
    await maria.taps("Erase it all")
    await bot.crash()

    with sqlite3.connect(bot.database) as db:
        tables = [
            name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        rows = [str(row) for name in tables for row in db.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 - names of our own tables
    db.close()

    secrets = (str(maria.chat_id), "Sam", "robotics")
    assert [row for row in rows if any(secret in row for secret in secrets)] == []


async def test_cards_off_then_no_card_comes(bot: EmulatedBot) -> None:
    """Who wants no cards gets none."""
    maria = await family(bot)
    await maria.says("tomorrow is a field trip")
    await maria.taps("Yes")
    await maria.says("/settings")
    await maria.taps("Tomorrow cards", "Never")

    await bot.advance_to("2026-09-10 12:00")

    assert _minutes(maria) == []


async def test_every_school_night_then_a_card_comes_on_each(bot: EmulatedBot) -> None:
    """Sunday to Thursday, at seven, and not before the weekend."""
    maria = await family(bot)
    await maria.says("/settings")
    await maria.taps("Tomorrow cards", "Every school night")

    await bot.advance_to("2026-09-15 12:00")

    evenings = ["08", "09", "10", "13", "14"]
    assert _minutes(maria) == [f"2026-09-{day} 19:00" for day in evenings]


async def test_two_changes_on_one_day_then_one_card_tells_of_both(bot: EmulatedBot) -> None:
    """One evening, one child, one card."""
    maria = await family(bot)
    await maria.says("tomorrow is a field trip")
    await maria.taps("Yes")
    await maria.says("tomorrow early release at 12")
    await maria.taps("Yes")

    await bot.advance_to("2026-09-10 12:00")

    ((at, text),) = maria.unasked()
    told = [line for line in text.split("\n") if line.startswith("Different:")]
    assert (at, len(told)) == ("2026-09-08 19:00", 2)


async def test_change_added_after_the_card_then_a_correction_tells_of_both(
    bot: EmulatedBot,
) -> None:
    """A card that is no longer right is put right at once."""
    maria = await family(bot)
    await maria.says("tomorrow is a field trip")
    await maria.taps("Yes")
    await bot.advance_to("2026-09-08 19:30")
    await maria.says("tomorrow early release at 12")
    await maria.taps("Yes")

    await bot.advance_to("2026-09-10 12:00")

    (_, (at, text)) = maria.unasked()
    told = [line for line in text.split("\n") if line.startswith("Different:")]
    assert (at, len(told)) == ("2026-09-08 19:30", 2)


async def test_more_than_the_allowance_of_a_minute_then_a_kind_word_once_and_then_silence(
    bot: EmulatedBot, maria: Talker
) -> None:
    """A flood is not answered word for word, and never scolded."""
    for _ in range(MESSAGES_A_MINUTE + 5):
        bot.telegram.says(maria.person, "/help")
    await bot.quiet()

    texts = [shown.text.split("\n")[0] for shown in maria.screen]
    assert texts == [
        *["What I can do"] * MESSAGES_A_MINUTE,
        "That was a lot at once. Give me a minute, then I am all yours again.",
    ]
