"""Ways to set up a bot and to start it as a process."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config import Settings
from bot.local.state import LOCAL_TOKEN

ROOT = Path(__file__).parents[2]
# The trained matcher is kept where `make run` keeps it: training takes seconds.
CACHE = ROOT / "var" / "cache"
TOKEN = LOCAL_TOKEN
SECRET = "a-secret_of-the-webhook"
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


def settings_of(**values: object) -> Settings:
    """Settings as from an environment with ``values`` and no .env."""
    fields = {name.lower(): value for name, value in values.items()}
    return Settings(_env_file=None, **fields)  # type: ignore[arg-type]  # any field of any type


def start_program(
    folder: Path, *arguments: str, code: str = "", **environment: str
) -> "subprocess.Popen[str]":
    """Start ``python -m bot``, or ``code``, in ``folder``; only ``environment`` sets it up."""
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "CACHE_DIR": str(CACHE)}
    return subprocess.Popen(
        [sys.executable, *(("-c", code) if code else ("-m", "bot")), *arguments],
        cwd=folder,
        env=kept | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: "subprocess.Popen[str]", given: str = "") -> tuple[int, str, str]:
    """Wait for the end: exit code, standard output, standard error."""
    try:
        said, complained = process.communicate(given, timeout=60)
    finally:
        process.kill()
    return process.returncode, said, complained


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that a command wrote to standard error."""
    (line,) = capsys.readouterr().err.splitlines()
    return line
