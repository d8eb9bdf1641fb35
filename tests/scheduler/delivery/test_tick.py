"""Two processes that look at once make one letter of what belongs in one."""

import asyncio
from datetime import date

from scheduler.delivery.tick import tick
from scheduler.store.engine import Sessions
from tests.conftest import make_chat
from tests.scheduler.stage import add, letter_rows, local, reminder_rows


async def test_tick_when_two_look_at_once_then_each_chat_has_one_letter(
    sessions: Sessions,
) -> None:
    """Racing ticks queue each reminder once, and each chat's reminders together."""
    for number in range(1, 13):
        chat_id = await make_chat(sessions, number)
        for _ in range(4):
            await add(sessions, chat_id, date(2026, 10, 8))
    now = local("2026-10-01 09:00")
    await asyncio.gather(*(tick(sessions, now=now, limit=limit) for limit in (7, 11, 500)))
    while (await tick(sessions, now=now)).more:
        pass

    states = [row[1] for row in await reminder_rows(sessions) if row[0] == "7-days"]
    assert states == ["queued"] * 48
    assert len(await letter_rows(sessions)) == 12
