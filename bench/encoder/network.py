"""The encoder while it learns: the same arithmetic as faq/encoder.py, with gradients."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from faq.encoder import HEADS, MATRICES, Arrays
from faq.wordpiece import LIMIT_PIECES

WIDTH: Final = 384
WIDE: Final = 1_536
"""Of the start's layers, between their two last matrices."""

_EPSILON: Final = 1e-12
_DROPPED: Final = 0.1
_LARGEST: Final = 127

# Where the matrices of a layer stand in the weights to start from.
_NAMES: Final = {
    "attended": "attention.output.dense",
    "widened": "intermediate.dense",
    "narrowed": "output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "narrowed_norm": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer, its parts named as in faq/encoder.py."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.widened = nn.Linear(WIDTH, wide)
        self.narrowed = nn.Linear(wide, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.narrowed_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, rows: Tensor, seen: Tensor) -> Tensor:
        """Rows of ``(texts, pieces, WIDTH)``; ``seen`` is false where there is padding."""
        texts, pieces, _ = rows.shape
        parts = self.attention(rows).view(texts, pieces, 3, HEADS, WIDTH // HEADS)
        asked, offered, told = parts.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(
            asked, offered, told, attn_mask=seen[:, None, None, :]
        )
        mixed = self.attended(mixed.transpose(1, 2).reshape(texts, pieces, WIDTH))
        rows = self.attended_norm(rows + self.drop(mixed))
        wide = functional.gelu(self.widened(rows), approximate="tanh")
        return self.narrowed_norm(rows + self.drop(self.narrowed(wide)))


class Network(nn.Module):
    """Layers between an embedding of pieces and a score for each label."""

    def __init__(self, pieces: int, layers: int, labels: int, wide: int = WIDE) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, WIDTH)
        self.places = nn.Parameter(torch.zeros(LIMIT_PIECES, WIDTH))
        self.start_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(wide) for _ in range(layers))
        self.drop = nn.Dropout(_DROPPED)
        self.head = nn.Linear(WIDTH, labels)

    @classmethod
    def start(cls, folder: Path, kept: Sequence[int], layers: int, labels: int) -> Self:
        """All-MiniLM-L6-v2 from ``folder``, with the pieces numbered ``kept`` alone."""
        weights = load_file(folder / "model.safetensors")
        network = cls(len(kept), layers, labels)
        table = weights["embeddings.word_embeddings.weight"]
        places = weights["embeddings.position_embeddings.weight"][:LIMIT_PIECES]
        network.pieces.weight.data = table[list(kept)].clone()
        network.places.data = places + weights["embeddings.token_type_embeddings.weight"][0]
        _take(network.start_norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(network.layers):
            prefix = f"encoder.layer.{number}."
            parts = [f"{prefix}attention.self.{part}" for part in ("query", "key", "value")]
            attention = layer.attention
            attention.weight.data = torch.cat([weights[f"{part}.weight"] for part in parts])
            attention.bias.data = torch.cat([weights[f"{part}.bias"] for part in parts])
            for name, there in _NAMES.items():
                _take(getattr(layer, name), weights, prefix + there)
        return network

    def cut(self, layers: Sequence[int], wide: int) -> "Network":
        """A copy with ``layers`` alone, each with its ``wide`` weightiest inner units."""
        other = Network(len(self.pieces.weight), len(layers), len(self.head.bias), wide)
        whole = self.state_dict()
        rest = {name: whole[name] for name in whole if not name.startswith("layers.")}
        for place, number in enumerate(layers):
            parts = _narrower(self.layers[number].state_dict(), wide)
            rest |= {f"layers.{place}.{name}": part for name, part in parts.items()}
        other.load_state_dict(rest)
        return other

    def forward(self, numbers: Tensor) -> Tensor:
        """Scores of ``(texts, labels)`` for numbers of pieces, padded with 0."""
        seen = numbers != 0
        rows = self.pieces(numbers) + self.places[: numbers.shape[1]]
        rows = self.drop(self.start_norm(rows))
        for layer in self.layers:
            rows = layer(rows, seen)
        shares = seen[..., None].to(rows.dtype)
        meaning = (rows * shares).sum(1) / shares.sum(1)
        return self.head(self.drop(meaning))

    def arrays(self, vocabulary: Sequence[str], labels: Sequence[str]) -> Arrays:
        """The network as faq/encoder.py reads it: whole numbers, one step a column."""
        pieces, steps = _whole(_numbers(self.pieces.weight).T)
        found: Arrays = {
            "labels": np.array(labels),
            "vocabulary": np.array(vocabulary),
            "pieces": np.ascontiguousarray(pieces.T),
            "pieces_steps": steps,
            "places": _numbers(self.places).astype(np.float16),
            **_norm("start", self.start_norm),
            **_matrix("head", self.head),
        }
        for number, layer in enumerate(self.layers):
            prefix = f"layer{number}_"
            for name in MATRICES:
                found |= _matrix(prefix + name, getattr(layer, name))
            for name in ("attended", "narrowed"):
                found |= _norm(prefix + name, getattr(layer, f"{name}_norm"))
        return found


def _narrower(parts: dict[str, Tensor], wide: int) -> dict[str, Tensor]:
    """A layer's parts with the units kept that carry most: large weights in and out."""
    into, out = parts["widened.weight"], parts["narrowed.weight"]
    carried = into.norm(dim=1) * out.norm(dim=0)
    kept = carried.topk(wide).indices.sort().values
    return parts | {
        "widened.weight": into[kept],
        "widened.bias": parts["widened.bias"][kept],
        "narrowed.weight": out[:, kept],
    }


def _take(part: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    part.weight.data = weights[f"{name}.weight"].clone()
    part.bias.data = weights[f"{name}.bias"].clone()


def _matrix(name: str, linear: nn.Linear) -> Arrays:
    whole, steps = _whole(_numbers(linear.weight).T)
    return {name: whole, f"{name}_steps": steps, f"{name}_bias": _numbers(linear.bias)}


def _norm(name: str, norm: nn.LayerNorm) -> Arrays:
    return {f"{name}_scale": _numbers(norm.weight), f"{name}_shift": _numbers(norm.bias)}


def _whole(weights: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    largest = np.abs(weights).max(axis=0)
    steps = np.where(largest > 0, largest / _LARGEST, 1).astype(np.float32)
    return np.rint(weights / steps).astype(np.int8), steps


def _numbers(tensor: Tensor) -> NDArray[np.float32]:
    return tensor.detach().float().numpy()
