"""docs/answers.md: figures and answers as Markdown tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bench.found.grade import grade_of
from bench.machine import Machine
from bench.programs import ROOT
from faq.catalog import FIRST_LANGUAGE, Catalog
from faq.entry import Entry
from faq.evaluate import Figures, Report
from faq.lint import LIMIT_CHARS, shown_chars

ANSWERS_HEAD: Final = "## The answers"
PAGE: Final = ROOT / "docs" / "answers.md"
_ABOUT: Final = (
    "The questions are parents' own ways to ask, labelled by hand, and were never taught."
)
_NAMES: Final = {"en": "English", "es": "Spanish"}


@dataclass(frozen=True, slots=True)
class Ranked:
    """How one way of ranking did: shares from 0 to 1 by language, milliseconds a question."""

    name: str
    first: Mapping[str, float]
    three: Mapping[str, float]
    median_ms: float


def page(
    catalog: Catalog,
    reports: Mapping[str, Report],
    ranked: Sequence[Ranked],
    *,
    machine: Machine,
    on: date,
) -> str:
    """The whole page.

    Args:
        catalog: the answers.
        reports: what the desk makes of labelled lines, by language.
        ranked: the ways of ranking on the same lines.
        machine: where it was measured.
        on: the day.
    """
    lines = (
        "# Answers",
        "",
        "`python -m bench.found` measures this and writes this page; `make bench` does it too.",
        _ABOUT,
        "",
        f"Measured on {on:%B} {on.day}, {on.year}: {machine.in_words()}",
        "",
        "## How well questions find them",
        "",
        *_reports(reports),
        "",
        *_groups(reports),
        "",
        "## Beside other ways",
        "",
        "All rank the topics for the same questions and were taught the same phrasings.",
        "",
        *_ranked(ranked, list(reports)),
        "",
        *answers_table(catalog),
    )
    return "\n".join(lines) + "\n"


def answers_table(catalog: Catalog) -> Iterator[str]:
    """Every topic with what can be counted of its answer, a row each."""
    entries = [entry for entry in catalog.entries() if entry.language == FIRST_LANGUAGE]
    yield ANSWERS_HEAD
    yield ""
    yield f"{len(entries)} topics, each in English and Spanish."
    yield f"Grade is Flesch-Kincaid; an answer may have {LIMIT_CHARS:,} characters as shown."
    yield ""
    yield _row(
        "topic", "area", "grade", "characters", "es", "sources", "phrasings", "es", "read on"
    )
    yield "|---|---|" + "---:|" * 6 + "---|"
    for entry in sorted(entries, key=lambda entry: (entry.area, entry.id)):
        yield _answer_row(entry, catalog.find_entry(entry.id, "es") or entry)


def _answer_row(entry: Entry, spanish: Entry) -> str:
    return _row(
        entry.id,
        entry.area,
        f"{grade_of(entry):.1f}",
        f"{shown_chars(entry):,}",
        f"{shown_chars(spanish):,}",
        len(entry.sources),
        len(entry.also_asked_as),
        len(spanish.also_asked_as),
        entry.reviewed_on,
    )


def _reports(reports: Mapping[str, Report]) -> Iterator[str]:
    yield _row("", *(_NAMES[language] for language in reports))
    yield "|---|" + "---:|" * len(reports)
    rows = {
        "questions": lambda found: f"{found.overall.questions:,}",
        "right topic first": lambda found: _share(found.overall.right_first),
        "among the first three": lambda found: _share(found.overall.in_three),
        "right topic shown, as the answer or a choice": lambda found: _share(found.overall.shown),
        "a wrong answer shown as the answer": lambda found: _share(found.overall.wrong_confident),
        "nothing shown": lambda found: _share(found.overall.declined),
        "other matters answered with an entry": lambda found: _share(found.off_topic_answered),
        "danger recognised": lambda found: _share(found.crisis_found),
        "questions taken for danger": lambda found: _share(found.false_alarms),
        "requests recognised": lambda found: _share(found.commands_found),
        "one decision, median": lambda found: f"{found.median_ms:.2f} ms",
        "one decision, 99th of 100": lambda found: f"{found.slow_ms:.1f} ms",
    }
    for name, tell in rows.items():
        yield _row(name, *(tell(found) for found in reports.values()))


def _groups(reports: Mapping[str, Report]) -> Iterator[str]:
    yield _row("group", "questions", "first", "in three", "shown", "wrong", "nothing")
    yield "|---|" + "---:|" * 6
    for language, found in reports.items():
        for sort, groups in (("style", found.by_style), ("area", found.by_area)):
            for name, group in groups.items():
                yield _row(f"{_NAMES[language]}, {sort} {name}", *_shares(group))


def _shares(group: Figures) -> tuple[str, ...]:
    shares = (
        group.right_first,
        group.in_three,
        group.shown,
        group.wrong_confident,
        group.declined,
    )
    return (f"{group.questions}", *map(_share, shares))


def _ranked(ranked: Sequence[Ranked], languages: Sequence[str]) -> Iterator[str]:
    names = [_NAMES[language] for language in languages]
    yield _row("way", *(f"{name}, first / in three" for name in names), "median")
    yield "|---|" + "---:|" * (len(names) + 1)
    for each in ranked:
        shares = (f"{_share(each.first[it])} / {_share(each.three[it])}" for it in languages)
        yield _row(each.name, *shares, f"{each.median_ms:.2f} ms")


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _share(share: float) -> str:
    return f"{share * 100:.1f} %"
