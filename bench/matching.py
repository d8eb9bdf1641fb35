"""The matcher alone: milliseconds from a parent's words to the decision, in this process."""

import asyncio
from time import perf_counter
from typing import Final

from bench.figures import Figure, Place, middle
from bench.questions import LANGUAGE, load_questions
from bot.wiring import CONTENT
from faq.opening import open_desk

_SLOWEST: Final = 0.99


async def measure_matching(place: Place) -> tuple[Figure, ...]:
    """Ask every known phrasing once."""
    costs_ms = await asyncio.to_thread(_time_questions, place)
    slow = sorted(costs_ms)[int(len(costs_ms) * _SLOWEST)]
    about = f"{len(costs_ms)} questions"
    return (
        Figure(
            "matcher_median",
            f"decision on a question, median of {about}",
            middle(costs_ms),
            "ms",
            more_is_better=False,
        ),
        Figure(
            "matcher_slow",
            f"decision on a question, 99th of 100 of {about}",
            slow,
            "ms",
            more_is_better=False,
        ),
    )


def _time_questions(place: Place) -> list[float]:
    questions = load_questions(place.cache)
    desk = open_desk(CONTENT, place.cache)
    costs_ms: list[float] = []
    for question in questions:
        began = perf_counter()
        desk.decide(question.text, language=LANGUAGE)
        costs_ms.append((perf_counter() - began) * 1000)
    return costs_ms
