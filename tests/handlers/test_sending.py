"""Sending a question: offered, shown as it would go, kept on Send alone, with nobody beside it."""

import pytest

from faq.decision import Aside, DecisionKind
from handlers.turn import Place, Said
from scheduler.domain.feedback import SentQuestion
from scheduler.store.questions import list_questions
from scheduler.store.tables import SENT_QUESTION
from tests.conftest import NOW
from tests.handlers.desk import IEP, PLAN_504, KnowingDesk
from tests.handlers.parent import Parent

SEND = "✉️ Send my question"
ZEBRA = "can zebra Okafor plan"
ZEBRA_GOES = "can zebra […] plan"


async def _kept(parent: Parent) -> tuple[SentQuestion, ...]:
    async with parent.sessions.read() as tx:
        return await list_questions(tx)


def _shown(parent: Parent) -> str:
    """The question in the preview."""
    return parent.last.split("\n\n")[1]


async def test_question_when_it_has_no_answer_then_is_shown_and_sent(
    parent: Parent, desk: KnowingDesk
) -> None:
    """Fallback, a look at what would go, Send: text, language, day, and no topic of ours."""
    del desk
    await parent.says(ZEBRA)
    await parent.taps(SEND)
    shown, before = _shown(parent), await _kept(parent)

    said = await parent.taps("Send")

    assert (shown, before) == (ZEBRA_GOES, ())
    assert said.startswith("Sent. Thank you")
    assert await _kept(parent) == (SentQuestion(ZEBRA_GOES, "en", NOW.date(), None),)


async def test_question_when_kept_then_no_column_leads_to_a_person() -> None:
    """Text, language, day, topic and a number of its own: nothing else is ever kept."""
    assert set(SENT_QUESTION.c.keys()) == {"id", "text", "language", "day", "topic"}


async def test_question_when_it_is_near_a_topic_then_that_is_kept(
    parent: Parent, desk: KnowingDesk
) -> None:
    """The nearest answer tells the reader where the gap is; other matters have none."""
    desk.takes("which plan", DecisionKind.CHOICES, PLAN_504, IEP, language="es")
    desk.takes("plan pizza", DecisionKind.FALLBACK, IEP, aside=Aside.UNRELATED)
    for question in ("which plan", "plan pizza"):
        await parent.says(question)
        await parent.presses("v1:gap", 0, question)
        await parent.presses(
            parent.payload("Mandar" if question[0] == "w" else "Send"), 0, question
        )

    assert {(q.language, q.topic) for q in await _kept(parent)} == {("es", PLAN_504), ("en", None)}


@pytest.mark.usefixtures("desk")
async def test_choices_when_none_fits_then_sending_is_offered(parent: Parent) -> None:
    """None of these leads to the questions, and to those who can add one."""
    await parent.says("plan?")

    await parent.taps("None of these")

    assert parent.buttons == [SEND, "📚 Questions", "Menu"]
    await parent.taps(SEND)
    assert "too little is left" in parent.last


@pytest.mark.usefixtures("desk")
async def test_answer_when_not_quite_then_its_question_can_be_sent(parent: Parent) -> None:
    """The question is taken from the parent's own message, not typed again."""
    await parent.does("what is an iep", "[👎]", f"[{SEND}]")

    assert _shown(parent) == "what is an iep"


async def test_nickname_when_it_stands_in_the_question_then_is_taken_out(
    parent: Parent, desk: KnowingDesk
) -> None:
    """What the family calls a child here goes, too, even where it is a plain word."""
    del desk
    await parent.does("/add", "Zebra", "[IEP meeting]", "Oct 5 2026", "[Yes]")

    await parent.does("can zebra plan this", f"[{SEND}]")

    assert _shown(parent) == "can […] plan this"


@pytest.mark.parametrize("aside", [Aside.GREETING, Aside.ABUSE, Aside.HEALTH, Aside.BUS])
async def test_aside_when_it_says_who_can_help_then_nothing_is_offered(
    parent: Parent, desk: KnowingDesk, aside: Aside
) -> None:
    """Small talk, and what others can answer, need nobody to read it."""
    desk.takes("hm", DecisionKind.FALLBACK, aside=aside)
    await parent.says("hm")

    assert SEND not in parent.buttons


@pytest.mark.usefixtures("desk")
async def test_group_when_there_is_no_answer_then_nothing_is_offered(parent: Parent) -> None:
    """In a group the question may be somebody else's."""
    parent.place = Place.GROUP
    for said in ("qwertz", "plan?"):
        await parent.says(said)
    await parent.taps("None of these")

    assert [shown for shown in parent.screen if SEND in shown.buttons] == []
    assert "in private" in await parent.presses("v1:gap", 0, "qwertz")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("button", ["v1:gap", "v1:gapsend:0123456789ab"])
async def test_crisis_when_it_would_be_sent_then_help_comes_and_nothing_is_kept(
    parent: Parent, button: str
) -> None:
    """A cry for help is never shown as a question and never kept, whatever is pressed."""
    said = await parent.presses(button, 0, "he wants to die")

    assert "988" in parent.screen[0].text
    assert SEND not in str(parent.screen)
    assert (said != "", await _kept(parent)) == (True, ())


