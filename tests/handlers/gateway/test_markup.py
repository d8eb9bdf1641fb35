"""Replies into Telegram's HTML, which nothing that a person wrote can break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.html_entities import parse_html
from handlers.gateway.markup import (
    LABEL_LIMIT_CHARS,
    RESULT_LIMIT_CHARS,
    Renderer,
    html_of,
    shortened,
    voice_of,
)
from handlers.gateway.pieces import units
from handlers.inline import Article
from handlers.leads import Link, Share
from handlers.menu import Run
from handlers.texts.loader import load_texts
from handlers.turn import (
    GAP,
    GUESSED_ZONE,
    Attachment,
    Button,
    Prose,
    Reply,
    Words,
    new,
    phrase,
    toast,
)
from tests.handlers.gateway.stands import preferences

CHAT = preferences(7)
RENDERER = Renderer(load_texts())
MARKS = st.text(alphabet="<b>&;*[]()_/a \n\"'\0😀", max_size=40) | st.text(max_size=40)
MARKDOWN = st.lists(
    st.sampled_from(
        ["**", "*", "[", "](https://a.b/c)", "](https://a.b/*d*)", "word", " ", "\n- ", "&", "<"]
    ),
    max_size=25,
).map("".join)


def _shown(reply: Reply) -> str:
    return "".join(parse_html(piece).text for piece in RENDERER.render(reply, CHAT).pieces)


def _label(text: str) -> str:
    rows = RENDERER.render(
        new(GAP, buttons=((Button(Words(text), Link("https://a.b")),),)), CHAT
    ).keyboard
    assert rows is not None
    return rows["inline_keyboard"][0][0]["text"]


@given(nickname=MARKS)
def test_render_when_words_are_a_persons_then_they_show_as_they_are(nickname: str) -> None:
    """A nickname is never read as markup, whatever stands in it."""
    assert _shown(new(Words(nickname))) == nickname.strip("\n")


@given(nickname=MARKS)
def test_render_when_a_name_fills_a_sentence_then_it_shows_as_it_is(nickname: str) -> None:
    """A name inside a sentence is never read as markup."""
    assert f"@{nickname} " in _shown(new(phrase("group-hello", name=nickname)))


@given(markdown=MARKDOWN | MARKS)
def test_html_of_when_given_any_markdown_then_telegram_reads_it(markdown: str) -> None:
    """Half-open marks are shown as they are and never make broken HTML."""
    assert isinstance(parse_html(html_of(markdown)).text, str)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**a** and *b*", "<b>a</b> and <i>b</i>"),
        ("- a\n- b", "• a\n• b"),
        ("[a & b](https://c.d/?e=1&f=2)", '<a href="https://c.d/?e=1&amp;f=2">a &amp; b</a>'),
        ("**[a](https://c.d)**", '<b><a href="https://c.d">a</a></b>'),
        ("[**a](https://c.d) b**", '<a href="https://c.d">**a</a> b**'),
        ("[a](https://c.d/*e*f*)", '<a href="https://c.d/*e*f*">a</a>'),
        ('[a](https://c.d/"x)', '[a](https://c.d/"x)'),
        ("[a](http://c.d)", "[a](http://c.d)"),
        ("<b>a</b>", "&lt;b&gt;a&lt;/b&gt;"),
    ],
)
def test_html_of_when_marked_up_then_is_telegrams_html(markdown: str, expected: str) -> None:
    """Bold, italics, lists and https links; all else is text."""
    assert html_of(markdown) == expected


def test_render_when_lines_are_many_then_stand_below_each_other() -> None:
    """A reply's lines are lines, a gap an empty one."""
    assert _shown(new(Words("a"), GAP, Prose("**b**"))) == "a\n\nb"


def test_render_when_named_then_is_kept_for_the_language() -> None:
    """What is the same for everybody is rendered once a language."""
    reply = Reply((phrase("too-fast"),), memo="test-too-fast")
    english, spanish = (RENDERER.render(reply, preferences(7, code)) for code in ("en", "es"))
    again = RENDERER.render(reply, preferences(8))
    assert (again is english, english.pieces == spanish.pieces) == (True, False)


