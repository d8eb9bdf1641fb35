"""News while another question is open, and news that looks like a question."""

import pytest

from faq.decision import CommandKind, DecisionKind
from tests.handlers.desk import IEP, KnowingDesk
from tests.handlers.parent import Parent

MEETING = ("/add", "Sam", "[IEP meeting]", "Oct 5 2026 at 2 pm", "[Yes]")
TAP = "Please tap Yes or Change, or type another day."


@pytest.mark.parametrize(
    "news", ["no school Friday", "the annual review is Nov 3", "field trip on Tuesday"]
)
@pytest.mark.parametrize(
    "opened", ["/add IEP meeting Oct 9 at 2pm", "/tomorrow tomorrow practice test"]
)
async def test_yes_when_other_news_comes_then_what_stands_there_does_not_move(
    parent: Parent, opened: str, news: str
) -> None:
    """The day of something else is not another day of this."""
    await parent.does(*MEETING)
    before = (await parent.says(opened)).splitlines()

    said = (await parent.says(news)).splitlines()

    assert said == [TAP, *before]


async def test_yes_when_the_same_thing_is_said_anew_then_its_day_moves(parent: Parent) -> None:
    """The meeting on another day is a correction."""
    await parent.does(*MEETING, "/add IEP meeting Oct 9 at 2pm")

    said = await parent.says("the meeting is on Oct 12")

    assert said.splitlines()[-1] == "Monday, October 12, 2026 at 2:00 PM (Eastern Time)"


@pytest.mark.parametrize(
    ("wish", "head"),
    [
        (CommandKind.LIST_DATES, "Your dates"),
        (CommandKind.STATUS, "What I will send next"),
        (CommandKind.CHILDREN, "Your children"),
        (CommandKind.SETTINGS, "Your settings"),
    ],
)
async def test_wish_when_it_only_looks_then_is_granted_beside_the_question(
    parent: Parent, wish: CommandKind, head: str
) -> None:
    """A look at the dates loses nothing of what is under way."""
    await parent.does(*MEETING, "/add IEP meeting Oct 9 at 2pm")
    shown = len(parent.screen)

    asked = await parent.says("show me", wish=wish)

    assert parent.screen[shown].text.splitlines()[0] == head
    assert asked.splitlines()[0] == "Here is what I understood. Is it right?"


@pytest.mark.parametrize("kind", [DecisionKind.ANSWER, DecisionKind.CHOICES, DecisionKind.FALLBACK])
@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("IEP meeting Oct 3 at 2pm", "Saturday, October 3, 2026 at 2:00 PM (Eastern Time)"),
        ("Monday is practice testing", "Monday, September 14, 2026"),
    ],
)
async def test_sentence_when_it_tells_of_a_day_then_is_proposed(
    parent: Parent, kind: DecisionKind, told: str, line: str
) -> None:
    """News that sounds like a topic is still news; one tap keeps it."""
    await parent.does(*MEETING)
    parent.desk = desk = KnowingDesk()
    desk.takes(told, kind, IEP)

    assert line in (await parent.says(told)).splitlines()


@pytest.mark.parametrize(
    "asked",
    [
        "IEP meeting Oct 3 at 2pm?",
        "can they hold the IEP meeting on Oct 3",
        "what happens at the IEP meeting on Oct 3",
        "they told me today that the IEP meeting is on Oct 3 and nobody asked whether I can come",
    ],
)
async def test_sentence_when_it_asks_then_is_answered(parent: Parent, asked: str) -> None:
    """Questions and stories with a day in them get the answer."""
    parent.desk = desk = KnowingDesk()
    desk.takes(asked, DecisionKind.ANSWER, IEP)

    assert (await parent.says(asked)).startswith("What is an IEP?")


@pytest.mark.parametrize("said", ["is there school tomorrow", "what's tomorrow", "cancel tomorrow"])
async def test_tomorrow_when_asked_about_then_is_shown(parent: Parent, said: str) -> None:
    """Nobody wants a card that says "there school"."""
    await parent.does(*MEETING)

    shown = await parent.says(said, wish=CommandKind.TOMORROW_CHANGE)

    assert shown == "Sam, Friday, September 11, 2026: the usual day, as far as I know."


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("remind me of the reading goal due Nov 2", "Sam: reading goal (IEP)"),
        ("/add math facts goal is due Nov 2", "Sam: math facts goal (IEP)"),
        ("/add goal due Nov 2", "Sam: Goal due (IEP)"),
        ("/add the goal Nov 2", "Sam: Goal due (IEP)"),
    ],
)
async def test_goal_when_told_in_one_sentence_then_keeps_its_name(
    parent: Parent, said: str, line: str
) -> None:
    """The reading goal is called so; "the goal" is no name."""
    await parent.does(*MEETING)

    assert line in (await parent.says(said, wish=CommandKind.ADD_DATE)).splitlines()


async def test_kind_when_a_whole_sentence_answers_then_its_day_is_taken_too(
    parent: Parent,
) -> None:
    """Who says the day along with the kind is not asked for it."""
    said = await parent.does("/add", "Sam", "IEP meeting on Oct 9 at 3 pm")

    assert said.splitlines()[-1] == "Friday, October 9, 2026 at 3:00 PM (Eastern Time)"


async def test_change_when_of_several_days_then_says_when_the_first_card_comes(
    parent: Parent,
) -> None:
    """One card would be "the card"; there are three."""
    await parent.does(*MEETING, "/tomorrow state testing Sep 15 to Sep 17")

    said = await parent.taps("Yes")

    assert said.splitlines()[-1] == (
        "The first card comes on Monday, September 14, 2026 at 7:00 PM."
    )


async def test_done_when_an_older_date_is_open_then_next_is_one_ahead(parent: Parent) -> None:
    """A meeting that is over is not what comes next."""
    await parent.does(*MEETING)
    await parent.does("/add", "[IEP meeting]", "Oct 8 2026", "[Yes]")
    await parent.does("/add", "[IEP meeting]", "Oct 20 2026", "[Yes]")
    parent.now = parent.now.replace(month=10, day=8)
    await parent.does("/dates", "[Sam: Meeting (IEP), Thu, Oct 8]")

    said = await parent.taps("✔ Done")

    assert said.splitlines()[-1].startswith("Next for Sam: Meeting (IEP) on Tuesday, October 20")


async def test_news_when_it_asks_for_help_besides_then_gets_the_answer_and_the_offer(
    parent: Parent,
) -> None:
    """Who meets on Friday and is nervous gets both: what to do, and the day kept."""
    await parent.does(*MEETING)
    parent.desk = desk = KnowingDesk()
    desk.takes("IEP meeting Friday help me prepare", DecisionKind.ANSWER, IEP)
    shown = len(parent.screen)

    asked = await parent.says("IEP meeting Friday help me prepare")

    assert parent.screen[shown].text.startswith("What is an IEP?")
    assert asked.splitlines()[0] == "Here is what I understood. Is it right?"
