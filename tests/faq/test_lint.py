"""What is wrong with answers: one bad entry a rule."""

import pytest

from faq.catalog import Catalog
from faq.entry import Source, TopicId
from faq.lint import LIMIT_CHARS, lint, shown_chars, shown_text
from tests.faq.small_world import SOURCE, make_entry


def test_lint_when_answer_is_sound_then_has_nothing_to_say() -> None:
    """A good answer passes."""
    assert lint(Catalog([make_entry()])) == ()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"body": "Yes. " + "word " * 250}, "body makes 1"),
        ({"body": "Yes.\n\n# Title"}, "body uses more than"),
        ({"body": "Yes.\n\n1. First"}, "body uses more than"),
        ({"body": "Yes.\n\n> Quote"}, "body uses more than"),
        ({"body": "Yes, `so`."}, "body uses more than"),
        ({"body": "Yes.\n\n* Star"}, "body uses more than"),
        ({"body": "Yes, __so__."}, "body uses more than"),
        ({"body": "Yes, <b>so</b>."}, "body uses more than"),
        ({"body": "Yes. ![x](https://x.org)"}, "body uses more than"),
        ({"body": "- Yes"}, "body does not begin with a short direct sentence"),
        ({"body": "Is it so? Yes."}, "body does not begin with a short direct sentence"),
        ({"body": "Yes, " * 40 + "no."}, "body does not begin with a short direct sentence"),
        ({"sources": ()}, "sources are missing"),
        ({"sources": (Source(" ", "https://x.org", "so"),)}, "sources need a name"),
        ({"sources": (Source("x", "https://x.org", ""),)}, "sources need a name"),
        ({"sources": (Source("x", "http://x.org", "so"),)}, "sources 'x' has no https address"),
        ({"sources": (Source("x", "https://x", "so"),)}, "sources 'x' has no https address"),
        ({"sources": (Source("x", "https://x.org/a b", "so"),)}, "sources 'x' has no https"),
        ({"see_also": (TopicId("moon"),)}, "see_also 'moon' leads nowhere"),
        ({"see_also": (TopicId("iep-what"),)}, "see_also 'iep-what' leads nowhere"),
        ({"also_asked_as": ("one",)}, "also_asked_as has 1 phrasings, 40 are wanted"),
    ],
)
def test_lint_when_a_rule_is_broken_then_says_which(
    changes: dict[str, object], complaint: str
) -> None:
    """One line names the file, the field and what is wrong with it."""
    (found,) = lint(Catalog([make_entry(**changes)]))

    assert str(found).startswith(f"en/iep-what.md: {complaint}")


@pytest.mark.parametrize(
    ("varies", "body"),
    [(True, "It is a plan."), (False, "It is a plan.\n\n**Your state may differ:** names.")],
)
def test_lint_when_answer_and_flag_say_otherwise_of_states_then_tells(
    *, varies: bool, body: str
) -> None:
    """Whether states differ is said where it is so, and nowhere else."""
    (found,) = lint(Catalog([make_entry(body=body, state_varies=varies)]))

    assert "only where state_varies" in str(found)


def test_lint_when_translation_has_few_phrasings_then_asks_for_fewer() -> None:
    """A translation needs fifteen phrasings."""
    spanish = make_entry(language="es", also_asked_as=("uno",))
    (found,) = lint(Catalog([make_entry(), spanish]))

    assert str(found) == "es/iep-what.md: also_asked_as has 1 phrasings, 15 are wanted"


@pytest.mark.parametrize(
    "twin", ["b phrasing 1", "B Phrasing 1?!", "b phrásing 1", "b  phrasing, 1"]
)
def test_lint_when_a_phrasing_stands_twice_then_names_both_files(twin: str) -> None:
    """Case, accents, marks and spaces do not make two phrasings of one."""
    other = make_entry("b")
    entry = make_entry("a", also_asked_as=(*make_entry("a").also_asked_as, twin))
    (found,) = lint(Catalog([entry, other]))

    assert str(found) == "en/a.md: also_asked_as 'b phrasing 1' stands in en/b.md too"


def test_lint_when_a_phrasing_has_no_words_then_says_so() -> None:
    """A phrasing that the matcher cannot read teaches nothing."""
    entry = make_entry(also_asked_as=(*make_entry().also_asked_as, "??"))
    (found,) = lint(Catalog([entry]))

    assert str(found) == "en/iep-what.md: also_asked_as '??' has no words"


def test_lint_when_much_is_wrong_then_is_sorted_by_file() -> None:
    """Whoever mends goes from file to file."""
    catalog = Catalog([make_entry("b", sources=()), make_entry("a", sources=())])

    assert [found.where for found in lint(catalog)] == ["en/a.md", "en/b.md"]


def test_shown_text_when_made_then_has_no_markup() -> None:
    """What counts is what a parent reads: no stars, no addresses, three sources."""
    entry = make_entry(
        title="Why?",
        body="**Yes**, *so*. See [the law](https://x.org).",
        sources=tuple(Source(f"Law {number}", "https://x.org", "x") for number in range(5)),
    )

    assert shown_text(entry) == "Why?\n\nYes, so. See the law.\n\nLaw 0, Law 1, Law 2"


def test_shown_chars_when_counted_then_leaves_room_for_the_bots_own_words() -> None:
    """The date and the words around an answer are reckoned in."""
    entry = make_entry(sources=(SOURCE,))

    assert len(shown_text(entry)) < shown_chars(entry) < LIMIT_CHARS
