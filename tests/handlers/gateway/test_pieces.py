"""HTML cut into messages that fit, checked against the local Telegram's own reader of HTML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.html_entities import parse_html
from handlers.gateway.pieces import split_html, units, visible_units

MARKUP = st.recursive(
    st.text(alphabet="ab \n😀é", max_size=12) | st.sampled_from(["&amp;", "&lt;", "&#128512;"]),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split(' ')[0]}>",
        st.sampled_from(["b", "i", 'a href="https://a.b/c?d=1&amp;e=2"', "blockquote"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


def _shown(markup: str) -> str:
    return parse_html(markup).text


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(markup=MARKUP, limit=st.integers(2, 40))
def test_split_html_when_anything_is_cut_then_each_piece_is_whole(markup: str, limit: int) -> None:
    """Telegram reads every piece, each fits, and no letter is lost or doubled."""
    pieces = split_html(markup, limit)
    shown = [_shown(piece) for piece in pieces]
    assert max(units(text) for text in shown) <= limit
    assert _letters("".join(shown)) == _letters(_shown(markup))


@given(text=st.text(max_size=60), limit=st.integers(2, 20))
def test_split_html_when_cut_then_no_piece_is_blank(text: str, limit: int) -> None:
    """Telegram refuses messages that show nothing: none is made where anything else is."""
    plain = text.replace("<", "").replace("&", "")
    pieces = split_html(plain, limit)
    assert len(pieces) == 1 or all(piece.strip() for piece in pieces)


def test_split_html_when_short_then_is_left_alone() -> None:
    """What fits is one piece."""
    assert split_html("<b>x</b>\n") == ("<b>x</b>\n",)


def test_split_html_when_there_are_lines_then_cuts_after_one() -> None:
    """A cut at the end of a line is best."""
    assert split_html("aaaa bb\ncc dd ee", 12) == ("aaaa bb\n", "cc dd ee")


def test_split_html_when_there_is_one_line_then_cuts_after_a_word() -> None:
    """Without lines, a cut between words."""
    assert split_html("aaaa bbbb cccc", 11) == ("aaaa bbbb ", "cccc")


def test_split_html_when_the_only_space_is_near_the_beginning_then_does_not_cut_there() -> None:
    """A message of one word and then a full one would look broken."""
    assert split_html("a bbbbbbbbbb", 8) == ("a bbbbbb", "bbbb")


def test_split_html_when_one_character_does_not_fit_then_is_a_piece_all_the_same() -> None:
    """Cutting ends, however little room there is."""
    assert split_html("😀😀", 1) == ("😀", "😀")


def test_split_html_when_a_tag_is_open_then_closes_and_opens_it_again() -> None:
    """Bold goes on in the next message, with its link."""
    link = '<a href="https://a.b">'
    assert split_html(f"<b>{link}aaaaaa</a></b>", 4) == (
        f"<b>{link}aaaa</a></b>",
        f"<b>{link}aa</a></b>",
    )


def test_split_html_when_an_entity_is_at_the_cut_then_stays_whole() -> None:
    """An entity is one character, and is never broken."""
    assert split_html("&amp;" * 5, 2) == ("&amp;&amp;", "&amp;&amp;", "&amp;")


def test_split_html_when_characters_are_astral_then_counts_two_units() -> None:
    """An emoji counts twice, as Telegram counts."""
    assert split_html("😀" * 5, 4) == ("😀😀", "😀😀", "😀")


def test_split_html_when_a_text_has_no_breaks_then_cuts_anywhere() -> None:
    """Ten thousand letters in a row arrive in three messages."""
    assert [len(piece) for piece in split_html("a" * 10_000)] == [4096, 4096, 1808]


def test_split_html_when_all_is_blank_then_is_one_empty_piece() -> None:
    """A text of blanks has nothing to show."""
    assert split_html("\n" * 5000) == ("",)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [("", 0), ("<b>ab</b>", 2), ("&lt;&#128512;", 3), ('<a href="https://x.y">a</a>', 1)],
)
def test_visible_units_when_marked_up_then_counts_what_shows(markup: str, expected: int) -> None:
    """Tags count nothing, entities as the character that they are."""
    assert visible_units(markup) == expected
