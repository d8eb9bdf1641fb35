"""What a scenario begins with: a parent who has kept a date."""

import asyncio
from collections.abc import Callable

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.talker import Talker

CHICAGO = "America/Chicago"
MORNING = "2026-09-08 10:00"
# Thursday; its messages come on September 24 and 30 at nine, and on October 1 at noon.
MEETING = "remind me about the IEP meeting Oct 1 at 2pm"
FIRST = "2026-09-24 09:00"
_PATIENCE_SECONDS = 10.0


async def keeps(talker: Talker, sentence: str = MEETING, *, nickname: str = "Sam") -> None:
    """A new parent in Chicago keeps the first date of a child."""
    await talker.says(sentence)
    await talker.taps("Central Time")
    await talker.says(nickname)
    await talker.taps("Yes")


async def family(bot: EmulatedBot, name: str = "Maria", *, nickname: str = "Sam") -> Talker:
    """A parent in Chicago who kept a meeting on a morning in September."""
    await bot.at(MORNING, CHICAGO)
    talker = bot.person(name)
    await keeps(talker, nickname=nickname)
    return talker


async def until(holds: Callable[[], object]) -> None:
    """Wait for a condition that no event tells of.

    Raises:
        TimeoutError: it did not come true.
    """
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not holds():
            await asyncio.sleep(0.002)
