"""Notes that name a day: proposed, never kept silently."""

import pytest

from scheduler.actions import list_plan_dates, list_school_changes
from tests.conftest import NOW
from tests.handlers.parent import Parent


async def known(parent: Parent) -> None:
    """Make one child known."""
    await parent.does("/add", "Sam", "[Progress report]", "Oct 30", "[Yes]")


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        (
            "Tue-Thu practice testing, lunch at 12:30",
            [
                "Here is what goes on the card. Is it right?",
                "Sam: practice testing, lunch at 12:30",
                "Tuesday, September 15, 2026 to Thursday, September 17, 2026, "
                "3 school days, a card each evening",
                "I take it as: Practice test",
            ],
        ),
        (
            "IEP meeting for Sam Oct 5 at 2 pm",
            [
                "Here is what I understood. Is it right?",
                "Sam: Meeting (IEP)",
                "Monday, October 5, 2026 at 2:00 PM (Eastern Time)",
            ],
        ),
    ],
)
async def test_note_when_it_names_a_day_then_is_proposed(
    parent: Parent, note: str, lines: list[str]
) -> None:
    """A pasted note becomes a question with Yes and Change, and nothing is kept yet."""
    await known(parent)

    said = await parent.says(note)

    changes = await list_school_changes(parent.sessions, chat_id=parent.chat_id, now=NOW)
    dates = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    assert (said.splitlines(), changes, len(dates)) == (lines, (), 1)


async def test_note_when_forwarded_then_any_clear_day_is_a_change(parent: Parent) -> None:
    """A teacher's line is about a school day unless it says otherwise."""
    await known(parent)

    said = await parent.forwards("Please send a red shirt on Tuesday. Any questions?")

    assert said.splitlines()[2] == "Tuesday, September 15, 2026"


@pytest.mark.parametrize(
    "text",
    [
        "is there school on Tuesday?",
        "we talked for a long time on Tuesday",
        "2/30 practice test",
        "hello there",
        "x" * 4096,
    ],
)
async def test_text_when_it_tells_of_nothing_then_gets_the_fallback(
    parent: Parent, text: str
) -> None:
    """Questions, chatter and impossible days are not proposed."""
    assert (await parent.says(text)).startswith("I am not sure I know that one.")