def test_render_when_much_is_named_then_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest renderings are forgotten first."""
    monkeypatch.setattr("handlers.gateway.markup._KEPT_RENDERINGS", 5)
    renderer = Renderer(load_texts())
    for number in range(9):
        renderer.render(Reply((Words(str(number)),), memo=str(number)), CHAT)
    assert len(renderer._kept) == 5


def test_render_when_a_button_has_a_payload_then_it_is_packed() -> None:
    """Payloads go out as callback data."""
    reply = new(GAP, buttons=((Button(Words("x"), Run("help")),),))
    keyboard = RENDERER.render(reply, CHAT).keyboard
    assert keyboard is not None
    assert keyboard["inline_keyboard"][0][0]["callback_data"] == f"v1:{Run.KIND}:help"


@pytest.mark.parametrize(("text", "expected"), [("", "…"), (" \n ", "…"), ("a\nb  c", "a b c")])
def test_render_when_a_label_is_odd_then_is_one_line_with_something_on_it(
    text: str, expected: str
) -> None:
    """Telegram refuses a blank button, and a button has one line."""
    assert _label(text) == expected


@given(text=st.text(min_size=60, max_size=200))
def test_render_when_a_label_is_long_then_is_cut(text: str) -> None:
    """A long nickname does not make a keyboard that nobody can read."""
    assert units(_label(text)) <= LABEL_LIMIT_CHARS


def test_toast_when_long_then_ends_with_an_ellipsis() -> None:
    """A toast holds 200 characters."""
    said = RENDERER.toast(new(Words("ab " * 100)), CHAT)
    assert (len(said) <= 200, said.endswith("…")) == (True, True)


def test_toast_when_a_phrase_then_is_plain_words() -> None:
    """A toast has no markup."""
    said = RENDERER.toast(toast(phrase("group-hello", name="<b>&")), CHAT)
    assert "@<b>& " in said


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [("ab", 2, "ab"), ("abc", 2, "a…"), ("a bc", 3, "a…"), ("😀😀", 3, "😀…"), ("", 2, "")],
)
def test_shortened_when_too_long_then_fits_with_an_ellipsis(
    text: str, limit: int, expected: str
) -> None:
    """The ellipsis counts, and no blank stands before it."""
    assert shortened(text, limit) == expected


def test_file_when_attached_then_is_written_in_the_replys_language() -> None:
    """A file speaks the language that the reply speaks."""
    made = Attachment("a.txt", lambda say: say(phrase("too-fast")).encode())
    spanish = Reply((), attachment=made, language="es")
    assert RENDERER.file(spanish, CHAT) != RENDERER.file(Reply((), attachment=made), CHAT)


def test_file_when_nothing_is_attached_then_is_empty() -> None:
    """A reply without a file has no bytes."""
    assert RENDERER.file(new(GAP), CHAT) == b""


def test_voice_of_when_the_zone_is_unknown_then_is_the_guessed_one() -> None:
    """Until a parent says where they live, instants are shown in the middle of the country."""
    assert voice_of(new(GAP), CHAT).zone is GUESSED_ZONE


def test_button_when_it_shares_then_lets_the_person_choose_a_chat() -> None:
    """What it puts behind the bot's name leads to one topic."""
    reply = new(GAP, buttons=((Button(Words("Share"), Share("#iep-what")),),))

    assert RENDERER.render(reply, CHAT).rows == [
        [{"text": "Share", "switch_inline_query": "#iep-what"}]
    ]


def test_article_when_its_words_are_long_then_the_list_shows_their_beginning() -> None:
    """Title and line below are cut at a bound; the message itself is not."""
    article = Article("a", Words("t" * 300), Words("d" * 300), new(Words("m" * 300)))

    result = RENDERER.article(article, "en")

    content = result["input_message_content"]
    assert isinstance(content, dict)
    assert [units(str(result[name])) for name in ("title", "description")] == [
        RESULT_LIMIT_CHARS,
        RESULT_LIMIT_CHARS,
    ]
    assert content["message_text"] == "m" * 300
    assert "reply_markup" not in result
