"""The bot asked by its name, as in any chat: a list while typing, and a whole answer sent."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")

NAME = "@plankeeper_local_bot"


def _results(chat: Chat) -> Locator:
    return chat.page.get_by_test_id("results").get_by_test_id("result")


def _sent(chat: Chat) -> Locator:
    return chat.page.locator('[data-testid="bubble"][data-from="me"]').last


async def test_name_when_typed_with_a_question_then_the_answer_can_be_sent(chat: Chat) -> None:
    """Results come while typing; Enter sends the first one, whole, and the bot stays silent."""
    await chat.sit_down("Parent")
    composer = chat.page.get_by_test_id("composer")
    await composer.fill(f"{NAME} what is an iep")
    await expect(_results(chat).first).to_contain_text("What is an IEP")
    await chat.picture("inline")

    await composer.press("Enter")

    await expect(_sent(chat)).to_contain_text("From Plankeeper")
    await expect(_sent(chat)).to_contain_text(f"via {NAME}")
    await expect(composer).to_have_value("")
    await expect(chat.page.locator('[data-from="bot"]')).to_have_count(0)


async def test_share_when_tapped_then_offers_exactly_that_answer(chat: Chat) -> None:
    """The button types the bot's name and the topic; one result is left to tap."""
    await chat.sit_down("Parent")
    await chat.greets()
    await chat.says("what is an iep", "written plan")

    await chat.taps("Share")

    await expect(_results(chat)).to_have_count(1)
    await _results(chat).first.click()
    await expect(_sent(chat)).to_contain_text(re.compile("What is an IEP.*Source", re.DOTALL))


async def test_request_when_typed_elsewhere_then_leads_to_the_private_chat(chat: Chat) -> None:
    """Nothing of a child is offered."""
    await chat.sit_down("Parent")

    await chat.page.get_by_test_id("composer").fill(f"{NAME} my dates")

    await expect(_results(chat)).to_have_text(["Let us do that in private"])


async def test_questions_when_browsed_on_a_phone_then_fit_and_turn_in_place(chat: Chat) -> None:
    """Whole questions in the text, numbers to tap, one message that turns back to its page."""
    await chat.sit_down("Parent")
    await chat.says("/topics", "What is it about")
    await chat.taps("504 plan")
    listed = await chat.hears("Tap the number")
    await chat.picture("browse")
    heights = [
        (await box.bounding_box() or {})["height"]
        for box in await chat.page.get_by_test_id("button").all()
    ]

    await chat.taps("^3$")
    await chat.hears("Checked")
    await chat.taps("Back to the list")

    await expect(listed).to_contain_text("Tap the number")
    assert max(heights) < 60
    await expect(chat.page.locator('[data-from="bot"]')).to_have_count(1)
