"""Words cut into the pieces that the encoder knows: "unaccommodated" is un + ##acco + ...

The scheme is WordPiece: the longest known piece first, from the left. A word that cannot be cut
that way is unknown as a whole.
"""

from collections.abc import Sequence
from functools import lru_cache

PADDING, UNKNOWN, BEGIN, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
INSIDE = "##"
"""How a piece begins that goes on with a word."""

LIMIT_PIECES = 64
"""Longest text, in pieces with both ends; of a longer one its beginning and its end are read."""

_HEAD = 40
"""Pieces kept of the beginning of a long text: what happened. Its end asks."""

_KNOWN_WORDS = 20_000


class Pieces:
    """Turns words into numbers of pieces; ``vocabulary`` is in the order of the numbers."""

    __slots__ = ("_begin", "_cut", "_end", "_numbers", "_unknown")

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._begin, self._end = self._numbers[BEGIN], self._numbers[END]
        self._unknown = self._numbers[UNKNOWN]
        self._cut = lru_cache(maxsize=_KNOWN_WORDS)(self._cut_one)

    def numbers(self, words: Sequence[str]) -> list[int]:
        """Numbers of the pieces of ``words``, between those of both ends."""
        numbers = [number for word in words for number in self._cut(word)]
        inner = LIMIT_PIECES - 2
        if len(numbers) > inner:
            numbers = numbers[:_HEAD] + numbers[_HEAD - inner :]
        return [self._begin, *numbers, self._end]

    def _cut_one(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        start = 0
        while start < len(word):
            piece = self._longest(word, start)
            if not piece:
                return (self._unknown,)
            found.append(self._numbers[piece])
            start += len(piece.removeprefix(INSIDE))
        return tuple(found)

    def _longest(self, word: str, start: int) -> str:
        """The longest known piece of ``word`` from ``start``; empty if there is none."""
        before = INSIDE if start else ""
        ends = range(len(word), start, -1)
        pieces = (before + word[start:end] for end in ends)
        return next((piece for piece in pieces if piece in self._numbers), "")
