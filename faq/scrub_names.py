"""Finds names of people, schools and towns in a line, by what stands around a word.

A capital inside a sentence, a word after "my son" or "Mrs.", a name that everybody knows, what
stands before "Elementary". Words that the answers know are nobody's name, unless what stands
before them says so.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from faq.scrub_shapes import MARK
from faq.scrub_words import (
    DOES,
    ESCUELAS,
    KEPT,
    LINKS,
    NAME_IS,
    NAMES,
    NAMING,
    OWNS,
    RELATIONS,
    SAINTS,
    SCHOOL_KINDS,
    SMALL,
    STATES,
    SURE_SCHOOLS,
    TITLES,
)
from faq.wording import plain

_TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019\u2018][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['\u2019\u2018]s\Z", re.IGNORECASE)
_ENDING: Final = frozenset(".!?;")
_OPENING: Final = _ENDING | frozenset(':¿¡"\u201c(')
_CLOSE = re.compile(r"[ ,(:.\"\u201c'-]{1,3}\Z")
_SHOUTED_SHARE: Final = 0.7
_ACRONYM_LETTERS: Final = 6
_NOBODYS: Final = (
    SMALL | KEPT | STATES | DOES | RELATIONS | TITLES | SAINTS | SCHOOL_KINDS | ESCUELAS
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the line.

    Attributes:
        start, end: its place, a possessive "'s" left out.
        even: as ``wording.plain`` gives it.
        capital: it begins with a capital letter, and capitals mean something in this line.
        acronym: it is all capitals and short.
        opens: a sentence or something in quotes or brackets begins with it.
        apart: a sentence ended before it.
        owner: "'s" follows.
        near: only a space, a comma, a period or the like lies between it and the word before.
        after_mark: something that was taken out stands right before it.
    """

    start: int
    end: int
    even: str
    capital: bool
    acronym: bool
    opens: bool
    apart: bool
    owner: bool
    near: bool
    after_mark: bool

    @property
    def is_long(self) -> bool:
        """Whether it is no acronym like "FAPE" and no letter like that of "Part C"."""
        return self.end - self.start > 1 and not self.acronym


class Names:
    """The words of one line, looked at one after the other."""

    def __init__(self, line: str, *, known: Collection[str], own: Collection[str]) -> None:
        """Look at ``line``; ``own`` are the family's nicknames, made even."""
        self._line = line
        self._known = known
        self._own = own
        self._words = _words_of(line)
        self._private: set[int] = set()

    def without_names(self) -> str:
        """The line with a mark for each name."""
        for place, word in enumerate(self._words):
            if self._is_name(place, word):
                self._private.add(place)
            if word.even in SCHOOL_KINDS:
                self._mark_school_before(place)
            if word.even in ESCUELAS:
                self._mark_school_after(place)
        line = self._line
        for place in sorted(self._private, reverse=True):
            word = self._words[place]
            line = f"{line[: word.start]}{MARK}{line[word.end :]}"
        return line

    def _is_name(self, place: int, word: _Word) -> bool:
        if place in self._private or word.even in self._own or word.even in NAMES:
            return True
        if place and word.near and self._is_announced(place, word):
            return True
        if self._is_known(word):
            return False
        if word.is_long and (word.owner or (word.capital and not word.opens)):
            return True
        following = self._words[place + 1 : place + 2]
        return word.capital and word.is_long and any(w.even in OWNS for w in following)

    def _is_announced(self, place: int, word: _Word) -> bool:
        """What stands before a word says that it is a name."""
        before = self._words[place - 1]
        strange = not self._is_known(word)
        shown = word.capital and not (word.acronym and not strange)
        if before.even in TITLES or before.even in SAINTS:
            return strange or (shown and word.even not in DOES)
        if word.apart and before.end - before.start > 1:
            return False
        if (place - 1 in self._private or word.after_mark) and shown:
            return word.even not in KEPT | STATES | SMALL | SCHOOL_KINDS and not word.acronym
        if before.even in NAMING or self._says_name_is(place):
            return strange or (shown and not word.acronym and word.even not in KEPT)
        if before.even in LINKS and before.capital and not before.opens:
            return shown
        if before.even in RELATIONS and not before.owner:
            return self._is_called(place, word, shown=shown, strange=strange)
        return False

    def _is_called(self, place: int, word: _Word, *, shown: bool, strange: bool) -> bool:
        """A name after "my son": one with a capital, or a strange word that does something."""
        if shown and not self._words[place - 1].capital:
            return strange or word.even not in KEPT | DOES
        does = any(each.even in DOES for each in self._words[place + 1 : place + 2])
        return strange and (shown or does)

    def _says_name_is(self, place: int) -> bool:
        return tuple(each.even for each in self._words[max(0, place - 2) : place]) in NAME_IS

    def _mark_school_before(self, place: int) -> None:
        """Mark what a school is called before "Elementary" or "Middle School"."""
        kind = self._words[place]
        sure = kind.even in SURE_SCHOOLS or kind.capital
        for earlier in range(place - 1, max(-1, place - 5), -1):
            word, later = self._words[earlier], self._words[earlier + 1]
            if later.apart or not later.near or not self._calls_a_school(word, sure=sure):
                return
            self._private.add(earlier)

    def _calls_a_school(self, word: _Word, *, sure: bool) -> bool:
        if word.even in SMALL | SCHOOL_KINDS | KEPT | RELATIONS or word.acronym:
            return False
        if word.even in STATES:
            return sure
        return (word.capital and not word.opens) or (sure and not self._is_known(word))

    def _mark_school_after(self, place: int) -> None:
        """Mark what a school is called after "Escuela": words with capitals, or a saint."""
        for later in range(place + 1, min(place + 6, len(self._words))):
            word = self._words[later]
            called = word.capital or self._words[later - 1].even in SAINTS
            if word.apart or not word.near or not (called or word.even in LINKS | ESCUELAS):
                return
            if called and word.even not in ESCUELAS | LINKS:
                self._private.add(later)

    def _is_known(self, word: _Word) -> bool:
        return word.even in self._known or word.even in _NOBODYS


def _words_of(line: str) -> tuple[_Word, ...]:
    shouted = _is_shouted(line)
    words: list[_Word] = []
    end = 0
    for found in _TOKEN.finditer(line):
        words.append(_word(found, line[end : found.start()], first=not words, shouted=shouted))
        end = found.end()
    return tuple(words)


def _word(found: re.Match[str], gap: str, *, first: bool, shouted: bool) -> _Word:
    """One word; ``gap`` is what lies between it and the one before."""
    owner = _POSSESSIVE.search(found[0])
    bare = found[0][: owner.start()] if owner else found[0]
    capital = bare[0].isupper() and not shouted
    last_sign = gap.rstrip(" ")[-1:] or " "
    return _Word(
        start=found.start(),
        end=found.start() + len(bare),
        even=plain(bare),
        capital=capital,
        acronym=capital and _is_acronym(bare),
        opens=first or last_sign in _OPENING,
        apart=last_sign in _ENDING,
        owner=owner is not None,
        near=_CLOSE.match(gap) is not None,
        after_mark=gap.rstrip(" ").endswith(MARK),
    )


def _is_acronym(word: str) -> bool:
    """All capitals and short, perhaps with a small s: "FAPE", "IEPs"."""
    letters = word.removesuffix("s")
    return 1 < len(word) <= _ACRONYM_LETTERS and letters.isupper()


def _is_shouted(line: str) -> bool:
    """Whether capitals mean nothing here: nearly every letter is one."""
    letters = [sign for sign in line if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > _SHOUTED_SHARE * max(1, len(letters))
