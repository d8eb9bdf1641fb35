"""First words, help and menu; what newcomers and those who come back are told."""

from dataclasses import replace

import pytest

from faq.decision import CommandKind, DecisionKind
from handlers import routes
from handlers.gateway.markup import Renderer
from handlers.turn import Act, Commanded, Joined, Place, Reply, Said
from scheduler.actions import Sessions
from scheduler.domain.plans import ChatId
from tests.conftest import NOW
from tests.handlers.desk import IEP, KnowingDesk
from tests.handlers.parent import Parent

PRIVATE_LINK = {"Write to me in private": "https://t.me/plankeeper_bot?start=hello"}


async def keys(parent: Parent, act: Act, **changes: object) -> list[str]:
    """The first line's key of each reply to ``act``, in a turn with ``changes``."""
    turn = replace(await parent.turn(act), **changes)  # type: ignore[arg-type] # by name
    return [_key(reply) for reply in await routes.handle(turn)]


def _key(reply: Reply) -> str:
    return str(getattr(reply.lines[0], "key", ""))


async def test_start_when_sent_then_says_what_it_does_is_not_and_keeps(parent: Parent) -> None:
    """One message: what it does, what it is not, what it keeps, and that any text works."""
    said = await parent.says("/start")

    assert said.split("\n\n") == [
        "Hi. I help parents of a child with a 504 plan or an IEP. Ask me about them in your own "
        "words. Give me a date once, and I remind you in time. Tell me when a school day will be "
        "different, and I send you a card the evening before.",
        "I am not a lawyer and not your school. I tell you what the rules say and where it stands.",
        "I keep a nickname, your dates, changed school days and your settings. Never your "
        "questions, unless you send one on purpose. See /privacy.",
        "Just write, or tap a button.",
    ]
    assert parent.buttons == ["📚 Questions", "➕ Add a date", "Help"]  # noqa: RUF001 - as it shows


async def test_start_when_opened_by_a_link_then_is_the_same(parent: Parent) -> None:
    """What a link adds to the command is let go."""
    assert await parent.says("/start hello") == await parent.says("/start")


@pytest.mark.parametrize("language", ["English", "Español"])
async def test_help_when_sent_then_fits_one_screen(parent: Parent, language: str) -> None:
    """Help is one message of at most 1,000 characters, with the menu under it."""
    await parent.does("/language", f"[{language}]")

    said = await parent.says("/help")

    assert len(said) <= 1000
    assert len(parent.buttons) == 6


@pytest.mark.parametrize("command", ["/menu", "/help", "/start"])
async def test_button_when_of_the_menu_then_leads_somewhere(parent: Parent, command: str) -> None:
    """No button under the first messages leads into the dark."""
    await parent.says(command)
    for label, payload in list(parent.screen[-1].buttons.items()):
        said = await parent.presses(payload)
        assert (label, "I do not know" in said) == (label, False)


@pytest.mark.parametrize(
    ("wish", "answer"),
    [
        (CommandKind.HELP, "What I can do"),
        (CommandKind.STOP, "To stop the evening cards, open Settings."),
        (CommandKind.RESUME, "I am here. /status shows what comes next."),
        (CommandKind.CONFIRM, "Nothing is waiting for a yes right now."),
        (CommandKind.CANCEL, "There is nothing to cancel."),
        (CommandKind.TEACHER, "I cannot do that yet."),
    ],
)
async def test_wish_when_in_plain_words_then_is_answered_with_a_way_on(
    parent: Parent, wish: CommandKind, answer: str
) -> None:
    """Help, stop, start again, a stray yes or no: each has an answer with buttons."""
    assert (await parent.says("please", wish=wish)).startswith(answer)
    assert parent.buttons != []


async def test_stop_when_asked_then_offers_settings_and_erasing(parent: Parent) -> None:
    """Both ways out are one tap away."""
    await parent.says("leave me alone", wish=CommandKind.STOP)

    assert parent.buttons == ["⚙️ Settings", "Erase everything"]


