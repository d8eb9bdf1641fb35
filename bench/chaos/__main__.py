"""``python -m bench.chaos``: kill -9 of the real process, again and again (``make chaos``).

Exit code 0 when no reminder was lost, no kill doubled more than was on its way (one, with
one lane), the database is whole and everybody was answered; else 1. The last line is
``kills=N due=N lost=N doubled=N``.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import uvloop

from bench.chaos.run import Outcome, Plan, run_chaos
from bench.chaos.verdict import NEAR_S, judge
from bench.databases import Backend, scratch_folder
from bench.programs import ROOT, ProgramEnded, ended_by_signals

DUE_A_KILL = 80
CACHE = ROOT / "var" / "cache"


def main() -> int:
    """Run as the command line says."""
    options = _parser().parse_args()
    plan = Plan(
        kills=options.kills,
        due=options.due or options.kills * DUE_A_KILL,
        seed=options.seed if options.seed is not None else int.from_bytes(os.urandom(4)),
        backend=Backend(options.backend),
        sends_per_second=options.sends_per_second,
        lanes=options.lanes,
    )
    print(
        f"{plan.kills} kills, {plan.due} reminders, {plan.backend}, --seed {plan.seed}", flush=True
    )
    with scratch_folder() as folder:
        try:
            outcome = _run(plan, folder)
        except (ProgramEnded, TimeoutError) as err:
            print(f"the bot did not run: {err or 'it never came up'}", file=sys.stderr)
            return 1
    for line in report(outcome):
        print(line)
    return 0 if is_good(outcome) else 1


def is_good(outcome: Outcome) -> bool:
    """Whether the run showed what the README promises."""
    verdict = judge(outcome.record)
    return verdict.good and not outcome.damage and outcome.askers.unanswered == 0


def report(outcome: Outcome) -> Iterator[str]:
    """The lines about a run; the last one is for machines."""
    verdict, askers = judge(outcome.record), outcome.askers
    yield f"start-up: {outcome.start_s:.2f} s until the process asks for updates"
    yield f"kills with a send within {NEAR_S * 1000:.0f} ms: {verdict.near} of {verdict.kills}"
    yield f"kills with something due: {verdict.while_due} of {verdict.kills}"
    yield f"most doubled by one kill: {verdict.worst_kill}, at most {verdict.lanes} allowed"
    if verdict.unexplained:
        yield f"doubled with no kill in between: {verdict.unexplained}"
    yield (
        f"questions asked meanwhile: {askers.asked}, unanswered {askers.unanswered}, "
        f"answered again {askers.answered_again}"
    )
    yield from (f"database: {line}" for line in outcome.damage or ("whole",))
    yield verdict.last_line()


def _run(plan: Plan, folder: Path) -> Outcome:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(ended_by_signals(run_chaos(plan, folder=folder, cache=CACHE)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="how often to kill (default: 50)")
    parser.add_argument("--due", type=int, help=f"reminders (default: {DUE_A_KILL} a kill)")
    parser.add_argument("--backend", choices=list(Backend), default=Backend.SQLITE)
    parser.add_argument("--seed", type=int, help="repeats the chances of an earlier run")
    parser.add_argument(
        "--sends-per-second", type=float, default=100.0, help="the bot's own limit (default: 100)"
    )
    parser.add_argument(
        "--lanes", type=int, default=1, help="reminders on their way at one time (default: 1)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
