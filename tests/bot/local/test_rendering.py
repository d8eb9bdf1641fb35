"""Text and entities as safe HTML."""

import pytest

from bot.local.html_entities import parse_html
from bot.local.rendering import to_html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<b>a</b> &lt;script&gt;", "<b>a</b> &lt;script&gt;"),
        ("👋<i>b<u>c</u></i>", "👋<i>b</i><i><u>c</u></i>"),
        (
            '<a href="https://example.org/&quot;x">l</a>',
            '<a href="https://example.org/&quot;x" rel="noopener noreferrer" target="_blank">l</a>',
        ),
        ('<a href="tg://resolve?domain=x">l</a>', "l"),
        ("line\nline", "line\nline"),
    ],
)
def test_to_html_then_escapes_all_but_its_own_tags(source: str, html: str) -> None:
    """What comes back is HTML with nothing of the sender's own in it."""
    text, entities = parse_html(source)

    assert to_html(text, entities) == html
