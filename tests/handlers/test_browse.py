"""Browsing: areas, then the questions of one, with no typing."""

import pytest

from faq.entry import Area, TopicId
from handlers.browse import OpenArea, ReadTopic
from handlers.callback_data import pack
from handlers.turn import Place
from tests.handlers.desk import KnowingDesk, entry
from tests.handlers.parent import Parent

EARLIER, MORE = "\u2039 Earlier", "More \u203a"
# Four pages of rights: as many questions as the largest shelf has.
MANY = tuple(
    entry(TopicId(f"right-{number:02}"), f"Right {number:02}?", area=Area.RIGHTS)
    for number in range(25)
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
    """The same message turns to the questions, by title and in full; the buttons are numbers."""
    await parent.says("/topics")

    assert await parent.taps("504 plan") == (
        "504 plan\n"
        "\n"
        "1. Can a plan say what to do in a crisis?\n"
        "2. What is a 504 plan?\n"
        "\n"
        "Tap the number of your question."
    )
    assert parent.buttons == ["1", "2", "All areas", "Menu"]
    assert len(parent.screen) == 1


async def test_question_when_tapped_then_the_message_turns_to_its_answer(parent: Parent) -> None:
    """No new message; the way back stands above votes and menu."""
    await parent.does("/topics", "[504 plan]")

    assert (await parent.taps("2")).startswith("What is a 504 plan?")
    assert parent.buttons == ["\u2039 Back to the list", "👍 Helped", "👎 Not quite", "Menu"]
    assert len(parent.screen) == 1


async def test_area_when_long_then_turns_pages_both_ways(parent: Parent) -> None:
    """Eight questions a page, numbered on; the ends have one way to go."""
    await parent.does("/topics", "[Your rights]")
    pages = [(parent.last, parent.buttons)]
    for way in (MORE, MORE, MORE, EARLIER):
        await parent.taps(way)
        pages.append((parent.last, parent.buttons))

    heads = [said.split("\n")[0] for said, _ in pages]
    turning = [[label for label in buttons if label in {EARLIER, MORE}] for _, buttons in pages]
    numbers = [[label for label in buttons if label.isdigit()] for _, buttons in pages]
    assert heads == [f"Your rights, page {page} of 4" for page in (1, 2, 3, 4, 3)]
    assert turning == [[MORE], [EARLIER, MORE], [EARLIER, MORE], [EARLIER], [EARLIER, MORE]]
    assert numbers[1] == ["9", "10", "11", "12", "13", "14", "15", "16"]
    assert numbers[3] == ["25"]
    assert "25. Right 24?" in pages[3][0]
    assert len(parent.screen) == 1


@pytest.mark.parametrize(("page", "number"), [(0, "8"), (1, "9"), (2, "24"), (3, "25")])
async def test_list_when_gone_back_to_then_is_on_the_page_that_was_left(
    parent: Parent, page: int, number: str
) -> None:
    """The place is kept, in the same message."""
    await parent.does("/topics", "[Your rights]", *[f"[{MORE}]"] * page)
    before = parent.screen[-1]

    await parent.does(f"[{number}]", "[\u2039 Back]")

    assert parent.screen == [before]


async def test_question_when_its_answer_is_gone_then_says_so_kindly(parent: Parent) -> None:
    """A list of an earlier release may name what is no longer there."""
    assert "no longer works" in await parent.presses(pack(ReadTopic(TopicId("gone"))))


async def test_areas_when_gone_back_to_then_shows_all_in_place(parent: Parent) -> None:
    """All areas leads back without a new message."""
    await parent.does("/topics", "[504 plan]", "[All areas]")

    assert (len(parent.screen), parent.last) == (1, "What is it about?")


@pytest.mark.parametrize("page", [-1, 99])
async def test_area_when_the_page_is_forged_then_still_leads_on(parent: Parent, page: int) -> None:
    """A page that is not there becomes the nearest that is."""
    await parent.says("/topics")

    said = await parent.presses(pack(OpenArea(Area.RIGHTS, page)))

    assert said.startswith(f"Your rights, page {1 if page < 0 else 4} of 4")


async def test_topics_when_in_a_group_then_are_public(parent: Parent) -> None:
    """Answers may be browsed in a group: they touch no family's data."""
    parent.place = Place.GROUP

    assert await parent.says("/topics") == "What is it about?"
    assert (await parent.taps("504 plan")).startswith("504 plan\n\n1. ")
    assert (await parent.taps("2")).startswith("What is a 504 plan?")


async def test_area_when_spanish_then_its_name_is_spanish(parent: Parent) -> None:
    """Areas have names in each language."""
    await parent.does("/language", "[Español]")
    await parent.says("/topics")

    assert parent.buttons == ["Lo básico", "IEP", "Plan 504", "Sus derechos", "Menú"]
