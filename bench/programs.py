"""Starts, watches and ends the processes that are measured. Each is ended by its own id."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Final, TypeVar

Result = TypeVar("Result")

ROOT: Final = Path(__file__).parent.parent
BOT: Final = ("-m", "bot", "run")
_POLL_S: Final = 0.01
_END_S: Final = 10.0
_TOLD_LINES: Final = 12


class ProgramEnded(Exception):  # noqa: N818 - what happened, with the program's last words
    """A program that should have gone on is over; the message has its last lines."""


@dataclass(frozen=True, slots=True)
class Program:
    """A Python program that runs; ``log`` takes what it prints."""

    process: subprocess.Popen[bytes]
    log: Path

    @property
    def pid(self) -> int:
        """Its process id."""
        return self.process.pid

    def check_running(self) -> None:
        """Pass while it runs.

        Raises:
            ProgramEnded: it is over.
        """
        code = self.process.poll()
        if code is not None:
            raise ProgramEnded(f"ended with {code}:\n{self.last_words()}")

    def last_words(self) -> str:
        """The last lines that it printed."""
        lines = self.log.read_text(errors="replace").splitlines()
        return "\n".join(lines[-_TOLD_LINES:])

    def memory_mb(self) -> float:
        """Resident memory in megabytes of 1,000,000 bytes, as the system's ``ps`` tells it."""
        command = ["ps", "-o", "rss=", "-p", str(self.pid)]
        told = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - fixed words and a number
        return int(told.stdout) * 1024 / 1e6

    def kill(self) -> None:
        """End it with SIGKILL and wait until it is gone."""
        self.process.kill()
        self.process.wait()

    async def until(self, done: Callable[[], bool], *, within_s: float) -> float:
        """Wait until ``done()``; the seconds that it took.

        Raises:
            ProgramEnded: the program was over first.
            TimeoutError: ``within_s`` seconds went by first.
        """
        began = perf_counter()
        async with asyncio.timeout(within_s):
            while not done():
                self.check_running()
                await asyncio.sleep(_POLL_S)
        return perf_counter() - began


def start(*arguments: str, log: Path, env: Mapping[str, str] | None = None) -> Program:
    """Start Python with ``arguments`` in the project's folder; ``env`` adds to our own."""
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - this Python and our own modules
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    return Program(process, log)


@contextlib.asynccontextmanager
async def running(
    *arguments: str, log: Path, env: Mapping[str, str] | None = None
) -> AsyncIterator[Program]:
    """Run Python with ``arguments`` while the block runs; it is gone afterwards, come what may."""
    program = start(*arguments, log=log, env=env)
    try:
        yield program
    finally:
        await _end(program.process)


async def output_of(*arguments: str, log: Path, within_s: float) -> str:
    """Run Python with ``arguments`` to its end; the last line that it printed.

    Raises:
        ProgramEnded: it failed.
        TimeoutError: ``within_s`` seconds went by first.
    """
    async with running(*arguments, log=log) as program, asyncio.timeout(within_s):
        while (code := program.process.poll()) is None:  # noqa: ASYNC110 - see _end
            await asyncio.sleep(_POLL_S)
        if code != 0:
            program.check_running()
        return program.last_words().splitlines()[-1]


async def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, and make it end when it does not."""
    # Waiting for an event would need a watcher of child processes, which loops lack or share.
    process.terminate()
    try:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_END_S):
                while process.poll() is None:  # noqa: ASYNC110 - see above
                    await asyncio.sleep(_POLL_S)
    finally:
        process.kill()
        process.wait()


async def ended_by_signals(work: Coroutine[Any, Any, Result]) -> Result:
    """Do ``work``; a SIGTERM ends it as Ctrl-C would, so that no process is left behind."""
    task = asyncio.current_task()
    if task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await work
