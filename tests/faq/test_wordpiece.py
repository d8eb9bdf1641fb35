"""Words cut into the pieces that the encoder knows."""

import pytest

from faq.wordpiece import LIMIT_PIECES, Pieces

VOCABULARY = ("[PAD]", "[CLS]", "[SEP]", "[UNK]", "meet", "meeting", "##ing", "##s", "a", "##b")
PIECES = Pieces(VOCABULARY)
BEGIN, END, UNKNOWN = 1, 2, 3


@pytest.mark.parametrize(
    ("words", "inner"),
    [
        ([], []),
        (["meeting"], [5]),
        (["meetings"], [5, 7]),
        (["meets", "a"], [4, 7, 8]),
        (["ab"], [8, 9]),
        (["abz"], [UNKNOWN]),
        (["s"], [UNKNOWN]),
        (["日本", "a"], [UNKNOWN, 8]),
    ],
)
def test_numbers_when_cut_then_longest_pieces_come_first(
    words: list[str], inner: list[int]
) -> None:
    """From the left; a word that cannot be cut to its end is unknown as a whole."""
    assert PIECES.numbers(words) == [BEGIN, *inner, END]


def test_numbers_when_text_is_long_then_its_beginning_and_end_are_read() -> None:
    """A story begins with what happened and ends with what is asked."""
    numbers = PIECES.numbers([*["meet"] * 200, *["a"] * 5])

    assert len(numbers) == LIMIT_PIECES
    assert numbers[:2] == [BEGIN, 4]
    assert numbers[-7:] == [4, 8, 8, 8, 8, 8, END]


def test_numbers_when_text_just_fits_then_nothing_is_cut() -> None:
    """The limit counts both ends."""
    words = ["meet"] * (LIMIT_PIECES - 3)

    assert PIECES.numbers([*words, "a"]) == [BEGIN, *[4] * (LIMIT_PIECES - 3), 8, END]
