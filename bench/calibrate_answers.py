"""``python -m bench.calibrate_answers``: weights and thresholds, from lines no model was taught.

Writes blend.toml and thresholds.toml in faq/signals. To be run when phrasings, signals or
features changed much, and after ``bench.encoder``; it takes two minutes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bench.encoder.held_out import FOLDS, key_of, load_held_out
from bot.wiring import CONTENT
from faq.blend import FILE, Blend, Weights
from faq.calibration import Unseen, calibrate, folds_of, settle, weigh_models
from faq.features import Floats
from faq.lexicon import FOLDER, Line, examples, load_signals
from faq.loader import load_catalog
from faq.reading import Joint
from faq.training import fit

_HEAD: Final = (
    "# Written by `python -m bench.calibrate_answers` from held-out lines; not by hand.\n"
)
_EQUAL: Final = Blend(1.0, 1.0, {"en": Weights(1.0, 1.0)})


def main() -> None:
    """Calibrate on the content and signals of this checkout, write and print the result."""
    signals = load_signals()
    topics = examples(load_catalog(CONTENT))
    labels = fit(topics, signals).labels
    unseen = tuple(folds_of(topics, signals, fit=fit, labels=labels, folds=FOLDS))
    known, kept = load_held_out()
    scores = {each.line: kept[key_of(each.line)] for each in unseen if key_of(each.line) in kept}
    blend = weigh_models(Joint(labels, known, _EQUAL), unseen, scores)
    blend = settle(Joint(labels, known, blend), unseen, scores)
    joint = Joint(labels, known, blend)
    _write(FOLDER / FILE, _blend_lines(blend))
    limits = calibrate(joint, unseen, scores)
    _write(FOLDER / "thresholds.toml", (f"{n} = {v}" for n, v in asdict(limits).items()))
    print(f"right first among {len(scores)} lines: {_right_first(joint, unseen, scores):.3f}")


def _blend_lines(blend: Blend) -> Iterable[str]:
    yield from (f"alone = {blend.alone}", f"settled = {blend.settled}")
    for language, weights in blend.spoken.items():
        yield from ("", f"[{language}]", *(f"{n} = {v}" for n, v in asdict(weights).items()))


def _write(path: Path, lines: Iterable[str]) -> None:
    text = _HEAD + "".join(f"{line}\n" for line in lines)
    path.write_text(text, encoding="utf-8")
    print(text)


def _right_first(joint: Joint, unseen: Sequence[Unseen], scores: dict[Line, Floats]) -> float:
    asked = [
        (each.line.label, joint.reading(each.margins, scores[each.line], each.line.language))
        for each in unseen
        if each.line in scores
    ]
    questions = [(label, reading) for label, reading in asked if label not in reading.kinds]
    return sum(reading.topics[0][0] == label for label, reading in questions) / len(questions)


if __name__ == "__main__":
    main()
