"""One bot and one browser for all tests here; each test talks as a person of its own."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

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
_PATIENCE_MS = 30_000
PHONE = {"width": 390, "height": 844}


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def running_bot(port: int) -> Iterator[str]:
    """The address of a chat page with the real bot behind it, in a process of its own."""
    environment = {**os.environ, "LOCAL_PORT": str(port), "BOT_TOKEN": ""}
    command = [sys.executable, "-m", "bot", "local"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert b"Plankeeper is at" in process.stdout.readline()
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


@pytest.fixture(scope="package")
def page_url() -> Iterator[str]:
    """The address of a chat page with the real bot behind it."""
    with running_bot(free_port()) as url:
        yield url


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser() -> AsyncIterator[Browser]:
    """A Chromium."""
    path = next(found for name in _NAMES if name and (found := shutil.which(name)))
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield opened
        await opened.close()


@dataclass(frozen=True)
class Chat:
    """The chat page as a person uses it."""

    page: Page
    url: str

    @property
    def log(self) -> Locator:
        """The messages' box."""
        return self.page.get_by_test_id("log")

    async def sit_down(self, name: str, *, language: str = "en") -> int:
        """Open the page as a new person; the person's id."""
        about = {"name": name, "language": language, "role": "parent"}
        added = await self.page.request.post(f"{self.url}/local/persons", data=about)
        person: int = (await added.json())["id"]
        await self.page.goto(f"{self.url}/#person={person}")
        await expect(self.page.get_by_test_id("start")).to_be_visible()
        return person

    async def greets(self) -> None:
        """Start, so that the bot does not introduce itself after the first answer."""
        await self.says("/start", "504 plan")

    async def waits_for_monday(self) -> None:
        """Move the clock to 15:00 UTC of the next Monday: a morning everywhere in the States."""
        state = await (await self.page.request.get(f"{self.url}/local/state")).json()
        now = datetime.fromisoformat(state["clock"]["now"])
        monday = now + timedelta(days=7 - now.weekday())
        morning = monday.replace(hour=15, minute=0, second=0, microsecond=0)
        to = {"to": morning.isoformat()}
        await self.page.request.post(f"{self.url}/local/clock", data=to)

    async def says(self, text: str, answer: str) -> None:
        """Write a text and read the answer."""
        composer = self.page.get_by_test_id("composer")
        await composer.fill(text)
        await composer.press("Enter")
        await self.hears(answer)

    async def hears(self, answer: str) -> Locator:
        """The newest message of the bot's in which the pattern is found."""
        said = self.page.locator(
            '[data-testid="bubble"][data-from="bot"]', has_text=re.compile(answer)
        ).last
        await expect(said).to_be_visible(timeout=_PATIENCE_MS)
        return said

    def button(self, label: str) -> Locator:
        """The lowest button whose label holds the pattern."""
        return self.page.get_by_test_id("button").filter(has_text=re.compile(label)).last

    async def taps(self, label: str) -> None:
        """Tap a button under a message."""
        await self.button(label).click()

    async def keeps_a_meeting(self, child: str, days: int) -> None:
        """Add an IEP meeting at 2 PM so many days from the next Monday, Eastern Time."""
        await self.waits_for_monday()
        await self.says(f"remind me about the IEP meeting in {days} days at 2pm", "time zone")
        await self.taps("Eastern Time")
        await self.hears("nickname")
        await self.says(child, "Is it right")
        await self.taps("Yes")
        await self.hears("Kept")

    async def picture(self, name: str) -> None:
        """Keep a picture of the page in the folder that SCREENSHOTS names, if it names one."""
        if folder := os.environ.get("SCREENSHOTS"):
            await self.page.screenshot(path=Path(folder) / f"{name}.png", animations="disabled")


@contextlib.asynccontextmanager
async def opened(browser: Browser, url: str, **options: Any) -> AsyncIterator[Chat]:
    """A page of a fresh browser window, at phone width unless told otherwise."""
    window = await browser.new_context(**{"viewport": PHONE, **options})
    try:
        yield Chat(await window.new_page(), url)
    finally:
        await window.close()


@pytest_asyncio.fixture(loop_scope="package")
async def chat(browser: Browser, page_url: str) -> AsyncIterator[Chat]:
    """The chat page at phone width, with nobody sitting there yet."""
    async with opened(browser, page_url, device_scale_factor=1.5) as page:
        yield page
