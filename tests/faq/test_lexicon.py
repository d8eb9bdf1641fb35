"""The matcher's own material."""

from pathlib import Path

import pytest

from faq.lexicon import examples, load_signals
from faq.loader import ContentError, load_catalog


def test_signals_when_file_is_missing_then_names_it(tmp_path: Path) -> None:
    """A missing file is one clear line."""
    with pytest.raises(ContentError, match=r"awaiting\.jsonl: cannot be read"):
        load_signals(tmp_path)


@pytest.mark.parametrize("row", ["{", "[]", '{"topic": "x"}', '"x"'])
def test_signals_when_line_is_broken_then_names_it(tmp_path: Path, row: str) -> None:
    """A broken line is named by its number."""
    (tmp_path / "awaiting.jsonl").write_text(row)

    with pytest.raises(ContentError, match=r"awaiting\.jsonl: line 1"):
        load_signals(tmp_path)


def test_examples_when_answer_has_phrasings_then_awaiting_lines_rest(
    small_folders: tuple[Path, Path],
) -> None:
    """A topic's own phrasings replace those that waited for its answer."""
    content, signals = small_folders
    lines = examples(load_catalog(content), load_signals(signals))
    texts = {line.text for line in lines}

    assert "summer school" in texts
    assert "What about iep-what?" in texts
    assert "never used" not in texts
