"""Which questions are one: the same words in another spelling or order, and nothing else."""

import pytest

from faq.alike import groups_of


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Can a llama come to school?", "can a lama come to school", True),
        ("who pays for the bus", "who pays for the bus to school", True),
        ("¿Quién paga el autobús?", "quien paga el autobus", True),
        ("who pays for the bus", "who signs the plan", False),
        ("", "", True),
        ("?", "!", True),
    ],
)
def test_questions_when_nearly_equal_then_are_one_group(
    first: str, second: str, *, one: bool
) -> None:
    """Case, accents, a slip or a word more make no other question."""
    assert len(groups_of([first, second], str)) == (1 if one else 2)


def test_groups_when_made_then_keep_the_order_of_what_came() -> None:
    """The first of a group came first, and so did the first group."""
    texts = ["who pays for the bus", "who signs the plan", "who pays the bus"]

    assert groups_of(texts, str) == [[texts[0], texts[2]], [texts[1]]]
