"""Terms asked for alone: two plain lines, and the way to the whole answer."""

from faq.decision import DecisionKind
from faq.entry import Term
from tests.handlers.desk import IEP, KnowingDesk
from tests.handlers.parent import Parent

FAPE = Term("FAPE", (), "free appropriate public education", "Teaching at no cost.", IEP)


async def test_term_when_asked_for_alone_then_is_told_in_two_lines(
    parent: Parent, desk: KnowingDesk
) -> None:
    """What it stands for, what that means, and the way to the whole answer."""
    desk.takes("FAPE?", DecisionKind.TERM, IEP, term=FAPE)

    said = await parent.says("FAPE?")

    assert said == "FAPE: free appropriate public education\nTeaching at no cost."
    assert parent.buttons == ["What is an IEP?", "📚 Questions", "Menu"]
    assert (await parent.taps("What is an IEP?")).startswith("What is an IEP?")


async def test_term_when_its_topic_has_no_answer_then_has_no_button_for_it(
    parent: Parent, desk: KnowingDesk
) -> None:
    """No button leads to what is not written yet."""
    desk.takes("FAPE?", DecisionKind.TERM, term=FAPE)

    await parent.says("FAPE?")

    assert parent.buttons == ["📚 Questions", "Menu"]


async def test_term_when_told_then_is_what_the_next_words_go_on_from(
    parent: Parent, desk: KnowingDesk
) -> None:
    """A short question after it is about the term; nothing is counted, for no answer was shown."""
    desk.takes("FAPE?", DecisionKind.TERM, IEP, term=FAPE)

    await parent.says("FAPE?")

    assert parent.recall.last_topic(parent.chat_id) == IEP
    assert parent.tally.take() == {}


async def test_term_when_asked_for_beside_an_open_question_then_both_are_there(
    parent: Parent, desk: KnowingDesk
) -> None:
    """Whoever meets a word at a question of ours may ask what it means."""
    desk.takes("what does FAPE mean", DecisionKind.TERM, IEP, term=FAPE)
    await parent.says("/add")
    question = parent.last

    await parent.says("what does FAPE mean")

    assert [shown.text.split("\n")[0] for shown in parent.screen[-2:]] == [
        "FAPE: free appropriate public education",
        question.split("\n")[0],
    ]
