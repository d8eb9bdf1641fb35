"""What `make bench` writes."""

import json
from datetime import date
from pathlib import Path

from bench.figures import Figure
from bench.machine import Machine, this_machine
from bench.report import page, table, write_page, write_results

BESIDE = Figure("sends", "reminders sent", 1234.56, "reminders/s", peer=500, peer_name="another")
ALONE = Figure("start", "a start", 0.4567, "s", more_is_better=False)
MACHINE = Machine(2, 23.4, "Linux on x86_64", "3.11.7", ("SQLite 3.45",))


def test_write_results_when_there_is_a_peer_then_the_ratio_is_ours_by_theirs(
    tmp_path: Path,
) -> None:
    """A figure is kept under its name with ours, the peer's, unit and ratio."""
    write_results([BESIDE], tmp_path / "results.json")

    assert json.loads((tmp_path / "results.json").read_text()) == {
        "sends": {
            "ours": 1235.0,
            "peer": 500.0,
            "peer_name": "another",
            "unit": "reminders/s",
            "ratio": 2.47,
        }
    }


def test_as_json_when_there_is_no_peer_then_it_is_null() -> None:
    """What stands alone has neither peer nor ratio."""
    assert ALONE.as_json() == {
        "ours": 0.457,
        "peer": None,
        "peer_name": None,
        "unit": "s",
        "ratio": None,
    }


def test_table_when_figures_differ_then_each_says_which_way_is_better() -> None:
    """A reader sees what was compared and how to read it."""
    assert table([BESIDE, ALONE])[2:] == [
        "| reminders sent | 1,235 reminders/s | 500 reminders/s | another | 2.47 | more |",
        "| a start | 0.457 s |  |  |  | less |",
    ]


def test_page_when_written_then_it_names_day_and_machine_and_keeps_the_notes() -> None:
    """The page is whole: command, day, machine, table, notes."""
    text = page([BESIDE], machine=MACHINE, on=date(2026, 11, 5))

    assert "November 5, 2026: 2 cores, 23 GB of memory, Linux on x86_64, Python 3.11.7;" in text
    assert "| reminders sent |" in text
    assert "make bench" in text
    assert "## How to read it" in text


def test_write_page_when_called_then_the_file_holds_the_page(tmp_path: Path) -> None:
    """The page goes where the README looks for it."""
    write_page([ALONE], tmp_path / "benchmarks.md", machine=MACHINE, on=date(2026, 11, 5))

    written = (tmp_path / "benchmarks.md").read_text()

    assert written == page([ALONE], machine=MACHINE, on=date(2026, 11, 5))


def test_this_machine_when_asked_then_it_tells_cores_memory_and_python() -> None:
    """The machine is described by what matters for a comparison."""
    machine = this_machine()

    assert machine.cores >= 1
    assert machine.memory_gb > 0
    assert f"Python {machine.python}" in machine.in_words()
