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
