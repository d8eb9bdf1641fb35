"""A bot is put together, greets Telegram, and comes apart without leaving anything open."""

import asyncio
import threading
from contextlib import AbstractAsyncContextManager
from datetime import date, timedelta
from pathlib import Path

import pytest
from telegram.error import InvalidToken

from bot.health import Part
from bot.local import LocalClock, LocalTelegram, Serving
from bot.wiring import House, StartRefused, _pace, greet_telegram, open_house, sending
from handlers.gateway.pace import GROUP_A_MINUTE
from scheduler.actions import add_plan_date
from scheduler.delivery.tick import next_due
from scheduler.domain.commands import AddPlanDate
from scheduler.domain.plans import DateKind, PlanKind
from tests.bot.roof import CACHE, TOKEN, settings_of
from tests.conftest import NOW, make_chat


class Waits(list[float]):
    """Waits in no time, and notes for how long."""

    async def __call__(self, seconds: float) -> None:
        """Note a wait."""
        self.append(seconds)


async def _keep_meeting(house: House) -> None:
    chat_id = await make_chat(house.sessions, 1)
    command = AddPlanDate("Sam", PlanKind.IEP, DateKind.MEETING, date(2026, 10, 8))
    await add_plan_date(house.sessions, command, chat_id=chat_id, draft_id=None, now=NOW)


async def _fail_inside(opening: AbstractAsyncContextManager[House]) -> None:
    async with opening as house:
        await house.overdue_by()
        raise LookupError


# --- opening and closing ------------------------------------------------------------------


@pytest.mark.parametrize("token", ["", TOKEN])
async def test_open_house_when_something_fails_then_closes_everything(
    bare: Path, telegram_server: Serving, token: str
) -> None:
    """A fault on the way, or in the block, leaves no connection and no thread behind."""
    before = threading.active_count()
    opening = open_house(
        settings_of(CACHE_DIR=CACHE),
        token=token,
        api_url=telegram_server.url,
        clock=LocalClock(lambda: NOW, frozen=True),
        database_url=f"sqlite:///{bare / 'roof.db'}",
    )
    # Without a token the bot cannot be made, after the store was opened.
    with pytest.raises((InvalidToken, LookupError)):
        await _fail_inside(opening)
    await asyncio.get_running_loop().shutdown_default_executor()
    assert threading.active_count() <= before


async def test_open_house_when_the_database_is_gone_at_the_end_then_closes_all_the_same(
    bare: Path, telegram_server: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    """The last counts may be lost; connections may not."""
    before = threading.active_count()
    async with open_house(
        settings_of(CACHE_DIR=CACHE),
        token=TOKEN,
        api_url=telegram_server.url,
        clock=LocalClock(lambda: NOW, frozen=True),
        database_url=f"sqlite:///{bare / 'roof.db'}",
    ) as house:
        async with house.sessions.begin() as tx:
            await tx.exec_driver_sql("DROP TABLE arrival")
    await asyncio.get_running_loop().shutdown_default_executor()
    assert "the last counts were not kept: the database failed: no such table" in caplog.text
    assert threading.active_count() <= before


async def test_house_when_nothing_is_due_then_is_not_overdue(house: House) -> None:
    """What is due in future is not late."""
    await _keep_meeting(house)
    assert await house.overdue_by() == timedelta(0)


async def test_house_when_something_due_was_not_sent_then_tells_how_late_it_is(
    house: House,
) -> None:
    """An hour after the reminder's hour, it is an hour overdue."""
    await _keep_meeting(house)
    due_at = await next_due(house.sessions)
    assert due_at is not None
    assert isinstance(house.clock, LocalClock)
    house.clock.move_to(due_at + timedelta(hours=1))
    assert await house.overdue_by() == timedelta(hours=1)


async def test_sending_when_the_block_ends_then_the_sender_has_ended(house: House) -> None:
    """The task that sends is yielded, so that its end is noticed, and ends with the block."""
    async with sending(house) as sender:
        async with asyncio.timeout(5):
            while Part.SENDING not in house.health.beats:
                await asyncio.sleep(0.001)
        running = sender.done()
    assert (running, sender.done()) == (False, True)


@pytest.mark.parametrize(("a_chat", "a_minute"), [(1, GROUP_A_MINUTE), (0, 0)])
def test_pace_when_chats_have_a_limit_then_groups_have_their_own(
    a_chat: float, a_minute: float
) -> None:
    """Telegram allows 20 messages a minute to a group; no limit means none at all."""
    pace = _pace(settings_of(SENDS_PER_SECOND_PER_CHAT=a_chat))
    assert pace._group_minute == a_minute


# --- the greeting -------------------------------------------------------------------------


async def test_greet_telegram_when_it_answers_then_the_menu_is_published(
    house: House, local_telegram: LocalTelegram
) -> None:
    """The bot learns its name and that it may be asked elsewhere, and sets its menus."""
    await greet_telegram(house)
    means = house.inbound._means
    assert (means.bot_name, means.shares) == ("plankeeper_local_bot", True)
    assert len(local_telegram.transcript.of("setMyCommands")) == 4


async def test_greet_telegram_when_out_of_reach_then_keeps_trying(
    house: House, local_telegram: LocalTelegram
) -> None:
    """Telegram out of reach at the start is waited out: 5xx, then a broken connection."""
    local_telegram.fails("server_error", "getMe", code=502)
    local_telegram.fails("drop", "getMe")
    waits = Waits()
    await greet_telegram(house, sleep=waits)
    assert waits == [3.0, 3.0]
    assert house.health.trouble is None


@pytest.mark.parametrize("code", [401, 404])
async def test_greet_telegram_when_the_token_is_refused_then_names_it_in_one_line(
    house: House, local_telegram: LocalTelegram, code: int
) -> None:
    """A wrong token once was called out of reach and tried for ever."""
    local_telegram.fails("refusal", "getMe", code=code)
    with pytest.raises(StartRefused) as refused:
        await greet_telegram(house)
    assert str(refused.value).startswith("Telegram refuses BOT_TOKEN")
    assert TOKEN not in str(refused.value)


@pytest.mark.parametrize(("code", "told"), [(400, "Bad Request"), (403, "Forbidden")])
async def test_greet_telegram_when_refused_otherwise_then_passes_on_the_reason(
    house: House, local_telegram: LocalTelegram, code: int, told: str
) -> None:
    """Whatever asking again would not cure ends the start with Telegram's words."""
    local_telegram.fails("refusal", "getMe", code=code)
    with pytest.raises(StartRefused, match=rf"^Telegram refuses getMe: {told}$"):
        await greet_telegram(house)


async def test_greet_telegram_when_the_menu_is_unknown_then_passes_it_over(
    house: House, local_telegram: LocalTelegram
) -> None:
    """A method that the server does not know is no reason not to start."""
    local_telegram.fails("refusal", "setMyCommands", code=404, times=None)
    await greet_telegram(house)
    means = house.inbound._means
    assert (means.bot_name, means.shares) == ("plankeeper_local_bot", True)