@pytest.mark.usefixtures("desk")
async def test_crisis_when_an_answer_follows_then_it_quotes_nothing(parent: Parent) -> None:
    """What was said in a crisis is at hand for no button."""
    await parent.says("he wants to die")

    assert [shown.question for shown in parent.screen] == [None, None]


@pytest.mark.usefixtures("desk")
async def test_change_when_wanted_then_the_new_words_are_shown(parent: Parent) -> None:
    """Other words are typed, shown anew, and nothing of them is kept before Send."""
    await parent.does(ZEBRA, f"[{SEND}]", "[Change it]", "can a zebra plan")

    assert (_shown(parent), await _kept(parent)) == ("can a zebra plan", ())


@pytest.mark.usefixtures("desk")
async def test_change_when_the_new_words_have_an_answer_then_it_comes_first(
    parent: Parent, desk: KnowingDesk
) -> None:
    """Other words may be the ones that the bot understands; a repeated answer is spared."""
    desk.takes("which 504 plan", DecisionKind.ANSWER, PLAN_504)
    await parent.does(ZEBRA, f"[{SEND}]", "[Change it]", "which 504 plan")
    first = [shown.text.splitlines()[0] for shown in parent.screen[-2:]]
    await parent.does("[Change it]")
    before = len(parent.screen)
    await parent.says("which 504 plan")

    assert first[0] == "What is a 504 plan?"
    assert (len(parent.screen) - before, _shown(parent)) == (1, "which 504 plan")


@pytest.mark.usefixtures("desk")
async def test_no_when_tapped_then_nothing_is_kept(parent: Parent) -> None:
    """No is no."""
    await parent.does(ZEBRA, f"[{SEND}]")

    assert await parent.taps("No") == "OK, nothing was sent."
    assert await _kept(parent) == ()


@pytest.mark.usefixtures("desk")
async def test_question_when_its_message_is_gone_then_is_asked_for(parent: Parent) -> None:
    """A deleted or very old message cannot be read: the parent is asked to write it."""
    offered = await parent.presses("v1:gap")
    sent = await parent.presses("v1:gapsend:0123456789ab")

    assert offered == sent
    assert offered.startswith("Write your question in a few words.")
    assert await _kept(parent) == ()


@pytest.mark.usefixtures("desk")
async def test_send_when_the_message_was_edited_then_it_is_shown_again(parent: Parent) -> None:
    """Only what was shown is sent."""
    await parent.does(ZEBRA, f"[{SEND}]")

    said = await parent.presses(parent.payload("Send"), 0, "can a zebra plan")

    assert said.startswith("Your message is not the same as when I showed it.")
    assert await _kept(parent) == ()


@pytest.mark.usefixtures("desk")
async def test_send_when_tapped_twice_then_one_is_kept(parent: Parent) -> None:
    """A double tap sends once."""
    await parent.does(ZEBRA, f"[{SEND}]")
    button = parent.payload("Send")
    await parent.presses(button, 0, ZEBRA)

    assert await parent.presses(button, 0, ZEBRA) == "It is sent already. Thank you!"
    assert len(await _kept(parent)) == 1


@pytest.mark.usefixtures("desk")
async def test_send_when_three_went_today_then_says_so_kindly(parent: Parent) -> None:
    """A few a day; a fourth is not shown, and one shown before is not kept."""
    for number in range(4):
        await parent.does(f"can zebra plan this {number}", f"[{SEND}]")
        if number < 3:
            await parent.taps("Send")

    assert parent.last.startswith("You sent 3 questions today, as many as I can take")
    assert len(await _kept(parent)) == 3


@pytest.mark.usefixtures("desk")
async def test_send_when_the_limit_was_reached_since_the_look_then_is_not_kept(
    parent: Parent,
) -> None:
    """A look from before the limit sends nothing after it."""
    await parent.does(ZEBRA, f"[{SEND}]")
    button = parent.payload("Send")
    for mark in ("a", "b", "c"):
        parent.sent.note(parent.chat_id, mark, NOW.date())

    assert (await parent.presses(button, 0, ZEBRA)).startswith("You sent 3 questions today")
    assert await _kept(parent) == ()


@pytest.mark.usefixtures("desk")
async def test_delete_when_confirmed_then_the_count_in_memory_goes_and_the_question_stays(
    parent: Parent,
) -> None:
    """Nobody can tell whose a question was: erasing a family does not reach it."""
    await parent.does(ZEBRA, f"[{SEND}]", "[Send]", "/delete", "[Erase it all]")

    assert parent.sent.may_send(parent.chat_id, NOW.date())
    assert len(await _kept(parent)) == 1


@pytest.mark.usefixtures("desk")
async def test_draft_when_a_question_is_asked_for_then_holds_no_word_of_it(parent: Parent) -> None:
    """What waits in the database is that the bot asked, and nothing that was written."""
    await parent.does(ZEBRA, f"[{SEND}]", "[Change it]")

    draft = (await parent.turn(Said(""))).draft
    assert draft is not None
    assert draft.data == {}
