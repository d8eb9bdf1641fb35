"""Database URLs as people write them."""

from pathlib import Path

import pytest

from scheduler.store.errors import StoreUnavailable
from scheduler.store.urls import async_url, is_sqlite, make_folder, sync_url


@pytest.mark.parametrize(
    ("given", "asynchronous", "blocking"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite:///a.db", "sqlite+pysqlite:///a.db"),
        ("sqlite+aiosqlite:///a.db", "sqlite+aiosqlite:///a.db", "sqlite+pysqlite:///a.db"),
        ("postgres://u@h/d", "postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql://u@h/d", "postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
    ],
)
def test_url_when_written_in_any_way_then_it_gets_its_driver(
    given: str, asynchronous: str, blocking: str
) -> None:
    """Whatever driver was named, ours is used."""
    assert (str(async_url(given)), str(sync_url(given))) == (asynchronous, blocking)


@pytest.mark.parametrize(
    ("given", "words"), [("no url", "is not a URL"), ("mysql://u@h/d", "mysql is not supported")]
)
def test_url_when_it_cannot_be_used_then_one_line_says_why(given: str, words: str) -> None:
    """A wrong address is refused before anything is opened."""
    with pytest.raises(StoreUnavailable, match=words):
        async_url(given)


def test_folder_when_missing_then_it_is_made(tmp_path: Path) -> None:
    """A first start needs no preparation."""
    make_folder(sync_url(f"sqlite:///{tmp_path / 'a' / 'b' / 'c.db'}"))

    assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.parametrize("given", ["sqlite://", "sqlite:///:memory:", "postgresql://h/d"])
def test_folder_when_there_is_no_file_then_nothing_is_made(given: str) -> None:
    """Only a file needs a folder."""
    assert make_folder(sync_url(given)) is None  # type: ignore[func-returns-value]  # no fault


def test_folder_when_a_file_is_in_the_way_then_one_line_says_so(tmp_path: Path) -> None:
    """A folder that cannot be made stops the start."""
    (tmp_path / "a").write_text("a file")
    with pytest.raises(StoreUnavailable, match="cannot make the database folder"):
        make_folder(sync_url(f"sqlite:///{tmp_path / 'a' / 'b.db'}"))


def test_is_sqlite_when_asked_then_tells_the_two_apart() -> None:
    """The one question on which code of the store branches."""
    assert [is_sqlite(sync_url(each)) for each in ("sqlite:///a", "postgresql://h/d")] == [
        True,
        False,
    ]
