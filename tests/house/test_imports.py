"""What imports what, and that importing does nothing."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import PACKAGES, ROOT, files_of, name_of, pyproject

# Imports every module and tells what that touched: files written, sockets, databases, processes.
_IMPORT_ALL = """
import importlib, json, pkgutil, sys

touched, imported = [], 0
DOORS = ("socket.", "sqlite3.connect", "subprocess.", "os.mkdir", "os.rename", "os.fork")

def watch(event, args):
    if event == "open":
        path, mode, flags = args
        if set(mode or "") & set("wax+") or (mode is None and flags & 3):
            touched.append(f"{event} {path}")
    elif event.startswith(DOORS):
        touched.append(event)

sys.addaudithook(watch)
for top in sys.argv[1:]:
    for found in pkgutil.walk_packages(importlib.import_module(top).__path__, top + "."):
        # The one starts the program, the other is run by Alembic.
        if not found.name.endswith((".__main__", ".migrations.env")):
            importlib.import_module(found.name)
            imported += 1
print(json.dumps([touched, imported]))
"""
_FLOORS = [
    "bot",
    "handlers",
    "scheduler.clockwork",
    "scheduler.actions | scheduler.delivery",
    "scheduler.store",
    "scheduler.domain | faq",
]
_CLOCKS = frozenset({"now", "utcnow", "today"})


def test_modules_when_imported_with_an_empty_environment_then_touch_nothing(
    tmp_path: Path,
) -> None:
    """No setting is needed, no file is made and no door opened before somebody asks for it."""
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", _IMPORT_ALL, *PACKAGES],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    touched, imported = json.loads(done.stdout)
    assert touched == []
    assert imported > 100
    assert list(tmp_path.iterdir()) == []


def test_contracts_when_listed_then_the_four_of_the_design_are_there() -> None:
    """Floors, a ground without I/O, the way to the store, one door to Telegram."""
    settings = pyproject()["tool"]["importlinter"]
    contracts = {each["name"]: each for each in settings["contracts"]}
    assert settings["root_packages"] == ["bot", "handlers", "faq", "scheduler"]
    assert settings["include_external_packages"] is True
    assert contracts["floors: imports point down"]["layers"] == _FLOORS
    assert set(contracts) == {
        "floors: imports point down",
        "the ground floor does no I/O",
        "handlers reach the store only through actions",
        "Telegram has one door",
    }


def test_contracts_when_they_make_exceptions_then_only_for_the_door_to_telegram() -> None:
    """An import rule with holes is none."""
    contracts = pyproject()["tool"]["importlinter"]["contracts"]
    holes = [hole for each in contracts for hole in each.get("ignore_imports", [])]
    assert holes == ["handlers.gateway.* -> telegram"]


def test_wall_clock_when_banned_then_for_every_package() -> None:
    """Ruff refuses each reading of the wall clock, and no folder is let off."""
    lint = pyproject()["tool"]["ruff"]["lint"]
    excused = [codes for codes in lint["per-file-ignores"].values() if "TID251" in codes]
    assert lint["select"] == ["ALL"]
    assert [code for code in lint["ignore"] if "TID251".startswith(code)] == []
    assert excused == []
    assert set(lint["flake8-tidy-imports"]["banned-api"]) == {
        "datetime.datetime.now",
        "datetime.datetime.utcnow",
        "datetime.datetime.today",
        "datetime.date.today",
        "time.time",
    }


def test_wall_clock_when_read_then_in_one_file() -> None:
    """``now`` is a parameter everywhere else, and nobody asks ruff to look away."""
    reading = {name_of(path) for path in files_of(*PACKAGES) if _reads_the_clock(path)}
    excused = {
        name_of(path)
        for path in files_of(*PACKAGES, "bench")
        if "noqa: TID251" in path.read_text(encoding="utf-8")
    }
    assert reading | excused == {"bot/clock.py"}


@pytest.mark.parametrize(
    ("line", "reads"),
    [("datetime.now(UTC)", True), ("date.today()", True), ("clock.now()", False), ("now", False)],
)
def test_reading_of_the_clock_when_looked_for_then_is_told_from_a_clock_that_is_given(
    tmp_path: Path, *, line: str, reads: bool
) -> None:
    """The rule sees what it is meant to see."""
    path = tmp_path / "module.py"
    path.write_text(line)
    assert _reads_the_clock(path) is reads


def _reads_the_clock(path: Path) -> bool:
    return any(
        isinstance(node, ast.Attribute)
        and node.attr in _CLOCKS
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date"}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )
