"""``python -m bot gaps``: what was sent, grouped and counted, and which answers fall short."""

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.cli import main
from bot.gaps import Asked, as_json, asked, lines, worst
from scheduler import actions
from scheduler.domain.feedback import Reason, SentQuestion, TopicVotes
from scheduler.store.engine import open_store
from tests.bot.roof import complaint
from tests.conftest import NOW, make_chat

OLD, NEW = date(2026, 9, 1), date(2026, 9, 9)
QUESTIONS = (
    SentQuestion("can a llama come to school", "en", OLD, "aide"),
    SentQuestion("who signs the plan", "en", NEW, None),
    SentQuestion("Can a lama come to school?", "en", NEW, "aide"),
    SentQuestion("can a llama come to school", "en", OLD, "records"),
    SentQuestion("can a llama come to school", "es", OLD, "aide"),
)
VOTES = (
    TopicVotes("adhd", 50, 9, 1, {}),
    TopicVotes("esy", 9, 0, 1, {Reason.HARD: 1}),
    TopicVotes("iep-what", 90, 3, 20, {Reason.HARD: 2, Reason.WRONG: 11}),
    TopicVotes("aide", 5, 5, 0, {}),
)
GAPS = actions.Gaps(QUESTIONS, VOTES)


def test_questions_when_nearly_equal_then_are_counted_together() -> None:
    """One language and one topic at a time; the most asked first, then the newest."""
    assert asked(QUESTIONS) == [
        Asked("aide", "en", 2, NEW, ("Can a lama come to school?", "can a llama come to school")),
        Asked(None, "en", 1, NEW, ("who signs the plan",)),
        Asked("records", "en", 1, OLD, ("can a llama come to school",)),
        Asked("aide", "es", 1, OLD, ("can a llama come to school",)),
    ]


def test_answers_when_listed_then_the_worst_comes_first() -> None:
    """Twenty of 23 against is worse than one of one; what nobody minded is left out."""
    assert [each.topic for each in worst(VOTES)] == ["iep-what", "esy", "adhd"]


def test_list_when_shown_then_reads_as_plain_text() -> None:
    """Counts and newest days before the wordings, reasons behind the votes."""
    assert list(lines(actions.Gaps(QUESTIONS[:3], VOTES))) == [
        "Questions that parents sent: 3 in 2 groups (each is kept for 180 days)",
        "",
        "2 x  newest 2026-09-09  [en]  near aide",
        "    Can a lama come to school?",
        "    can a llama come to school",
        "",
        "1 x  newest 2026-09-09  [en]  near no topic",
        "    who signs the plan",
        "",
        "Answers that did not help, the worst first:",
        "    iep-what: 20 not quite, 3 helped, shown 90 times (wrong 11, hard to read 2)",
        "    esy: 1 not quite, 0 helped, shown 9 times (hard to read 1)",
        "    adhd: 1 not quite, 9 helped, shown 50 times",
    ]


def test_list_when_nothing_was_sent_then_says_so() -> None:
    """An empty list is a list."""
    assert list(lines(actions.Gaps((), ()))) == [
        "Questions that parents sent: none (each is kept for 180 days)",
        "",
        "Answers that did not help: none",
    ]


def test_json_when_asked_for_then_holds_the_same() -> None:
    """One object for programs."""
    told = json.loads(as_json(GAPS))

    assert [len(told[name]) for name in ("questions", "answers")] == [4, 3]
    assert told["questions"][0]["newest_on"] == "2026-09-09"
    assert told["answers"][0]["reasons"] == {"hard": 2, "wrong": 11}


def _keep(questions: Sequence[SentQuestion]) -> None:
    async def keep() -> None:
        sessions = await open_store("sqlite:///house.db")
        for question in questions:
            await actions.send_question(sessions, question)
        chat_id = await make_chat(sessions, 1)
        await actions.vote(sessions, chat_id=chat_id, topic="adhd", helpful=False, now=NOW)
        await sessions.close()

    asyncio.run(keep())


@pytest.mark.usefixtures("folder", "logging_kept")
def test_gaps_when_called_then_lists_what_the_database_holds(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command reads the bot's own database, as text or as JSON."""
    main(["migrate"])
    _keep(QUESTIONS)
    capsys.readouterr()

    codes = main(["gaps"]), main(["gaps", "--json"])

    shown = capsys.readouterr().out
    assert codes == (0, 0)
    assert shown.startswith("Questions that parents sent: 5 in 4 groups")
    assert '"unhelpful": 1' in shown


@pytest.mark.usefixtures("logging_kept")
def test_gaps_when_there_is_no_database_then_says_so_and_makes_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Reading makes nothing."""
    assert main(["gaps"]) == 1
    assert complaint(capsys) == "plankeeper: there is no database at house.db"
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("folder", "logging_kept")
@pytest.mark.parametrize(
    ("content", "told"),
    [("0002", "another version: at 0002"), ("no database", "file is not a database")],
)
def test_gaps_when_the_database_is_not_ours_to_read_then_says_why(
    capsys: pytest.CaptureFixture[str], content: str, told: str
) -> None:
    """An older database waits for the bot's next start; the list changes none."""
    main(["migrate"])
    if content.isdigit():
        with closing(sqlite3.connect("house.db")) as database:
            database.execute("UPDATE alembic_version SET version_num = ?", (content,))
            database.commit()
    else:
        Path("house.db").write_text(content * 200)
    capsys.readouterr()

    assert main(["gaps"]) == 1
    assert told in complaint(capsys)
