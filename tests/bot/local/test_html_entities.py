"""Telegram's HTML: what it becomes, and in which words it is refused."""

import pytest

from bot.local.errors import ApiError
from bot.local.html_entities import parse_html, utf16_length


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("a &lt;b&gt; &amp; &quot;c&quot;", 'a <b> & "c"', []),
        ("&laquo; &#233;&#xe9; &Or;", "&laquo; éé &Or;", []),
        ("<b>Hi</b> Sam", "Hi Sam", [("bold", 0, 2)]),
        ("👋 <i>Sam</i>", "👋 Sam", [("italic", 3, 3)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<STRONG>x</strong>", "x", [("bold", 0, 1)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<span class='tg-spoiler'>x</span>", "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<ins>a</ins><del>b</del>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
        ("5 > 3", "5 > 3", []),
    ],
)
def test_parse_html_when_well_formed_then_entities_count_utf16(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    """Tags become entities whose places count UTF-16 code units."""
    parsed = parse_html(source)

    assert (parsed.text, [(e["type"], e["offset"], e["length"]) for e in parsed.entities]) == (
        text,
        entities,
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
        ("é<p>a</p>", 'Unsupported start tag "p" at byte offset 2'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a</b ", "Unclosed end tag at byte offset 4"),
        ("<a href=x,y>a</a>", "Unexpected end of name token at byte offset 8"),
        ("<a href='x>a</a>", "Unclosed start tag at byte offset 0"),
        ("<i =a>x</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<i a = ", 'Unclosed start tag "i" at byte offset 0'),
        ("<i a", 'Unclosed start tag "i" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_parse_html_when_broken_then_refuses_in_telegrams_words(source: str, words: str) -> None:
    """A broken tag is refused with its place in bytes."""
    with pytest.raises(ApiError) as caught:
        parse_html(source)

    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


def test_parse_html_when_link_then_address_is_unescaped() -> None:
    """A link keeps its address, with references read."""
    parsed = parse_html('<a href="https://example.org/?a=1&amp;b=2">law</a>')

    assert parsed.entities == [
        {"offset": 0, "length": 3, "type": "text_link", "url": "https://example.org/?a=1&b=2"}
    ]


def test_parse_html_when_link_names_a_person_then_mentions_them() -> None:
    """A tg://user link is a mention."""
    parsed = parse_html('<a href="tg://user?id=5">Ana</a>')

    assert [(e["type"], e["user"]["id"]) for e in parsed.entities] == [("text_mention", 5)]


def test_parse_html_when_link_leads_nowhere_then_keeps_the_text_only() -> None:
    """A link that is no address is dropped without a word."""
    parsed = parse_html('<a href="not a link">law</a>')

    assert (parsed.text, parsed.entities) == ("law", [])


def test_parse_html_when_code_in_pre_then_one_entity_with_language() -> None:
    """Code with a language inside pre is one entity."""
    parsed = parse_html('<pre><code class="language-python">x</code></pre>')

    assert parsed.entities == [{"offset": 0, "length": 1, "type": "pre", "language": "python"}]


def test_utf16_length_of_an_emoji_is_two() -> None:
    """Characters beyond the basic plane count twice."""
    assert utf16_length("a👋") == 3
