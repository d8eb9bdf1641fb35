"""The children: listed with counts, renamed, removed after a question."""

import pytest

from faq.decision import CommandKind
from scheduler.actions import list_children, list_plan_dates
from tests.handlers.parent import Parent

MEETING = ("/add", "Sam", "[IEP meeting]", "Oct 5", "[Yes]")


async def test_family_when_nobody_is_known_then_leads_on(parent: Parent) -> None:
    """An empty family is told how a child becomes known."""
    assert (await parent.says("/family")).startswith("I know no child yet.")


async def test_family_when_listed_then_counts_dates_and_changes(parent: Parent) -> None:
    """Each child with its open dates and changed days, and two buttons."""
    await parent.does(*MEETING)
    await parent.says("tomorrow no PE", wish=CommandKind.TOMORROW_CHANGE)
    await parent.taps("Yes")

    assert (await parent.says("/family")).splitlines() == [
        "Your children",
        "• Sam: 1 open date, 1 changed day",
    ]
    assert parent.buttons == ["✏️ Sam", "🗑 Sam", "Menu"]


@pytest.mark.parametrize("nickname", ["Sammy", "🦖", "<b>&_*", "x" * 30, "SAM"])
async def test_rename_when_it_fits_then_keeps_the_dates(parent: Parent, nickname: str) -> None:
    """Any nickname of up to 30 characters will do; the same one in other letters too."""
    await parent.does(*MEETING, "/family", "[✏️ Sam]")

    said = await parent.says(nickname)

    (kept,) = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    assert said == f"Sam is called {nickname} now. Dates and reminders stay."
    assert kept.child.nickname == nickname


@pytest.mark.parametrize(
    ("nickname", "answer"),
    [
        ("x" * 31, "That nickname is too long."),
        ("  ", "A nickname needs at least one letter or emoji."),
        ("what is FAPE?", "That did not look like a nickname."),
        ("Mia", "You already have a child with that nickname."),
    ],
)
async def test_rename_when_it_does_not_fit_then_asks_again(
    parent: Parent, nickname: str, answer: str
) -> None:
    """A nickname that cannot be used is refused with the reason, and asked for again."""
    await parent.does(*MEETING)
    await parent.does("/add", "[IEP meeting]", "Oct 6", "[Change]", "[The child]", "Mia", "[Yes]")
    await parent.does("/family", "[✏️ Sam]")

    assert (await parent.says(nickname)).startswith(answer)
    assert (await parent.says("Sammy")).startswith("Sam is called Sammy now.")


async def test_remove_when_asked_then_tells_what_goes_along_first(parent: Parent) -> None:
    """Removing asks once, with counts, and then erases."""
    await parent.does(*MEETING, "/family")

    asked = await parent.taps("🗑 Sam")
    removed = await parent.taps("Yes, remove")

    assert asked == (
        "Remove Sam? This also erases 1 open date and no changed days. It cannot be undone."
    )
    assert removed == "Sam is removed, with everything I kept for them."
    assert await list_children(parent.sessions, chat_id=parent.chat_id) == ()


async def test_remove_when_not_wanted_then_keeps_the_child(parent: Parent) -> None:
    """Keep it leads back to the list."""
    await parent.does(*MEETING, "/family", "[🗑 Sam]", "[Keep it]")

    assert parent.last.splitlines()[0] == "Your children"


@pytest.mark.parametrize("kind", ["rename", "rm", "rmyes"])
async def test_button_when_of_another_family_then_says_gone(
    parent: Parent, stranger: Parent, kind: str
) -> None:
    """Nobody can rename or remove another family's child."""
    await parent.does(*MEETING)
    (child,) = await list_children(parent.sessions, chat_id=parent.chat_id)
    await stranger.says("/family")

    assert await stranger.presses(f"v1:{kind}:{child.id}") == "I do not know that child any more."
    assert await list_children(parent.sessions, chat_id=parent.chat_id) == (child,)
