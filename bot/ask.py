"""``python -m bot ask``: questions in, decisions or answers out, with no Telegram at all."""

import json
import sys
from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any

from faq.decision import Decision, DecisionKind
from faq.desk import Desk

_MS_A_SECOND = 1000
_LANGUAGES = frozenset({"en", "es"})


class BadLine(ValueError):  # noqa: N818 - what the line is
    """A line that is no question; the message gives its number, not its words."""


def decide_lines(desk: Desk, lines: Iterable[str]) -> Iterator[str]:
    """Yield one JSON line for each JSON line ``{"id", "text", "lang"?}``; blank lines pass.

    The answer is ``{"id", "decision", "topics", "scores", "ms"}``: topics best first, up to
    five, and the time that matching took. The meaning of a term counts as an answer.

    Raises:
        BadLine: a line is not such an object.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        asked = _parsed(line, number)
        began = perf_counter()
        decision = desk.decide(str(asked["text"]), language=asked.get("lang"))
        elapsed_ms = (perf_counter() - began) * _MS_A_SECOND
        yield json.dumps(
            {
                "id": asked.get("id"),
                "decision": _kind(decision).value,
                "topics": list(decision.topics),
                "scores": [round(score, 4) for score in decision.scores],
                "ms": round(elapsed_ms, 3),
            }
        )


def answer_lines(desk: Desk, question: str, language: str | None) -> Iterator[str]:
    """Yield what the bot would answer, as plain lines for a terminal."""
    decision = desk.decide(question, language=language)
    yield f"[{decision.kind}]{' ' + decision.command if decision.command else ''}"
    second = (decision.second,) if decision.second else ()
    for place, topic in enumerate((*decision.shown, *second)):
        entry = desk.catalog.entry(topic, decision.language)
        if decision.kind is DecisionKind.CHOICES:
            yield f"{place + 1}. {entry.title}  ({topic})"
            continue
        yield from ("", entry.title, "", entry.body.strip(), "")
        yield from (f"  {source.cite}  {source.url}" for source in entry.sources)
        yield f"  Checked {entry.reviewed_on:%B} {entry.reviewed_on.day}, {entry.reviewed_on:%Y}"
    if not decision.shown:
        yield f"No answer to show. Nearest topics: {_nearest(decision)}"


def say(lines: Iterable[str]) -> None:
    """Write each line to standard output as soon as it is there."""
    for line in lines:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _kind(decision: Decision) -> DecisionKind:
    return DecisionKind.ANSWER if decision.kind is DecisionKind.TERM else decision.kind


def _nearest(decision: Decision) -> str:
    return ", ".join(decision.topics) or "none"


def _parsed(line: str, number: int) -> dict[str, Any]:
    try:
        asked: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLine(f"line {number} is not JSON") from None
    text = asked.get("text") if isinstance(asked, dict) else None
    if not isinstance(text, str):
        raise BadLine(f'line {number} needs "text"')
    language = asked.get("lang")
    known = isinstance(language, str) and language in _LANGUAGES
    return {"id": asked.get("id"), "text": text, "lang": language if known else None}
