"""A trained linear model on disk, so that a start does not wait for training.

Numbers only, no pickles: a file that is damaged, foreign or of another content is not used
and is written anew.
"""

import secrets
import zlib
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from tokenize import TokenError
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from faq.features import PLACES, Weighing
from faq.lexicon import Line
from faq.linear import CRISIS, KIND, REQUEST, TOPIC, Linear

_KEPT = 4
"""Files that stay in the folder: the newest ones. A checkout and its tests share it."""

_NUMBERS = [np.dtype(kind) for kind in (np.uint32, np.int8, np.float32, np.float32, np.float32)]
"""Of known, weights, rarity, steps and bias."""

_SORTS = (CRISIS, KIND, REQUEST, TOPIC)

_UNSOUND = (
    OSError,
    ValueError,
    LookupError,
    EOFError,
    RuntimeError,
    SyntaxError,
    TokenError,
    BadZipFile,
    zlib.error,
)
"""What a damaged archive may raise, depending on the place of the damage."""

_SHAPING = ("wording.py", "features.py", "linear.py", "training.py", "cache.py")
"""The code whose change makes another model out of the same lines."""


def cache_key(lines: Iterable[Line]) -> str:
    """A name for what training would make of ``lines`` with the code as it is now."""
    digest = blake2b(digest_size=16)
    for line in lines:
        digest.update("\t".join((line.label, line.language, line.request, line.text)).encode())  # noqa: FLY002 - four fields, one a column
        digest.update(b"\n")
    for name in _SHAPING:
        digest.update((Path(__file__).parent / name).read_bytes())
    return digest.hexdigest()


def find_linear(folder: Path, key: str) -> Linear | None:
    """The model kept under ``key``; None when there is none or its file is not sound."""
    try:
        # Opened here: numpy leaves a file open that turns out to be no archive.
        with _path(folder, key).open("rb") as file:
            arrays = np.load(file, allow_pickle=False)
            return _unpacked(arrays) if isinstance(arrays, np.lib.npyio.NpzFile) else None
    except _UNSOUND:
        return None


def keep_linear(folder: Path, key: str, linear: Linear) -> None:
    """Write ``linear`` at once or not at all, and drop all but the newest few.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f".{key}-{secrets.token_hex(4)}.npz"
    try:
        np.savez(draft, allow_pickle=False, **_packed(linear))
        draft.replace(_path(folder, key))
    finally:
        draft.unlink(missing_ok=True)
    kept = sorted(folder.glob("linear-*.npz"), key=_age)
    for path in kept[:-_KEPT]:
        path.unlink(missing_ok=True)


def _path(folder: Path, key: str) -> Path:
    return folder / f"linear-{key}.npz"


def _age(path: Path) -> float:
    """When ``path`` was written; one that another process has just removed counts as oldest."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _packed(linear: Linear) -> dict[str, NDArray[np.generic]]:
    return {
        "known": linear.weighing.known,
        "rarity": linear.weighing.rarity,
        "labels": _from_texts(linear.labels),
        "weights": linear.weights,
        "steps": linear.steps,
        "bias": linear.bias,
    }


def _unpacked(arrays: np.lib.npyio.NpzFile) -> Linear:
    """The model in ``arrays``.

    Raises:
        ValueError: the arrays do not fit together, or a sort of label is missing.
        LookupError: an array is missing.
    """
    labels, known, weights = _to_texts(arrays["labels"]), arrays["known"], arrays["weights"]
    rarity, steps, bias = arrays["rarity"], arrays["steps"], arrays["bias"]
    shapes = (weights.shape, rarity.shape, steps.shape, bias.shape)
    if shapes != ((PLACES, len(labels)), (PLACES,), (PLACES,), (len(labels),)) or known.ndim != 1:
        raise ValueError("arrays do not fit together")
    if [array.dtype for array in (known, weights, rarity, steps, bias)] != _NUMBERS:
        raise ValueError("arrays hold other numbers")
    if not all(any(label.startswith(sort) for label in labels) for sort in _SORTS):
        raise ValueError("a sort of label is missing")
    return Linear(
        weighing=Weighing(known, rarity),
        labels=labels,
        weights=weights,
        steps=steps,
        bias=bias,
    )


def _from_texts(texts: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _to_texts(array: NDArray[np.uint8]) -> list[str]:
    return array.tobytes().decode().split("\n")
