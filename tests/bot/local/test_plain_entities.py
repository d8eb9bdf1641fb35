"""What is found in plain text."""

import pytest

from bot.local.plain_entities import find_entities, merge_entities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", [("bot_command", 0, 6)]),
        ("👋 /Add@plan_bot now", [("bot_command", 3, 13)]),
        ("3/4 and 12/5/26", []),
        ("ask @teacher_lee", [("mention", 4, 12)]),
        ("see https://example.org/a?b=1.", [("url", 4, 25)]),
        ("mail me@example.org", [("email", 5, 14)]),
        ("#iep", [("hashtag", 0, 4)]),
        ("plain words", []),
    ],
)
def test_find_entities_in_plain_text(text: str, found: list[tuple[str, int, int]]) -> None:
    """Commands, mentions, links, mail and hashtags are found where they stand."""
    assert [(e["type"], e["offset"], e["length"]) for e in find_entities(text)] == found


def test_merge_entities_when_code_lies_there_then_finds_nothing_in_it() -> None:
    """A command inside code is no command."""
    code = [{"type": "code", "offset": 0, "length": 6}]

    assert merge_entities(code, "/start") == code
