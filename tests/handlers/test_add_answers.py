"""What is typed as a day, a nickname or a yes: doubtful, odd and impossible answers."""

import pytest

from tests.handlers.parent import Parent

# September 10, 2026 is a Thursday.
REVIEW = ("/add", "Sam", "[IEP annual review]", "Oct 23 at 2 pm", "[Yes]")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("2/30", "There is no such day in the calendar. Could you check the numbers?"),
        ("13/13", "There is no such day in the calendar. Could you check the numbers?"),
        ("0/0/0", "There is no such day in the calendar. Could you check the numbers?"),
        ("yesterday", "Wednesday, September 9, 2026 has passed. Which day do you mean?"),
        ("Jan 5 2026", "Monday, January 5, 2026 has passed. Which day do you mean?"),
        (
            "1/1/9999",
            "Friday, January 1, 9999 is more than four years away. Which day do you mean?",
        ),
        ("5/12", "That can mean two days. Which one do you mean?"),
        ("next Friday", "That can mean two days. Which one do you mean?"),
        ("March", "Which day of that month? Tap one below, or type it, like March 9."),
        ("what do I know", "I could not find a day in that. Try it like this:"),
        ("🦖", "I could not find a day in that. Try it like this:"),
        ("x" * 4096, "I could not find a day in that. Try it like this:"),
    ],
)
async def test_day_when_doubtful_then_is_asked_about_and_never_kept(
    parent: Parent, typed: str, answer: str
) -> None:
    """Impossible, past, far and doubtful days each get their own kind question."""
    said = await parent.does("/add", "Sam", "[IEP annual review]", typed)

    assert said.startswith(answer)


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("5/12", ["Tuesday, May 12, 2026", "Wednesday, May 12, 2027"]),
        ("next Friday", ["Friday, September 11, 2026", "Friday, September 18, 2026"]),
        ("March", ["Monday, March 1, 2027", "Wednesday, March 31, 2027"]),
        ("Jan 5 2026", ["Tuesday, January 5, 2027"]),
        ("1/1/9999", ["Friday, January 1, 2027"]),
        ("yesterday", []),
    ],
)
async def test_day_when_doubtful_then_offers_what_it_may_mean(
    parent: Parent, typed: str, offers: list[str]
) -> None:
    """Each reading is a button with its weekday and year."""
    await parent.does("/add", "Sam", "[IEP annual review]", typed)

    assert parent.buttons == [*offers, "← Back", "Cancel"]


async def test_day_when_a_past_reading_is_tapped_then_is_asked_about_again(
    parent: Parent,
) -> None:
    """A past day is never kept, not even when it was offered as a reading."""
    said = await parent.does(
        "/add", "Sam", "[IEP annual review]", "5/12", "[Tuesday, May 12, 2026]"
    )

    assert said == "Tuesday, May 12, 2026 has passed. Which day do you mean?"


@pytest.mark.parametrize(
    ("nickname", "shown"),
    [
        ("<b>&_*", "<b>&_*"),
        ("🦖🚀", "🦖🚀"),
        ("  Sam   Lee ", "Sam Lee"),
        ("x" * 30, "x" * 30),
        ("🦖" * 30, "🦖" * 30),
    ],
)
async def test_nickname_when_unusual_then_is_kept_as_written(
    parent: Parent, nickname: str, shown: str
) -> None:
    """Emoji, markup and spaces are just letters of a nickname."""
    assert await parent.does("/add", nickname) == f"What is coming up for {shown}?"


@pytest.mark.parametrize(
    ("nickname", "answer"),
    [
        ("x" * 31, "That nickname is too long. Please use 30 characters or fewer."),
        ("x" * 4096, "That nickname is too long. Please use 30 characters or fewer."),
        ("   ", "A nickname needs at least one letter or emoji."),
        ("what is an IEP?", "That did not look like a nickname."),
    ],
)
async def test_nickname_when_unusable_then_is_asked_again(
    parent: Parent, nickname: str, answer: str
) -> None:
    """A nickname that cannot be used is asked for again, with the reason."""
    assert (await parent.does("/add", nickname)).startswith(answer)


async def test_confirm_when_another_day_is_typed_then_echoes_that_day(parent: Parent) -> None:
    """A day written instead of a yes replaces the day and keeps the hour."""
    said = await parent.does(*REVIEW[:-1], "no, Oct 26")

    assert said.splitlines()[2] == "Monday, October 26, 2026 at 2:00 PM (Eastern Time)"


@pytest.mark.parametrize("yes", ["yes", "Yes!", "ok", "sí", "👍"])
async def test_confirm_when_a_yes_is_typed_then_keeps_it(parent: Parent, yes: str) -> None:
    """A yes may be written as well as tapped."""
    assert (await parent.does(*REVIEW[:-1], yes)).startswith("Kept.")


async def test_confirm_when_something_else_is_typed_then_asks_again(parent: Parent) -> None:
    """Words that are neither yes nor a day change nothing."""
    said = await parent.does(*REVIEW[:-1], "hm")

    assert said.startswith("Please tap Yes or Change, or type another day.")


async def test_kept_when_in_summer_or_on_a_weekend_then_points_it_out(parent: Parent) -> None:
    """A day without school is pointed out, and kept all the same."""
    said = await parent.does("/add", "Sam", "[504 yearly review]", "July 3 2027", "[Yes]")

    assert said.splitlines()[5:] == [
        "That is a weekend day. You may want to check it with the school.",
        "That is in summer, when most schools are out. You may want to ask for an earlier day.",
        "No federal rule asks for a yearly 504 review. "
        "It is good practice, and many schools do it.",
    ]
