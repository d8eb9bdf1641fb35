"""A school year of one family in each zone: every message on its local minute, and none more."""

import os
from pathlib import Path

import pytest

from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.school_year import autumn, expected, september, spring, subject_of, winter
from tests.scenarios.talker import Talker

_TRANSCRIPT = Path(__file__).parent / "expected" / "school_year_chicago.txt"


async def _year(bot: EmulatedBot, maria: Talker, zone: str, button: str) -> None:
    await september(bot, maria, zone, button)
    await autumn(bot, maria)
    await winter(bot, maria)
    await spring(bot, maria)


@pytest.mark.parametrize(
    ("zone", "button"),
    [
        ("America/New_York", "Eastern Time"),
        ("America/Phoenix", "Arizona Time"),
        ("Pacific/Honolulu", "Hawaii Time"),
    ],
)
async def test_year_in_each_zone_then_everything_comes_on_its_local_minute(
    bot: EmulatedBot, maria: Talker, zone: str, button: str
) -> None:
    """Nine in the morning and seven in the evening stay so, whatever the clocks do."""
    await _year(bot, maria, zone, button)

    assert [(minute, subject_of(text)) for minute, text in maria.unasked()] == expected()


async def test_year_in_chicago_then_it_reads_as_it_was_approved(
    bot: EmulatedBot, maria: Talker
) -> None:
    """Every word of a whole year was read by a person; REWRITE_EXPECTED=1 writes it anew."""
    await _year(bot, maria, "America/Chicago", "Central Time")

    transcript = "\n".join(maria.log).lstrip() + "\n"
    if os.environ.get("REWRITE_EXPECTED"):
        _TRANSCRIPT.write_text(transcript, encoding="utf-8")
    assert [(minute, subject_of(text)) for minute, text in maria.unasked()] == expected()
    assert transcript == _TRANSCRIPT.read_text(encoding="utf-8")
