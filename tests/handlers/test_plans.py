"""Conversations about plan dates, as they are said: register, list, done, snooze, edit, delete."""

from datetime import timedelta

import pytest

from faq.decision import CommandKind
from handlers.gateway.markup import Renderer
from scheduler.actions import Sessions, change_settings, list_plan_dates
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.plans import ChatId, DateKind, PlanKind
from tests.conftest import NOW, make_chat
from tests.handlers.parent import Parent

# September 10, 2026 is a Thursday.
REVIEW = ("/add", "Sam", "[IEP annual review]", "Oct 23 at 2 pm", "[Yes]")


async def test_add_when_every_piece_is_asked_then_takes_four_steps_and_a_yes(
    parent: Parent,
) -> None:
    """Child, what, day, then Yes: each answer leads to the next question."""
    talk = [await parent.does(act) for act in REVIEW]

    assert talk == [
        "What shall I call your child? A nickname is enough, and emoji are fine. "
        "No full names, please.",
        "What is coming up for Sam?",
        "When is it? Type the day, and the time if you know it, like Oct 3 at 2 pm.",
        "Here is what I understood. Is it right?\n"
        "Sam: Annual review (IEP)\n"
        "Friday, October 23, 2026 at 2:00 PM (Eastern Time)",
        "Kept.\n"
        "Sam: Annual review (IEP)\n"
        "Friday, October 23, 2026 at 2:00 PM\n"
        "\n"
        "My first message comes on Wednesday, September 23, 2026 at 9:00 AM. "
        "There will be 4, each with the next step.\n"
        "The rule: an IEP is looked at as a team at least once a year "
        "(34 CFR 300.324(b)(1)(i)).",
    ]
    assert parent.buttons == ["➕ Add another", "📅 All dates"]  # noqa: RUF001 - as it shows


async def test_add_when_a_sentence_says_everything_then_asks_only_for_yes(parent: Parent) -> None:
    """A sentence with child, kind, plan, day and hour goes straight to the confirmation."""
    await parent.does(*REVIEW)

    said = await parent.says(
        "remind me about Sam's IEP meeting Oct 5 at 2", wish=CommandKind.ADD_DATE
    )

    assert said == (
        "Here is what I understood. Is it right?\n"
        "Sam: Meeting (IEP)\n"
        "Monday, October 5, 2026 at 2:00 PM (Eastern Time)"
    )


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("/add annual review Oct 23", "What shall I call your child?"),
        ("/add", "What shall I call your child?"),
        ("/add 2/30", "There is no such day in the calendar."),
    ],
)
async def test_add_when_pieces_are_missing_then_asks_for_the_first(
    parent: Parent, sentence: str, asked: str
) -> None:
    """What a sentence does not say is asked for, in order."""
    assert (await parent.says(sentence)).startswith(asked)


async def test_add_when_the_plan_is_not_said_then_asks_iep_or_504(parent: Parent) -> None:
    """A review belongs to one plan; the words leave it open."""
    await parent.does("/add annual review Oct 23", "Sam")

    assert parent.last == "Is it for an IEP or for a 504 plan?"
    assert (await parent.taps("504 plan")).splitlines()[1] == "Sam: Annual review (504 plan)"


async def test_add_when_the_kind_is_own_then_takes_its_name_with_the_day(parent: Parent) -> None:
    """One line names an own date and says when; no plan is asked or shown."""
    said = await parent.does("/add", "Sam", "[Something else]", "call the nurse Oct 5 3pm")

    assert said.splitlines()[1:] == [
        "Sam: call the nurse",
        "Monday, October 5, 2026 at 3:00 PM (Eastern Time)",
    ]


async def test_add_when_an_own_date_has_no_name_then_asks_for_it(parent: Parent) -> None:
    """A day alone is not enough for an own date."""
    said = await parent.does("/add", "Sam", "[Something else]", "Oct 5")

    assert said == "What shall I call it? A few words are enough."
    assert (await parent.says("w" * 81)).startswith("That name is too long.")
    assert (await parent.says("call the nurse")).splitlines()[1] == "Sam: call the nurse"


async def test_add_when_a_meeting_has_no_hour_then_offers_to_add_it(parent: Parent) -> None:
    """The two-hour reminder needs a time; it is offered, not demanded."""
    await parent.does("/add", "Sam", "[504 meeting]", "Oct 5")

    said = await parent.does("[Add the time]", "2:30 pm")

    assert said.splitlines()[2] == "Monday, October 5, 2026 at 2:30 PM (Eastern Time)"


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


async def test_add_when_one_child_is_known_then_does_not_ask_for_it(parent: Parent) -> None:
    """A family with one child is not asked whose date it is."""
    await parent.does(*REVIEW)

    assert await parent.says("/add") == "What is coming up for Sam?"


