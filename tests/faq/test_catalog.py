"""Finding answers by topic, area and language."""

import pytest

from faq.catalog import Catalog
from faq.entry import Area, TopicId
from tests.faq.small_world import make_entry

FIRST = make_entry("b-first", title="B")
SECOND = make_entry("a-second", title="A", area=Area.IEP)
SPANISH = make_entry("b-first", title="Primera", language="es")
CATALOG = Catalog([SECOND, FIRST, SPANISH])


def test_entry_when_translated_then_is_in_that_language() -> None:
    """A parent reads the translation where there is one."""
    assert CATALOG.entry(FIRST.id, "es") is SPANISH


def test_entry_when_not_translated_then_is_in_english() -> None:
    """A missing translation falls back to English, and the entry says so."""
    assert CATALOG.entry(SECOND.id, "es").language == "en"


def test_entry_when_unknown_then_raises() -> None:
    """An id that no answer has is a fault of the caller."""
    with pytest.raises(KeyError):
        CATALOG.entry(TopicId("none"), "en")


def test_topics_when_listed_then_follow_the_areas() -> None:
    """Topics stand in the order of the areas."""
    assert CATALOG.topics() == (FIRST.id, SECOND.id)


def test_areas_when_listed_then_only_those_with_answers() -> None:
    """An empty shelf is not offered."""
    assert CATALOG.areas() == (Area.BASICS, Area.IEP)


def test_in_area_when_listed_then_is_sorted_by_title() -> None:
    """A shelf is read by title, in the reader's language."""
    other = make_entry("c-third", title="Again")
    shelf = Catalog([FIRST, other, SPANISH]).in_area(Area.BASICS, "es")

    assert [entry.title for entry in shelf] == ["Again", "Primera"]


def test_entries_when_listed_then_hold_every_language() -> None:
    """Nothing is left out."""
    assert set(CATALOG.entries()) == {FIRST, SECOND, SPANISH}
