"""Figures onto paper: bench/results.json for machines, docs/benchmarks.md for people."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from bench.figures import Figure, Json
from bench.machine import Machine

NOTES: Final = Path(__file__).parent / "notes.md"


def write_results(figures: Iterable[Figure], file: Path) -> None:
    """Write every figure under its name."""
    results: dict[str, Json] = {figure.name: figure.as_json() for figure in figures}
    file.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def write_page(figures: Sequence[Figure], file: Path, *, machine: Machine, on: date) -> None:
    """Write the page that README links to: table, machine and day, then the notes.

    The notes on what is compared stand in bench/notes.md, so that this page holds no
    sentence that would be lost with the next run.
    """
    file.write_text(page(figures, machine=machine, on=on), encoding="utf-8")


def page(figures: Sequence[Figure], *, machine: Machine, on: date) -> str:
    """The text of the page."""
    head = (
        "# Benchmarks\n\n"
        "`make bench` measures all of this and writes this page; "
        "`python -m bench NAME` prints a part of it.\n\n"
        f"Measured on {on:%B} {on.day}, {on.year}: {machine.in_words()}\n\n"
    )
    return head + "\n".join(table(figures)) + "\n\n" + NOTES.read_text(encoding="utf-8")


def table(figures: Sequence[Figure]) -> list[str]:
    """The figures as lines of a Markdown table; the ratio is ours divided by the other."""
    return [
        "| what | this bot | beside it | which is | ratio | better is |",
        "|---|---:|---:|---|---:|---|",
        *(_row(figure) for figure in figures),
    ]


def _row(figure: Figure) -> str:
    cells = (
        figure.what,
        f"{_number(figure.ours)} {figure.unit}",
        "" if figure.peer is None else f"{_number(figure.peer)} {figure.unit}",
        figure.peer_name or "",
        "" if figure.ratio is None else _number(figure.ratio),
        "more" if figure.more_is_better else "less",
    )
    return f"| {' | '.join(cells)} |"


def _number(value: float) -> str:
    """A number as people read it: 1,234 or 12.3 or 0.45."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"
