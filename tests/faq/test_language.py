"""Which language a message is written in."""

import pytest

from faq.language import language_of
from faq.wording import read


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("what is an iep", "es", "en"),
        ("¿Qué es un IEP?", "en", "es"),
        ("mi hijo has an iep pero no lo siguen", "en", "es"),
        ("IEP 504", "es", "es"),
        ("IEP 504", "en", "en"),
        ("IEP 504", None, "en"),
        ("IEP 504", "fr", "en"),
        ("", "es", "es"),
    ],
)
def test_language_when_small_words_tell_then_they_outweigh_the_hint(
    text: str, hint: str | None, language: str
) -> None:
    """A parent is answered in the language of the message; the chat's decides where none shows."""
    assert language_of(read(text), hint=hint) == language
