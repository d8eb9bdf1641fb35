"""The numbers at which one decision gives way to the next."""

from dataclasses import asdict, fields
from pathlib import Path

import pytest

from faq.lexicon import FOLDER
from faq.loader import ContentError
from faq.thresholds import Thresholds, load_thresholds


def _written(values: dict[str, object]) -> str:
    return "".join(f"{name} = {value}\n" for name, value in values.items())


def test_thresholds_when_loaded_then_hold_every_number(tmp_path: Path) -> None:
    """What was written is what is read."""
    values = {field.name: number / 10 for number, field in enumerate(fields(Thresholds))}
    (tmp_path / "thresholds.toml").write_text(_written(values))

    assert asdict(load_thresholds(tmp_path)) == values


def test_thresholds_when_real_then_second_questions_are_the_stricter() -> None:
    """The answer that nobody misses must be surer than the one that was asked for."""
    limits = load_thresholds(FOLDER)

    assert limits.second_score >= limits.answer_score
    assert limits.settled_score > limits.crisis_score


_WHOLE = asdict(load_thresholds())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (_written({k: v for k, v in _WHOLE.items() if k != "choices_gap"}), "choices_gap"),
        (_written(_WHOLE | {"moon": 1.0}), "moon"),
        (_written(_WHOLE | {"answer_gap": '"wide"'}), "answer_gap must be a number"),
        (_written(_WHOLE | {"answer_gap": "true"}), "answer_gap must be a number"),
        (_written(_WHOLE | {"answer_gap": "nan"}), "answer_gap must be a number"),
        ("answer_score = ", "Invalid value"),
    ],
)
def test_thresholds_when_broken_then_name_file_and_value(
    tmp_path: Path, text: str, what: str
) -> None:
    """A value that is missing, unknown or no number stops the start with one line."""
    (tmp_path / "thresholds.toml").write_text(text)

    with pytest.raises(ContentError, match=rf"^thresholds\.toml: [^\n]*{what}"):
        load_thresholds(tmp_path)


def test_thresholds_when_file_is_missing_then_name_it(tmp_path: Path) -> None:
    """A missing file is one clear line."""
    with pytest.raises(ContentError, match=r"thresholds\.toml"):
        load_thresholds(tmp_path)
