"""Browsing: areas, then the questions of one, with no typing."""

import pytest

from faq.entry import Area, TopicId
from handlers.browse import OpenArea
from handlers.callback_data import pack
from handlers.turn import Place
from tests.handlers.desk import KnowingDesk, entry
from tests.handlers.parent import Parent

EARLIER, MORE = "\u2039 Earlier", "More \u203a"
# Three pages of rights.
MANY = tuple(
    entry(TopicId(f"right-{number:02}"), f"Right {number:02}?", area=Area.RIGHTS)
    for number in range(17)
)


@pytest.fixture(autouse=True)
def desk(parent: Parent) -> None:
    """A desk with four areas, one of them long."""
    parent.desk = KnowingDesk(*MANY)


async def test_topics_when_asked_then_shows_the_areas_that_have_answers(parent: Parent) -> None:
    """Only shelves with something on them are shown."""
    assert await parent.says("/topics") == "What is it about?"
    assert parent.buttons == ["The basics", "IEP", "504 plan", "Your rights", "Menu"]


async def test_area_when_opened_then_lists_its_questions_in_place(parent: Parent) -> None:
    """The same message turns to the questions, by title; a tap shows the answer."""
    await parent.says("/topics")

    assert await parent.taps("504 plan") == "504 plan"
    assert parent.buttons == [
        "Can a plan say what to do in a crisis?",
        "What is a 504 plan?",
        "All areas",
        "Menu",
    ]
    assert len(parent.screen) == 1
    assert (await parent.taps("What is a 504 plan?")).startswith("What is a 504 plan?")


async def test_area_when_long_then_turns_pages_both_ways(parent: Parent) -> None:
    """Eight questions a page; the ends have one way to go."""
    await parent.does("/topics", "[Your rights]")
    first = parent.buttons
    await parent.taps("More")
    second = parent.buttons
    await parent.taps("More")
    third = parent.buttons

    assert (first[0], first[7:]) == ("Right 00?", ["Right 07?", MORE, "All areas", "Menu"])
    assert second[7:] == ["Right 15?", EARLIER, MORE, "All areas", "Menu"]
    assert third == ["Right 16?", EARLIER, "All areas", "Menu"]


async def test_areas_when_gone_back_to_then_shows_all_in_place(parent: Parent) -> None:
    """All areas leads back without a new message."""
    await parent.does("/topics", "[504 plan]", "[All areas]")

    assert (len(parent.screen), parent.last) == (1, "What is it about?")


@pytest.mark.parametrize("page", [-1, 99])
async def test_area_when_the_page_is_forged_then_still_leads_on(parent: Parent, page: int) -> None:
    """A page that is not there shows no error and a way back."""
    await parent.says("/topics")

    await parent.presses(pack(OpenArea(Area.RIGHTS, page)))

    assert parent.buttons[-2:] == ["All areas", "Menu"]


async def test_topics_when_in_a_group_then_are_public(parent: Parent) -> None:
    """Answers may be browsed in a group: they touch no family's data."""
    parent.place = Place.GROUP

    assert await parent.says("/topics") == "What is it about?"
    assert await parent.taps("504 plan") == "504 plan"


async def test_area_when_spanish_then_its_name_is_spanish(parent: Parent) -> None:
    """Areas have names in each language."""
    await parent.does("/language", "[Español]")
    await parent.says("/topics")

    assert parent.buttons == ["Lo básico", "IEP", "Plan 504", "Sus derechos", "Menú"]
