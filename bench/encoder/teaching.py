"""Two lessons: six layers learn the labels, then three of them learn what the six think.

The second (Hinton et al. 2015, "Distilling the Knowledge in a Neural Network") costs half the
time and memory of a message; docs/decisions/0006-encoder.md has what it costs in right answers.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from bench.encoder.network import Network

_SMOOTHED: Final = 0.1
"""Share of certainty that a label gives away to all others."""

_WARM: Final = 0.06
"""Share of the steps in which the rate rises; from there it falls to nothing."""

_LENGTHS: Final = 16
"""Batches sorted by length together, so that little of a batch is padding."""

_SHOWN: Final = 256
"""Texts read at once when nothing is learned."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """How a network learns.

    Attributes:
        epochs: times that every text is seen.
        rate: the highest learning rate; the head's is ``head`` times that.
        batch: texts a step.
        head: see ``rate``.
        blanked: share of pieces made unknown, so that no single word is relied on.
        trusted: share of the loss that comes from the teacher, 0 without one.
        warmth: temperature at which both are compared.
    """

    epochs: int
    rate: float
    batch: int
    head: float
    blanked: float = 0.0
    trusted: float = 0.0
    warmth: float = 2.0


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts in numbers of pieces, and the number of each one's label."""

    pieces: Sequence[Sequence[int]]
    labels: Tensor


def teach(
    network: Network, texts: Texts, lesson: Lesson, *, unknown: int, teacher: Tensor | None = None
) -> None:
    """Let ``network`` learn ``texts``; tells the loss of each epoch.

    Args:
        network: what learns.
        texts: what it learns.
        lesson: how.
        unknown: the number of the unknown piece; those below are marks and never blanked.
        teacher: scores of another network for each text.
    """
    chance = np.random.default_rng(0)
    optimizer = torch.optim.AdamW(_groups(network, lesson), weight_decay=0.01, fused=True)
    steps = lesson.epochs * math.ceil(len(texts.pieces) / lesson.batch)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (_WARM * steps), 1) * max(0.0, 1 - step / steps)
    )
    for epoch in range(lesson.epochs):
        network.train()
        losses = []
        for batch in _batches(texts.pieces, lesson.batch, chance):
            numbers = _padded([texts.pieces[place] for place in batch])
            blank = (torch.rand(numbers.shape) < lesson.blanked) & (numbers > unknown)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(numbers.masked_fill(blank, unknown)).float()
            loss = _loss(scores, texts.labels[batch], lesson, teacher, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rate.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {lesson.epochs}: loss {np.mean(losses):.3f}", flush=True)


def scores_of(network: Network, pieces: Sequence[Sequence[int]]) -> Tensor:
    """What ``network`` says of each text, in rows of labels."""
    network.eval()
    order = sorted(range(len(pieces)), key=lambda place: len(pieces[place]))
    found: dict[int, Tensor] = {}
    with torch.no_grad():
        for start in range(0, len(order), _SHOWN):
            places = order[start : start + _SHOWN]
            rows = network(_padded([pieces[place] for place in places]))
            found.update(zip(places, rows, strict=True))
    return torch.stack([found[place] for place in range(len(pieces))])


def _groups(network: Network, lesson: Lesson) -> list[dict[str, object]]:
    head = list(network.head.parameters())
    body = [each for name, each in network.named_parameters() if not name.startswith("head.")]
    return [
        {"params": body, "lr": lesson.rate},
        {"params": head, "lr": lesson.rate * lesson.head},
    ]


def _batches(
    pieces: Sequence[Sequence[int]], size: int, chance: np.random.Generator
) -> Iterator[list[int]]:
    order = chance.permutation(len(pieces)).tolist()
    batches = []
    for start in range(0, len(order), size * _LENGTHS):
        near = sorted(order[start : start + size * _LENGTHS], key=lambda place: len(pieces[place]))
        batches += [near[at : at + size] for at in range(0, len(near), size)]
    for number in chance.permutation(len(batches)):
        yield batches[number]


def _padded(rows: Sequence[Sequence[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])


def _loss(
    scores: Tensor, labels: Tensor, lesson: Lesson, teacher: Tensor | None, batch: list[int]
) -> Tensor:
    told = functional.cross_entropy(scores, labels, label_smoothing=_SMOOTHED)
    if teacher is None:
        return told
    warmth = lesson.warmth
    thought = functional.kl_div(
        functional.log_softmax(scores / warmth, -1),
        functional.softmax(teacher[batch] / warmth, -1),
        reduction="batchmean",
    )
    return (1 - lesson.trusted) * told + lesson.trusted * warmth**2 * thought
