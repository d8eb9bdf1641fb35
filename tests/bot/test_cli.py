"""Every command: its exit code, what it says, and the one line it fails with."""

import io
import json
import sys
from pathlib import Path

import pytest

from bot import live
from bot.cli import main
from bot.config import Settings
from bot.serving import listen
from tests.bot.roof import TOKEN, complaint, ended, start_program

pytestmark = pytest.mark.usefixtures("folder", "logging_kept")

COMMANDS = ("start", "run", "local", "ask", "check", "gaps", "migrate", "backup", "restore")


# --- the words of a call ------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments", [["fly"], ["ask", "--loud"], ["backup"], ["restore"], ["ask", "--lang", "fr", "x"]]
)
def test_main_when_the_call_is_wrong_then_ends_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown command or option is exit code 2, with the usage."""
    with pytest.raises(SystemExit) as ended_with:
        main(arguments)
    assert ended_with.value.code == 2
    assert "usage: python -m bot" in capsys.readouterr().err


def test_help_when_asked_for_then_names_each_command(capsys: pytest.CaptureFixture[str]) -> None:
    """``--help`` helps."""
    with pytest.raises(SystemExit) as ended_with:
        main(["--help"])
    shown = capsys.readouterr().out
    assert ended_with.value.code == 0
    assert [name for name in COMMANDS if f"    {name}" not in shown] == []


def test_main_when_a_setting_is_wrong_then_ends_with_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the command, a wrong .env stops it and is named."""
    (folder / ".env").write_text("WEB_PORT=yes-please\n")
    assert main(["check"]) == 1
    line = complaint(capsys)
    assert line.startswith("plankeeper: WEB_PORT: ")
    assert "yes-please" not in line


def test_run_when_there_is_no_token_then_says_where_to_get_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Going live needs a token; the line says how to try it without."""
    assert main(["run"]) == 1
    line = complaint(capsys)
    assert "BOT_TOKEN is missing" in line
    assert "python -m bot local" in line


# --- ask ----------------------------------------------------------------------------------


def test_ask_when_given_a_question_then_answers_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The answer comes with its source."""
    assert main(["ask", "What", "is", "a", "504", "plan?"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("[answer]\n")
    assert "https://" in shown


def test_ask_when_given_nothing_then_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty question is one line."""
    assert main(["ask", " "]) == 1
    assert "nothing was asked" in complaint(capsys)


def test_ask_when_given_lines_then_answers_each_until_one_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lines before the wrong one are answered; the line is named by its number."""
    lines = ['{"id": 1, "text": "What is an IEP?"}', '{"id": 2, "text": "Maya"}', "Maya"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines)))
    assert main(["ask", "--jsonl"]) == 1
    shown = capsys.readouterr()
    assert [json.loads(line)["id"] for line in shown.out.splitlines()] == [1, 2]
    assert shown.err == "plankeeper: line 3 is not JSON\n"


def test_ask_when_its_reader_goes_away_then_ends_in_peace(folder: Path) -> None:
    """``python -m bot ask --jsonl | head`` is no error, and prints none."""
    process = start_program(folder, "ask", "--jsonl")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write('{"text": "What is an IEP?"}\n')
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    lines = '{"text": "What is a 504 plan?"}\n' * 3
    process.stdin.write(lines)
    process.stdin.close()
    assert process.stderr is not None
    assert (process.wait(timeout=60), process.stderr.read()) == (0, "")
    process.stderr.close()


def test_ask_when_its_input_is_no_text_then_says_so_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file in another encoding is one line."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe{"), encoding="utf-8"))
    assert main(["ask", "--jsonl"]) == 1
    assert "can't decode byte 0xff" in complaint(capsys)


def test_run_when_a_connection_breaks_in_it_then_does_not_end_as_if_all_were_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only a reader of ``ask`` that went away is no error; it once was for every command."""

    async def breaks(settings: Settings) -> None:
        del settings
        raise BrokenPipeError

    monkeypatch.setattr(live, "run", breaks)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    with pytest.raises(BrokenPipeError):
        main(["run"])


# --- start, check and local ----------------------------------------------------------------------


def test_local_when_its_port_is_taken_then_ends_with_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two chat pages on one port: the second says which port."""
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("LOCAL_PORT", str(port))
        assert main(["local"]) == 1
    assert complaint(capsys).startswith(f"plankeeper: 127.0.0.1:{port} cannot be used: ")


def test_start_when_there_is_no_token_then_is_for_the_chat_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``python -m bot`` alone needs nothing: without a token it tries itself out."""
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("LOCAL_PORT", str(port))
        assert main([]) == 1
    assert f"127.0.0.1:{port} cannot be used" in complaint(capsys)


def test_start_when_there_is_a_token_then_is_for_telegram(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a token it goes live, on the families' own database."""
    (folder / "house.db").write_text("no database " * 100)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert main([]) == 1
    assert complaint(capsys) == "plankeeper: the database failed: file is not a database"


def test_check_when_something_is_wrong_then_tells_each_and_how_many(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line for each thing to mend, the count last, and exit code 1."""
    (folder / "house.db").write_text("no database " * 100)
    assert main(["check"]) == 1
    *complaints, last = capsys.readouterr().err.splitlines()
    assert any("file is not a database" in line for line in complaints)
    assert last == f"plankeeper: {len(complaints)} to mend"


def test_fault_when_it_is_ours_then_shows_places_and_no_words(folder: Path) -> None:
    """An error nobody thought of ends with code 1, told by class and places."""
    code = (
        "import sys, bot.cli; bot.cli.migrate = lambda url: int('Maya'); "
        "sys.exit(bot.cli.main(['migrate']))"
    )
    ended_with, said, complained = ended(start_program(folder, code=code))
    assert (ended_with, said) == (1, "")
    assert "ValueError at" in complained
    assert "Maya" not in complained
