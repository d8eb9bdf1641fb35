"""What the encoder made of lines it was not taught: the calibration's evidence, kept."""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Final

import numpy as np

from faq.features import Floats
from faq.lexicon import Line

HELD_OUT: Final = Path(__file__).with_name("held_out.npz")
FOLDS: Final = 5
"""Every fifth line was kept from it."""


def key_of(line: Line) -> int:
    """A number for a line, 64 bits of its label and text: lines move as answers are edited."""
    digest = blake2b(f"{line.label}\t{line.text}".encode(), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


def load_held_out(path: Path = HELD_OUT) -> tuple[tuple[str, ...], Mapping[int, Floats]]:
    """The labels, and the scores of each line by its key."""
    with np.load(path, allow_pickle=False) as file:
        labels = tuple(map(str, file["labels"]))
        scores = file["scores"].astype(np.float32)
        return labels, dict(zip(map(int, file["keys"]), scores, strict=True))
