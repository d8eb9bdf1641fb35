"""The commands about the database: what they do, and the one line they fail with."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from scheduler.store.engine import open_store
from tests.bot.roof import TOKEN, complaint, ended, start_program
from tests.conftest import make_chat

pytestmark = pytest.mark.usefixtures("folder", "logging_kept")


def _chats(file: str) -> list[int]:
    with closing(sqlite3.connect(file)) as database:
        return [row[0] for row in database.execute("SELECT chat_id FROM chat ORDER BY 1")]


def _add_chat(file: str, number: int) -> None:
    async def add() -> None:
        sessions = await open_store(f"sqlite:///{file}")
        await make_chat(sessions, number)
        await sessions.close()

    asyncio.run(add())


# --- a database that cannot be used -------------------------------------------------------


@pytest.mark.parametrize("command", ["run", "migrate"])
@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:///foreign.txt", "file is not a database"),
        ("sqlite:///a-folder", "unable to open database file"),
        ("sqlite:///foreign.txt/house.db", "cannot make the database folder"),
        ("sqlite:////proc/house.db", "unable to open database file"),
        ("postgresql://bot:hidden@127.0.0.1:1/bot", "Connection refused"),
    ],
)
def test_start_when_the_database_cannot_be_used_then_ends_with_one_line(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    url: str,
    told: str,
) -> None:
    """A wrong file, folder or address is told in one line, and is as it was afterwards."""
    foreign = folder / "foreign.txt"
    foreign.write_text("a shopping list\n" * 300)
    (folder / "a-folder").mkdir()
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert main([command]) == 1
    line = complaint(capsys)
    assert line.startswith("plankeeper: ")
    assert told in line
    assert "hidden" not in line
    assert foreign.read_text() == "a shopping list\n" * 300


@pytest.mark.parametrize("command", ["run", "migrate"])
def test_start_when_the_database_is_newer_than_the_program_then_leaves_it_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """An old program does not touch what a newer one wrote."""
    main(["migrate"])
    _add_chat("house.db", 7)
    with closing(sqlite3.connect("house.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    capsys.readouterr()
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert main([command]) == 1
    assert "the database is of another version" in complaint(capsys)
    assert _chats("house.db") == [7]


def test_start_when_the_disk_is_full_then_ends_with_one_line(folder: Path) -> None:
    """A database that cannot be written stops the start, and no half of it stays in use."""
    # Loaded before the limit, and never compiled under it: half a file would stay in the tree.
    limited = (
        "import resource, sys; sys.dont_write_bytecode = True; from bot.cli import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); sys.exit(main(['migrate']))"
    )
    process = start_program(folder, DATABASE_URL="sqlite:///house.db", code=limited)
    code, said, complained = ended(process)
    assert (code, said) == (1, "")
    assert complained.splitlines() == ["plankeeper: the database failed: disk I/O error"]


# --- migrate, backup, restore -------------------------------------------------------------


def test_migrate_when_run_twice_then_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """The second time changes nothing."""
    codes = main(["migrate"]), main(["migrate"])
    first, second = capsys.readouterr().out.splitlines()
    assert codes == (0, 0)
    assert first == second
    assert first.startswith("the database is at revision ")


def test_backup_when_restored_then_brings_the_families_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What was kept on Monday is there again on Tuesday."""
    main(["migrate"])
    _add_chat("house.db", 1)
    assert main(["backup", "copy.db"]) == 0
    _add_chat("house.db", 2)
    assert main(["restore", "copy.db"]) == 0
    assert _chats("house.db") == [1]
    assert capsys.readouterr().out.splitlines()[1:] == [
        "wrote copy.db",
        "restored from copy.db",
    ]


def test_backup_when_the_file_exists_then_leaves_it_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy never takes the place of another one."""
    main(["migrate"])
    (folder / "copy.db").write_text("last year's")
    capsys.readouterr()
    assert main(["backup", "copy.db"]) == 1
    assert complaint(capsys) == "plankeeper: copy.db exists already; choose another name"
    assert (folder / "copy.db").read_text() == "last year's"


def test_backup_when_there_is_no_database_then_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is copied, and no empty database is made on the way."""
    assert main(["backup", "copy.db"]) == 1
    assert complaint(capsys) == "plankeeper: there is no database at house.db"
    assert list(folder.iterdir()) == []


def test_restore_when_the_file_is_missing_then_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in the name is one line."""
    assert main(["restore", "copy.db"]) == 1
    assert complaint(capsys) == "plankeeper: copy.db is not there"


@pytest.mark.parametrize("foreign", ["no database", "another database"])
def test_restore_when_the_file_is_foreign_then_keeps_the_database(
    folder: Path, capsys: pytest.CaptureFixture[str], foreign: str
) -> None:
    """What is no copy of ours does not take the place of the families' dates."""
    main(["migrate"])
    _add_chat("house.db", 1)
    if foreign == "no database":
        (folder / "copy.db").write_text("a letter " * 1000)
    else:
        with closing(sqlite3.connect("copy.db")) as other:
            other.execute("CREATE TABLE songs (name TEXT)")
    capsys.readouterr()
    assert main(["restore", "copy.db"]) == 1
    assert complaint(capsys).startswith("plankeeper: copy.db is not a ")
    assert _chats("house.db") == [1]
