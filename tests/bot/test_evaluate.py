"""Figures on labelled lines, as text."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.evaluate import BadFile, load, run
from faq.desk import Desk
from faq.opening import open_desk
from tests.faq.small_world import write_content, write_signals

SECRET = "zebra umbrella"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A real desk over a few topics."""
    folder = tmp_path_factory.mktemp("evaluate")
    content, signals = write_content(folder / "content"), write_signals(folder / "signals")
    return open_desk(content, None, signals, encoder=None)


def _written(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "lines.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_run_when_lines_are_labelled_then_tells_each_group(desk: Desk, tmp_path: Path) -> None:
    """All questions, then styles and areas, each with its count and shares."""
    path = _written(
        tmp_path,
        {"text": "what is an iep", "topic": "iep-what", "style": "short"},
        {"text": SECRET, "topic": "no-answer-yet", "style": "story"},
    )
    told = list(run(desk, load([path])))

    assert told[1].split()[:-1] == ["all", "questions", "2", "50.0%", "50.0%", "50.0%", "0.0%"]
    assert any(line.startswith("style short") for line in told)
    assert any(line.startswith("area basics") for line in told)
    assert "1 questions are on topics that have no answer yet: none can be shown" in told


def test_run_when_done_then_repeats_no_line(desk: Desk, tmp_path: Path) -> None:
    """What a parent wrote stands in the file, not in what is printed."""
    path = _written(
        tmp_path, {"text": SECRET, "topic": "iep-what"}, {"text": SECRET, "kind": "near"}
    )

    assert SECRET not in "\n".join(run(desk, load([path])))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"text": "x"}\n', 'line 1 needs "text", and "topic" or "kind"'),
        (b"\xff\xfe", "is no text in UTF-8"),
        (None, "cannot be read: No such file or directory"),
    ],
)
def test_load_when_a_file_is_not_right_then_says_which_and_why(
    content: bytes | None, said: str, tmp_path: Path
) -> None:
    """One line that names the file."""
    path = tmp_path / "lines.jsonl"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(BadFile, match=r"lines.jsonl") as refused:
        load([path])
    assert said in str(refused.value)


def test_main_when_the_file_is_missing_then_one_line_and_code_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person at the command line reads what to mend."""
    assert main(["evaluate", str(tmp_path / "none.jsonl")]) == 1
    assert capsys.readouterr().err.startswith("plankeeper: ")
