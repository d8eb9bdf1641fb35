"""How a running bot ends: because it was asked to, or because a part of it cannot go on."""

import asyncio
import signal

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


async def stop_signal() -> None:
    """Return when the process is asked to end; asked once more, it ends on the spot."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        loop.add_signal_handler(number, asked.set)
    try:
        await asked.wait()
    finally:
        for number in _SIGNALS:
            loop.remove_signal_handler(number)


async def until_stopped(*works: asyncio.Task[None]) -> None:
    """Return when the process is asked to end.

    Args:
        works: what runs until then; not cancelled here.

    Raises:
        BaseException: one of ``works`` ended before that: what ended it, or a RuntimeError
            that names it.
    """
    stopped = asyncio.create_task(stop_signal(), name="stop-signal")
    try:
        done, _ = await asyncio.wait({*works, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()
        await asyncio.gather(stopped, return_exceptions=True)
    for work in done - {stopped}:
        work.result()
        raise RuntimeError(f"{work.get_name()} ended by itself")
