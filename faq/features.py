"""What of a message counts: words, pairs of words, and 3 to 5 letters inside a word.

The vocabulary is fixed at training; a message becomes the numbers of the features it holds
and their weights (sublinear TF-IDF, words and letters each of length one).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from faq.wording import LIMIT_WORD

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

_LETTERS = (3, 4, 5)
_KNOWN_WORDS = 20_000

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


class Vocabulary:
    """The features that count, numbered from 0: words and pairs first, then letters.

    Attributes:
        words: words and pairs, in the order of their numbers.
        letters: runs of letters, in the order of their numbers after the words'.
        rarity: inverse document frequency of each feature.
    """

    __slots__ = ("_letter_ids", "_numbers", "_word_ids", "letters", "rarity", "words")

    def __init__(self, words: Sequence[str], letters: Sequence[str], rarity: Floats) -> None:
        self.words = tuple(words)
        self.letters = tuple(letters)
        self.rarity = rarity
        self._word_ids = {feature: number for number, feature in enumerate(self.words)}
        self._numbers = {
            feature: number for number, feature in enumerate(self.letters, start=len(words))
        }
        self._letter_ids = lru_cache(maxsize=_KNOWN_WORDS)(self._find_letters)

    def __len__(self) -> int:
        return len(self.words) + len(self.letters)

    def vector(self, words: Sequence[str]) -> tuple[Ints, Floats]:
        """Numbers of the known features among ``words``, ascending, and their weights."""
        found = self._word_ids
        known = [found[feature] for feature in word_features(words) if feature in found]
        parts = [np.array(known, dtype=np.int32), *map(self._letter_ids, words)]
        numbers, counts = np.unique(np.concatenate(parts), return_counts=True)
        weights = _GROWTH.take(counts, mode="clip") * self.rarity.take(numbers)
        border = int(np.searchsorted(numbers, len(self.words)))
        _to_length_one(weights[:border])
        _to_length_one(weights[border:])
        return numbers, weights

    def _find_letters(self, word: str) -> Ints:
        found = self._numbers
        runs = letter_features(word[:LIMIT_WORD])
        return np.array([found[run] for run in runs if run in found], dtype=np.int32)


def build_vocabulary(texts: Iterable[Sequence[str]], *, least_letters: int = 2) -> Vocabulary:
    """The vocabulary of ``texts`` (read into words); letters must occur in ``least_letters``."""
    words: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        words.update(set(word_features(text)))
        letters.update({run for word in text for run in letter_features(word)})
    kept_words = sorted(words)
    kept_letters = sorted(run for run, seen in letters.items() if seen >= least_letters)
    seen = [words[feature] for feature in kept_words] + [letters[run] for run in kept_letters]
    rarity = np.log((1 + total) / (1 + np.array(seen, dtype=np.float32))) + 1
    return Vocabulary(kept_words, kept_letters, rarity.astype(np.float32))


def _to_length_one(weights: Floats) -> None:
    """Scale ``weights`` in place; nothing happens to a message without known features."""
    length = math.sqrt(weights @ weights)
    if length:
        weights /= length
