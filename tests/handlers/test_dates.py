"""Dates that are kept, as they are said: list, done, snooze, edit, delete and undo."""

import pytest

from scheduler.actions import list_plan_dates
from scheduler.domain.plans import ChatId
from tests.handlers.parent import Parent

# September 10, 2026 is a Thursday.
REVIEW = ("/add", "Sam", "[IEP annual review]", "Oct 23 at 2 pm", "[Yes]")


async def test_dates_when_none_then_offers_to_add(parent: Parent) -> None:
    """An empty list leads on."""
    assert await parent.says("/dates") == (
        "You have no open dates. Add one, and I will remind you in time."
    )
    assert parent.buttons == ["➕ Add a date", "Menu"]  # noqa: RUF001 - as it shows


async def test_dates_when_some_then_lists_them_by_child_with_days_left(parent: Parent) -> None:
    """By child, soonest first, with the days left in words."""
    await parent.does(*REVIEW)
    await parent.does("/add", "[IEP meeting]", "tomorrow", "[Yes]")
    await parent.does("/add", "[Goal due date]", "reading goal today", "[Change]", "[The child]")
    await parent.does("Mia", "[Yes]")

    assert (await parent.says("/dates")).splitlines() == [
        "Your dates",
        "",
        "Mia",
        "• Thu, Sep 10: reading goal (IEP), today",
        "",
        "Sam",
        "• Fri, Sep 11: Meeting (IEP), tomorrow",
        "• Fri, Oct 23: Annual review (IEP), in 43 days",
    ]


async def test_dates_when_more_than_ten_then_turns_pages(parent: Parent) -> None:
    """Eleven dates are two pages."""
    await parent.does(*REVIEW)
    for day in range(1, 11):
        await parent.does("/add", "[IEP meeting]", f"Oct {day}", "[Yes]")

    first = await parent.says("/dates")
    second = await parent.taps("More")

    assert (first.count("•"), second.count("•"), second.splitlines()[0]) == (
        10,
        1,
        "Your dates (page 2 of 2)",
    )
    assert "‹ Earlier" in parent.buttons  # noqa: RUF001 - as it shows


async def test_done_when_a_meeting_then_says_what_comes_next(parent: Parent) -> None:
    """Done ends a date and names the next one of that child; Undo opens it again."""
    await parent.does(*REVIEW, "/add", "[IEP meeting]", "tomorrow", "[Yes]")

    said = await parent.does("/dates", "[Sam: Meeting]", "[✔ Done]")
    undone = await parent.taps("↩ Undo")

    assert said.splitlines() == [
        "Done. One thing less to think about.",
        "Sam: Meeting (IEP)",
        "No more messages about this one.",
        "Next for Sam: Annual review (IEP) on Friday, October 23, 2026, in 43 days.",
    ]
    assert undone.splitlines()[:2] == ["It is back on your list.", "Sam: Meeting (IEP)"]


async def test_done_when_an_annual_review_then_asks_when_and_offers_the_next(
    parent: Parent,
) -> None:
    """A review marked done asks when it was held and counts the next one from that day."""
    await parent.does(*REVIEW)

    asked = await parent.does("/dates", "[Sam: Annual]", "[✔ Done]")
    offered = await parent.says("Sep 8")
    kept = await parent.taps("Yes")

    assert asked == "Sam: Annual review (IEP)\nGood work. When was it held?"
    assert offered.splitlines()[1:] == [
        "Sam: Annual review (IEP)",
        "Wednesday, September 8, 2027 (Eastern Time)",
    ]
    assert kept.startswith("Kept.")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("tomorrow", "That day is still ahead. On which day was it held?"),
        ("2/30", "There is no such day in the calendar."),
        ("hm", "I could not find a day in that."),
    ],
)
async def test_held_when_not_a_day_that_was_then_is_asked_again(
    parent: Parent, typed: str, answer: str
) -> None:
    """Only a day up to today can be the one."""
    await parent.does(*REVIEW, "/dates", "[Sam: Annual]", "[✔ Done]")

    assert (await parent.says(typed)).startswith(answer)


async def test_done_when_the_next_is_not_wanted_then_cancel_keeps_none(parent: Parent) -> None:
    """One tap declines the computed date."""
    await parent.does(*REVIEW, "/dates", "[Sam: Annual]", "[✔ Done]", "[Today]", "[Cancel]")

    assert await list_plan_dates(parent.sessions, chat_id=parent.chat_id) == ()


async def test_done_when_tapped_again_later_then_says_already(parent: Parent) -> None:
    """An old Done button answers kindly."""
    await parent.does(*REVIEW, "/add", "[IEP meeting]", "tomorrow", "[Yes]")
    await parent.does("/dates", "[Sam: Meeting]")
    done, later = parent.payload("✔ Done"), parent.payload("⏰ Snooze")

    await parent.taps("✔ Done")

    assert await parent.presses(done) == "Already done."
    assert (await parent.presses(later)).splitlines()[-1] == "This one is done."


