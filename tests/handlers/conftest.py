"""A parent in front of an empty bot. One database is enough here: the store has its own tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from faq.decision import DecisionKind
from handlers.gateway.markup import Renderer
from handlers.texts.loader import load_texts
from scheduler.actions import Sessions
from scheduler.domain.plans import ChatId
from scheduler.store.engine import open_store
from scheduler.store.schema import migrate
from tests.conftest import NOW, make_chat
from tests.handlers.desk import CRISIS_PLAN, IEP, PLAN_504, KnowingDesk
from tests.handlers.parent import Parent


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An empty SQLite database with all tables, made once."""
    path = tmp_path_factory.mktemp("handlers") / "empty.db"
    migrate(f"sqlite:///{path}")
    return path.read_bytes()


@pytest.fixture
async def store(empty_database: bytes, tmp_path: Path) -> AsyncIterator[Sessions]:
    """An open, empty store."""
    path = tmp_path / "test.db"
    path.write_bytes(empty_database)
    opened = await open_store(f"sqlite:///{path}")
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    """The real words."""
    return Renderer(load_texts())


@pytest.fixture
async def parent(store: Sessions, renderer: Renderer) -> Parent:
    """A parent in New York on a Thursday morning in September."""
    chat_id = await make_chat(store, 1)
    return Parent(store, renderer, chat_id, now=NOW)


@pytest.fixture
async def stranger(store: Sessions, renderer: Renderer) -> Parent:
    """A parent of another family, in Los Angeles."""
    chat_id = await make_chat(store, 2, "America/Los_Angeles")
    return Parent(store, renderer, ChatId(chat_id), now=NOW)


@pytest.fixture
async def newcomer(store: Sessions, renderer: Renderer) -> Parent:
    """A parent whose time zone is not known yet."""
    chat_id = await make_chat(store, 3, None)
    return Parent(store, renderer, chat_id, now=NOW)


@pytest.fixture
def desk(parent: Parent) -> KnowingDesk:
    """A desk that knows four answers; the parent asks there."""
    parent.desk = known = KnowingDesk()
    known.takes("what is an iep", DecisionKind.ANSWER, IEP)
    known.takes("qué es un iep", DecisionKind.ANSWER, IEP, language="es")
    known.takes("plan?", DecisionKind.CHOICES, IEP, PLAN_504)
    known.takes("he wants to die", DecisionKind.CRISIS, CRISIS_PLAN)
    known.takes("quiere morirse", DecisionKind.CRISIS, language="es")
    return known
