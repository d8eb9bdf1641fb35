"""Telegram fails while people write: the bot says so in its health, and comes back by itself."""

import asyncio
from datetime import date
from pathlib import Path

import aiohttp
import pytest

from bot.health import Trouble
from bot.local import GroupKind
from scheduler.actions import add_plan_date
from scheduler.domain.commands import AddPlanDate
from scheduler.domain.plans import ChatId, DateKind, PlanKind
from tests.conftest import make_chat
from tests.scenarios.emulated import EmulatedBot, open_bot
from tests.scenarios.families import CHICAGO, FIRST, MORNING, family, until
from tests.scenarios.talker import Talker


async def _polls_too(bot: EmulatedBot) -> None:
    """A second process asks for updates with the same token, once."""
    assert bot.server is not None
    url = f"{bot.server.base_url}{bot.telegram.options.token}/getUpdates"
    async with aiohttp.ClientSession() as session:
        async with session.post(url, data={"timeout": "0"}) as response:
            assert response.status == 200


async def test_second_poller_then_health_names_it(bot: EmulatedBot) -> None:
    """A 409 is told as what it is: another instance with this token."""
    await until(lambda: bot.updates._poll is not None)

    await _polls_too(bot)

    await until(lambda: bot.house.health.trouble is not None)
    assert bot.house.health.trouble is Trouble.SECOND_INSTANCE


async def test_second_poller_when_it_is_gone_then_people_are_heard_again(
    bot: EmulatedBot, maria: Talker
) -> None:
    """Nobody has to restart anything once the other instance is stopped."""
    await until(lambda: bot.updates._poll is not None)
    await _polls_too(bot)
    await until(lambda: bot.house.health.trouble is not None)

    said = await maria.says("/help")

    assert said.startswith("What I can do")
    assert bot.house.health.trouble is None


async def test_polls_when_they_fail_then_health_says_unreachable(bot: EmulatedBot) -> None:
    """Updates that cannot be fetched are trouble, too."""
    bot.telegram.fails("server_error", "getUpdates", code=502, times=2)
    bot.updates.wake()

    await until(lambda: bot.house.health.trouble is not None)

    assert bot.house.health.trouble is Trouble.UNREACHABLE


async def test_start_when_telegram_is_out_of_reach_then_health_says_so(tmp_path: Path) -> None:
    """A bot without Telegram stays up and tells what is wrong."""
    async with open_bot(tmp_path, started=False) as bot:
        bot.telegram.fails("drop", times=None)

        await bot.start(greeted=False)

        await until(lambda: bot.house.health.trouble is not None)
        assert bot.house.health.trouble is Trouble.UNREACHABLE


async def test_start_when_telegram_comes_back_then_people_are_answered(tmp_path: Path) -> None:
    """What was written meanwhile is answered as soon as Telegram can be reached."""
    async with open_bot(tmp_path, started=False) as bot:
        maria = bot.person("Maria")
        bot.telegram.fails("drop", times=None)
        await bot.start(greeted=False)
        await until(lambda: bot.house.health.trouble is not None)
        bot.telegram.faults.clear()

        said = await maria.says("/help")

        assert said.startswith("What I can do")
        assert bot.house.health.trouble is None


async def test_group_when_it_became_a_supergroup_then_the_answer_goes_there(
    bot: EmulatedBot,
) -> None:
    """A question asked just before the move is answered in the new chat."""
    leo = bot.telegram.person("Leo")
    group = bot.telegram.group("Parents", leo)
    name = bot.telegram.bot["username"]
    bot.telegram.says(leo, f"@{name} what is an iep", chat_id=group.id)

    moved = bot.telegram.migrates(group)
    await bot.quiet()

    assert any("IEP" in each["text"] for each in bot.telegram.from_bot(moved.id))


async def test_letter_when_the_group_moved_then_it_arrives_in_the_new_chat(
    bot: EmulatedBot,
) -> None:
    """The new id is adopted, and what was due goes there once."""
    await bot.at(MORNING, CHICAGO)
    leo = bot.telegram.person("Leo")
    group = bot.telegram.group("Home", leo, kind=GroupKind.GROUP)
    now = bot.clock.now()
    chat_id = await make_chat(bot.house.sessions, group.id, CHICAGO, now=now)
    command = AddPlanDate("Sam", PlanKind.IEP, DateKind.MEETING, date(2026, 10, 1))
    await add_plan_date(bot.house.sessions, command, chat_id=chat_id, draft_id=None, now=now)
    moved = bot.telegram.migrates(group)
    await bot.quiet()

    await bot.advance_to("2026-09-24 09:01")

    told = [each["text"].split("\n")[0] for each in bot.telegram.from_bot(moved.id)]
    assert (told, ChatId(moved.id)) == (["Sam: Meeting (IEP)"], ChatId(moved.id))


async def test_double_tap_that_changes_nothing_then_no_fault_and_no_new_message(
    bot: EmulatedBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram's "message is not modified" is no trouble."""
    maria = await family(bot)
    await maria.taps("All dates")
    shown = maria.last()
    screen = len(maria.screen)
    data = maria.screen[-2].data_of("All dates")

    await maria.presses(shown.message_id, data or "")

    refusals = [call.error for call in bot.telegram.transcript.of("editMessageText")]
    assert any(error and "not modified" in error for error in refusals)
    assert (len(maria.screen), caplog.records) == (screen, [])


async def test_press_that_waited_too_long_then_its_answer_still_comes(bot: EmulatedBot) -> None:
    """Telegram's "query is too old" takes the spinner's answer, not the reply."""
    maria = await family(bot)
    shown = maria.shown_with("All dates")
    await bot.crash()
    bot.telegram.presses(maria.person, shown.message_id, shown.data_of("All dates") or "")
    await bot.telegram.step_to(bot.instant("2026-09-08 12:00"))

    await bot.start()

    refusals = [call.error for call in bot.telegram.transcript.of("answerCallbackQuery")]
    assert any(error and "query is too old" in error for error in refusals)
    assert maria.last().text.startswith("Your dates")


async def test_same_update_delivered_twice_then_it_acts_once(bot: EmulatedBot) -> None:
    """Telegram may repeat an update; the second one is known."""
    maria = await family(bot)
    await bot.crash()
    bot.telegram.says(maria.person, "/dates")
    (update,) = bot.updates.first(10)
    bot.updates.repeat(update)
    screen = len(maria.screen)

    await bot.start()

    assert len(maria.screen) - screen == 1


async def test_same_button_pressed_twice_at_once_then_it_acts_once(bot: EmulatedBot) -> None:
    """A double tap on Yes keeps one date."""
    await bot.at(MORNING, CHICAGO)
    maria = bot.person("Maria")
    await maria.says("remind me about the IEP meeting Oct 1 at 2pm")
    await maria.taps("Central Time")
    await maria.says("Sam")
    shown = maria.shown_with("Yes")
    for _ in range(2):
        bot.telegram.presses(maria.person, shown.message_id, shown.data_of("Yes") or "")
    await bot.quiet()

    await bot.advance_to(FIRST)

    assert [at for at, _ in maria.unasked()] == [FIRST]


async def test_many_at_once_then_each_is_answered(bot: EmulatedBot) -> None:
    """Twenty people who write in the same instant all get their answer."""
    people = [bot.person(f"P{n}") for n in range(20)]
    for each in people:
        bot.telegram.says(each.person, "/help")

    async with asyncio.timeout(10):
        await bot.quiet()

    assert [each.last().text.split("\n")[0] for each in people] == ["What I can do"] * 20
