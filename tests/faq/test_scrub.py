"""Scrubbing: what could tell whose a question is goes, and the question stays."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.lexicon import load_signals, words_of
from faq.loader import load_catalog
from faq.scrub import says_enough, scrub
from faq.scrub_shapes import MARK
from tests.faq.conftest import CONTENT
from tests.faq.scrub_lines import ENGLISH, SPANISH, UNTOUCHED

LIMIT_CHARS = 400
KNOWN = words_of(load_catalog(CONTENT), load_signals())


def scrubbed(text: str, *nicknames: str, limit_chars: int = LIMIT_CHARS) -> str:
    """The text as it would go."""
    return scrub(text, known=KNOWN, nicknames=nicknames, limit_chars=limit_chars)


@pytest.mark.parametrize(("written", "goes"), (ENGLISH | SPANISH).items())
def test_scrub_when_somebody_could_be_told_then_a_mark_stands_there(
    written: str, goes: str
) -> None:
    """Names, schools, towns, addresses and long numbers are taken out, the rest is left."""
    assert scrubbed(written) == goes


@pytest.mark.parametrize("written", UNTOUCHED)
def test_scrub_when_nobody_is_named_then_every_word_stays(written: str) -> None:
    """504, acronyms of the field, grades, ages, states and plain questions are kept."""
    assert scrubbed(written) == written


@pytest.mark.parametrize(
    ("nickname", "written", "goes"),
    [
        (
            "Bear",
            "does bear get more time? Bear's teacher says no",
            "does […] get more time? […]'s",
        ),
        ("José", "can jose get more time", "can […] get more time"),
        ("Big Bear", "can big bear get more time", "can […] get more time"),
        ("J", "can J get a plan, just a plan", "can […] get a plan, just a plan"),
        ("🦖", "can 🦖 get more time", "can […] get more time"),
        ("Sam", "the same for Samantha and Sam", "the same for […] and […]"),
        ("S.+m", "can s.+m get time", "can […] get time"),
        ("", "can he get more time", "can he get more time"),
    ],
)
def test_scrub_when_the_family_has_a_nickname_then_it_goes_too(
    nickname: str, written: str, goes: str
) -> None:
    """What a child is called here is taken out, in any case, with accents or without."""
    assert scrubbed(written, nickname).startswith(goes)


def test_scrub_when_a_name_is_hidden_by_unseen_signs_then_it_is_found() -> None:
    """Signs that nobody sees are left out first; a line feed becomes a space."""
    assert scrubbed("my son\nLi\u200bam\u202e has\x1b[31m a plan") == "my son […] has[31m a plan"


def test_scrub_when_letters_are_styled_then_they_are_read_as_plain_ones() -> None:
    """Full-width digits and styled letters hide nothing."""
    assert scrubbed("call \uff15\uff15\uff15 \uff10\uff11\uff10 \uff10\uff11\uff19\uff19") == (
        "call […]"
    )


def test_scrub_when_long_then_ends_with_a_whole_word() -> None:
    """A long question is cut between two words, and an ellipsis tells of it."""
    assert scrubbed("what is an iep and who is on the team", limit_chars=15) == "what is an iep…"
    assert scrubbed("w" * 50, limit_chars=10) == "wwwwwwwww…"


@given(st.text(max_size=300), st.lists(st.text(max_size=12), max_size=3))
def test_scrub_when_given_anything_then_one_line_within_the_limit(
    text: str, nicknames: list[str]
) -> None:
    """Whatever is written, one line comes out, short enough, and no phone or mail in it."""
    goes = scrubbed(text, *nicknames, limit_chars=100)

    assert len(goes) <= 100
    assert goes == " ".join(goes.split())
    assert "@" not in goes


@pytest.mark.parametrize("filler", ["a", "A ", "1", "1 ", ".", "@", "a.", "Ab-", "(", "5 Oak "])
def test_scrub_when_the_message_is_endless_then_is_done_in_a_moment(filler: str) -> None:
    """No message of Telegram's length keeps others waiting."""
    began = perf_counter()

    scrubbed(filler * 4096)

    assert perf_counter() - began < 1


@pytest.mark.parametrize(
    ("goes", "enough"), [("", False), ("[…]", False), ("[…] plan", False), ("a plan […]", True)]
)
def test_question_when_names_are_out_then_two_words_are_enough(goes: str, *, enough: bool) -> None:
    """A line of marks asks nothing."""
    assert says_enough(goes) is enough


def test_mark_when_marks_stand_side_by_side_then_one_is_left() -> None:
    """Given name, middle name and surname are one mark."""
    assert scrubbed("ask Zarek J. Okafor-Reyes today").count(MARK) == 1
