"""The sentence encoder: its arithmetic against a plain one, and its file."""

import math
from pathlib import Path

import numpy as np
import pytest

from faq.encoder import ENCODER, HEADS, MATRICES, Arrays, Encoder
from faq.features import Floats
from faq.linear import KIND, TOPIC
from faq.loader import ContentError

WIDTH, WIDE, LABELS = 24, 40, 3
VOCABULARY = ("[PAD]", "[CLS]", "[SEP]", "[UNK]", "may", "they", "do", "that")


def _arrays() -> Arrays:
    """A small encoder of two layers with numbers by chance."""
    chance = np.random.default_rng(7)

    def floats(*shape: int) -> Floats:
        return chance.normal(0, 0.4, shape).astype(np.float32)

    def whole(*shape: int) -> Arrays:
        return chance.integers(-127, 128, shape).astype(np.int8)  # type: ignore[return-value] # an array

    shapes = ((WIDTH, 3 * WIDTH), (WIDTH, WIDTH), (WIDTH, WIDE), (WIDE, WIDTH))
    arrays: Arrays = {
        "labels": np.array([f"{TOPIC}{number}" for number in range(LABELS)]),
        "vocabulary": np.array(VOCABULARY),
        "pieces": whole(len(VOCABULARY), WIDTH),
        "pieces_steps": np.full(len(VOCABULARY), 0.01),
        "places": floats(64, WIDTH),
        "start_scale": floats(WIDTH),
        "start_shift": floats(WIDTH),
        "head": whole(WIDTH, LABELS),
        "head_steps": np.full(LABELS, 0.01),
        "head_bias": floats(LABELS),
    }
    for layer in ("layer0_", "layer1_"):
        for name, shape in zip(MATRICES, shapes, strict=True):
            arrays[layer + name] = whole(*shape)
            arrays[f"{layer}{name}_steps"] = np.full(shape[1], 0.01)
            arrays[f"{layer}{name}_bias"] = floats(shape[1])
        for name in ("attended", "narrowed"):
            arrays[f"{layer}{name}_scale"] = floats(WIDTH)
            arrays[f"{layer}{name}_shift"] = floats(WIDTH)
    return arrays


def _plain(arrays: Arrays, numbers: list[int]) -> list[float]:
    """The same by loops over rows, as the papers write it."""

    def times(name: str, row: Floats) -> Floats:
        matrix = arrays[name] * arrays[f"{name}_steps"]
        return np.asarray(row @ matrix + arrays[f"{name}_bias"])

    def even(name: str, row: Floats) -> Floats:
        centred = row - row.mean()
        spread = math.sqrt(float((centred**2).mean()) + 1e-12)
        return np.asarray(centred / spread * arrays[f"{name}_scale"] + arrays[f"{name}_shift"])

    def gelu(value: float) -> float:
        inner = math.sqrt(2 / math.pi) * (value + 0.044715 * value**3)
        return value / 2 * (1 + math.tanh(inner))

    rows = [
        even("start", arrays["pieces"][number] * 0.01 + arrays["places"][place])
        for place, number in enumerate(numbers)
    ]
    size = WIDTH // HEADS
    for layer in ("layer0_", "layer1_"):
        parts = [np.split(times(f"{layer}attention", row), 3) for row in rows]
        after = []
        for row, (asked, _, _) in zip(rows, parts, strict=True):
            mixed = []
            for head in range(HEADS):
                cut = slice(head * size, (head + 1) * size)
                scores = [asked[cut] @ offered[cut] / math.sqrt(size) for _, offered, _ in parts]
                grown = [math.exp(score) for score in scores]
                mixed.append(
                    sum(
                        weight / sum(grown) * told[cut]
                        for weight, (_, _, told) in zip(grown, parts, strict=True)
                    )
                )
            attended = times(f"{layer}attended", np.concatenate(mixed))
            after.append(even(f"{layer}attended", row + attended))
        rows = []
        for row in after:
            wide = np.array([gelu(float(value)) for value in times(f"{layer}widened", row)])
            rows.append(even(f"{layer}narrowed", row + times(f"{layer}narrowed", wide)))
    return [float(score) for score in times("head", np.mean(rows, axis=0))]


def test_scores_when_compared_with_plain_loops_then_are_the_same() -> None:
    """Attention over all heads, layer normalisation, the tanh form of GELU, the mean."""
    arrays = _arrays()

    scores = Encoder(arrays).scores(["may", "they", "do", "that", "zzz"])

    assert scores.tolist() == pytest.approx(_plain(arrays, [1, 4, 5, 6, 7, 3, 2]), abs=1e-3)


def test_scores_when_there_are_no_words_then_still_are_numbers() -> None:
    """An empty text has its two ends."""
    assert np.isfinite(Encoder(_arrays()).scores([])).all()


def test_load_when_real_then_knows_topics_and_kinds() -> None:
    """Both are told apart in one go."""
    labels = Encoder.load().labels

    assert {label.partition(":")[0] + ":" for label in labels} == {TOPIC, KIND}
    assert "topic:iep-what" in labels


def _missing(path: Path) -> None:
    path.unlink()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100_000])


def _foreign(path: Path) -> None:
    np.savez(path, something=np.zeros(3))


def _text(path: Path) -> None:
    path.write_text("no archive")


@pytest.mark.parametrize("harm", [_missing, _cut, _foreign, _text])
def test_load_when_file_is_not_sound_then_names_it(tmp_path: Path, harm: object) -> None:
    """A broken installation stops the start with one line."""
    path = tmp_path / "encoder.npz"
    path.write_bytes(ENCODER.read_bytes())
    harm(path)  # type: ignore[operator] # each of them takes a path

    with pytest.raises(ContentError, match=r"^encoder\.npz: cannot be read \(\w+\)$"):
        Encoder.load(path)
