"""Several persons on one page: each with a chat and a language of their own."""

import pytest
from playwright.async_api import Browser, expect

from tests.browser.conftest import Chat, opened

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_person_switch_then_the_other_chat_is_another(chat: Chat) -> None:
    """A second person sees nothing of the first one's chat, and the first finds it again."""
    page = chat.page
    first = await chat.sit_down("Maya")
    await chat.says("what is an iep", "special teaching")
    await page.get_by_test_id("person-switch").click()
    await page.locator(f'[data-testid="person-option"]:not([data-id="{first}"])').nth(1).click()
    await expect(page.get_by_text("what is an iep")).to_have_count(0)
    await page.get_by_test_id("person-switch").click()
    await page.locator(f'[data-testid="person-option"][data-id="{first}"]').click()

    # The answer quotes it, so it stands there twice: in its own bubble and above the answer.
    own = page.get_by_test_id("bubble-text").and_(page.get_by_text("what is an iep", exact=True))
    await expect(own).to_be_visible()


async def test_language_switch_then_page_and_bot_speak_spanish(chat: Chat) -> None:
    """A person whose Telegram is Spanish gets a Spanish page, menu and bot."""
    page = chat.page
    await chat.sit_down("Maya")
    await page.get_by_test_id("language-switch").select_option("es")
    await expect(page.get_by_test_id("clock-day")).to_have_text("+1 día")
    await page.get_by_test_id("menu").click()
    await expect(page.get_by_test_id("commands")).to_contain_text("pregunta")
    await page.keyboard.press("Escape")
    await chat.says("/start", "Hola")

    await expect(page.locator("html")).to_have_attribute("lang", "es")


async def test_person_when_added_then_sits_down(chat: Chat) -> None:
    """A new person is added by name and starts with an empty chat."""
    page = chat.page
    await chat.sit_down("Maya")
    await page.get_by_test_id("person-switch").click()
    await page.get_by_test_id("person-add").click()
    await page.get_by_test_id("person-dialog").locator("input").fill("Leo")
    await page.get_by_test_id("person-save").click()

    await expect(page.get_by_test_id("person-switch")).to_have_accessible_name("Talk as: Leo")


async def test_block_then_nothing_comes_until_unblocked(chat: Chat) -> None:
    """Whoever blocked the bot can only unblock it, and may write again then."""
    page = chat.page
    await chat.sit_down("Maya")
    await chat.says("/start", "504 plan")
    await page.get_by_test_id("person-switch").click()
    await page.get_by_test_id("block").click()
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    await page.get_by_test_id("unblock").click()

    await chat.says("what is an iep", "special teaching")


async def test_two_windows_of_one_person_then_both_show_the_talk(
    browser: Browser, page_url: str, chat: Chat
) -> None:
    """What is said in one window is seen in the other."""
    person = await chat.sit_down("Maya")
    async with opened(browser, page_url) as other:
        await other.page.goto(f"{page_url}/#person={person}")
        await chat.says("what is an iep", "special teaching")

        await other.hears("special teaching")
