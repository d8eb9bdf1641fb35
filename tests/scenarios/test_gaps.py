"""A parent whose question has no answer sends it, and the person who runs the bot reads it."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import CHICAGO, MORNING, keeps
from tests.scenarios.talker import Talker

ASKED = (
    "Do Pip and Zarek have a rooftop garden at Oakdale Elementary, Mrs. Okafor? "
    "Call me: 555-010-0199"
)
GOES = "Do […] and […] have a rooftop garden at […] Elementary, Mrs. […]? Call me: […]"


@pytest.fixture
async def rosa(bot: EmulatedBot) -> Talker:
    """A parent whose child is kept by a nickname that is also an everyday word."""
    await bot.at(MORNING, CHICAGO)
    rosa = bot.person("Rosa")
    await rosa.says("/start")
    await keeps(rosa, nickname="Pip")
    return rosa


async def _listed(bot: EmulatedBot, monkeypatch: pytest.MonkeyPatch, capsys: object) -> str:
    """What ``python -m bot gaps`` prints beside the running bot."""
    assert isinstance(capsys, pytest.CaptureFixture)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{bot.database}")
    capsys.readouterr()
    assert await asyncio.to_thread(main, ["gaps"]) == 0
    return str(capsys.readouterr().out)


async def test_question_without_answer_then_it_reaches_the_operator_and_nobody_is_named(
    bot: EmulatedBot,
    rosa: Talker,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Asked once, looked at, sent: the list has the question and nothing of the family."""
    await rosa.says(ASKED)
    shown = await rosa.taps("Send my question")
    unsent = await _listed(bot, monkeypatch, capsys)
    sent = await rosa.taps("Send")
    listed = await _listed(bot, monkeypatch, capsys)

    assert GOES in shown
    assert "rooftop" not in unsent
    assert sent.startswith("Sent.")
    assert "\n1 x  newest 2026-09-08  [en]  near " in listed
    assert f"\n    {GOES}\n" in listed


async def test_question_of_long_ago_then_the_nightly_upkeep_has_dropped_it(
    bot: EmulatedBot,
    rosa: Talker,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Half a year later it is gone by itself."""
    await rosa.says(ASKED)
    await rosa.taps("Send my question", "Send")
    await bot.advance(days=182)

    listed = await _listed(bot, monkeypatch, capsys)

    assert listed.startswith("Questions that parents sent: none")


async def test_answer_that_is_not_quite_it_then_its_question_is_sent_after_a_restart(
    bot: EmulatedBot, rosa: Talker
) -> None:
    """Nothing of it is in the database before Send, and a restart loses nothing all the same."""
    await rosa.says("what is an iep")
    await rosa.taps("Not quite", "Not my question", "Send my question")
    before = _words_in(bot.database)
    await bot.crash_and_restart()
    await rosa.taps("Send")

    assert "what is an iep" not in before
    assert "what is an iep" in _words_in(bot.database)


async def test_other_words_then_what_was_typed_is_shown_and_sent(
    bot: EmulatedBot, rosa: Talker
) -> None:
    """The parent writes it anew, and a tap on No keeps nothing of it."""
    await rosa.says(ASKED)
    await rosa.taps("Send my question", "Change it")
    shown = await rosa.says("can my kid bring his llama to class")
    await rosa.taps("No")

    assert "can my kid bring his llama to class" in shown
    assert "llama" not in _words_in(bot.database)


def _words_in(database: Path) -> str:
    with closing(sqlite3.connect(database)) as opened:
        return "\n".join(opened.iterdump())
