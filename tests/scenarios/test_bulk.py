"""Many reminders fall due at once: people who type are not kept waiting behind them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bench.families import schedule
from bot.local.state import Options
from tests.scenarios.emulated import EmulatedBot, open_bot
from tests.scenarios.families import CHICAGO, FIRST, until

DUE = 300
# What is sent a second; slow enough that the bulk takes more than a second.
PACE = 200


@pytest.fixture
async def busy(tmp_path: Path) -> AsyncIterator[EmulatedBot]:
    """A bot on which 300 reminders have just fallen due."""
    options = Options(any_chat=True)
    async with open_bot(tmp_path, options, sends_per_second=PACE) as bot:
        await bot.at("2026-09-24 08:00", CHICAGO)
        due_at = bot.instant(FIRST)
        now = bot.clock.now() - timedelta(days=1)
        await schedule(bot.house.sessions, [due_at] * DUE, now=now)
        yield bot


def _sent(bot: EmulatedBot) -> list[int]:
    return [int(call.params["chat_id"]) for call in bot.telegram.transcript.of("sendMessage")]


async def test_people_who_type_while_300_are_due_then_they_are_answered_first(
    busy: EmulatedBot,
) -> None:
    """An answer goes before whatever of the bulk is not yet on the wire."""
    writers = [busy.telegram.person(f"W{n}").id for n in range(400)][-2:]
    busy.clock.move_to(busy.instant(FIRST))
    await until(lambda: len(_sent(busy)) >= 20)
    for writer in writers:
        busy.telegram.says(busy.telegram.people.persons[writer], "/help")

    async with asyncio.timeout(10):
        await busy.quiet()

    sent = _sent(busy)
    assert [writer for writer in writers if sent.index(writer) > 60] == []


async def test_300_due_at_once_then_each_family_hears_once(busy: EmulatedBot) -> None:
    """None is lost and none comes twice."""
    await busy.advance_to("2026-09-24 09:01")

    sent = _sent(busy)
    assert (len(sent), len(set(sent))) == (DUE, DUE)


async def test_killed_in_the_middle_of_300_then_none_is_lost(busy: EmulatedBot) -> None:
    """At most what was on the wire comes twice."""
    busy.clock.move_to(busy.instant(FIRST))
    await until(lambda: len(_sent(busy)) >= 100)

    await busy.crash_and_restart()

    sent = _sent(busy)
    assert len(set(sent)) == DUE
    assert len(sent) <= DUE + busy.settings.send_lanes
