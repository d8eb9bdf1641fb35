"""Where the page stands when messages come, and what it says when the server is gone."""

import pytest
from playwright.async_api import Browser, expect

from tests.browser.conftest import Chat, free_port, opened, running_bot

pytestmark = pytest.mark.asyncio(loop_scope="package")

_TOP = "(log) => log.scrollTop"


async def _asks(chat: Chat, question: str) -> None:
    """Ask from elsewhere: a bot's message comes with no act on this page."""
    person = chat.page.url.partition("person=")[2]
    asked = {"person": person, "text": question}
    await chat.page.request.post(f"{chat.url}/local/say", data=asked)


async def test_answer_when_longer_than_the_page_then_is_read_from_its_beginning(
    chat: Chat,
) -> None:
    """A long answer shows its first line, and an arrow leads to its end."""
    await chat.page.set_viewport_size({"width": 360, "height": 560})
    await chat.sit_down("Maya")
    await chat.says("what is an iep", "special teaching")
    await expect(chat.page.get_by_text("What is an IEP, and")).to_be_in_viewport()
    await chat.page.get_by_test_id("jump").click()

    await expect(chat.button("Menu")).to_be_in_viewport()


async def test_messages_when_older_ones_are_read_then_the_place_is_kept(chat: Chat) -> None:
    """Nothing moves under a reader; a button counts what is new and leads there."""
    await chat.sit_down("Maya")
    await chat.greets()
    await chat.says("what is an iep", "special teaching")
    await chat.says("what is a 504 plan", "civil rights")
    await chat.log.hover()
    await chat.page.mouse.wheel(0, -5000)
    await expect(chat.page.get_by_test_id("jump")).to_be_visible()
    await chat.page.wait_for_function("() => document.getElementById('log').scrollTop === 0")
    await _asks(chat, "/help")
    await chat.hears("/topics")
    place = await chat.log.evaluate(_TOP)
    await expect(chat.page.get_by_test_id("jump")).to_have_text("1 new")
    await chat.page.get_by_test_id("jump").click()

    assert place == 0
    await expect(chat.page.get_by_test_id("jump")).to_be_hidden()


async def test_button_when_pressed_far_up_then_the_page_stays_there(chat: Chat) -> None:
    """A message that changes in place is not scrolled away from."""
    await chat.sit_down("Maya")
    await chat.says("/settings", "Reminders come at")
    await chat.says("what is an iep", "special teaching")
    await chat.says("what is a 504 plan", "civil rights")
    button = chat.button("^Language")
    await button.scroll_into_view_if_needed()
    await button.click()

    await expect(await chat.hears("Which language")).to_be_in_viewport()


async def test_server_when_stopped_then_the_page_says_so_and_comes_back(
    browser: Browser,
) -> None:
    """A gone server is told in a line, a text is not lost, and a new server is found."""
    port = free_port()
    async with opened(browser, f"http://127.0.0.1:{port}") as chat:
        with running_bot(port):
            await chat.sit_down("Maya")
            await chat.says("what is an iep", "special teaching")
        await expect(chat.page.get_by_test_id("notice")).to_contain_text("Trying again")
        composer = chat.page.get_by_test_id("composer")
        await composer.fill("what is a 504 plan")
        await composer.press("Enter")
        await expect(composer).to_have_value("what is a 504 plan")
        with running_bot(port):
            await expect(chat.page.get_by_test_id("notice")).to_be_empty(timeout=20_000)
            await composer.press("Enter")

            await chat.hears("civil rights")
