"""What is answered by whom: nothing that a person does in a chat meets silence."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faq.decision import CommandKind, Decision, DecisionKind
from faq.entry import TopicId
from handlers import routes
from handlers.callback_data import Payload
from handlers.flows.engine import Choose, GoBack, Leave
from handlers.turn import (
    Act,
    Commanded,
    Joined,
    Located,
    MediaKind,
    Place,
    Pressed,
    Said,
    SentMedia,
)
from scheduler.actions import export_of
from tests.handlers.desk import IEP, PLAN_504, KnowingDesk
from tests.handlers.parent import Parent

MEETING = ("/add", "Sam", "[IEP meeting]", "Oct 5 2026 at 2 pm", "[Yes]")
PRIVATE = "That is about your own child, so let us do it in private. Nobody else will see it."
KINDS = (DecisionKind.FALLBACK, DecisionKind.ANSWER, DecisionKind.CHOICES, DecisionKind.CRISIS)


async def test_command_when_unknown_then_shows_what_there_is(parent: Parent) -> None:
    """A command of another bot leads to the menu."""
    assert await parent.says("/frobnicate now") == (
        "I do not know that command. Here is what I can do:"
    )
    assert "📅 My dates" in parent.buttons


@pytest.mark.parametrize(
    "name", [name for name, command in routes.COMMANDS.items() if command.private]
)
async def test_command_when_private_and_in_a_group_then_leads_to_a_private_chat(
    parent: Parent, name: str
) -> None:
    """Nothing about a child is said or asked in a group."""
    await parent.does(*MEETING)
    parent.place = Place.GROUP

    assert await parent.says(f"/{name}") == PRIVATE


@pytest.mark.parametrize("kind", [kind for kind, press in routes.PRESSES.items() if press.private])
async def test_button_when_private_and_in_a_group_then_leads_to_a_private_chat(
    parent: Parent, kind: type[Payload]
) -> None:
    """A forged or forwarded button of a private chat does nothing in a group."""
    parent.place = Place.GROUP
    # Nothing reads a payload before the place is looked at.
    blank = kind.__new__(kind)

    assert await parent.acts(Pressed(blank, 1)) == PRIVATE


@pytest.mark.parametrize("command", ["dates", "add", "settings"])
async def test_menu_button_when_in_a_group_then_its_command_decides(
    parent: Parent, command: str
) -> None:
    """The menu's buttons are public; what they run is private all the same."""
    parent.place = Place.GROUP

    assert await parent.presses(f"v1:run:{command}") == PRIVATE


async def test_wish_when_in_a_group_then_leads_to_a_private_chat(parent: Parent) -> None:
    """Plain words are no way around it."""
    parent.place = Place.GROUP

    assert await parent.says("show my dates", wish=CommandKind.LIST_DATES) == PRIVATE


@pytest.mark.parametrize("command", ["menu", "no-such-command"])
async def test_button_when_it_runs_a_command_then_is_answered(parent: Parent, command: str) -> None:
    """A button may outlive its command; it leads to the menu then."""
    await parent.presses(f"v1:run:{command}")

    assert "📅 My dates" in parent.buttons


@pytest.mark.parametrize(
    "data", ["", "v0:dates:1", "v9:dates:1", "nonsense", "v1:date:x", f"v1:date:{2**63}", "v1:date"]
)
async def test_button_when_it_cannot_be_read_then_is_kindly_old(parent: Parent, data: str) -> None:
    """Older, foreign and broken buttons get a kind word and the menu."""
    assert await parent.presses(data) == (
        "That button is from before and no longer works. Here is the menu."
    )


@pytest.mark.parametrize("kind", MediaKind)
async def test_media_when_sent_then_is_answered_in_words(parent: Parent, kind: MediaKind) -> None:
    """Stickers, voice, photos, contacts and the rest each get a helpful line and the menu."""
    assert await parent.acts(SentMedia(kind)) != ""
    assert "➕ Add a date" in parent.buttons  # noqa: RUF001 - as it shows


async def test_media_when_it_has_a_caption_then_the_caption_is_read(parent: Parent) -> None:
    """A photo of a question is a question."""
    parent.desk = desk = KnowingDesk()
    desk.takes("what is an iep", DecisionKind.ANSWER, IEP)

    said = await parent.acts(SentMedia(MediaKind.PHOTO, " what is an iep "))

    assert said.startswith("What is an IEP?")


async def test_media_when_a_question_is_open_then_the_question_stays(parent: Parent) -> None:
    """A sticker in between loses nothing."""
    await parent.says("/add")
    await parent.acts(SentMedia(MediaKind.STICKER))

    assert await parent.says("Sam") == "What is coming up for Sam?"


async def test_joined_when_added_to_a_group_then_says_what_works_there(parent: Parent) -> None:
    """The first word in a group."""
    parent.place = Place.GROUP

    assert (await parent.acts(Joined())).startswith("Hi. Ask me public questions")


async def test_edited_when_it_is_a_question_then_is_answered(parent: Parent) -> None:
    """A question mended is a question."""
    parent.desk = desk = KnowingDesk()
    desk.takes("what is an iep", DecisionKind.ANSWER, IEP)

    said = await parent.acts(Said("what is an iep", edited=True))

    assert said.startswith("What is an IEP?")


