"""Files down and up, a reload, and the clock's longer steps."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Chat

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_export_then_the_calendar_can_be_downloaded(chat: Chat, tmp_path: Path) -> None:
    """A tap on the document saves a calendar with the date in it."""
    page = chat.page
    await chat.sit_down("Maya")
    await chat.keeps_a_meeting("Sam", 8)
    await chat.says("/export", r"\.ics")
    async with page.expect_download() as waiting:
        await page.get_by_test_id("file").filter(has_text=".ics").click()
    download = await waiting.value
    await download.save_as(tmp_path / "saved")
    lines = (tmp_path / "saved").read_text(encoding="utf-8").splitlines()

    assert (download.suggested_filename, lines[0], lines.count("BEGIN:VEVENT")) == (
        "plankeeper.ics",
        "BEGIN:VCALENDAR",
        1,
    )


async def test_reload_then_the_chat_is_kept(chat: Chat) -> None:
    """A reload changes nothing of what was said."""
    page = chat.page
    await chat.sit_down("Maya")
    await chat.greets()
    await chat.says("what is an iep", "special teaching")
    before = await page.get_by_test_id("bubble-text").all_inner_texts()
    await page.reload()
    await expect(page.get_by_test_id("bubble")).to_have_count(len(before))

    assert await page.get_by_test_id("bubble-text").all_inner_texts() == before


async def test_clock_week_then_steps_through_what_is_due(chat: Chat) -> None:
    """A week's step brings each reminder at its own time, the earlier one first."""
    await chat.sit_down("Maya")
    await chat.keeps_a_meeting("Sam", 8)
    await chat.page.get_by_test_id("clock-week").click()
    await chat.hears("in 7 days")
    await chat.page.get_by_test_id("clock-week").click()
    await chat.hears("tomorrow")
    said = await chat.page.locator('[data-testid="bubble"][data-from="bot"]').all_inner_texts()
    places = {words: at for at, text in enumerate(said) for words in _DUE if words in text}

    assert places["in 7 days"] < places["tomorrow"]


_DUE = ("in 7 days", "tomorrow")


async def test_clock_next_when_nothing_waits_then_a_toast_says_so(chat: Chat) -> None:
    """With nothing to send the clock stays, and a line says why."""
    await chat.sit_down("Maya")
    while (state := await _clock(chat))["next_due"] is not None:
        await chat.page.request.post(f"{chat.url}/local/clock", data={"to": state["next_due"]})
    await chat.page.get_by_test_id("clock-next").click()

    await expect(chat.page.get_by_test_id("toast")).to_have_text("Nothing is waiting to be sent.")


async def _clock(chat: Chat) -> dict[str, str | None]:
    answer = await chat.page.request.get(f"{chat.url}/local/state")
    clock: dict[str, str | None] = (await answer.json())["clock"]
    return clock


async def test_attach_when_each_kind_is_sent_then_the_bot_answers(chat: Chat) -> None:
    """A photo, a contact, a voice and a sticker are shown and meet no silence."""
    page = chat.page
    await chat.sit_down("Maya")
    await chat.greets()
    for kind in ("contact", "voice", "sticker"):
        await page.get_by_test_id("attach").click()
        await page.get_by_test_id(f"attach-{kind}").click()
    await page.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as choosing:
        await page.get_by_test_id("attach-photo").click()
    picture = Path(__file__).parents[2] / "docs" / "pictures" / "answer.png"
    await (await choosing.value).set_files(picture)
    await expect(page.get_by_test_id("picture")).to_be_visible()

    await expect(page.locator('[data-testid="bubble"][data-from="bot"]')).to_have_count(5)
