"""``python -m bench.encoder``: teaches the encoder anew and writes faq/encoder.npz.

To be run when many phrasings are new; it takes about an hour of two cores. First a fifth of the
lines is kept from it, and what it makes of them goes to held_out.npz for the calibration; then
it is taught with all lines.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch

from bench.encoder.held_out import FOLDS, HELD_OUT, key_of
from bench.encoder.network import Network
from bench.encoder.teaching import Lesson, Texts, scores_of, teach
from bench.found.embedding import installed
from bot.wiring import CONTENT
from faq.encoder import ENCODER, Arrays
from faq.lexicon import Line, examples, load_signals
from faq.loader import load_catalog
from faq.training import labelled
from faq.wording import read
from faq.wordpiece import BEGIN, END, INSIDE, PADDING, UNKNOWN, Pieces

TEACHER: Final = Lesson(epochs=5, rate=8e-5, batch=32, head=20)
STUDENT: Final = Lesson(epochs=6, rate=2e-4, batch=64, head=10, blanked=0.08, trusted=0.5)
LAYERS: Final = 6
KEPT_LAYERS: Final = (0, 1, 5)
KEPT_WIDE: Final = 768
_COMMON: Final = 12_000
"""Pieces of the start's vocabulary that are kept anyway: it begins with the commonest."""


def main() -> None:
    """Teach and write; ``--only`` does one of the two parts."""
    parser = argparse.ArgumentParser(prog="python -m bench.encoder", description=__doc__)
    parser.add_argument("--start", type=Path, default=installed(), help="all-MiniLM-L6-v2")
    parser.add_argument("--only", choices=("held-out", "encoder"))
    options = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(os.cpu_count() or 1)
    lines = labelled(examples(load_catalog(CONTENT)), load_signals())
    if options.only != "encoder":
        _hold_out(options.start, lines)
    if options.only != "held-out":
        np.savez_compressed(ENCODER, **_taught(options.start, lines)[1])


def _hold_out(start: Path, lines: Sequence[tuple[str, Line]]) -> None:
    taught = [pair for place, pair in enumerate(lines) if place % FOLDS]
    asked = [line for _, line in lines[::FOLDS]]
    network, arrays = _taught(start, taught)
    pieces = Pieces(list(map(str, arrays["vocabulary"])))
    scores = scores_of(network, [pieces.numbers(read(line.text)) for line in asked])
    np.savez_compressed(
        HELD_OUT,
        keys=np.array([key_of(line) for line in asked], dtype=np.uint64),
        labels=arrays["labels"],
        scores=scores.numpy().astype(np.float16),
    )


def _taught(start: Path, lines: Sequence[tuple[str, Line]]) -> tuple[Network, Arrays]:
    """A network that knows ``lines``, and the same as faq/encoder.py reads it."""
    words = [read(line.text) for _, line in lines]
    kept, vocabulary = _vocabulary(start, words)
    pieces = Pieces(vocabulary)
    labels = sorted({label for label, _ in lines})
    texts = Texts(
        [pieces.numbers(each) for each in words],
        torch.tensor([labels.index(label) for label, _ in lines]),
    )
    unknown = vocabulary.index(UNKNOWN)
    teacher = Network.start(start, kept, LAYERS, len(labels))
    teach(teacher, texts, TEACHER, unknown=unknown)
    student = teacher.cut(KEPT_LAYERS, KEPT_WIDE)
    thought = scores_of(teacher, texts.pieces)
    teach(student, texts, STUDENT, unknown=unknown, teacher=thought)
    return student, student.arrays(vocabulary, labels)


def _vocabulary(start: Path, texts: Sequence[Sequence[str]]) -> tuple[list[int], list[str]]:
    """Pieces that may be met: the marks, the commonest, single signs, and what ``texts`` use."""
    every = (start / "vocab.txt").read_text(encoding="utf-8").split("\n")
    marks = [every.index(mark) for mark in (PADDING, BEGIN, END, UNKNOWN)]
    whole = Pieces(every)
    used = {number for text in texts for number in whole.numbers(text)}
    met = [
        number
        for number, piece in enumerate(every)
        if piece.isascii()
        and piece.removeprefix(INSIDE).isalnum()
        and (number < _COMMON or number in used or len(piece.removeprefix(INSIDE)) == 1)
    ]
    kept = [*marks, *met]
    return kept, [every[number] for number in kept]


if __name__ == "__main__":
    main()
