"""The chat page of this computer: it comes up, answers, and leaves nothing behind."""

import asyncio
import os
import re
import signal
import tempfile
from pathlib import Path

import aiohttp
import pytest

from bot.trial import run
from tests.bot.roof import CACHE, settings_of


async def _address(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Where the page is, once it says so, and everything it said."""
    said = ""
    async with asyncio.timeout(30):
        while "Plankeeper is at" not in said:
            await asyncio.sleep(0.01)
            said += capsys.readouterr().out
    found = re.search(r"http://127\.0\.0\.1:\d+", said)
    assert found is not None
    return found[0], said


def _files_below(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


async def test_run_when_started_then_serves_the_page_until_it_is_asked_to_end(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page is there, how to go live is said, and what was tried is gone afterwards."""
    monkeypatch.setattr(tempfile, "tempdir", str(bare))
    running = asyncio.create_task(run(settings_of(LOCAL_PORT=0, CACHE_DIR=CACHE)))
    url, said = await _address(capsys)
    async with aiohttp.ClientSession() as client, client.get(url) as page:
        status, kind = page.status, page.content_type
    kept = _files_below(bare)
    os.kill(os.getpid(), signal.SIGTERM)
    await running
    assert (status, kind) == (200, "text/html")
    assert "To go live: put BOT_TOKEN=" in said
    assert "local.db" in kept
    assert _files_below(bare) == set()