@pytest.mark.parametrize("wish", [CommandKind.DELETE_ALL, CommandKind.ADD_DATE, None])
async def test_edited_when_it_asks_for_something_then_changes_nothing(
    parent: Parent, wish: CommandKind | None
) -> None:
    """An edit may be of a message that was acted on, so it acts on nothing."""
    before = await export_of(parent.sessions, chat_id=parent.chat_id)
    parent.desk = desk = KnowingDesk()
    if wish:
        desk.takes("do it", DecisionKind.COMMAND, command=wish)

    said = await parent.acts(Said("do it", edited=True))

    assert said.startswith("I saw your change. I only act on new messages")
    assert await export_of(parent.sessions, chat_id=parent.chat_id) == before


async def test_edited_when_a_question_is_open_then_is_no_answer_to_it(parent: Parent) -> None:
    """The nickname typed before is not typed again by an edit."""
    await parent.says("/add")
    await parent.acts(Said("Sam", edited=True))

    assert await parent.says("Leo") == "What is coming up for Leo?"


async def test_question_when_asked_within_a_conversation_then_is_answered_and_both_go_on(
    parent: Parent,
) -> None:
    """A question in the middle gets its answer, and the open question is asked again."""
    parent.desk = desk = KnowingDesk()
    desk.takes("what is an iep", DecisionKind.ANSWER, IEP)
    await parent.says("/add")

    await parent.says("what is an iep")

    assert [shown.text.splitlines()[0][:15] for shown in parent.screen] == [
        "What should I c",
        "What is an IEP?",
        "What should I c",
    ]


async def test_help_when_asked_within_a_conversation_then_both_go_on(parent: Parent) -> None:
    """A cry for help is no nickname: help comes, and the question is asked again."""
    await parent.says("/add")
    await parent.says("help", wish=CommandKind.HELP)

    assert [shown.text[:15] for shown in parent.screen[1:]] == [
        "What I can do\n•",
        "What should I c",
    ]
    assert await parent.says("Sam") == "What is coming up for Sam?"


async def test_cancel_when_in_plain_words_then_leaves_the_conversation(parent: Parent) -> None:
    """Plain words are as good as the command."""
    await parent.says("/add")

    said = await parent.says("never mind", wish=CommandKind.CANCEL)

    assert said == "OK, I let that go. Nothing was kept from it."


@pytest.mark.parametrize(
    "button", [Choose(99, "day", "x"), GoBack(99), Leave(99)], ids=["choose", "back", "leave"]
)
async def test_button_when_of_a_conversation_that_is_over_then_answers_kindly(
    parent: Parent, button: Payload
) -> None:
    """The buttons of a closed question change nothing and never break."""
    assert await parent.acts(Pressed(button, 0)) != ""


@pytest.mark.parametrize("command", sorted(routes.COMMANDS))
@pytest.mark.parametrize("words", ["", "x" * 4000, "🦖", "<b>&_*", "?"])
async def test_command_when_words_follow_it_then_is_answered(
    parent: Parent, command: str, words: str
) -> None:
    """Whatever follows a command, there is an answer."""
    assert (await parent.acts(Commanded(command, words))).strip() != ""


def acts() -> Iterator[st.SearchStrategy[Act]]:
    """Anything that a person can do without knowing the bot."""
    words = st.text(max_size=200) | st.just("x" * 4096) | st.sampled_from(["", " ", "2/30", "/"])
    yield st.builds(Said, words, forwarded=st.booleans(), edited=st.booleans())
    yield st.builds(Commanded, st.from_regex(r"[a-z0-9_]{1,32}", fullmatch=True), words)
    yield st.builds(SentMedia, st.sampled_from(MediaKind), words)
    yield st.builds(Located, st.floats(-90, 90), st.floats(-180, 180))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(act=st.one_of(*acts()), kind=st.sampled_from(KINDS), place=st.sampled_from(Place))
async def test_anything_when_sent_then_never_meets_silence(
    parent: Parent, act: Act, kind: DecisionKind, place: Place
) -> None:
    """Any words, command, media or place gets at least one reply with at least one line."""
    parent.desk = _Deciding(kind)
    parent.place = place
    parent.now += timedelta(seconds=1)

    replies = await routes.handle(await parent.turn(act))

    assert replies != ()
    assert [reply for reply in replies if not reply.lines] == []


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(words=st.text(max_size=100), begin=st.sampled_from(["add", "tomorrow", "zone", "settings"]))
async def test_words_when_a_question_is_open_then_never_meet_silence(
    parent: Parent, words: str, begin: str
) -> None:
    """The same within each conversation."""
    await parent.says(f"/{begin} x")

    replies = await routes.handle(await parent.turn(Said(words)))

    assert replies != ()
    assert [reply for reply in replies if not reply.lines] == []


class _Deciding(KnowingDesk):
    """Takes everything for the same."""

    def __init__(self, kind: DecisionKind) -> None:
        super().__init__()
        self._kind = kind

    def decide(
        self, text: str, *, language: str | None = None, last_topic: TopicId | None = None
    ) -> Decision:
        """The one decision."""
        del last_topic
        self.takes(text, self._kind, IEP, PLAN_504, language=language or "en")
        return super().decide(text)
