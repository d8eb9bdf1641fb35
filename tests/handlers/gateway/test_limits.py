"""How much one person may say in a minute."""

from datetime import timedelta

from handlers.gateway import limits
from handlers.gateway.limits import Allowance, Permitted, Speaker
from tests.handlers.gateway.stands import THURSDAY

MAYA = Speaker(7, 7)
YES, TOO_FAST, SILENT = Permitted(), Permitted(too_fast=True), Permitted(silent=True)


def _asked(allowance: Allowance, *seconds: float, speaker: Speaker = MAYA) -> list[Permitted]:
    return [allowance.ask(speaker, now=THURSDAY + timedelta(seconds=second)) for second in seconds]


def test_ask_when_under_the_limit_then_permits() -> None:
    """Twenty messages in a minute are answered."""
    assert _asked(Allowance(), *range(20)) == [YES] * 20


def test_ask_when_over_the_limit_then_asks_to_wait_once() -> None:
    """The first message too many gets a kind word, those after it silence."""
    assert _asked(Allowance(2), 0, 1, 2, 3, 4) == [YES, YES, TOO_FAST, SILENT, SILENT]


def test_ask_when_the_minute_is_over_then_permits_again() -> None:
    """A message is forgotten exactly one minute after it."""
    assert _asked(Allowance(2), 0, 1, 59.9, 60) == [YES, YES, TOO_FAST, YES]


def test_ask_when_somebody_never_stops_then_is_heard_at_the_permitted_rate() -> None:
    """What is not answered does not count: going on does not shut anybody out."""
    answers = _asked(Allowance(2), *range(0, 180, 2))
    assert (answers.count(YES), answers.count(TOO_FAST)) == (6, 3)


def test_ask_when_two_people_share_a_group_then_each_has_a_minute() -> None:
    """One person in a group does not use up another's allowance."""
    allowance = Allowance(1)
    _asked(allowance, 0, 1)
    assert _asked(allowance, 2, speaker=Speaker(7, 8)) == [YES]


def test_ask_when_many_people_come_then_memory_is_bounded() -> None:
    """Who was heard longest ago is forgotten first."""
    allowance = Allowance(1)
    for number in range(limits._REMEMBERED + 5):
        _asked(allowance, 0, speaker=Speaker(number, number))
    assert len(allowance._minutes) == limits._REMEMBERED
