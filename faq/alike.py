"""Which questions ask nearly the same, told by the letters they share."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from faq.wording import read

ALIKE_FROM: Final = 0.6
"""Share of letter triples that two questions have in common (Dice's coefficient) to be one."""

_TRIPLE: Final = 3
Item = TypeVar("Item")


def groups_of(items: Iterable[Item], text_of: Callable[[Item], str]) -> list[list[Item]]:
    """``items`` in groups of nearly equal texts, both in the order they came in.

    Each group stands by its first: what is like that one joins it.
    """
    groups: list[tuple[frozenset[str], list[Item]]] = []
    for item in items:
        triples = _triples(text_of(item))
        like = (group for first, group in groups if _share(first, triples) >= ALIKE_FROM)
        found = next(like, None)
        if found is None:
            groups.append((triples, [item]))
        else:
            found.append(item)
    return [group for _, group in groups]


def _triples(text: str) -> frozenset[str]:
    """Runs of three letters, words made even and parted by spaces."""
    words = f" {' '.join(read(text))} "
    return frozenset(words[start : start + _TRIPLE] for start in range(len(words) - _TRIPLE + 1))


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 1.0
