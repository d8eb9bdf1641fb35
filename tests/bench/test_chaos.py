"""The chaos run in small: the real process, killed a few times while reminders are due."""

from pathlib import Path

import pytest

from bench.chaos.__main__ import CACHE, is_good, report
from bench.chaos.run import Plan, run_chaos
from bench.chaos.verdict import judge
from bench.databases import Backend


@pytest.fixture
def short() -> Plan:
    """Five kills, each soon after the process came up."""
    return Plan(kills=5, due=150, seed=41, longest_s=0.6, patience_s=90.0)


async def test_chaos_when_killed_five_times_then_every_reminder_arrives(
    short: Plan, tmp_path: Path
) -> None:
    """A process killed at random points loses no reminder and leaves its database whole."""
    outcome = await run_chaos(short, folder=tmp_path, cache=CACHE)

    verdict = judge(outcome.record)
    assert (verdict.kills, verdict.due, verdict.lost) == (5, 150, 0)
    assert outcome.damage == ()
    assert outcome.askers.unanswered == 0
    assert is_good(outcome), "\n".join(report(outcome))


def test_plan_when_nothing_is_said_then_sqlite_is_killed() -> None:
    """The embedded database is the one that a kill could hurt."""
    assert Plan(kills=1, due=1, seed=0).backend is Backend.SQLITE