async def test_add_when_two_children_are_known_then_offers_both(parent: Parent) -> None:
    """Known children are buttons; the same nickname in other letters is the same child."""
    await parent.does(*REVIEW)
    await parent.does("/add", "[IEP meeting]", "Oct 5", "[Change]", "[The child]", "Mia", "[Yes]")

    await parent.says("/add")

    assert parent.buttons == ["Mia", "Sam", "Cancel"]
    assert await parent.says("sAM") == "What is coming up for Sam?"


async def test_add_when_changed_then_asks_only_for_that_piece(parent: Parent) -> None:
    """Change lets one piece be mended; everything else stays."""
    await parent.does(*REVIEW[:-1])

    said = await parent.does("[Change]", "[What it is]", "[504 meeting]")
    again = await parent.does("[Change]", "[The day]", "Oct 24 at 3 pm")
    later = await parent.does("[Change]", "[The time]", "[No time]")

    assert [each.splitlines()[1:3] for each in (said, again, later)] == [
        ["Sam: Meeting (504 plan)", "Friday, October 23, 2026 at 2:00 PM (Eastern Time)"],
        ["Sam: Meeting (504 plan)", "Saturday, October 24, 2026 at 3:00 PM (Eastern Time)"],
        ["Sam: Meeting (504 plan)", "Saturday, October 24, 2026 (Eastern Time)"],
    ]


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


async def test_yes_when_tapped_twice_then_keeps_one_date(parent: Parent) -> None:
    """A double tap acts once."""
    await parent.does(*REVIEW[:-1])
    yes = parent.payload("Yes")

    await parent.presses(yes, len(parent.screen) - 1)
    second = await parent.presses(yes, len(parent.screen) - 1)

    kept = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    assert (len(kept), second) == (1, "That question is closed. Nothing was changed.")


@pytest.mark.parametrize("steps", range(1, len(REVIEW)))
async def test_cancel_when_sent_at_any_step_then_keeps_nothing(parent: Parent, steps: int) -> None:
    """/cancel leaves at every step, and nothing of it is kept."""
    await parent.does(*REVIEW[:steps])

    said = await parent.says("/cancel")

    kept = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    assert (said, kept) == ("OK, I let that go. Nothing was kept from it.", ())


@pytest.mark.parametrize("steps", range(1, len(REVIEW)))
async def test_add_when_restarted_at_any_step_then_goes_on(
    parent: Parent, renderer: Renderer, steps: int
) -> None:
    """A half-filled date survives a restart: another process takes the next answer."""
    await parent.does(*REVIEW[:steps])
    other = Parent(parent.sessions, renderer, parent.chat_id, now=NOW + timedelta(hours=1))
    other.screen = parent.screen

    await other.does(*REVIEW[steps:])

    (kept,) = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    assert (kept.kind, kept.plan, kept.child.nickname) == (
        DateKind.ANNUAL_REVIEW,
        PlanKind.IEP,
        "Sam",
    )


async def test_add_when_the_zone_is_unknown_then_asks_for_it_and_goes_on(
    store: Sessions, renderer: Renderer
) -> None:
    """The zone is asked when it is first needed; what was said before is not lost."""
    parent = Parent(store, renderer, await make_chat(store, 5, None), now=NOW)

    said = [
        await parent.says("IEP meeting Oct 5 at 2", wish=CommandKind.ADD_DATE),
        await parent.taps("Arizona Time"),
        await parent.says("Sam"),
    ]

    assert said[0].startswith("Which time zone do you live in?")
    assert said[1].startswith("Arizona Time. For you it is 7:00 AM now.")
    assert said[2].splitlines()[2] == "Monday, October 5, 2026 at 2:00 PM (Arizona Time)"


async def test_add_when_spanish_then_reads_the_day_first(parent: Parent) -> None:
    """In Spanish 5/10 is the fifth of October."""
    await change_settings(
        parent.sessions,
        ChangeSettings(language="es"),
        chat_id=parent.chat_id,
        draft_id=None,
        now=NOW,
    )

    said = await parent.does("/add", "Sam", "[Junta IEP]", "5/10 a las 2 pm")

    assert said.splitlines() == [
        "Esto es lo que entendí. ¿Está bien?",
        "Sam: Junta (IEP)",
        "lunes, 5 de octubre de 2026, 2:00 p.m. (hora del Este)",
    ]


async def test_kept_when_in_summer_or_on_a_weekend_then_points_it_out(parent: Parent) -> None:
    """A day without school is pointed out, and kept all the same."""
    said = await parent.does("/add", "Sam", "[504 yearly review]", "July 3 2027", "[Yes]")

    assert said.splitlines()[5:] == [
        "That is a weekend day. You may want to check it with the school.",
        "That is in summer, when most schools are out. You may want to ask for an earlier day.",
        "No federal rule asks for a yearly 504 review. "
        "It is good practice, and many schools do it.",
    ]


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
        "Done. Well done, too.",
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
