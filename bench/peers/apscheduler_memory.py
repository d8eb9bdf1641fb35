"""APScheduler with one job a reminder in its memory job store: how much memory they take.

Called as ``python -m bench.peers.apscheduler_memory JOBS``; prints JSON, {"memory_mb": ...},
the growth of resident memory in megabytes of 1,000,000 bytes.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, timedelta
from typing import Final

from apscheduler.schedulers.background import BackgroundScheduler

from bench.peers.noop import noop
from bot.clock import SystemClock

_FAR: Final = timedelta(days=30)


def main(jobs: int) -> float:
    """Add the jobs, in the order in which they fall due, and weigh them."""
    scheduler = BackgroundScheduler(timezone=UTC)
    scheduler.start(paused=True)
    before_mb = _memory_mb()
    first_at = SystemClock().now() + _FAR
    for number in range(jobs):
        scheduler.add_job(noop, "date", run_date=first_at + timedelta(seconds=number))
    return _memory_mb() - before_mb


def _memory_mb() -> float:
    command = ["ps", "-o", "rss=", "-p", str(os.getpid())]
    told = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - fixed words and a number
    return int(told.stdout) * 1024 / 1e6


if __name__ == "__main__":
    print(json.dumps({"memory_mb": main(int(sys.argv[1]))}))
