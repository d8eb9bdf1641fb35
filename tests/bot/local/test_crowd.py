"""Many persons at once."""

from bot.local import LocalClock, LocalTelegram
from bot.local.crowd import Crowd
from bot.local.methods import perform
from bot.local.payload import Params
from bot.local.state import Options


async def test_crowd_when_it_writes_then_updates_wait_and_answers_count(
    clock: LocalClock,
) -> None:
    """Persons and texts take turns; each answer of the bot counts."""
    telegram = LocalTelegram(clock, Options(keep_messages=3, keep_calls=0))
    crowd = Crowd.gather(telegram, 3)
    crowd.says(["a", "b"], 6)
    for person in crowd.persons:
        perform(telegram, "sendMessage", Params({"chat_id": person.id, "text": "x"}))

    await crowd.heard(3, within=1)

    assert (len(telegram.updates), crowd.answers, len(list(telegram.history))) == (6, 3, 3)