@pytest.mark.parametrize(
    ("button", "until"),
    [
        ("Later today", "Thursday, September 10, 2026 at 1:00 PM"),
        ("Tomorrow", "Friday, September 11, 2026 at 9:00 AM"),
        ("In 3 days", "Sunday, September 13, 2026 at 9:00 AM"),
        ("Next week", "Thursday, September 17, 2026 at 9:00 AM"),
    ],
)
async def test_snooze_when_picked_then_moves_the_reminder_only(
    parent: Parent, button: str, until: str
) -> None:
    """Snooze says when the reminder comes, and that the date stays."""
    await parent.does(*REVIEW, "/dates", "[Sam: Annual]", "[⏰ Snooze]")

    assert (await parent.taps(button)).splitlines() == [
        "Sam: Annual review (IEP)",
        f"I will remind you on {until}.",
        "Only the reminder moved. The date stays: Friday, October 23, 2026.",
    ]


async def test_snooze_when_a_day_is_typed_then_is_checked_against_the_date(
    parent: Parent,
) -> None:
    """A day after the date would be too late to remind."""
    await parent.does(*REVIEW, "/dates", "[Sam: Annual]", "[⏰ Snooze]", "[Pick a day]")

    late = await parent.says("Nov 2")
    good = await parent.says("Oct 1")

    assert late.startswith("That is after the date itself, Friday, October 23, 2026.")
    assert good.splitlines()[1] == "I will remind you on Thursday, October 1, 2026 at 9:00 AM."


async def test_edit_when_the_day_moves_then_is_echoed_and_keeps_the_rest(parent: Parent) -> None:
    """An edit changes only its field, after a yes."""
    await parent.does(*REVIEW, "/dates", "[Sam: Annual]", "[✏️ Edit]", "[The day]")

    echoed = await parent.says("Oct 26")
    kept = await parent.taps("Yes")

    assert echoed.splitlines()[2] == "Monday, October 26, 2026 at 2:00 PM (Eastern Time)"
    assert kept.splitlines() == [
        "Changed. The reminders moved with it.",
        "My next message comes on Saturday, September 26, 2026 at 9:00 AM. There are 4 to come.",
        "Sam: Annual review (IEP)",
        "Monday, October 26, 2026 at 2:00 PM (Eastern Time): in 46 days",
    ]


@pytest.mark.parametrize(
    ("piece", "typed", "line"),
    [
        ("[The time]", "3:15 pm", "Friday, October 23, 2026 at 3:15 PM (Eastern Time): in 43 days"),
        ("[The time]", "[No time]", "Friday, October 23, 2026: in 43 days"),
        ("[The name]", "with Mrs. <b>", "Sam: with Mrs. <b> (IEP)"),
    ],
)
async def test_edit_when_hour_or_name_change_then_shows_them(
    parent: Parent, piece: str, typed: str, line: str
) -> None:
    """Hour and name change at once and are shown."""
    await parent.does(*REVIEW, "/dates", "[Sam: Annual]", "[✏️ Edit]", piece)

    assert line in (await parent.does(typed)).splitlines()


@pytest.mark.parametrize(
    ("piece", "typed", "said"),
    [
        ("[The time]", "3:15 pm", "Changed. The reminders moved with it."),
        ("[The name]", "team talk", "Changed. The reminders stay as they were."),
    ],
)
async def test_edit_when_kept_then_says_truly_whether_reminders_moved(
    parent: Parent, piece: str, typed: str, said: str
) -> None:
    """Another name moves nothing, and is not said to."""
    await parent.does(*REVIEW, "/dates", "[Sam: Annual]", "[✏️ Edit]", piece)

    assert (await parent.says(typed)).splitlines()[0] == said


async def test_delete_when_asked_then_asks_once_and_can_be_undone(parent: Parent) -> None:
    """Delete asks once, then offers Undo."""
    await parent.does(*REVIEW, "/dates", "[Sam: Annual]")

    asked = await parent.taps("🗑 Delete")
    deleted = await parent.taps("Yes, delete")
    empty = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    await parent.taps("↩ Undo")

    assert (asked.splitlines()[0], deleted.splitlines()[0], empty) == (
        "Delete this date? Its reminders go with it.",
        "Deleted. No more messages about it.",
        (),
    )
    assert len(await list_plan_dates(parent.sessions, chat_id=parent.chat_id)) == 1


@pytest.mark.parametrize(
    "kind",
    ["date", "look", "edits", "later", "pick", "done", "undone", "del", "delyes", "undel"],
)
async def test_button_when_of_another_family_then_says_gone(
    parent: Parent, stranger: Parent, kind: str
) -> None:
    """Nobody can press another family's button, whatever the payload."""
    await parent.does(*REVIEW)
    (kept,) = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    await stranger.says("/dates")

    said = await stranger.presses(f"v1:{kind}:{kept.id}")

    assert said.startswith("I do not have that date any more.")
    assert await list_plan_dates(parent.sessions, chat_id=parent.chat_id) == (kept,)


async def test_button_when_from_an_older_release_then_answers_kindly(parent: Parent) -> None:
    """A payload that this release cannot read leads to the menu."""
    await parent.says("/dates")

    assert (await parent.presses("v0:done:1")).startswith("That button is from before")


async def test_parent_when_two_families_then_see_their_own_dates(
    parent: Parent, stranger: Parent
) -> None:
    """Another family's list stays empty."""
    await parent.does(*REVIEW)

    assert (await stranger.says("/dates")).startswith("You have no open dates.")
    assert stranger.chat_id == ChatId(2)
