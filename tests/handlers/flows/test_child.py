"""What can be a nickname: nearly anything, but not a question."""

import pytest

from handlers.flows.child import not_a_nickname
from handlers.texts.loader import load_texts

TEXTS = load_texts()
FLAG = "🇵🇷"


@pytest.mark.parametrize(
    "text",
    [
        "Sam",
        "<b>&_*",
        "🦖" * 30,
        FLAG * 15,
        "x" * 30,
        "Can",
        "Mi niña",
        "Is",
        "Por fin",
        "星",
    ],
)
def test_nickname_when_usable_then_nothing_is_wrong_with_it(text: str) -> None:
    """Letters of any script, markup, emoji, short words that could begin a question."""
    assert not_a_nickname(text) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "refusal-nickname-empty"),
        ("x" * 31, "refusal-nickname-too-long"),
        ("🦖" * 31, "refusal-nickname-too-long"),
        (FLAG * 31, "refusal-nickname-too-long"),
        ("really?", "child-not-read"),
        ("what is an iep", "child-not-read"),
        ("How do I ask for a plan", "child-not-read"),
        ("¿qué es", "child-not-read"),
        ("qué es un iep", "child-not-read"),
        ("puedo pedir otra junta", "child-not-read"),
    ],
)
def test_nickname_when_not_usable_then_says_why(text: str, key: str) -> None:
    """Empty, too long, or a question that wants an answer instead."""
    wrong = not_a_nickname(text)

    assert wrong is not None
    assert wrong.key == key
