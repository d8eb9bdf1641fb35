"""The machine and the programs on it, in plain words; nothing that names it."""

import os
import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

_SHOWN: Final = (
    "python-telegram-bot",
    "aiogram",
    "APScheduler",
    "SQLAlchemy",
    "aiohttp",
    "httpx",
    "uvloop",
)


@dataclass(frozen=True, slots=True)
class Machine:
    """What a reader needs to compare: memory in gigabytes of 1,000,000,000 bytes."""

    cores: int
    memory_gb: float
    system: str
    python: str
    programs: tuple[str, ...]

    def in_words(self) -> str:
        """One sentence."""
        return (
            f"{self.cores} cores, {self.memory_gb:.0f} GB of memory, {self.system}, "
            f"Python {self.python}; {', '.join(self.programs)}."
        )


def this_machine() -> Machine:
    """The machine that this runs on."""
    return Machine(
        cores=_cores(),
        memory_gb=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9,
        system=f"{platform.system()} on {platform.machine()}",
        python=platform.python_version(),
        programs=(
            *(f"{name} {version(name)}" for name in _SHOWN),
            f"SQLite {sqlite3.sqlite_version}",
        ),
    )


def _cores() -> int:
    """Cores that this process may use, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
