"""A bot on an empty database, and the parent who talks to it."""

import functools
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from faq.opening import open_desk
from handlers.texts.loader import load_texts
from scheduler.store.schema import migrate
from tests.scenarios.emulated import EmulatedBot, open_bot
from tests.scenarios.talker import Talker


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Answers and texts never change while a bot runs: all bots here share one reading of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.wiring.open_desk", functools.cache(open_desk))
        patch.setattr("bot.wiring.load_texts", functools.cache(load_texts))
        yield


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the newest tables and nothing in them, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "family.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
async def bot(tmp_path: Path, empty_database: Path) -> AsyncIterator[EmulatedBot]:
    """The real bot, running."""
    shutil.copyfile(empty_database, tmp_path / empty_database.name)
    async with open_bot(tmp_path) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[EmulatedBot]:
    """One bot for the tests of a module that leave its clock in September; each its own person."""
    async with open_bot(tmp_path_factory.mktemp("shared")) as running:
        yield running


@pytest.fixture
def maria(bot: EmulatedBot) -> Talker:
    """A parent who has not written yet."""
    return bot.person("Maria")
