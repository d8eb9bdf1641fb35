"""``python -m bench``: every benchmark, or those named; see ``--help``.

A whole run writes bench/results.json and docs/benchmarks.md; a part of one only prints,
so that the page never mixes days and machines. Exit code 1 when a benchmark could not be
measured; a slow figure is no failure.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import uvloop

from bench import suite
from bench.databases import scratch_folder
from bench.figures import Figure, Place
from bench.machine import this_machine
from bench.programs import ROOT, ended_by_signals
from bench.report import table, write_page, write_results
from bench.suite import SUITE, Benchmark
from bot.clock import SystemClock

RESULTS = ROOT / "bench" / "results.json"
PAGE = ROOT / "docs" / "benchmarks.md"
CACHE = ROOT / "var" / "cache"


def main() -> int:
    """Run as the command line says."""
    names = _parser().parse_args().names
    chosen = [each for each in SUITE if not names or each.name in names]
    began = perf_counter()
    with scratch_folder() as folder, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        figures, failed = runner.run(ended_by_signals(_measure(chosen, folder)))
    print("\n".join(table(figures)))
    print(f"{perf_counter() - began:.0f} s in all")
    if not names and not failed:
        write_results(figures, RESULTS)
        write_page(figures, PAGE, machine=this_machine(), on=SystemClock().now().date())
        print(f"wrote {RESULTS.relative_to(ROOT)} and {PAGE.relative_to(ROOT)}")
    return 1 if failed else 0


async def _measure(chosen: Sequence[Benchmark], folder: Path) -> tuple[list[Figure], list[str]]:
    """Measure one after the other; one that fails does not stop the rest."""
    place = Place(folder, CACHE)
    figures: list[Figure] = []
    failed: list[str] = []
    for benchmark in chosen:
        print(f"{benchmark.name}: {benchmark.about}", flush=True)
        try:
            figures += await suite.run(benchmark, place)
        except Exception as err:  # noqa: BLE001 - the others are measured all the same
            reason = f"{type(err).__name__}: {err}"
            print(f"{benchmark.name} was not measured: {reason}", file=sys.stderr)
            failed.append(benchmark.name)
    return figures, failed


def _parser() -> argparse.ArgumentParser:
    known = [each.name for each in SUITE]
    about = "; ".join(f"{each.name}: {each.about}" for each in SUITE)
    parser = argparse.ArgumentParser(prog="python -m bench", description=about)
    parser.add_argument("names", nargs="*", choices=[*known, []], metavar="NAME", help="which ones")
    return parser


if __name__ == "__main__":
    sys.exit(main())
