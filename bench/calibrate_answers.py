"""``python -m bench.calibrate_answers``: writes faq/signals/thresholds.toml from held-out folds.

To be run when phrasings, signals or features changed much; it takes a minute or two.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from bot.wiring import CONTENT
from faq.calibration import HeldOut, calibrate, folds_of
from faq.lexicon import FOLDER, Line, examples, load_signals
from faq.loader import load_catalog
from faq.training import fit

FOLDS: Final = 5
_HEAD: Final = (
    "# Written by `python -m bench.calibrate_answers` from held-out folds; not by hand.\n"
)


def main() -> None:
    """Calibrate on the content and signals of this checkout, write and print the result."""
    signals = load_signals()
    topics = examples(load_catalog(CONTENT), signals)
    held_out = tuple(folds_of(topics, signals.nontopic, fit=fit, folds=FOLDS))
    found = asdict(calibrate(held_out))
    lines = _HEAD + "".join(f"{name} = {value}\n" for name, value in found.items())
    (FOLDER / "thresholds.toml").write_text(lines, encoding="utf-8")
    print(f"right first among the folds: {_right_first(held_out, topics):.3f}")
    print(lines)


def _right_first(held_out: tuple[HeldOut, ...], topics: Sequence[Line]) -> float:
    labels = {line.label for line in topics}
    asked = [held for held in held_out if held.line.label in labels]
    return sum(held.reading.topics[0][0] == held.line.label for held in asked) / len(asked)


if __name__ == "__main__":
    main()
