"""Nothing that a parent says, is called or owns stands in the logs of a whole scenario."""

import io
import json
import logging
import sqlite3
from collections.abc import Iterator

import pytest

from bot.logs import start_logging
from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.families import CHICAGO, MORNING, keeps
from tests.scenarios.talker import Talker

NICKNAME = "Zebrafish"
WORDS = ("Zebrafish", "quixotic", "marmalade", "flamingo", "Evaluacion-azul", "Hydrangea")


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch, bot: EmulatedBot) -> Iterator[io.StringIO]:
    """What the program itself would write to standard error at its usual level."""
    written = io.StringIO()
    monkeypatch.setattr("sys.stderr", written)
    root = logging.getLogger()
    handlers, level, root.handlers = root.handlers, root.level, []
    levels = {name: logging.getLogger(name).level for name in logging.root.manager.loggerDict}
    start_logging("INFO", bot.telegram.options.token)
    yield written
    root.handlers = handlers
    root.setLevel(level)
    for name in logging.root.manager.loggerDict:
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


def _secrets(bot: EmulatedBot, talker: Talker) -> list[str]:
    token = bot.telegram.options.token
    return [*WORDS, str(talker.chat_id), token, token.partition(":")[2]]


def _found(written: str, secrets: list[str]) -> list[str]:
    return [secret for secret in secrets if secret.casefold() in written.casefold()]


def _spoil_draft(bot: EmulatedBot) -> None:
    """Put into an open question what no release wrote, so that its handler stumbles over it."""
    spoiled = json.dumps({"nickname": NICKNAME, "kind": "quixotic", "plan": "iep", "day": "x"})
    with sqlite3.connect(bot.database) as db:
        db.execute("UPDATE draft SET data = ?", (spoiled,))
    db.close()


def _run_sql(bot: EmulatedBot, statement: str) -> None:
    with sqlite3.connect(bot.database) as db:
        db.execute(statement)
    db.close()


async def _whole_scenario(bot: EmulatedBot, maria: Talker) -> None:
    await bot.at(MORNING, CHICAGO)
    await maria.says("/start")
    await keeps(maria, nickname=NICKNAME)
    await maria.says("why does my quixotic marmalade child hate school")
    await maria.says("2/30")
    await maria.says("flamingo " * 400)
    await maria.sends("document", file=("Evaluacion-azul.pdf", b"secret"), caption="marmalade")
    await maria.sends("contact", first_name="Hydrangea", phone_number="555-0100")
    await maria.says("/export")
    await maria.presses(maria.last().message_id, "v0:old:Zebrafish")
    await _stumbles(bot, maria)
    await _loses_its_tables(bot, maria)
    bot.telegram.fails("server_error", "sendMessage", times=3)
    bot.telegram.fails("drop", "getUpdates")
    await bot.crash_and_restart()
    await bot.advance_to("2026-09-30 12:00")
    bot.telegram.blocks(maria.person)
    await bot.advance_to("2026-10-02 12:00")


async def _stumbles(bot: EmulatedBot, maria: Talker) -> None:
    """A fault of a handler, with a parent's words in its message."""
    await maria.says("remind me about the IEP meeting Nov 3 for Zebrafish")
    _spoil_draft(bot)
    await maria.says("quixotic yes")
    await maria.says("/cancel")


async def _loses_its_tables(bot: EmulatedBot, maria: Talker) -> None:
    """A fault of the database, in a statement that carries a parent's words."""
    _run_sql(bot, "ALTER TABLE child RENAME TO child_away")
    await maria.says("remind me about the IEP meeting Nov 3 for Zebrafish")
    _run_sql(bot, "ALTER TABLE child_away RENAME TO child")


async def test_logs_of_a_whole_scenario_then_nothing_of_a_family_is_in_them(
    bot: EmulatedBot, maria: Talker, lines: io.StringIO
) -> None:
    """No word, nickname, chat, file name or token, whatever goes wrong."""
    await _whole_scenario(bot, maria)

    written = lines.getvalue()
    assert written.count("could not be answered") == 2
    assert _found(written, _secrets(bot, maria)) == []


async def test_logs_when_secrets_are_in_them_then_each_would_be_found(
    bot: EmulatedBot, maria: Talker, lines: io.StringIO
) -> None:
    """The search finds what it looks for where it is: in the lines of this very log."""
    secrets = _secrets(bot, maria)

    # Past the filter: on any other way a token would be redacted.
    lines.writelines(f"2026-09-08 INFO handlers: somebody wrote {each}\n" for each in secrets)

    assert _found(lines.getvalue(), secrets) == secrets


async def test_logs_when_a_nickname_is_logged_then_it_stands_there(
    lines: io.StringIO,
) -> None:
    """What the program logs at its usual level does reach the place that is searched."""
    logging.getLogger("handlers.gateway.inbound").info("somebody wrote %s", NICKNAME)

    assert _found(lines.getvalue(), [NICKNAME]) == [NICKNAME]


async def test_logs_when_the_token_is_logged_then_it_is_redacted(
    bot: EmulatedBot, lines: io.StringIO
) -> None:
    """The filter stands behind everything else."""
    logging.getLogger("handlers.gateway.inbound").info("asked %s", bot.telegram.options.token)

    assert lines.getvalue().endswith("asked <token>\n")
