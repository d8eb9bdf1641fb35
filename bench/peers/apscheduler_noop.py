"""APScheduler with one job a reminder in its SQLAlchemy job store, each job doing nothing.

Called as ``python -m bench.peers.apscheduler_noop FILE JOBS``; prints two rates a second as
JSON, {"added": ..., "fired": ...}. All jobs are due when the scheduler starts; none is
dropped for being late, and workers are plenty.
"""

import json
import sys
from datetime import UTC, timedelta
from time import perf_counter
from typing import Final

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from bench.peers.noop import FIRED, noop
from bot.clock import SystemClock

WORKERS: Final = 32
_ALREADY_DUE: Final = timedelta(seconds=1)
_LIMIT_S: Final = 300.0


def main(file: str, jobs: int) -> dict[str, float]:
    """Add the jobs, then let them all fire; the rates of both a second."""
    FIRED.left = jobs
    scheduler = BackgroundScheduler(
        jobstores={"default": SQLAlchemyJobStore(url=f"sqlite:///{file}")},
        executors={"default": ThreadPoolExecutor(WORKERS)},
        job_defaults={"misfire_grace_time": None},
        timezone=UTC,
    )
    # Paused, it writes each job into its store at once and fires none.
    scheduler.start(paused=True)
    due_at = SystemClock().now() - _ALREADY_DUE
    began = perf_counter()
    for _ in range(jobs):
        scheduler.add_job(noop, "date", run_date=due_at)
    added_s = perf_counter() - began
    began = perf_counter()
    scheduler.resume()
    if not FIRED.all.wait(_LIMIT_S):
        sys.exit(f"{FIRED.left} of {jobs} jobs did not fire")
    fired_s = perf_counter() - began
    scheduler.shutdown()
    return {"added": jobs / added_s, "fired": jobs / fired_s}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
