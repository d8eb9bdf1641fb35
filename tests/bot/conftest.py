"""An environment without settings, logging that is put back, and a roof over the local Telegram."""

import logging
import sys
import threading
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.config import Settings
from bot.local import LocalClock, LocalTelegram, Serving, serve
from bot.logs import _CHATTY
from bot.wiring import House, open_house
from tests.bot.roof import CACHE, NOON, TOKEN, settings_of
from tests.conftest import NOW


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder to stand in, with no setting in the environment."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def folder(bare: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run commands in, with a warm cache."""
    monkeypatch.setenv("CACHE_DIR", str(CACHE))
    monkeypatch.setenv("DATABASE_URL", "sqlite:///house.db")
    return bare


@pytest.fixture
def logging_kept() -> Iterator[None]:
    """Logging, and what Python prints by itself, as they were before the test."""
    root = logging.getLogger()
    handlers, level, raises = root.handlers[:], root.level, logging.raiseExceptions
    levels = {name: logging.getLogger(name).level for name in _CHATTY}
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning
    yield
    root.handlers[:], logging.raiseExceptions = handlers, raises
    root.setLevel(level)
    for name, each in levels.items():
        logging.getLogger(name).setLevel(each)
    sys.excepthook, sys.unraisablehook, threading.excepthook, warnings.showwarning = hooks


@pytest.fixture
def local_telegram() -> LocalTelegram:
    """A Telegram with nobody there."""
    return LocalTelegram(LocalClock(lambda: NOON, frozen=True))


@pytest.fixture
async def telegram_server(local_telegram: LocalTelegram) -> AsyncIterator[Serving]:
    """The Telegram, served."""
    async with serve(local_telegram) as serving:
        yield serving


@pytest.fixture
async def house(bare: Path, telegram_server: Serving) -> AsyncIterator[House]:
    """A whole bot on an empty SQLite file, not yet receiving or sending."""
    async with open_house(
        settings_of(CACHE_DIR=CACHE),
        token=TOKEN,
        api_url=telegram_server.url,
        clock=LocalClock(lambda: NOW, frozen=True),
        database_url=f"sqlite:///{bare / 'roof.db'}",
    ) as opened:
        yield opened
