"""Settings and ``.env.example`` say the same in the same order."""

import re

from bot.config import Settings
from tests.house.source import text_of

_SETTING = re.compile(r"^([A-Z_]+)=", re.MULTILINE)


def test_example_when_compared_with_the_settings_then_has_the_same_in_the_same_order() -> None:
    """A setting is one field in bot/config.py and one line in .env.example."""
    fields = [name.upper() for name in Settings.model_fields]
    assert _SETTING.findall(text_of(".env.example")) == fields


def test_example_when_read_then_explains_each_setting() -> None:
    """Each setting stands below a comment of its own, or of the two that belong together."""
    paragraphs = text_of(".env.example").strip().split("\n\n")
    unexplained = [
        paragraph
        for paragraph in paragraphs
        if _SETTING.search(paragraph) and not paragraph.startswith("# ")
    ]
    assert unexplained == []
