"""The process dies with the answer to each act on the wire, and the parent simply goes on."""

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import CHICAGO, MORNING, until
from tests.scenarios.talker import Talker

ALL = ["2026-09-24 09:00", "2026-09-30 09:00", "2026-10-01 12:00"]
# Text that is written, or a button in brackets that is tapped.
PATH = ("remind me about the IEP meeting Oct 1 at 2pm", "[Central Time]", "Sam", "[Yes]")


async def _act(maria: Talker, act: str) -> None:
    if act.startswith("["):
        await maria.taps(act.strip("[]"))
    else:
        await maria.says(act)


async def _act_and_die(bot: EmulatedBot, maria: Talker, act: str, *, delivered: bool) -> None:
    """Do it; the process dies before it hears what Telegram made of its answer."""
    method = "editMessageText" if act.startswith("[") else "sendMessage"
    bot.telegram.fails("silence", method, delivered=delivered)
    if act.startswith("["):
        shown = maria.shown_with(act.strip("[]"))
        data = shown.data_of(act.strip("[]")) or ""
        bot.telegram.presses(maria.person, shown.message_id, data)
    else:
        bot.telegram.says(maria.person, act)
    await until(lambda: not bot.telegram.faults)
    await bot.crash_and_restart()
    await bot.breathe()


@pytest.mark.parametrize("delivered", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("fatal", range(len(PATH)))
async def test_killed_at_an_answer_then_the_date_is_kept_once_and_told_in_time(
    bot: EmulatedBot, maria: Talker, *, fatal: int, delivered: bool
) -> None:
    """Whatever act it was, the path goes on from there and ends with one date."""
    await bot.at(MORNING, CHICAGO)
    for step, act in enumerate(PATH):
        if step == fatal:
            await _act_and_die(bot, maria, act, delivered=delivered)
        else:
            await _act(maria, act)

    await bot.advance_to("2026-10-05 12:00")

    # Answers that come after a restart stand on the first day.
    assert [at for at, _ in maria.unasked() if at > "2026-09-09"] == ALL
