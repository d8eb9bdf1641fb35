"""Groups and channels: public questions when addressed, silence otherwise, nothing of a child."""

import pytest

from bot.local import GroupKind
from tests.scenarios.emulated import EmulatedBot
from tests.scenarios.talker import Talker

# The bot is shared: every test has a group of its own.
pytestmark = pytest.mark.asyncio(loop_scope="module")

NAME = "plankeeper_local_bot"


@pytest.fixture
def there(shared: EmulatedBot) -> Talker:
    """A parent in a group that the bot is in."""
    maria = shared.person("Maria")
    return maria.in_chat(shared.telegram.group("Parents", maria.person))


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        (f"@{NAME} what is an iep", "IEP"),
        (f"what is an iep, @{NAME.upper()}?", "IEP"),
        ("/ask what is an iep", "IEP"),
        (f"@{NAME} FAPE?", "free appropriate public education"),
        (f"/help@{NAME}", "Ask me public questions"),
        ("/start", "Ask me public questions"),
        ("/dates", "let us do it in private"),
        (f"/add@{NAME} IEP meeting Oct 3", "let us do it in private"),
        (f"@{NAME} remind me about the IEP meeting Oct 3", "let us do it in private"),
    ],
)
async def test_group_when_the_bot_is_addressed_then_it_answers_in_public_only(
    there: Talker, said: str, answered: str
) -> None:
    """A public question gets its answer; what is about a child goes to the private chat."""
    assert answered in await there.says(said)


@pytest.mark.parametrize("said", ["what is an iep", "/help@other_bot", "see you at 5", "😀"])
async def test_group_when_others_talk_then_the_bot_is_silent(there: Talker, said: str) -> None:
    """What is not for the bot is left alone."""
    assert await there.says(said) == ""


async def test_group_when_the_bot_is_added_then_it_says_what_it_does_there(
    shared: EmulatedBot,
) -> None:
    """One hello, for public questions."""
    maria = shared.person("Maria")
    group = shared.telegram.group("Parents", maria.person)
    there = maria.in_chat(group)

    shared.telegram.adds_bot(maria.person, group)
    await shared.quiet()

    assert [shown.text.startswith("Hi. Ask me public questions") for shown in there.screen] == [
        True
    ]


@pytest.mark.parametrize("kind", ["sticker", "photo", "voice", "location", "contact"])
async def test_group_when_something_without_words_comes_then_the_bot_is_silent(
    there: Talker, kind: str
) -> None:
    """Pictures among parents are none of the bot's business."""
    assert await there.sends(kind) == ""


async def test_channel_post_then_the_bot_is_silent(shared: EmulatedBot) -> None:
    """A channel is no place for answers."""
    maria = shared.person("Maria")
    channel = shared.telegram.group("News", maria.person, kind=GroupKind.CHANNEL)
    there = maria.in_chat(channel)

    shared.telegram.posts(channel, f"@{NAME} what is an iep")
    await shared.quiet()

    assert (there.screen, maria.screen) == ([], [])


async def test_group_when_somebody_replies_to_the_bot_then_that_is_said_to_it(
    shared: EmulatedBot, there: Talker
) -> None:
    """A reply needs no name."""
    await there.says("/help")
    hello = there.screen[-1].message_id

    shared.telegram.says(there.person, "what is an iep", chat_id=there.chat_id, reply_to=hello)
    await shared.quiet()

    assert "IEP" in there.screen[-1].text
    assert there.screen[-1].message_id != hello


async def test_group_when_another_member_browses_then_one_message_turns(
    shared: EmulatedBot, there: Talker
) -> None:
    """Areas, questions, an answer and back: all in place, whoever taps."""
    await there.says("/topics")
    ben = shared.person("Ben")
    shared.telegram.people.groups[there.chat_id].members.add(ben.person.id)
    also_there = Talker(shared, ben.person, None, shared.telegram.people.groups[there.chat_id])
    also_there.screen = list(there.screen)

    await also_there.taps("504 plan")
    listed = also_there.screen[-1]
    await also_there.taps("1", "Back to the list")

    assert {shown.message_id for shown in there.screen} == {listed.message_id}
    assert there.screen[-1].text == listed.text


async def test_group_when_a_member_keeps_dates_in_private_then_the_group_never_sees_them(
    shared: EmulatedBot,
) -> None:
    """The same person, in both places: the group gets the way to the private chat."""
    maria = shared.person("Maria")
    await maria.says("remind me about the IEP meeting Oct 1 at 2pm")
    await maria.taps("Central Time")
    await maria.says("Zebra")
    await maria.taps("Yes")
    await maria.says("/dates")
    private = [data for shown in maria.screen for _, data in shown.buttons if data]
    there = maria.in_chat(shared.telegram.group("Parents", maria.person))
    hello = await there.says("/start")

    for data in private:
        await there.presses(there.screen[0].message_id, data)
    for command in ("/dates", "/status", "/family", "/export", "/tomorrow", "/settings", "/delete"):
        await there.says(command)

    assert hello.startswith("Hi. Ask me public questions")
    assert [shown.text for shown in there.screen if "Zebra" in shown.text] == []
