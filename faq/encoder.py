"""A small sentence encoder: what a message means, where words alone do not tell.

A transformer of three layers in plain numpy. It began as all-MiniLM-L6-v2 (Apache-2.0; Wang et al.
2020, "MiniLM"), was taught parents' questions by bench/train_encoder.py, and is kept as whole
numbers in encoder.npz. It knows the topics it was taught; others it says nothing of.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from faq.features import Floats
from faq.loader import ContentError
from faq.wordpiece import Pieces

ENCODER: Final = Path(__file__).parent / "encoder.npz"
HEADS: Final = 12

# A layer's matrices, as they are called in the file, and the vectors beside them.
MATRICES: Final = ("attention", "attended", "widened", "narrowed")
VECTORS: Final = (
    *(f"{name}_bias" for name in MATRICES),
    *("attended_scale", "attended_shift", "narrowed_scale", "narrowed_shift"),
)

_TINY: Final = np.float32(1e-12)
_HALF, _ONE = np.float32(0.5), np.float32(1)
# The tanh form of the Gaussian error linear unit (Hendrycks and Gimpel 2016).
_GELU_ROOT: Final = np.float32(np.sqrt(2 / np.pi))
_GELU_CUBE: Final = np.float32(0.044715)

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class _Layer:
    """One layer: rows of ``(words, width)`` in, the same shape out."""

    attention: Floats
    attended: Floats
    widened: Floats
    narrowed: Floats
    attention_bias: Floats
    attended_bias: Floats
    widened_bias: Floats
    narrowed_bias: Floats
    attended_scale: Floats
    attended_shift: Floats
    narrowed_scale: Floats
    narrowed_shift: Floats

    def __call__(self, rows: Floats) -> Floats:
        attended = self._attend(rows) @ self.attended + self.attended_bias
        rows = _evened(rows + attended, self.attended_scale, self.attended_shift)
        wide = _gelu(rows @ self.widened + self.widened_bias)
        narrow = wide @ self.narrowed + self.narrowed_bias
        return _evened(rows + narrow, self.narrowed_scale, self.narrowed_shift)

    def _attend(self, rows: Floats) -> Floats:
        """Each piece looks at all others, in ``HEADS`` ways."""
        count, width = rows.shape
        parts = (rows @ self.attention + self.attention_bias).reshape(count, 3, HEADS, -1)
        asked, offered, told = parts.transpose(1, 2, 0, 3)
        scores = asked @ offered.transpose(0, 2, 1)
        scores *= np.float32((width // HEADS) ** -0.5)
        scores -= scores.max(axis=-1, keepdims=True)
        weights = np.exp(scores)
        weights /= weights.sum(axis=-1, keepdims=True)
        return np.asarray((weights @ told).transpose(1, 0, 2).reshape(count, width))


class Encoder:
    """From words to one score a label; the scores of one message are comparable.

    Attributes:
        labels: what it can tell apart, named as the matcher's labels are.
    """

    __slots__ = ("_head", "_layers", "_numbers", "_pieces", "_places", "_start", "_steps", "labels")

    def __init__(self, arrays: Arrays) -> None:
        """Raises KeyError or ValueError where ``arrays`` are not those of an encoder."""
        self.labels = tuple(map(str, arrays["labels"]))
        self._pieces = Pieces(list(map(str, arrays["vocabulary"])))
        self._numbers = arrays["pieces"]
        self._steps = np.asarray(arrays["pieces_steps"], dtype=np.float32)
        self._places = np.asarray(arrays["places"], dtype=np.float32)
        self._start = (_floats(arrays, "start_scale"), _floats(arrays, "start_shift"))
        self._head = (_whole(arrays, "head"), _floats(arrays, "head_bias"))
        layers = sum(name.endswith("_attention") for name in arrays)
        self._layers = [_layer(arrays, f"layer{number}_") for number in range(layers)]

    @classmethod
    def load(cls, path: Path = ENCODER) -> Self:
        """The encoder kept in ``path``.

        Raises:
            ContentError: the file is missing or is not an encoder's.
        """
        try:
            # One message is too little work for several cores to share.
            threadpool_limits(1, user_api="blas")
            # Opened here: numpy leaves a file open that turns out to be no archive.
            with path.open("rb") as file:
                found = np.load(file, allow_pickle=False)
                return cls({name: found[name] for name in found.files})
        except (OSError, ValueError, LookupError, AttributeError, EOFError, BadZipFile) as err:
            raise ContentError(f"{path.name}: cannot be read ({type(err).__name__})") from err

    def scores(self, words: Sequence[str]) -> Floats:
        """One number a label: the higher, the likelier."""
        numbers = self._pieces.numbers(words)
        rows = self._numbers[numbers] * self._steps[numbers, None] + self._places[: len(numbers)]
        rows = _evened(np.asarray(rows, dtype=np.float32), *self._start)
        for layer in self._layers:
            rows = layer(rows)
        weights, bias = self._head
        return np.asarray(rows.mean(axis=0) @ weights + bias)


def _layer(arrays: Arrays, prefix: str) -> _Layer:
    matrices = {name: _whole(arrays, prefix + name) for name in MATRICES}
    vectors = {name: _floats(arrays, prefix + name) for name in VECTORS}
    return _Layer(**matrices, **vectors)


def _whole(arrays: Arrays, name: str) -> Floats:
    """A matrix kept as whole numbers, one step a column."""
    return np.asarray(arrays[name] * _floats(arrays, f"{name}_steps"), dtype=np.float32)


def _floats(arrays: Arrays, name: str) -> Floats:
    return np.asarray(arrays[name], dtype=np.float32)


def _evened(rows: Floats, scale: Floats, shift: Floats) -> Floats:
    """Layer normalisation: each row with mean 0 and variance 1, then scaled and shifted."""
    rows = rows - rows.mean(axis=-1, keepdims=True)
    spread = np.einsum("ij,ij->i", rows, rows)[:, None] / np.float32(rows.shape[-1])
    return np.asarray(rows / np.sqrt(spread + _TINY) * scale + shift)


def _gelu(rows: Floats) -> Floats:
    """``rows / 2 * (1 + tanh(...))``, in place where it can be: the widest array of all."""
    inner = rows * rows
    inner *= _GELU_CUBE
    inner += _ONE
    inner *= rows
    inner *= _GELU_ROOT
    np.tanh(inner, out=inner)
    inner += _ONE
    inner *= rows
    inner *= _HALF
    return inner
