"""A parent's words made even."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.wording import LIMIT_TOKENS, LIMIT_WORD, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Doesn't", ["doesnt"]),
        ("doesn\u2019t", ["doesnt"]),
        ("SOOOOO tired!!", ["soo", "tired"]),
        ("¿Qué niño?", ["que", "nino"]),
        ("my_son 🙏🏽 ok", ["my", "son", "ok"]),
        ("IEPs & 504s", ["iep", "504"]),
        ("accomodations", ["accommodations"]),
        ("LRE", ["lre", "least", "restrictive", "environment"]),
        ("ＦＡＰ", ["fap"]),  # noqa: RUF001 - full-width letters, as some keyboards send them
        ("שלום 你好", ["שלום", "你好"]),
        ("", []),
        ("👋", []),
    ],
)
def test_read_when_typed_in_any_way_then_gives_even_words(text: str, words: list[str]) -> None:
    """Case, accents, apostrophes, emoji, stretched letters and acronyms do not matter."""
    assert read(text) == words


def test_read_when_endless_then_stops() -> None:
    """A reading is bounded, whatever is sent."""
    words = read("lre a1 " * 5_000 + "x" * 5_000)

    assert len(words) == LIMIT_TOKENS
    assert max(map(len, read("x1" * 5_000))) <= LIMIT_WORD


@given(st.text())
def test_read_when_any_text_then_gives_words_without_spaces(text: str) -> None:
    """No script breaks a reading."""
    assert all(word and " " not in word for word in read(text))
