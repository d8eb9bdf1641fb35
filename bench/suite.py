"""Which benchmarks there are, and how long each may take."""

import asyncio
from dataclasses import dataclass
from typing import Final

from bench.answers import measure_answers
from bench.figures import Figure, Measure, Place
from bench.matching import measure_matching
from bench.pending import measure_pending
from bench.reminders import measure_reminders
from bench.starts import measure_starts


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One benchmark. ``limit_s`` bounds its time; it says nothing about good or bad."""

    name: str
    about: str
    measure: Measure
    limit_s: float


SUITE: Final = (
    Benchmark("starts", "start-up time and idle memory", measure_starts, 60),
    Benchmark("matching", "the matcher alone", measure_matching, 60),
    Benchmark("answers", "questions answered a second, beside echo bots", measure_answers, 240),
    Benchmark("reminders", "reminders a second, beside APScheduler", measure_reminders, 240),
    Benchmark("pending", "bulk registering, ticks and memory by size", measure_pending, 240),
)


async def run(benchmark: Benchmark, place: Place) -> tuple[Figure, ...]:
    """Measure one.

    Raises:
        TimeoutError: it took longer than it may.
        ProgramEnded: a program that was measured ended.
    """
    async with asyncio.timeout(benchmark.limit_s):
        return await benchmark.measure(place.room(benchmark.name))
