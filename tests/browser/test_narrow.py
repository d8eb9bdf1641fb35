"""The narrowest phones: 360 px, long words, long labels."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.conftest import Chat, opened

pytestmark = pytest.mark.asyncio(loop_scope="package")

_PARTS = (
    "html, body, .phone, .top, .clock, .hint, .log, .row, .bubble, .keyboard, .composer, .menu, "
    ".commands, dialog"
)
_TOO_WIDE = """(parts) => [...document.querySelectorAll(parts)]
  .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.getClientRects().length)
  .map((each) => each.id || each.className || each.tagName)"""
_LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3


@pytest_asyncio.fixture(loop_scope="package")
async def narrow(browser: Browser, page_url: str) -> AsyncIterator[Chat]:
    """The page at 360 px, as a new person."""
    async with opened(browser, page_url, viewport={"width": 360, "height": 640}) as page:
        await page.sit_down("Maya")
        yield page


async def _too_wide(chat: Chat) -> list[str]:
    found: list[str] = await chat.page.evaluate(_TOO_WIDE, _PARTS)
    return found


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/start", "504 plan"),
        ("what is the difference between an iep and a 504 plan", "two laws"),
        ("/add", "time zone"),
        ("/dates", "no open dates"),
        ("/settings", "time zone|Time zone"),
        ("/privacy", "How long"),
        ("/help", "/topics"),
        ("/topics", "."),
        (_LONG, "."),
    ],
)
async def test_narrow_when_a_screen_is_shown_then_nothing_is_too_wide(
    narrow: Chat, words: str, answer: str
) -> None:
    """No screen needs scrolling sideways."""
    await narrow.says(words, answer)

    assert await _too_wide(narrow) == []


@pytest.mark.parametrize("opener", ["menu", "attach", "person-switch", "clock-set"])
@pytest.mark.parametrize("language", ["en", "es"])
async def test_narrow_when_something_is_opened_then_it_fits(
    narrow: Chat, opener: str, language: str
) -> None:
    """Menus and dialogs fit in both languages, and lie inside the page."""
    await narrow.page.get_by_test_id("language-switch").select_option(language)
    await narrow.page.get_by_test_id(opener).click()
    edges = await narrow.page.evaluate(
        """() => [...document.querySelectorAll(".menu, .commands, dialog")].flatMap((each) => {
          const { left, right, width } = each.getBoundingClientRect();
          return width && (left < 0 || right > innerWidth) ? [each.id || each.tagName] : [];
        })"""
    )

    assert (await _too_wide(narrow), edges) == ([], [])
