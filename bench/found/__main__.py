"""``python -m bench.found``: measures the answers and writes docs/answers.md.

The labelled questions lie outside the repository, so that nothing of them can be taught:
dev_questions_en.jsonl, dev_offtopic_en.jsonl and the same for "es", in the folder ``--lines``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from bench.found.page import ANSWERS_HEAD, PAGE, Ranked, answers_table, page
from bench.found.rankers import Ranker, rankers
from bench.machine import this_machine
from bench.programs import ROOT
from bot.clock import SystemClock
from bot.evaluate import BadFile, load
from bot.wiring import CONTENT
from faq.desk import Desk
from faq.evaluate import Labelled, judge, report
from faq.lexicon import examples
from faq.opening import open_desk
from faq.wording import read

LINES: Final = ROOT.parent / "shared" / "faq"
LANGUAGES: Final = ("en", "es")
_CACHE: Final = ROOT / "var" / "cache"
_IN_THREE: Final = 3


def main() -> int:
    """Measure and write; ``--table`` writes only what needs no questions."""
    parser = argparse.ArgumentParser(prog="python -m bench.found", description=__doc__)
    parser.add_argument("--lines", type=Path, default=LINES, help="folder of labelled questions")
    parser.add_argument("--table", action="store_true", help="only the table of answers anew")
    options = parser.parse_args()
    desk = open_desk(CONTENT, _CACHE)
    if options.table:
        measured = PAGE.read_text(encoding="utf-8").partition(ANSWERS_HEAD)[0]
        text = measured + "\n".join(answers_table(desk.catalog)) + "\n"
    else:
        try:
            text = _measured(desk, options.lines)
        except BadFile as err:
            print(err, file=sys.stderr)
            return 1
    PAGE.write_text(text, encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


def _measured(desk: Desk, folder: Path) -> str:
    asked = {it: load([folder / f"dev_questions_{it}.jsonl"]) for it in LANGUAGES}
    other = {it: load([folder / f"dev_offtopic_{it}.jsonl"]) for it in LANGUAGES}
    reports = {it: report(judge(desk, [*asked[it], *other[it]]), desk.catalog) for it in LANGUAGES}
    on = SystemClock().now().date()
    return page(desk.catalog, reports, _ranked(desk, asked), machine=this_machine(), on=on)


def _ranked(desk: Desk, asked: dict[str, tuple[Labelled, ...]]) -> list[Ranked]:
    """Each way on each language, taught the phrasings of that language."""
    first: dict[str, dict[str, float]] = {}
    three: dict[str, dict[str, float]] = {}
    costs_ms: dict[str, list[float]] = {}
    for language, questions in asked.items():
        lines = [line for line in examples(desk.catalog) if line.language == language]
        for ranker in rankers(desk.matcher, lines):
            places = list(_places(ranker, questions, costs_ms.setdefault(ranker.name, [])))
            first.setdefault(ranker.name, {})[language] = _share(places, 1)
            three.setdefault(ranker.name, {})[language] = _share(places, _IN_THREE)
            print(f"{language} {ranker.name}: {_share(places, 1):.3f}", flush=True)
    return [Ranked(name, first[name], three[name], median(costs_ms[name])) for name in first]


def _places(ranker: Ranker, questions: Sequence[Labelled], costs_ms: list[float]) -> list[int]:
    """Where the right topic stands for each question, from 0."""
    places = []
    for question in questions:
        words = read(question.text)
        began = perf_counter()
        ranked = [*ranker.rank(words), str(question.topic)]
        costs_ms.append((perf_counter() - began) * 1000)
        places.append(ranked.index(str(question.topic)))
    return places


def _share(places: Sequence[int], within: int) -> float:
    return sum(place < within for place in places) / len(places)


if __name__ == "__main__":
    sys.exit(main())
