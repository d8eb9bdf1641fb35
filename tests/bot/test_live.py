"""The real process on a Telegram of this computer: how it starts, answers and ends."""

import asyncio
import os
import signal
import socket
import subprocess
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest

from bot.config import Settings
from bot.live import run
from bot.local import LocalTelegram, Serving
from bot.serving import PortTaken, listen
from bot.wiring import StartRefused
from tests.bot.roof import CACHE, SECRET, TOKEN, ended, settings_of, start_program

ANSWER_SECONDS = 30.0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Live:
    """A bot as a process, and what it is set to."""

    def __init__(self, folder: Path, server: Serving) -> None:
        self.folder = folder
        self.port = _free_port()
        self.settings = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": server.url,
            "DATABASE_URL": "sqlite:///live.db",
            "WEB_PORT": str(self.port),
        }
        self.process: subprocess.Popen[str] | None = None

    def start(self, **settings: str) -> "subprocess.Popen[str]":
        """Start it."""
        self.process = start_program(self.folder, "run", **self.settings | settings)
        return self.process

    async def stop(self) -> tuple[int, str]:
        """Ask it to end: exit code and what it logged."""
        assert self.process is not None
        self.process.terminate()
        return await self.end()

    async def end(self) -> tuple[int, str]:
        """Wait for its end: exit code and what it logged."""
        assert self.process is not None
        code, _, logged = await asyncio.to_thread(ended, self.process)
        return code, logged


@pytest.fixture
async def live(tmp_path: Path, telegram_server: Serving) -> AsyncIterator[Live]:
    """A bot that is not started yet."""
    bot = Live(tmp_path, telegram_server)
    yield bot
    if bot.process is not None:
        bot.process.kill()
        bot.process.wait()


async def test_run_when_asked_to_end_then_ends_with_zero_and_no_word_of_anybody(
    live: Live, local_telegram: LocalTelegram
) -> None:
    """SIGTERM ends the process cleanly; its log has neither token, words, name nor chat."""
    ana = local_telegram.person("Ana")
    local_telegram.says(ana, "Is Maya's IEP due soon?")
    live.start()
    await local_telegram.hears(ana, within=ANSWER_SECONDS)
    async with (
        aiohttp.ClientSession() as client,
        client.get(f"http://127.0.0.1:{live.port}/healthz") as answer,
    ):
        health = answer.status
    code, logged = await live.stop()
    assert (code, health) == (0, 200)
    assert "Plankeeper is running" in logged
    assert [each for each in (TOKEN, "Maya", "Ana", str(ana.id)) if each in logged] == []


async def test_run_when_set_to_a_webhook_then_answers_what_is_posted(
    live: Live, local_telegram: LocalTelegram
) -> None:
    """Updates come through the web door, guarded by the secret."""
    ana = local_telegram.person("Ana")
    live.start(WEBHOOK_URL=f"http://127.0.0.1:{live.port}", WEBHOOK_SECRET=SECRET)
    local_telegram.says(ana, "/start")
    await local_telegram.hears(ana, within=ANSWER_SECONDS)
    code, logged = await live.stop()
    assert code == 0
    assert SECRET not in logged
    assert len(local_telegram.from_bot(ana)) == 1
    assert local_telegram.webhook.url == f"http://127.0.0.1:{live.port}/telegram"


# --- in this very process -----------------------------------------------------------------


@pytest.fixture
def settled(bare: Path, telegram_server: Serving) -> Callable[..., Settings]:
    """Settings for a bot before the Telegram of this computer."""

    def settle(**values: object) -> Settings:
        plain = {
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": telegram_server.url,
            "DATABASE_URL": f"sqlite:///{bare / 'live.db'}",
            "CACHE_DIR": CACHE,
            "WEB_PORT": 0,
        }
        return settings_of(**plain | values)

    return settle


async def test_run_when_the_token_is_refused_then_ends_with_one_line(
    settled: Callable[..., Settings],
) -> None:
    """A wrong token ends the start with its name, and the token is not shown."""
    with pytest.raises(StartRefused, match=r"^Telegram refuses BOT_TOKEN") as refused:
        await run(settled(BOT_TOKEN="123456:not-the-one"))
    assert "not-the-one" not in str(refused.value)


async def test_run_when_the_webhook_is_refused_then_ends_with_one_line(
    settled: Callable[..., Settings],
) -> None:
    """An exception of receiving once was swallowed, and the process ended with code 0."""
    webhook = {"WEBHOOK_URL": "https://bot.example", "WEBHOOK_SECRET": SECRET}
    with pytest.raises(StartRefused, match=r"^Telegram refuses WEBHOOK_URL: "):
        await run(settled(WEB_PORT=_free_port(), **webhook))


async def test_run_when_asked_to_end_then_finishes_what_is_under_way(
    settled: Callable[..., Settings],
    local_telegram: LocalTelegram,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """An answer on its way to Telegram arrives, and its update is not asked for again."""
    ana = local_telegram.person("Ana")
    local_telegram.fails("delay", "sendMessage", seconds=0.3)
    local_telegram.says(ana, "/start")
    running = asyncio.create_task(run(settled()))
    async with asyncio.timeout(ANSWER_SECONDS):
        while local_telegram.faults:
            await asyncio.sleep(0.005)
    os.kill(os.getpid(), signal.SIGTERM)
    await running
    assert len(local_telegram.from_bot(ana)) == 1
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_run_when_a_second_process_polls_then_says_so_clearly(
    settled: Callable[..., Settings], telegram_server: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    """Two bots with one token take each other's updates: the log says what to do."""
    running = asyncio.create_task(run(settled()))
    url = f"{telegram_server.base_url}{TOKEN}/getUpdates"
    async with aiohttp.ClientSession() as other, asyncio.timeout(ANSWER_SECONDS):
        while "another process is receiving with this token (409)" not in caplog.text:
            async with other.post(url, data={"timeout": "0"}):
                await asyncio.sleep(0.02)
    os.kill(os.getpid(), signal.SIGTERM)
    await running


async def test_run_when_its_port_is_taken_then_runs_without_a_health_page(
    settled: Callable[..., Settings],
    local_telegram: LocalTelegram,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Long polling needs no door: families come before figures."""
    ana = local_telegram.person("Ana")
    local_telegram.says(ana, "/start")
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        running = asyncio.create_task(run(settled(WEB_PORT=port)))
        await local_telegram.hears(ana, within=ANSWER_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)
        await running
    assert f"no health page: 127.0.0.1:{port} cannot be used" in caplog.text


async def test_run_when_the_port_of_its_webhook_is_taken_then_ends_with_one_line(
    settled: Callable[..., Settings],
) -> None:
    """A webhook cannot do without its door."""
    webhook = {"WEBHOOK_URL": "http://127.0.0.1", "WEBHOOK_SECRET": SECRET}
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=rf":{port} cannot be used: "):
            await run(settled(WEB_PORT=port, **webhook))
