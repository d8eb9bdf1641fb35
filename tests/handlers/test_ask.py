"""Questions: answered with source and day, offered as choices, or honestly not known."""

import pytest
from sqlalchemy import text

from faq.decision import Aside, DecisionKind
from faq.entry import TopicId
from handlers.turn import Place, Said
from scheduler.actions import change_settings, export_of
from scheduler.domain.commands import ChangeSettings
from tests.conftest import NOW
from tests.handlers.desk import IEP, PLAN_504, TEAM, KnowingDesk
from tests.handlers.parent import Parent


async def speak_spanish(parent: Parent) -> None:
    """The parent picks Spanish."""
    await change_settings(
        parent.sessions,
        ChangeSettings(language="es"),
        chat_id=parent.chat_id,
        draft_id=None,
        now=NOW,
    )


@pytest.mark.usefixtures("desk")
async def test_answer_when_known_then_says_it_with_source_and_day(parent: Parent) -> None:
    """Title, answer, what varies, source, day of the last check; related ones as buttons."""
    assert await parent.says("what is an iep") == (
        "What is an IEP?\n"
        "\n"
        "It is a plan for one child.\n"
        "\n"
        "• Ask the school & write it down.\n"
        "\n"
        "Source: 34 CFR 300.1. Checked Friday, November 20, 2026. Not legal advice."
    )
    assert parent.buttons == [
        "What is a 504 plan?",
        "Who is on the IEP team?",
        "👍 Helped",
        "👎 Not quite",
        "Menu",
    ]


@pytest.mark.usefixtures("desk")
async def test_answer_when_shown_then_is_counted_and_remembered(parent: Parent) -> None:
    """A topic and a day are counted; the next short question knows the topic."""
    await parent.says("what is an iep")

    assert parent.recall.last_topic(parent.chat_id) == IEP
    assert parent.tally.take() == {(IEP, NOW.date()): 1}


async def test_question_when_it_follows_an_answer_then_the_desk_knows_of_what(
    parent: Parent, desk: KnowingDesk
) -> None:
    """What is asked after an answer is read with its topic at hand."""
    await parent.says("what is an iep")
    await parent.says("and in high school?")

    assert desk.asked == [
        ("what is an iep", "en", None),
        ("and in high school?", "en", IEP),
    ]


async def test_answer_when_two_questions_were_asked_then_both_are_answered(
    parent: Parent, desk: KnowingDesk
) -> None:
    """A message with two questions gets two messages."""
    desk.takes("what is an iep and a 504?", DecisionKind.ANSWER, IEP, second=PLAN_504)

    await parent.says("what is an iep and a 504?")

    assert [shown.text.splitlines()[0] for shown in parent.screen] == [
        "What is an IEP?",
        "What is a 504 plan?",
    ]


@pytest.mark.usefixtures("desk")
async def test_answer_when_the_text_was_spanish_then_is_spanish(parent: Parent) -> None:
    """The answer speaks the language of the question, buttons and all."""
    said = await parent.says("qué es un iep")

    assert said.splitlines()[0] == "¿Qué es un IEP?"
    assert said.splitlines()[-1].startswith("Fuente: 34 CFR 300.1. Revisado: ")
    assert parent.buttons[-3:] == ["👍 Me sirvió", "👎 No tanto", "Menú"]


async def test_answer_when_it_is_not_translated_then_says_so_first(
    parent: Parent, desk: KnowingDesk
) -> None:
    """A topic that Spanish lacks is shown in English under a line in Spanish."""
    desk.takes("quién va", DecisionKind.ANSWER, TEAM, language="es")

    assert (await parent.says("quién va")).splitlines()[:3] == [
        "Esta respuesta está solo en inglés.",
        "",
        "Who is on the IEP team?",
    ]


@pytest.mark.usefixtures("desk")
async def test_choices_when_two_are_close_then_offers_both_and_none(parent: Parent) -> None:
    """What may be meant is offered by title, and a way out."""
    assert await parent.says("plan?") == "I want to get this right. Do you mean one of these?"
    assert parent.buttons == ["What is an IEP?", "What is a 504 plan?", "None of these", "Menu"]


@pytest.mark.usefixtures("desk")
async def test_choice_when_tapped_then_shows_that_answer(parent: Parent) -> None:
    """The choice leads to the answer, as a message of its own."""
    await parent.says("plan?")

    assert (await parent.taps("What is a 504 plan?")).splitlines()[0] == "What is a 504 plan?"
    assert len(parent.screen) == 2


async def test_choices_when_none_has_an_answer_then_is_the_fallback(
    parent: Parent, desk: KnowingDesk
) -> None:
    """A choice of nothing is no choice."""
    desk.takes("esy?", DecisionKind.CHOICES, TopicId("esy"))

    assert (await parent.says("esy?")).startswith("I am not sure I know that one.")


