"""A parent's whole path on the chat page: ask, register, move the clock, read, tap Done."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_page_when_a_parent_walks_the_whole_path_then_each_step_answers(
    chat: Chat,
) -> None:
    """A question, a date, the reminder in its time, and Done."""
    await chat.page.goto(chat.url)
    await chat.says("what is the difference between an iep and a 504 plan", "two laws")
    await chat.keeps_a_meeting("Sam", 8)
    await chat.page.get_by_test_id("clock-next").click()
    await chat.hears("in 7 days")
    await chat.picture("chat")
    await chat.taps("Done")
    await chat.hears("Undo|Done|done|over")


async def test_page_when_a_day_will_differ_then_the_card_comes(chat: Chat) -> None:
    """A changed day is told once, and its card comes in time."""
    await chat.sit_down("Parent")
    await chat.waits_for_monday()
    await chat.says("tomorrow is practice testing 9-11, no PE", "time zone")
    await chat.taps("Eastern Time")
    await chat.hears("nickname")
    await chat.says("Sam", "Is it right")
    await chat.taps("Yes")
    await chat.hears("Kept")
    await chat.page.get_by_test_id("clock-next").click()
    card = await chat.hears("First")
    await chat.picture("tomorrow")

    await expect(card).to_contain_text("no PE")


async def test_page_when_nobody_is_named_then_says_how_to_go_live(chat: Chat) -> None:
    """The first visit says what the page is and how the bot goes live."""
    await chat.sit_down("Parent")

    await expect(chat.page.get_by_test_id("hint")).to_contain_text("To go live: put BOT_TOKEN=")
