"""Receiving: each update once, in order for its chat, whoever is slow."""

import asyncio

import pytest

from handlers.gateway import inbound as module
from handlers.gateway.inbound import UpdateNotTaken
from handlers.gateway.limits import MESSAGES_A_MINUTE
from handlers.turn import Form
from tests.handlers.gateway.receiving import at_work, echo
from tests.handlers.gateway.stands import press_update, text_update


@pytest.fixture(autouse=True)
def _echoes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "handle", echo)


async def test_poll_when_updates_come_then_answers_and_acknowledges_them() -> None:
    """What was handled is acknowledged with the next poll."""
    desk = at_work([text_update(5, "one"), text_update(6, "two", chat_id=8)])
    await desk.polls()
    assert (sorted(desk.words), desk.bot.offsets) == (["one", "two"], [0, 7])


async def test_poll_when_an_update_comes_twice_then_acts_once() -> None:
    """Telegram may send an update again; it acts once."""
    desk = at_work([text_update(5, "one")], [text_update(5, "one"), text_update(6, "two")])
    await desk.polls()
    assert desk.words == ["one", "two"]


async def test_poll_when_one_chat_says_many_things_then_answers_in_order() -> None:
    """What one chat says is answered in the order in which it was said."""
    said = [str(number) for number in range(20)]
    desk = at_work([text_update(number, text) for number, text in enumerate(said, 1)])
    await desk.polls()
    assert desk.words == said


async def test_poll_when_a_chat_waits_in_line_then_is_looked_up_again() -> None:
    """What an earlier message changed (an open question, a zone) holds for the next one."""
    desk = at_work([text_update(1), text_update(2), text_update(3, chat_id=8)])
    await desk.polls()
    assert sorted(desk.notebook.noted) == [1, 2, 2, 3]


async def test_poll_when_one_answer_is_slow_then_others_go_on() -> None:
    """A slow answer holds up its own chat only, and the next updates are fetched."""
    desk = at_work(
        [text_update(1, "slow", chat_id=7), text_update(2, "quick", chat_id=8)],
        [text_update(3, "next", chat_id=9), text_update(4, "behind", chat_id=7)],
    )
    desk.mouth.held[7] = asyncio.Event()
    polling = asyncio.create_task(desk.inbound.poll())
    await desk.bot.over.wait()
    before = desk.words
    desk.mouth.held[7].set()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    assert (before, desk.words) == (["quick", "next"], ["quick", "next", "slow", "behind"])


async def test_poll_when_somebody_writes_too_much_then_says_so_once() -> None:
    """Beyond the allowance of a minute one kind word is said, and then nothing."""
    desk = at_work([text_update(number, "x") for number in range(MESSAGES_A_MINUTE + 3)])
    await desk.polls()
    assert desk.words == ["x"] * MESSAGES_A_MINUTE + ["too-fast"]


async def test_poll_when_somebody_in_danger_writes_too_fast_then_is_heard() -> None:
    """No allowance stands between a crisis and the help lines."""
    desk = at_work(
        [text_update(number, "x") for number in range(MESSAGES_A_MINUTE + 1)]
        + [text_update(500, "danger")]
    )
    await desk.polls()
    assert desk.words[-1] == "danger"


async def test_poll_when_buttons_are_pressed_too_much_then_each_stops_spinning() -> None:
    """A button that is not answered in words is answered all the same."""
    numbers = range(MESSAGES_A_MINUTE + 3)
    desk = at_work([press_update(number, "garbage") for number in numbers])
    await desk.polls()
    told = desk.mouth.said[MESSAGES_A_MINUTE][1][0].form
    queries = [query for _, _, query in desk.mouth.said]
    assert (told, queries) == (Form.TOAST, [f"q{number}" for number in numbers])


@pytest.mark.parametrize("data", ["v0:snooze:1:2", "v1:unknown:1", "garbage", "", "v1:" + "9" * 60])
async def test_poll_when_a_button_is_foreign_then_it_is_nobodys(data: str) -> None:
    """A payload that this release cannot read reaches the handlers as such."""
    desk = at_work([press_update(1, data)])
    await desk.polls()
    assert desk.words == ["pressed None"]


async def test_poll_when_stopped_then_answers_under_way_go_out() -> None:
    """Whoever was about to be answered at the end still is."""
    desk = at_work([text_update(1, "slow")])
    desk.mouth.held[7] = asyncio.Event()
    polling = asyncio.create_task(desk.inbound.poll())
    await desk.bot.over.wait()
    polling.cancel()
    await asyncio.wait([polling], timeout=0.01)
    ended_early = polling.done()
    desk.mouth.held[7].set()
    await asyncio.gather(polling, return_exceptions=True)
    assert (ended_early, desk.words) == (False, ["slow"])


async def test_poll_when_stopped_and_an_answer_hangs_then_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An answer that does not get out does not keep the program from ending."""
    monkeypatch.setattr(module, "_GRACE_SECONDS", 0.01)
    desk = at_work([text_update(1, "slow")])
    desk.mouth.held[7] = asyncio.Event()
    await desk.polls()
    assert (desk.words, desk.inbound._under_way) == ([], set())


async def test_take_when_noted_then_answers() -> None:
    """The webhook's update is answered before it is acknowledged."""
    desk = at_work()
    await desk.inbound.take(text_update(1, "one"))
    assert desk.words == ["one"]


async def test_take_when_the_database_is_down_then_refuses() -> None:
    """Telegram posts again what could not be noted."""
    desk = at_work()
    desk.notebook.down = 1
    with pytest.raises(UpdateNotTaken):
        await desk.inbound.take(text_update(1))


async def test_take_when_the_bot_has_no_name_yet_then_refuses() -> None:
    """Before getMe was answered nobody can tell what is said to the bot by its name."""
    desk = at_work(bot_name="")
    with pytest.raises(UpdateNotTaken):
        await desk.inbound.take(text_update(1))


async def test_take_when_unreadable_then_is_done_with_it() -> None:
    """Posting an unreadable update again would not help."""
    desk = at_work()
    await desk.inbound.take({"update_id": 1, "message": {"message_id": 1}})
    assert desk.words == []
