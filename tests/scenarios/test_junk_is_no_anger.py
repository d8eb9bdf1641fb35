"""Junk is not anger."""

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.talker import Talker


@pytest.mark.parametrize("junk", ["x" * 4096, "/" + "x" * 300, "asdf" * 100])
async def test_junk_then_nobody_is_told_that_they_are_upset(
    bot: EmulatedBot, maria: Talker, junk: str
) -> None:
    """A child on the phone, a cat on the keys: the honest fallback is enough."""
    await bot.at("2026-09-08 10:00", "America/Chicago")

    assert "upset" not in await maria.says(junk)
