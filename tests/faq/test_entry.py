"""What an answer and a term say of themselves."""

import pytest

from faq.entry import Term, TopicId
from tests.faq.small_world import make_entry


@pytest.mark.parametrize(
    ("body", "opening"),
    [
        ("It is a **plan**. Ask for it.", "It is a plan."),
        ("Yes\n\n- one", "Yes"),
        ("See [the law](https://a.org) first. Then ask.", "See the law first."),
        ("- One\n- Two", "One"),
    ],
)
def test_opening_then_is_the_first_sentence_without_markup(body: str, opening: str) -> None:
    """What a list of results shows of an answer."""
    assert make_entry(body=body).opening() == opening


@pytest.mark.parametrize(
    ("term", "letters"),
    [("FAPE", ("FAPE", "F A P E")), ("2E", ("2E", "2 E")), ("M-STEP", ("M-STEP",))],
)
def test_letters_then_are_the_term_and_its_letters_apart(
    term: str, letters: tuple[str, ...]
) -> None:
    """Some type each letter by itself."""
    assert Term(term, (), "name", "Meaning.", TopicId("t")).letters() == letters