async def test_newcomer_when_asking_at_once_then_is_answered_first(
    store: Sessions, renderer: Renderer
) -> None:
    """Who begins with a question gets the answer first and one line about the bot after it."""
    fresh = Parent(store, renderer, _unknown(), now=NOW)
    fresh.desk = desk = KnowingDesk()
    desk.takes("what is an iep", DecisionKind.ANSWER, IEP)

    await fresh.says("what is an iep")

    assert [shown.text.splitlines()[0][:15] for shown in fresh.screen] == [
        "What is an IEP?",
        "I am Plankeeper",
    ]


async def test_newcomer_when_the_bot_asks_back_then_its_question_stays_last(
    store: Sessions, renderer: Renderer
) -> None:
    """The line about the bot does not push the buttons of an open question up."""
    fresh = Parent(store, renderer, _unknown(), now=NOW)
    await fresh.says("remind me of the meeting", wish=CommandKind.ADD_DATE)

    assert fresh.screen[0].text.startswith("I am Plankeeper")
    assert "Eastern Time" in fresh.buttons


async def test_stop_when_sent_as_a_command_then_says_how_to_end_messages(parent: Parent) -> None:
    """What every other bot understands is understood here."""
    await parent.says("/stop")

    assert parent.buttons == ["⚙️ Settings", "Erase everything"]


async def test_newcomer_when_asking_again_then_is_not_greeted_again(
    store: Sessions, renderer: Renderer
) -> None:
    """The line about the bot comes once."""
    fresh = Parent(store, renderer, _unknown(), now=NOW)
    await fresh.says("hm")
    await fresh.says("hm")

    assert len(fresh.screen) == 3


@pytest.mark.parametrize("act", [Commanded("start"), Commanded("help"), Joined()])
async def test_newcomer_when_starting_by_command_then_hears_only_that(
    parent: Parent, act: Act
) -> None:
    """Nobody is greeted twice in one breath."""
    assert len(await keys(parent, act, newcomer=True)) == 1


async def test_newcomer_when_in_a_group_then_is_not_greeted(parent: Parent) -> None:
    """A group hears the answer only."""
    assert await keys(parent, Said("hm"), newcomer=True, place=Place.GROUP) == ["fallback"]


async def test_returned_when_something_was_missed_then_hears_that_first(parent: Parent) -> None:
    """Who had blocked the bot is told how much did not come, and then answered."""
    said = await keys(parent, Commanded("menu"), returned=True, missed=2)

    assert said == ["returned-missed", "menu"]


async def test_returned_when_nothing_was_missed_then_is_just_answered(parent: Parent) -> None:
    """Nothing missed, nothing said of it."""
    assert await keys(parent, Commanded("menu"), returned=True, missed=0) == ["menu"]


@pytest.mark.parametrize(
    "changes", [{"newcomer": True}, {"returned": True, "missed": 3}], ids=["new", "returned"]
)
async def test_crisis_when_somebody_is_new_or_back_then_help_stands_alone(
    parent: Parent, changes: dict[str, object]
) -> None:
    """Before and after the help lines, nothing is said about the bot."""
    parent.desk = desk = KnowingDesk()
    desk.takes("he wants to die", DecisionKind.CRISIS)

    assert await keys(parent, Said("he wants to die"), **changes) == ["crisis-help"]


@pytest.mark.parametrize("command", ["/start", "/help", "/menu"])
async def test_group_when_it_asks_for_help_then_hears_what_works_there(
    parent: Parent, command: str
) -> None:
    """In a group the bot says how to ask, and where private things go."""
    parent.place = Place.GROUP

    assert await parent.says(command) == (
        "Hi. Ask me public questions about 504 plans and IEPs here: write @plankeeper_bot and "
        "your question. For your own child, please write to me in private."
    )
    assert parent.screen[-1].buttons == PRIVATE_LINK


def _unknown() -> ChatId:
    return ChatId(77)
