"""How much each model has to say."""

from pathlib import Path

import pytest

from faq.blend import Blend, Weights, load_blend
from faq.loader import ContentError

WHOLE = (
    "alone = 2\nsettled = 0.9\n[en]\nlinear = 1.5\nencoder = 1\n[es]\nlinear = 3\nencoder = 0.5\n"
)


def test_blend_when_loaded_then_holds_each_language(tmp_path: Path) -> None:
    """What was written is what is read."""
    (tmp_path / "blend.toml").write_text(WHOLE)

    assert load_blend(tmp_path) == Blend(
        2.0, 0.9, {"en": Weights(1.5, 1.0), "es": Weights(3.0, 0.5)}
    )


def test_blend_when_language_is_unknown_then_is_weighed_as_english(tmp_path: Path) -> None:
    """A language without weights is better off with some than with none."""
    (tmp_path / "blend.toml").write_text(WHOLE)

    assert load_blend(tmp_path).weights("vi") == Weights(1.5, 1.0)


def test_blend_when_real_then_both_models_count() -> None:
    """In each language, each model adds something."""
    for weights in load_blend().spoken.values():
        assert weights.linear > 0
        assert weights.encoder > 0


@pytest.mark.parametrize(
    "text",
    [
        WHOLE.replace("alone = 2\n", ""),
        WHOLE.replace("settled = 0.9\n", ""),
        WHOLE.replace("en]", "fr]"),
        WHOLE.replace("encoder = 1\n", ""),
        WHOLE.replace("linear = 3", "moon = 3"),
        WHOLE.replace("linear = 3", 'linear = "much"'),
        "en = 3\nalone = 2\nsettled = 1\n",
        "alone = ",
    ],
)
def test_blend_when_broken_then_names_the_file(tmp_path: Path, text: str) -> None:
    """A weight that is missing, unknown or no number stops the start with one line."""
    (tmp_path / "blend.toml").write_text(text)

    with pytest.raises(ContentError, match=r"^blend\.toml: [^\n]+$"):
        load_blend(tmp_path)


def test_blend_when_file_is_missing_then_names_it(tmp_path: Path) -> None:
    """A missing file is one clear line."""
    with pytest.raises(ContentError, match=r"blend\.toml"):
        load_blend(tmp_path)
