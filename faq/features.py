"""What of a message counts: words, pairs of words, and 3 to 5 letters inside a word.

Each feature has a place among ``PLACES`` that its letters alone decide (a hash), so that no
words are kept in memory. Several share a place; that costs no measurable accuracy beside a place
for each (docs/decisions/0003-matching.md). A message becomes the places of its features and
their weights (sublinear TF-IDF, words and letters each of length one).
"""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from faq.wording import LIMIT_WORD

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Hashes = NDArray[np.uint32]

PLACES = 1 << 16

_LETTERS = (3, 4, 5)
_KNOWN_WORDS = 20_000
# Words and letters are told apart by where their hashes begin: "iep" is both.
_OF_WORDS, _OF_LETTERS = 0, 1

_NONE: Hashes = np.array([], dtype=np.uint32)
_NOWHERE: Ints = np.array([], dtype=np.int32)

# What a feature weighs that occurs 0, 1, 2, ... times: 1 + ln(times).
_GROWTH: Floats = np.concatenate([[0], 1 + np.log(np.arange(1, 1_000))]).astype(np.float32)


def word_features(words: Sequence[str]) -> list[str]:
    """Each word, then each pair of neighbours."""
    return [*words, *map(" ".join, pairwise(words))]


def letter_features(word: str) -> list[str]:
    """Runs of 3 to 5 letters in a word and the spaces around it."""
    padded = f" {word} "
    if len(padded) <= _LETTERS[0]:
        return [padded]
    return [
        padded[start : start + size]
        for size in _LETTERS
        for start in range(max(1, len(padded) - size + 1))
    ]


class Weighing:
    """Turns words into places and weights, by how rare each place was among the texts.

    Attributes:
        known: hashes of the features that were taught, ascending; what was not is passed over.
        rarity: inverse document frequency of each place.
    """

    __slots__ = ("_letters", "known", "rarity")

    def __init__(self, known: Hashes, rarity: Floats) -> None:
        self.known, self.rarity = known, rarity
        self._letters = lru_cache(maxsize=_KNOWN_WORDS)(self._letter_places)

    def vector(self, words: Sequence[str]) -> tuple[Ints, Floats]:
        """Places of the features of ``words`` and their weights, words first, then letters."""
        letters = [self._letters(word) for word in words]
        sorts = (
            self._weighed(self._places(_word_hashes(words))),
            self._weighed(np.concatenate([*letters, _NOWHERE])),
        )
        return np.concatenate([p for p, _ in sorts]), np.concatenate([w for _, w in sorts])

    def _weighed(self, places: Ints) -> tuple[Ints, Floats]:
        """Each place once, with weights of length one."""
        found, counts = np.unique(places, return_counts=True)
        weights = _GROWTH.take(counts, mode="clip") * self.rarity.take(found)
        length = math.sqrt(weights @ weights)
        return found, weights / length if length else weights

    def _letter_places(self, word: str) -> Ints:
        return self._places(_letter_hashes(word))

    def _places(self, hashes: Hashes) -> Ints:
        """Where the known ones among ``hashes`` stand."""
        return (_kept(hashes, self.known) % PLACES).astype(np.int32)


def weigh(texts: Sequence[Sequence[str]], *, least_letters: int = 2) -> Weighing:
    """The weighing that ``texts`` (read into words) teach.

    Runs of letters must occur in ``least_letters`` texts: what one text alone has teaches nothing.
    """
    words = [np.unique(_word_hashes(text)) for text in texts]
    letters = [np.unique(np.concatenate([_NONE, *map(_letter_hashes, text)])) for text in texts]
    runs, times = np.unique(np.concatenate(letters), return_counts=True)
    known = np.union1d(np.concatenate(words), runs[times >= least_letters])
    seen = np.zeros(PLACES)
    for text in zip(words, letters, strict=True):
        seen[np.unique(_kept(np.concatenate(text), known) % PLACES)] += 1
    rarity = np.log((1 + len(texts)) / (1 + seen)) + 1
    return Weighing(known, rarity.astype(np.float32))


def _kept(hashes: Hashes, known: Hashes) -> Hashes:
    """Those of ``hashes`` that are among ``known``, which ascends."""
    near = known.searchsorted(hashes)
    found: NDArray[np.bool_] = known.take(near, mode="clip") == hashes
    return np.asarray(hashes[found], dtype=np.uint32)


def _word_hashes(words: Sequence[str]) -> Hashes:
    return _hashes(word_features(words), _OF_WORDS)


def _letter_hashes(word: str) -> Hashes:
    return _hashes(letter_features(word[:LIMIT_WORD]), _OF_LETTERS)


def _hashes(features: Iterable[str], sort: int) -> Hashes:
    return np.array([crc32(feature.encode(), sort) for feature in features], dtype=np.uint32)
