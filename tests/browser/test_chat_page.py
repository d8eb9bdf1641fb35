"""A parent's whole path on the chat page: ask, register, move the clock, read, tap Done."""

import asyncio
import os
import re
import shutil
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

ROOT = Path(__file__).parents[2]
# Chromium as root in a container has no sandbox, and must not call home.
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NAMES = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
_PATIENCE_MS = 60_000


@pytest.fixture
async def page_url() -> AsyncIterator[str]:
    """The address of a chat page with the real bot behind it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "LOCAL_PORT": str(port), "BOT_TOKEN": ""}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "local",
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    async with asyncio.timeout(120):
        line = await process.stdout.readline()
    assert b"Plankeeper is at" in line
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    await process.wait()


@pytest.fixture
async def page(page_url: str) -> AsyncIterator[Page]:
    """The chat page, open at phone width."""
    path = next(found for name in _NAMES if name and (found := shutil.which(name)))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=_FLAGS)
        opened = await browser.new_page(viewport={"width": 390, "height": 844})
        await opened.goto(page_url)
        yield opened
        await browser.close()


async def _says(page: Page, text: str, answer: str) -> None:
    composer = page.get_by_test_id("composer")
    await composer.fill(text)
    await composer.press("Enter")
    await _hears(page, answer)


async def _hears(page: Page, answer: str) -> None:
    said = page.locator('[data-testid="bubble"][data-from="bot"]', has_text=re.compile(answer))
    await expect(said.last).to_be_visible(timeout=_PATIENCE_MS)


async def _taps(page: Page, label: str) -> None:
    await page.get_by_test_id("button").filter(has_text=re.compile(label)).last.click()


async def test_page_when_a_parent_walks_the_whole_path_then_each_step_answers(
    page: Page,
) -> None:
    """A question, a date, the reminder in its time, and Done."""
    await _says(page, "what is the difference between an iep and a 504 plan", "two laws")
    await _says(page, "remind me about the IEP meeting in 8 days at 2pm", "time zone")
    await _taps(page, "Eastern Time")
    await _hears(page, "nickname")
    await _says(page, "Sam", "Is it right")
    await _taps(page, "Yes")
    await _hears(page, "Kept")
    await page.get_by_test_id("clock-next").click()
    await _hears(page, "in 7 days")
    await _taps(page, "Done")
    await _hears(page, "Undo|Done|done|over")

    if shot := os.environ.get("SCREENSHOT"):
        await page.screenshot(path=shot)
