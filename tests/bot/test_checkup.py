"""What `python -m bot check` finds: one line for each kind of thing to mend, and nothing made."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot import checkup
from bot.checkup import complaints
from bot.cli import main
from bot.config import Settings
from faq.loader import ContentError
from handlers.texts.loader import TextError
from scheduler.store.schema import migrate
from tests.faq.small_world import entry_text, write_content


def _settings(url: str) -> Settings:
    return Settings(_env_file=None, database_url=url)  # type: ignore[call-arg] # pydantic's own


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where a database may come to lie."""
    return tmp_path / "data" / "plankeeper.db"


def _found(database: Path) -> list[str]:
    return list(complaints(_settings(f"sqlite:///{database}")))


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a few answers that are short of phrasings."""
    folder = write_content(tmp_path / "content")
    monkeypatch.setattr(checkup, "CONTENT", folder)
    return folder


def test_check_when_all_is_well_then_says_nothing(database: Path) -> None:
    """The real answers, texts and signals, and no database yet."""
    assert _found(database) == []


def test_check_when_database_is_not_there_then_makes_none(database: Path) -> None:
    """A check only looks."""
    _found(database)

    assert not database.parent.exists()


def test_check_when_database_is_in_memory_then_is_fine() -> None:
    """Nothing to look at."""
    assert list(complaints(_settings("sqlite://"))) == []


@pytest.mark.usefixtures("content")
def test_check_when_answers_need_mending_then_tells_every_complaint(database: Path) -> None:
    """Everything that the lint finds is told, a line each."""
    found = _found(database)

    assert len(found) == 6
    assert "en/iep-what.md: also_asked_as has 4 phrasings, 40 are wanted" in found


def test_check_when_related_topic_is_unknown_then_says_so(content: Path, database: Path) -> None:
    """A related topic without an answer leads nowhere."""
    text = entry_text(see_also='["esy", "moon"]')
    (content / "en" / "iep-what.md").write_text(text)

    assert [line for line in _found(database) if "leads nowhere" in line] == [
        "en/iep-what.md: see_also 'moon' leads nowhere"
    ]


def test_check_when_answers_have_no_texts_then_says_so(content: Path, database: Path) -> None:
    """Answers in a language that the bot does not speak help nobody."""
    (content / "fr").mkdir()
    (content / "fr" / "iep-what.md").write_text(entry_text())

    assert "fr: has answers but no texts" in _found(database)


BROKEN = {
    "missing field": (entry_text(without="area").encode(), "area is missing"),
    "wrong type": (entry_text(title="3").encode(), "title must be a str"),
    "broken TOML": (entry_text(title="").encode(), "head: "),
    "bad encoding": (b"\xff\xfe\xff", "cannot be read (UnicodeDecodeError)"),
    "other name": (entry_text("fape").encode(), "id is 'fape', not the file's name"),
}


@pytest.mark.parametrize(("text", "what"), BROKEN.values(), ids=BROKEN.keys())
def test_main_when_an_answer_is_broken_then_names_file_and_field(
    text: bytes,
    what: str,
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`python -m bot check` tells one line, and ends with 1."""
    (content / "en" / "iep-what.md").write_bytes(text)
    monkeypatch.chdir(content)
    monkeypatch.setenv("DATABASE_URL", "sqlite://")
    monkeypatch.setattr("bot.cli.start_logging", lambda *_: None)

    code = main(["check"])
    told, summary = capsys.readouterr().err.splitlines()

    assert (code, summary) == (1, "plankeeper: 1 to mend")
    assert told.startswith(f"en/iep-what.md: {what}")


def test_check_when_texts_are_broken_then_goes_on(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One broken part does not hide the others."""
    database.parent.mkdir()
    database.write_bytes(b"no database " * 100)

    def broken() -> None:
        raise TextError("es.ftl: broken")

    monkeypatch.setattr(checkup, "load_texts", broken)

    assert [line.partition(":")[0] for line in _found(database)] == [
        "es.ftl",
        "the database cannot be opened",
    ]


@pytest.mark.parametrize(
    "load",
    [
        "load_dangers",
        "load_requests",
        "load_asides",
        "load_glossary",
        "load_thresholds",
        "load_blend",
    ],
)
def test_check_when_a_signal_is_broken_then_says_so(
    load: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desk's own patterns and numbers are looked at, too."""

    def broken() -> None:
        raise ContentError("some.toml: broken")

    monkeypatch.setattr(checkup, load, broken)

    assert _found(database) == ["some.toml: broken"]


def test_check_when_database_is_newest_then_is_fine(database: Path) -> None:
    """A database that was just migrated."""
    migrate(f"sqlite:///{database}")

    assert _found(database) == []


def test_check_when_database_is_looked_at_then_nothing_changes(database: Path) -> None:
    """No file beside it appears, and none of its bytes changes."""
    migrate(f"sqlite:///{database}")
    for path in database.parent.iterdir():
        if path != database:
            path.unlink()
    before = database.read_bytes()
    _found(database)

    assert list(database.parent.iterdir()) == [database]
    assert database.read_bytes() == before


def test_check_when_a_bot_writes_meanwhile_then_reads_its_latest(database: Path) -> None:
    """What a running bot has not yet folded into the file counts."""
    migrate(f"sqlite:///{database}")
    running = sqlite3.connect(database)
    running.execute("UPDATE alembic_version SET version_num = 'newer'")
    running.commit()
    found = _found(database)
    running.close()

    assert found == ["the database is at revision newer, which this version does not know"]


def test_check_when_database_has_no_tables_then_can_be_migrated(database: Path) -> None:
    """An empty database is brought up to date by the next start."""
    database.parent.mkdir()
    sqlite3.connect(database).close()

    assert _found(database) == []


@pytest.mark.parametrize("kind", ["words", "folder"])
def test_check_when_database_cannot_be_opened_then_says_so_in_one_line(
    database: Path, kind: str
) -> None:
    """A file that is no database, or no file at all."""
    database.parent.mkdir()
    if kind == "folder":
        database.mkdir()
    else:
        database.write_bytes(b"no database " * 100)
    (line,) = _found(database)

    assert line.startswith("the database cannot be opened: ")
    assert "\n" not in line


def test_check_when_server_is_out_of_reach_then_says_so_in_one_line() -> None:
    """Nobody listens there; the password stays unsaid."""
    url = "postgresql://somebody:hushhush@127.0.0.1:1/plans"
    (line,) = complaints(_settings(url))

    assert line.startswith("the database cannot be opened: ")
    assert "hushhush" not in line


def test_check_when_server_is_newest_then_is_fine(postgres_url: str) -> None:
    """PostgreSQL is looked at in the same way."""
    assert list(complaints(_settings(postgres_url))) == []


def test_check_when_path_has_odd_signs_then_is_still_found(tmp_path: Path) -> None:
    """A hash in the name of a folder is no part of an address."""
    path = tmp_path / "what #1" / "a.db"
    path.parent.mkdir()
    migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE alembic_version SET version_num = 'newer'")
        other.commit()

    assert _found(path) == ["the database is at revision newer, which this version does not know"]
