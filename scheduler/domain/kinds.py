"""The kinds of plan dates: when a family hears about each, and which rule stands behind it.

Everything is in one table, to be read and checked by people who know the law and not the
code. No words are said here: a stage has a slug, and the catalogs say what to do at it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from scheduler.domain.instants import years_later
from scheduler.domain.plans import DateKind, PlanDate, PlanKind


@dataclass(frozen=True, slots=True)
class Stage:
    """One message about a date that comes near.

    ``days`` are whole days before the date, 0 the day itself. Where ``hours`` is given, the
    message comes that many hours before the exact time instead, and only if there is one.
    """

    slug: str
    days: int
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands behind a date of one kind under one plan.

    ``source`` is a section of the Code of Federal Regulations, or says in plain words that
    there is none. ``is_law`` tells that federal law asks for this event; False means good
    practice or the family's own choice. ``years`` is the longest time until the next one,
    None where one does not follow from the other.
    """

    source: str
    is_law: bool
    years: int | None = None


@dataclass(frozen=True, slots=True)
class ReminderKind:
    """One kind of date: its stages, farthest first, and its rule under each plan."""

    kind: DateKind
    stages: tuple[Stage, ...]
    rules: Mapping[PlanKind, Rule]


def _law(source: str, *, years: int | None = None) -> Rule:
    return Rule(source, is_law=True, years=years)


def _custom(source: str, *, years: int | None = None) -> Rule:
    return Rule(source, is_law=False, years=years)


def _days(*leads: int) -> tuple[Stage, ...]:
    """Name each stage after its lead: 60-days, 1-day, same-day."""
    names = {0: "same-day", 1: "1-day"}
    return tuple(Stage(names.get(days, f"{days}-days"), days) for days in leads)


PRACTICE: Final = "good practice, not federal law"
OWN_CHOICE: Final = "the family's own date"

_KINDS: Final = (
    ReminderKind(
        DateKind.ANNUAL_REVIEW,
        # Ask for a date; ask for drafts and data; send concerns; confirm who comes; bring this.
        stages=_days(60, 30, 14, 7, 1),
        rules={
            # The team reviews the IEP at least once a year.
            PlanKind.IEP: _law("34 CFR 300.324(b)(1)(i)", years=1),
            # The 504 rules name no yearly review; most districts hold one.
            PlanKind.PLAN_504: _custom(PRACTICE, years=1),
        },
    ),
    ReminderKind(
        DateKind.REEVALUATION,
        # Planning what to test, consent and the testing itself take months, so the first
        # message comes half a year ahead, while a parent can still ask for an area to be added.
        stages=_days(180, 90, 30, 7, 1),
        rules={
            # At least once in three years unless parent and school agree it is not needed.
            PlanKind.IEP: _law("34 CFR 300.303(b)(2)", years=3),
            # "Periodic", with no number of years; the IEP's three years are one accepted way.
            PlanKind.PLAN_504: _law("34 CFR 104.35(d)", years=3),
        },
    ),
    ReminderKind(
        DateKind.MEETING,
        stages=(*_days(7, 1), Stage("2-hours", days=0, hours=2)),
        rules={
            # Parents hear of a meeting early enough to be able to come.
            PlanKind.IEP: _law("34 CFR 300.322(a)(1)"),
            PlanKind.PLAN_504: _custom(PRACTICE),
        },
    ),
    ReminderKind(
        DateKind.GOAL_DUE,
        # Two weeks: ask for the numbers; the day: look at them against the goal's mark.
        stages=_days(14, 3, 0),
        rules={
            PlanKind.IEP: _law("34 CFR 300.320(a)(2)(i)"),
            # A 504 plan need not have goals; some families and schools set them.
            PlanKind.PLAN_504: _custom(PRACTICE),
        },
    ),
    ReminderKind(
        DateKind.PROGRESS_REPORT,
        stages=_days(7, 0),
        rules={
            # The IEP itself says when its progress reports come.
            PlanKind.IEP: _law("34 CFR 300.320(a)(3)(ii)"),
            PlanKind.PLAN_504: _custom(PRACTICE),
        },
    ),
    ReminderKind(
        DateKind.STATE_TEST,
        # A month ahead: check that the accommodations are in writing; some must be set up
        # in the test system before the window opens.
        stages=_days(30, 7, 1),
        rules={
            PlanKind.IEP: _law("34 CFR 300.320(a)(6)(i)"),
            PlanKind.PLAN_504: _law("34 CFR 200.6(b)(1)"),
        },
    ),
    ReminderKind(
        DateKind.OWN,
        stages=_days(7, 1, 0),
        rules={
            PlanKind.IEP: _custom(OWN_CHOICE),
            PlanKind.PLAN_504: _custom(OWN_CHOICE),
        },
    ),
)

KINDS: Final[Mapping[DateKind, ReminderKind]] = MappingProxyType(
    {entry.kind: entry for entry in _KINDS}
)


def rule_of(kind: DateKind, plan: PlanKind) -> Rule:
    """Return what stands behind a date of ``kind`` under ``plan``."""
    return KINDS[kind].rules[plan]


def next_after(plan_date: PlanDate, held_on: date) -> tuple[DateKind, date] | None:
    """Return the date that follows once this one was held, or None where none does.

    Args:
        plan_date: the date that is over.
        held_on: the local day it was held, from which the law counts.

    Returns:
        The latest day for the next one: a year after an annual review, three years after a
        re-evaluation. From 29 February it is 28 February, so that it is never late.
    """
    years = rule_of(plan_date.kind, plan_date.plan).years
    if years is None:
        return None
    return plan_date.kind, years_later(held_on, years)
