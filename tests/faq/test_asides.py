"""Which honest line fits a message that no topic fits."""

from pathlib import Path

import pytest

from faq.asides import load_asides
from faq.decision import Aside
from faq.loader import ContentError
from faq.wording import read


@pytest.mark.parametrize(
    ("text", "kind", "aside"),
    [
        ("hello bot", "chitchat", Aside.GREETING),
        ("thank you so much", "chitchat", Aside.THANKS),
        ("muchas gracias", "chitchat", Aside.THANKS),
        ("lol", "chitchat", Aside.CHITCHAT),
        ("you stupid thing", "abuse", Aside.ABUSE),
        ("asdf qwer", "abuse", Aside.UNRELATED),
        ("how many mg should i give", "unrelated", Aside.UNRELATED),
        ("how many mg should i give", "near", Aside.DOSES),
        ("what time does the bus come", "near", Aside.BUS),
        ("can we get SSI for him", "near", Aside.BENEFITS),
        ("will medicaid pay", "near", Aside.MEDICAID),
        ("can I deduct this on my taxes", "near", Aside.TAXES),
        ("what is 84 divided by 4", "near", Aside.HOMEWORK),
        ("does he need a vaccine", "near", Aside.HEALTH),
        ("when is the last day of school", "near", Aside.SCHOOL_OFFICE),
        ("who gets custody", "near", Aside.FAMILY_LAW),
        ("something else altogether", "near", Aside.NEARBY),
        ("is melatonin ok", "", Aside.DOSES),
        ("hello", "near", Aside.NEARBY),
        ("something else altogether", "", Aside.NONE),
    ],
)
def test_aside_when_matter_is_known_then_says_where_to_ask(
    text: str, kind: str, aside: Aside
) -> None:
    """Small talk is told apart; other matters go by the first row that knows them."""
    assert load_asides().find(read(text), kind) is aside


@pytest.mark.parametrize("text", ["this is a chipmunk", "mgm lion", "a wicked plan"])
def test_aside_when_short_word_only_begins_another_then_is_not_meant(text: str) -> None:
    """Words of up to four letters stand alone: "chip" is not in "chipmunk"."""
    assert load_asides().find(read(text), "") is Aside.NONE


@pytest.mark.parametrize(
    "table",
    [
        'moon = ["cheese"]',
        "bus = 3",
        "bus = [3]",
        "bus = [",
        'bus = "bus"',
        "",
        'greeting = ["hi"]',
    ],
)
def test_asides_when_table_is_broken_then_names_the_file(tmp_path: Path, table: str) -> None:
    """A table of another shape stops the start with one line."""
    (tmp_path / "nearby.toml").write_text(table)

    with pytest.raises(ContentError, match=r"^nearby\.toml: [^\n]+$"):
        load_asides(tmp_path)


def test_asides_when_file_is_missing_then_names_it(tmp_path: Path) -> None:
    """A missing file is one clear line."""
    with pytest.raises(ContentError, match=r"nearby\.toml"):
        load_asides(tmp_path)
