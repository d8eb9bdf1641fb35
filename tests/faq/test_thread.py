"""How a message hangs together."""

import pytest

from faq.thread import MOST_PARTS, continues, joined, other_plan, parts_of
from faq.wording import read


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("What is an IEP? Who is on the team?", ["what is an iep", "who is on the team"]),
        ("what is an iep\nwho is on the team", ["what is an iep", "who is on the team"]),
        ("what is a 504 plan also who runs it", ["what is a 504 plan", "who runs it"]),
        ("qué es un IEP, también quién va", []),
        ("qué es un IEP, también quién va a ir", ["que es un iep", "quien va a ir"]),
        ("What is an IEP?", []),
        ("What is an IEP? ok", []),
        ("", []),
    ],
)
def test_parts_when_two_questions_then_are_told_apart(text: str, parts: list[str]) -> None:
    """Parts of fewer than three words are no question; one question alone has no parts."""
    assert [" ".join(part) for part in parts_of(text)] == parts


def test_parts_when_message_tells_a_story_then_is_one() -> None:
    """A message of many parts is read as a whole."""
    assert parts_of("what is this thing? " * (MOST_PARTS + 1)) == ()


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("and for a 504?", True),
        ("what about high school", True),
        ("¿y si dicen que no?", True),
        ("what is an iep", False),
        ("android tablets", False),
        ("and so I went to the school and they said no to me", False),
    ],
)
def test_continues_when_short_and_begins_so_then_is_a_follow_up(
    text: str, *, follows: bool
) -> None:
    """A follow-up is at most nine words and begins with a joining word."""
    assert continues(read(text)) is follows


def test_joined_when_plan_is_named_then_replaces_the_titles() -> None:
    """Asked "and for a 504?", we speak of 504 plans, not of the IEP of the last answer."""
    assert joined("Who is on the IEP team?", ["and", "504"]) == (
        ["who", "is", "on", "the", "team", "and", "504", "and", "504"]
    )


def test_joined_when_no_plan_is_named_then_keeps_the_titles() -> None:
    """What the last answer was about goes on."""
    assert joined("The IEP team", ["but", "when"]) == (
        ["the", "iep", "team", "but", "when", "but", "when"]
    )


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("and for a 504?", "504"),
        ("what about the IEP", "iep"),
        ("is it the same with a 504 plan?", "504"),
        ("¿y con un 504?", "504"),
        ("what about it", ""),
        ("iep or 504?", ""),
        ("who comes to a 504 meeting", ""),
    ],
)
def test_other_plan_when_nothing_else_is_asked_then_is_named(text: str, plan: str) -> None:
    """One plan and the small words around it."""
    assert other_plan(read(text)) == plan
