"""Two taps where one was meant: the second finds it done."""

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import family
from tests.scenarios.talker import Talker

ALL = ["2026-09-24 09:00", "2026-09-30 09:00", "2026-10-01 12:00"]


async def _taps_twice(bot: EmulatedBot, talker: Talker, label: str) -> None:
    """Press one button twice in the same instant."""
    shown = talker.shown_with(label)
    for _ in range(2):
        bot.telegram.presses(talker.person, shown.message_id, shown.data_of(label) or "")
    await bot.quiet()
    await bot.breathe()


@pytest.mark.parametrize(
    ("before", "label", "left"),
    [
        ((), "Done", []),
        (("Done",), "Undo", ALL),
        (("Snooze",), "In 3 days", ["2026-09-11 09:00", *ALL]),
        (("Delete",), "Yes, delete", []),
        (("Delete", "Yes, delete"), "Undo", ALL),
        (("Edit", "The time"), "No time", ALL[:2]),
    ],
)
async def test_date_button_pressed_twice_at_once_then_it_acts_once(
    bot: EmulatedBot, before: tuple[str, ...], label: str, left: list[str]
) -> None:
    """Done, undo, snooze, delete and edit: what is left to come is what one tap leaves."""
    maria = await family(bot)
    await maria.says("/dates")
    await maria.taps("Meeting", *before)

    await _taps_twice(bot, maria, label)

    await bot.advance_to("2026-10-05 12:00")
    assert [at for at, _ in maria.unasked()] == left


@pytest.mark.parametrize(
    ("before", "label", "cards"),
    [
        ((), "✖ Sam", 0),
        (("✖ Sam",), "Undo", 1),
    ],
)
async def test_change_button_pressed_twice_at_once_then_it_acts_once(
    bot: EmulatedBot, before: tuple[str, ...], label: str, cards: int
) -> None:
    """A change is taken off once, and comes back once."""
    maria = await family(bot)
    await maria.says("tomorrow is a field trip")
    await maria.taps("Yes")
    await maria.says("/tomorrow")
    await maria.taps(*before)

    await _taps_twice(bot, maria, label)

    await bot.advance_to("2026-09-10 12:00")
    told = [text.count("Different:") for _, text in maria.unasked()]
    assert told == [1] * cards


async def test_erase_pressed_twice_at_once_then_everything_is_gone_and_nothing_breaks(
    bot: EmulatedBot, caplog: pytest.LogCaptureFixture
) -> None:
    """The second tap finds nobody to erase."""
    maria = await family(bot)
    await maria.says("/delete")

    await _taps_twice(bot, maria, "Erase it all")

    assert caplog.records == []
    assert (await maria.says("/dates")).startswith("You have no open dates.")


async def test_quick_taps_on_two_questions_then_the_older_one_is_closed(
    bot: EmulatedBot,
) -> None:
    """An answer to a question that was left changes nothing of the new one."""
    maria = await family(bot)
    await maria.says("remind me of the progress report Oct 9")
    old = maria.shown_with("Yes")
    await maria.says("/add")

    said = await maria.presses(old.message_id, old.data_of("Yes") or "")

    assert said.startswith("That question is closed.")
    assert "Progress report" not in await maria.says("/dates")
