"""The matcher's own material."""

from pathlib import Path

import pytest

from faq.lexicon import examples, load_signals
from faq.loader import ContentError, load_catalog


def test_signals_when_file_is_missing_then_names_it(tmp_path: Path) -> None:
    """A missing file is one clear line."""
    with pytest.raises(ContentError, match=r"nontopic\.jsonl: cannot be read"):
        load_signals(tmp_path)


@pytest.mark.parametrize("row", ["{", "[]", '{"topic": "x"}', '"x"'])
def test_signals_when_line_is_broken_then_names_it(tmp_path: Path, row: str) -> None:
    """A broken line is named by its number."""
    (tmp_path / "nontopic.jsonl").write_text(row)

    with pytest.raises(ContentError, match=r"nontopic\.jsonl: line 1"):
        load_signals(tmp_path)


def test_examples_when_read_then_hold_titles_and_phrasings(
    small_folders: tuple[Path, Path],
) -> None:
    """An answer is found by its title and by how it was also asked."""
    lines = examples(load_catalog(small_folders[0]))

    assert {line.text for line in lines if line.label == "esy"} >= {
        "summer school",
        "What about esy?",
    }
