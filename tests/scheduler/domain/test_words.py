"""Plain spelling, and the two lists of words beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.words import (
    ENGLISH,
    SPANISH,
    TEXT_LIMIT_CHARS,
    Words,
    other_words,
    plain,
    tidy,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mañana", "manana"),
        ("MIÉRCOLES", "miercoles"),
        ("Bea\N{RIGHT SINGLE QUOTATION MARK}s", "bea's"),
        ("Tue\N{EN DASH}Thu", "tue-thu"),
        ("İ", "i"),
        ("🦖", "🦖"),
    ],
)
def test_plain_when_letters_have_marks_then_they_lose_them(text: str, expected: str) -> None:
    """Accents, capitals and the signs of phones make no difference."""
    assert plain(text) == expected


@given(st.text())
def test_plain_when_any_text_then_its_length_stays(text: str) -> None:
    """A place in the plain text is the same place in the original."""
    assert len(plain(text)) == len(text)


@given(st.text(max_size=1200))
def test_tidy_when_any_text_then_it_is_short_and_single_spaced(text: str) -> None:
    """Tidying bounds what is read, and does nothing twice."""
    assert len(tidy(text)) <= TEXT_LIMIT_CHARS
    assert "  " not in tidy(text)


@pytest.mark.parametrize("words", [ENGLISH, SPANISH])
def test_words_of_a_language_when_listed_then_months_and_weekdays_are_complete(
    words: Words,
) -> None:
    """Every month and weekday has a word, written plainly."""
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(7))
    assert all(word == plain(word) for word in {**words.months, **words.weekdays, **words.days})


@pytest.mark.parametrize(
    ("language", "words"), [("en", ENGLISH), ("es", SPANISH), ("es-MX", SPANISH), ("fr", ENGLISH)]
)
def test_words_of_when_language_is_not_known_then_english_is_read(
    language: str, words: Words
) -> None:
    """Regional tags count for their language; unknown ones are read as English."""
    assert words_of(language) is words
    assert other_words(other_words(words)) is words
