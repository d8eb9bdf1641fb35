"""The real desk, opened once; and a small one that is taught in a moment."""

from pathlib import Path

import pytest

import faq
from faq.desk import Desk
from faq.opening import open_desk
from tests.faq.small_world import write_content, write_signals

ROOT = Path(faq.__file__).parents[1]
CONTENT = ROOT / "faq" / "content"


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The desk over the real answers; its matcher is kept where `make run` keeps it."""
    return open_desk(CONTENT, ROOT / "var" / "cache")


@pytest.fixture(scope="session")
def small_folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Content and signals of the small world."""
    folder = tmp_path_factory.mktemp("small")
    return write_content(folder / "content"), write_signals(folder / "signals")


@pytest.fixture(scope="session")
def small_desk(small_folders: tuple[Path, Path]) -> Desk:
    """The desk of the small world."""
    content, signals = small_folders
    return open_desk(content, None, signals, encoder=None)
