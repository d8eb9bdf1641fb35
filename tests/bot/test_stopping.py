"""How a running bot ends: asked to, or because a part of it cannot go on."""

import asyncio
import os
import signal

import pytest

from bot.stopping import stop_signal, until_stopped


async def _never() -> None:
    await asyncio.Event().wait()


async def _fails() -> None:
    raise LookupError("gone")


async def _ends() -> None:
    return


def _ask_soon(number: signal.Signals) -> None:
    asyncio.get_running_loop().call_later(0.01, os.kill, os.getpid(), number)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_stop_signal_when_asked_then_returns(number: signal.Signals) -> None:
    """Ctrl-C and the system's request end the bot alike."""
    _ask_soon(number)
    async with asyncio.timeout(5):
        await stop_signal()


async def test_stop_signal_when_over_then_gives_the_signals_back() -> None:
    """Asked a second time, the process ends on the spot."""
    waiting = asyncio.create_task(stop_signal())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


async def test_until_stopped_when_asked_then_leaves_the_works_running() -> None:
    """The caller ends its works in its own order."""
    work = asyncio.create_task(_never())
    _ask_soon(signal.SIGTERM)
    async with asyncio.timeout(5):
        await until_stopped(work)
    assert not work.done()
    work.cancel()


async def test_until_stopped_when_a_work_fails_then_raises_its_error() -> None:
    """Receiving that ended with an error once ended the process in silence, with exit code 0."""
    with pytest.raises(LookupError, match="gone"):
        await until_stopped(asyncio.create_task(_fails()))


async def test_until_stopped_when_a_work_just_ends_then_names_it() -> None:
    """No part may stop by itself unseen."""
    with pytest.raises(RuntimeError, match=r"^send-loop ended by itself$"):
        await until_stopped(asyncio.create_task(_ends(), name="send-loop"))
