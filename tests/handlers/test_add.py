"""Registering a plan date, as it is said: by steps, in a sentence, with every end."""

from datetime import timedelta

import pytest

from faq.decision import CommandKind
from handlers.gateway.markup import Renderer
from scheduler.actions import Sessions, change_settings, list_plan_dates
from scheduler.domain.commands import ChangeSettings
from scheduler.domain.plans import DateKind, PlanKind
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
        "What should I call your child? A nickname is enough, and emoji are fine. "
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
        ("/add annual review Oct 23", "What should I call your child?"),
        ("/add", "What should I call your child?"),
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

    assert said == "What should I call it? A few words are enough."
    assert (await parent.says("w" * 81)).startswith("That name is too long.")
    assert (await parent.says("call the nurse")).splitlines()[1] == "Sam: call the nurse"


async def test_add_when_a_meeting_has_no_hour_then_offers_to_add_it(parent: Parent) -> None:
    """The two-hour reminder needs a time; it is offered, not demanded."""
    await parent.does("/add", "Sam", "[504 meeting]", "Oct 5")

    said = await parent.does("[Add the time]", "2:30 pm")

    assert said.splitlines()[2] == "Monday, October 5, 2026 at 2:30 PM (Eastern Time)"


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


async def test_yes_when_tapped_twice_then_keeps_one_date(parent: Parent) -> None:
    """A double tap acts once."""
    await parent.does(*REVIEW[:-1])
    yes = parent.payload("Yes")

    await parent.presses(yes, len(parent.screen) - 1)
    second = await parent.presses(yes, len(parent.screen) - 1)

    kept = await list_plan_dates(parent.sessions, chat_id=parent.chat_id)
    assert (len(kept), second) == (1, "That question is closed. /dates shows what I keep.")


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
        "lunes, 5 de octubre de 2026, 2:00 p.m. (Hora del Este)",
    ]
