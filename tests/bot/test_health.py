"""What the bot knows of its own state, and the one line a turn of it is worth."""

import logging
from datetime import timedelta

import pytest
from prometheus_client import generate_latest

from bot.health import _REMEDY, SILENCE, Figures, Health, Part, Trouble
from handlers.gateway.trouble import PollTrouble
from scheduler.domain.delivery import Blocked, Unreachable
from tests.bot.roof import NOON

SECOND = timedelta(seconds=1)


def test_health_when_just_started_then_is_well() -> None:
    """A start is given the time in which every part should be heard."""
    health = Health(NOON)
    assert health.is_well(now=NOON + SILENCE)


def test_health_when_no_part_was_ever_heard_then_both_are_silent() -> None:
    """A loop that never began is not well."""
    health = Health(NOON)
    assert health.silent(now=NOON + SILENCE + SECOND) == (Part.RECEIVING, Part.SENDING)


@pytest.mark.parametrize("part", Part)
def test_health_when_one_part_falls_silent_then_names_it(part: Part) -> None:
    """The other part's beat does not hide it."""
    health = Health(NOON)
    for each in Part:
        health.beat(each, now=NOON + (SECOND if each is part else SILENCE))
    late = NOON + SILENCE + 2 * SECOND
    assert health.silent(now=late) == (part,)
    assert not health.is_well(now=late)


@pytest.mark.parametrize("trouble", Trouble)
def test_health_when_there_is_trouble_then_is_not_well_until_it_is_over(trouble: Trouble) -> None:
    """Trouble with Telegram shows, and ends."""
    health = Health(NOON)
    health.report(trouble)
    troubled = health.is_well(now=NOON)
    health.report(None)
    assert (troubled, health.is_well(now=NOON)) == (False, True)


def test_report_when_repeated_then_logs_each_turn_once(caplog: pytest.LogCaptureFixture) -> None:
    """A night without Telegram is two lines, not thousands."""
    health = Health(NOON)
    reports = [None, Trouble.UNREACHABLE, Trouble.UNREACHABLE, Trouble.SECOND_INSTANCE, None, None]
    with caplog.at_level(logging.INFO, logger="bot.health"):
        for report in reports:
            health.report(report)
    assert [record.getMessage() for record in caplog.records] == [
        _REMEDY[Trouble.UNREACHABLE],
        _REMEDY[Trouble.SECOND_INSTANCE],
        "Telegram answers again",
    ]


def test_troubles_when_listed_then_each_has_its_remedy() -> None:
    """Whatever polling can report is a trouble with a remedy."""
    assert set(_REMEDY) == set(Trouble)
    assert {each.value for each in PollTrouble} <= {each.value for each in Trouble}


def test_figures_when_letters_are_counted_then_stand_by_outcome() -> None:
    """Each outcome has its own count."""
    figures = Figures()
    figures.count_letter(Unreachable("network"))
    figures.count_letter(Unreachable("network"))
    figures.count_letter(Blocked("forbidden"))
    shown = generate_latest(figures.registry).decode()
    assert 'plankeeper_letters_total{outcome="unreachable"} 2.0' in shown
    assert 'plankeeper_letters_total{outcome="blocked"} 1.0' in shown


def test_figures_when_made_twice_then_do_not_meet() -> None:
    """Two bots in one process count apart."""
    first, second = Figures(), Figures()
    first.updates.inc()
    assert "plankeeper_updates_total 0.0" in generate_latest(second.registry).decode()
