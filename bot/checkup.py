"""``python -m bot check``: everything that can be found wrong without going live.

It only looks: nothing is made, migrated or sent.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.config import Settings
from bot.wiring import CONTENT
from faq.asides import load_asides
from faq.blend import load_blend
from faq.encoder import Encoder
from faq.glossary import load_glossary
from faq.lint import lint
from faq.loader import ContentError, load_catalog
from faq.requests import load_requests
from faq.safety import load_dangers
from faq.thresholds import load_thresholds
from handlers.texts.loader import TextError, load_texts
from scheduler.store.errors import StoreUnavailable, one_line
from scheduler.store.revisions import known_revisions, revision_of
from scheduler.store.urls import is_sqlite, sync_url

_PATIENCE_S: Final = 5
"""How long a database server may take to let us in."""


def complaints(settings: Settings) -> Iterator[str]:
    """Yield one line for each thing to mend; the settings were read well already."""
    looks: tuple[Callable[[Settings], Iterator[str]], ...] = (_answers, _signals, _database)
    for look in looks:
        try:
            yield from look(settings)
        except (ContentError, TextError, StoreUnavailable) as error:
            yield str(error)


def _answers(_settings: Settings) -> Iterator[str]:
    """What is wrong with texts and answers.

    Raises:
        ContentError, TextError: one of them cannot be read at all.
    """
    spoken = load_texts().languages
    catalog = load_catalog(CONTENT)
    for language in sorted({entry.language for entry in catalog.entries()}.difference(spoken)):
        yield f"{language}: has answers but no texts"
    yield from map(str, lint(catalog))


def _signals(_settings: Settings) -> Iterator[str]:
    """What is wrong with patterns, terms and numbers of the desk, a line for each file."""
    words = (load_dangers, load_requests, load_asides, load_glossary)
    numbers = (load_thresholds, load_blend, Encoder.load)
    for load in (*words, *numbers):
        try:
            load()
        except ContentError as error:
            yield str(error)


def _database(settings: Settings) -> Iterator[str]:
    """What keeps a start from using the database; one that is not there yet is fine.

    Raises:
        StoreUnavailable: it cannot be opened.
    """
    target = sync_url(settings.database_url)
    if is_sqlite(target) and not _is_there(target):
        return
    try:
        with _engine_that_only_reads(target).connect() as connection:
            revision = revision_of(connection)
    except (SQLAlchemyError, OSError) as error:
        raise StoreUnavailable(f"the database cannot be opened: {one_line(error)}") from error
    # One that is known is the newest, or one from which the next start migrates.
    if revision is not None and revision not in known_revisions():
        yield f"the database is at revision {revision}, which this version does not know"


def _is_there(target: URL) -> bool:
    return bool(target.database) and Path(target.database or "").exists()


def _engine_that_only_reads(target: URL) -> Engine:
    if not is_sqlite(target):
        patience = {"connect_timeout": _PATIENCE_S}
        return create_engine(
            target, poolclass=NullPool, hide_parameters=True, connect_args=patience
        )
    path = Path(target.database or "")
    # A reader leaves two files of its own beside a database that nobody has open, unless it
    # takes the file for one that does not change. With the log there, somebody may write.
    still = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    address = f"file:{quote(str(path))}?mode=ro{still}"
    return create_engine(
        target, poolclass=NullPool, creator=lambda: sqlite3.connect(address, uri=True)
    )
