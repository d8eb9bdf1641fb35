"""The table of kinds: complete, in order, and each row with its source."""

import re
from datetime import date

import pytest

from scheduler.domain.kinds import KINDS, PRACTICE, next_after, rule_of
from scheduler.domain.plans import DateKind, PlanKind
from tests.scheduler.domain.values import plan_date

HELD = date(2026, 10, 3)
DAY_HOURS = 24


def test_kinds_when_listed_then_every_kind_of_date_has_its_row() -> None:
    """No kind of date is without reminders."""
    assert set(KINDS) == set(DateKind)


@pytest.mark.parametrize("kind", DateKind)
def test_stages_of_a_kind_when_listed_then_leads_descend_and_slugs_differ(kind: DateKind) -> None:
    """Stages stand farthest first, each under a name of its own."""
    stages = KINDS[kind].stages
    leads = [stage.days * DAY_HOURS + (stage.hours or 0) for stage in stages]

    assert leads == sorted(set(leads), reverse=True)
    assert len({stage.slug for stage in stages}) == len(stages)
    assert all(re.fullmatch(r"[a-z0-9-]+", stage.slug) for stage in stages)


@pytest.mark.parametrize(
    ("kind", "leads"),
    [
        (DateKind.ANNUAL_REVIEW, [60, 30, 14, 7, 1]),
        (DateKind.REEVALUATION, [180, 90, 30, 7, 1]),
        (DateKind.MEETING, [7, 1, 0]),
        (DateKind.GOAL_DUE, [14, 3, 0]),
        (DateKind.PROGRESS_REPORT, [7, 0]),
        (DateKind.STATE_TEST, [30, 7, 1]),
        (DateKind.OWN, [7, 1, 0]),
    ],
)
def test_leads_of_a_kind_when_listed_then_they_are_the_promised_ones(
    kind: DateKind, leads: list[int]
) -> None:
    """Each kind is heard of as many days before as the product promises."""
    assert [stage.days for stage in KINDS[kind].stages] == leads


@pytest.mark.parametrize("kind", DateKind)
def test_rules_of_a_kind_when_they_are_law_then_they_name_their_section(kind: DateKind) -> None:
    """Law cites the Code of Federal Regulations, and only law does."""
    assert set(KINDS[kind].rules) == set(PlanKind)
    for rule in KINDS[kind].rules.values():
        assert rule.is_law == bool(re.fullmatch(r"34 CFR \d+\.\d+(\([a-z0-9]+\))*", rule.source))


@pytest.mark.parametrize(
    ("kind", "plan", "source", "is_law"),
    [
        (DateKind.ANNUAL_REVIEW, PlanKind.IEP, "34 CFR 300.324(b)(1)(i)", True),
        (DateKind.ANNUAL_REVIEW, PlanKind.PLAN_504, PRACTICE, False),
        (DateKind.REEVALUATION, PlanKind.IEP, "34 CFR 300.303(b)(2)", True),
        (DateKind.REEVALUATION, PlanKind.PLAN_504, "34 CFR 104.35(d)", True),
    ],
)
def test_rule_of_a_date_when_asked_then_law_and_practice_are_told_apart(
    kind: DateKind, plan: PlanKind, source: str, *, is_law: bool
) -> None:
    """A yearly IEP review is law; a yearly 504 review is good practice."""
    rule = rule_of(kind, plan)

    assert (rule.source, rule.is_law) == (source, is_law)


@pytest.mark.parametrize(
    ("kind", "plan", "held_on", "expected"),
    [
        (DateKind.ANNUAL_REVIEW, PlanKind.IEP, HELD, date(2027, 10, 3)),
        (DateKind.ANNUAL_REVIEW, PlanKind.PLAN_504, HELD, date(2027, 10, 3)),
        (DateKind.ANNUAL_REVIEW, PlanKind.IEP, date(2028, 2, 29), date(2029, 2, 28)),
        (DateKind.REEVALUATION, PlanKind.IEP, HELD, date(2029, 10, 3)),
        (DateKind.REEVALUATION, PlanKind.PLAN_504, date(2028, 2, 29), date(2031, 2, 28)),
    ],
)
def test_next_after_a_recurring_date_when_held_then_it_counts_from_that_day(
    kind: DateKind, plan: PlanKind, held_on: date, expected: date
) -> None:
    """The next one is counted from the day it was held, not from the day it was due."""
    over = plan_date(kind, date(2026, 9, 1), plan=plan)

    assert next_after(over, held_on) == (kind, expected)


@pytest.mark.parametrize(
    "kind", sorted(set(DateKind) - {DateKind.ANNUAL_REVIEW, DateKind.REEVALUATION})
)
def test_next_after_any_other_date_when_held_then_nothing_follows(kind: DateKind) -> None:
    """Nothing follows by itself from a meeting or a report."""
    assert next_after(plan_date(kind, HELD), HELD) is None