@pytest.mark.usefixtures("desk")
async def test_fallback_when_unknown_then_is_honest_and_leads_on(parent: Parent) -> None:
    """Nothing is invented: other words, the list of questions, the parent center."""
    assert await parent.says("qwertz") == (
        "I am not sure I know that one. You can ask it in other words, or look through the "
        "questions. Your state’s free parent center can help too.\n"  # noqa: RUF001 - as it shows
        "You can also send your question to the people who run this bot, so that they can add an "
        "answer. I show it to you before it goes."
    )
    assert "📚 Questions" in parent.buttons


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("aside", [aside for aside in Aside if aside is not Aside.NONE])
async def test_aside_when_known_then_says_its_own_line(
    parent: Parent, desk: KnowingDesk, aside: Aside, language: str
) -> None:
    """Each reason why there is no answer has its own words in each language."""
    desk.takes("qwertz", DecisionKind.FALLBACK, language=language)
    unknown = await parent.says("qwertz")
    desk.takes("hm", DecisionKind.FALLBACK, aside=aside, language=language)

    said = await parent.says("hm")

    assert said not in ("", unknown)
    assert parent.buttons != []


@pytest.mark.usefixtures("desk")
async def test_crisis_when_heard_then_help_comes_first(parent: Parent) -> None:
    """988 and 911 stand in the first message; a fitting answer may follow it."""
    await parent.says("he wants to die")

    first, second = parent.screen
    assert ("911" in first.text, "988" in first.text, first.buttons) == (True, True, {})
    assert second.text.startswith("Can a plan say what to do in a crisis?")


@pytest.mark.usefixtures("desk")
async def test_crisis_when_heard_then_nothing_is_counted_or_kept(parent: Parent) -> None:
    """What was said in a crisis leaves no trace: no count, no topic, no row."""
    before = await export_of(parent.sessions, chat_id=parent.chat_id)

    await parent.says("he wants to die")

    assert parent.tally.take() == {}
    assert parent.recall.last_topic(parent.chat_id) is None
    assert await export_of(parent.sessions, chat_id=parent.chat_id) == before


@pytest.mark.usefixtures("desk")
async def test_crisis_when_a_question_is_open_then_help_still_comes_first(parent: Parent) -> None:
    """No conversation takes such words for a nickname."""
    await parent.says("/add")
    asked = len(parent.screen)

    await parent.says("he wants to die")

    assert "988" in parent.screen[asked].text


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("place", Place)
async def test_crisis_when_anywhere_then_help_comes(parent: Parent, place: Place) -> None:
    """In a group and in an edited message too."""
    parent.place = place

    await parent.acts(Said("he wants to die", edited=True))

    assert "988" in parent.screen[0].text


@pytest.mark.usefixtures("desk")
async def test_crisis_when_behind_a_command_then_help_comes(parent: Parent) -> None:
    """Words after /add are words too."""
    await parent.says("/add he wants to die")

    assert "988" in parent.screen[0].text


@pytest.mark.usefixtures("desk")
async def test_crisis_when_spanish_then_help_is_spanish(parent: Parent) -> None:
    """The help lines speak the language of the message and name the way to Spanish."""
    said = await parent.says("quiere morirse")

    assert ("911" in said, "oprima 2" in said, "AYUDA" in said) == (True, True, True)


@pytest.mark.usefixtures("desk")
async def test_topic_when_it_is_no_more_then_the_button_is_old(parent: Parent) -> None:
    """A button to an answer that was taken out leads to the menu."""
    assert (await parent.presses("v1:topic:no-such-topic")).startswith("That button is from before")


@pytest.mark.usefixtures("desk")
async def test_topic_when_tapped_in_a_spanish_chat_then_is_spanish(parent: Parent) -> None:
    """A button under an answer speaks the language of the chat."""
    await speak_spanish(parent)

    assert (await parent.presses(f"v1:topic:{IEP}")).splitlines()[0] == "¿Qué es un IEP?"


@pytest.mark.usefixtures("desk")
async def test_ask_when_words_follow_the_command_then_answers_them(parent: Parent) -> None:
    """``/ask`` and a question is a question."""
    assert (await parent.says("/ask what is an iep")).startswith("What is an IEP?")


@pytest.mark.usefixtures("desk")
async def test_ask_when_alone_then_says_how(parent: Parent) -> None:
    """``/ask`` alone invites to write."""
    assert await parent.says("/ask") == ("What would you like to know? Write it in your own words.")


async def test_question_when_asked_then_its_words_are_nowhere_in_the_store(
    parent: Parent, desk: KnowingDesk
) -> None:
    """Questions are answered and forgotten: no table holds a word of them."""
    desk.takes("zebra question", DecisionKind.ANSWER, IEP)

    await parent.says("zebra question")

    async with parent.sessions.read() as tx:
        names = await tx.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        rows = [
            row
            for (name,) in names.all()
            for row in (await tx.execute(text(f'SELECT * FROM "{name}"'))).all()  # noqa: S608 - names of our own tables
        ]
    assert [row for row in rows if "zebra" in str(row)] == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("shares", [True, False])
async def test_answer_when_inline_mode_is_on_then_can_be_shared(
    parent: Parent, *, shares: bool
) -> None:
    """The button searches for exactly this topic; where inline mode is off there is none."""
    parent.inline_mode = shares

    await parent.says("what is an iep")

    shared = [data for label, data in parent.screen[-1].buttons.items() if "Share" in label]
    assert shared == ["#iep-what"] * shares
