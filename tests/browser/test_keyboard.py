"""The chat page with no mouse and no finger."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")

_FOCUSED = "() => document.activeElement.dataset.testid ?? document.activeElement.id"
_RING = "() => getComputedStyle(document.activeElement).outlineStyle"


async def _tabs_to(page: Page, test_id: str) -> None:
    """Press Tab until the element has the focus; a keyboard must get there within 40."""
    for _ in range(40):
        if await page.evaluate(_FOCUSED) == test_id:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {test_id}")


async def _types(page: Page, text: str) -> None:
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")


async def test_keyboard_alone_then_the_whole_path_goes(chat: Chat) -> None:
    """Writing, buttons under messages and the clock all work by Tab and Enter."""
    page = chat.page
    await chat.sit_down("Parent")
    await _types(page, "remind me about the IEP meeting in 8 days at 2pm")
    await chat.hears("time zone")
    await _tabs_to(page, "button")
    await page.keyboard.press("Enter")
    await chat.hears("nickname")
    await _tabs_to(page, "composer")
    await _types(page, "Sam")
    await chat.hears("Is it right")
    await page.keyboard.press("Shift+Tab")
    await chat.button("Yes").focus()
    await page.keyboard.press("Enter")
    await chat.hears("Kept")
    await _tabs_to(page, "clock-next")
    await page.keyboard.press("Enter")

    await expect(await chat.hears("in 7 days")).to_be_in_viewport()


async def test_tab_then_the_focus_is_seen_and_comes_in_the_order_of_the_page(chat: Chat) -> None:
    """From the top: skip link, bot, language, person, zone, clock, messages, writing."""
    page = chat.page
    await chat.sit_down("Parent")
    await page.locator(".skip").focus()
    reached, rings = [], set()
    for _ in range(14):
        await page.keyboard.press("Tab")
        reached.append(await page.evaluate(_FOCUSED))
        rings.add(await page.evaluate(_RING))

    assert (reached, rings) == (
        [
            "bot-about",
            "language-switch",
            "person-switch",
            "zone-switch",
            "clock-next",
            "clock-day",
            "clock-week",
            "clock-set",
            "hint-close",
            "log",
            "start",
            "menu",
            "composer",
            "attach",
        ],
        {"solid"},
    )


async def test_slash_then_the_commands_are_chosen_by_arrows(chat: Chat) -> None:
    """A slash opens the menu, arrows walk it, Enter sends the command."""
    page = chat.page
    await chat.sit_down("Parent")
    await page.get_by_test_id("composer").press("/")
    await expect(page.get_by_test_id("commands")).to_be_visible()
    await page.keyboard.type("hel")
    await page.keyboard.press("Enter")

    await chat.hears("/topics")


@pytest.mark.parametrize(
    ("opener", "opened"),
    [
        ("menu", "#commands"),
        ("attach", "#attach-menu"),
        ("person-switch", "#person-menu"),
        ("clock-set", "dialog"),
    ],
)
async def test_escape_then_what_was_open_closes(chat: Chat, opener: str, opened: str) -> None:
    """Escape closes each thing that opens."""
    page = chat.page
    await chat.sit_down("Parent")
    await page.get_by_test_id(opener).press("Enter")
    await expect(page.locator(opened)).to_be_visible()
    await page.keyboard.press("Escape")

    await expect(page.locator(opened)).to_be_hidden()
