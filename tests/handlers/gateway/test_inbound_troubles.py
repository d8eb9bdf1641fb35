"""Receiving when things fail: Telegram, the database, or we; nothing is lost and nothing ends."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter

from bot.logs import PlacesOnly
from handlers.gateway import inbound as module
from handlers.gateway.trouble import PollTrouble, back_off_seconds
from tests.handlers.gateway.receiving import at_work, echo
from tests.handlers.gateway.stands import text_update


@pytest.fixture(autouse=True)
def _echoes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "handle", echo)


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (NetworkError("x"), PollTrouble.UNREACHABLE),
        (Conflict("x"), PollTrouble.SECOND_INSTANCE),
        (InvalidToken("x"), PollTrouble.TOKEN_REFUSED),
        (RuntimeError("a fault of ours"), PollTrouble.UNREACHABLE),
    ],
)
async def test_poll_when_asking_fails_then_tells_it_and_goes_on(
    error: Exception, trouble: PollTrouble
) -> None:
    """Whatever goes wrong while asking for updates, receiving goes on."""
    desk = at_work(error, [text_update(1, "still here")])
    await desk.polls()
    assert (desk.troubles[0], desk.troubles[1], desk.words) == (trouble, None, ["still here"])


@pytest.mark.parametrize(("failures", "seconds"), [(1, 1.0), (2, 2.0), (6, 30.0), (5000, 30.0)])
def test_back_off_when_failures_pile_up_then_is_bounded(failures: int, seconds: float) -> None:
    """The pause doubles up to half a minute, and a day of failures does not end receiving."""
    assert back_off_seconds(NetworkError("x"), failures) == seconds


def test_back_off_when_telegram_names_a_time_then_is_that(monkeypatch: pytest.MonkeyPatch) -> None:
    """A 429 says itself how long to wait."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    assert back_off_seconds(RetryAfter(77), 1) == 77


async def test_poll_when_the_database_is_down_then_fetches_again_and_answers() -> None:
    """An outage loses nothing: what could not be noted is fetched again until it is."""
    batch = [text_update(1, "one"), text_update(2, "two", chat_id=8)]
    desk = at_work(batch, batch, batch)
    desk.notebook.down = 4
    await desk.polls()
    assert (desk.bot.offsets, desk.words) == ([0, 1, 1, 3], ["one", "two"])


async def test_poll_when_the_database_is_down_then_does_not_run_hot() -> None:
    """Between two tries the database is left alone, and the person sees the bot at it."""
    desk = at_work([text_update(1)], [text_update(1)])
    desk.notebook.down = 1
    await desk.polls()
    assert (desk.naps.seconds, desk.mouth.busy) == ([4.0], [7])


async def test_poll_when_the_database_is_down_then_no_group_sees_typing() -> None:
    """Only the person who waits is shown that the bot is at it."""
    update = text_update(1, "/help", chat_id=-5)
    update["message"]["chat"] = {"id": -5, "type": "group", "title": "Parents"}
    desk = at_work([update], [update])
    desk.notebook.down = 1
    await desk.polls()
    assert (desk.mouth.busy, len(desk.mouth.said)) == ([], 1)


async def test_poll_when_all_is_noted_again_then_no_refusal_is_remembered() -> None:
    """Refusals are counted as long as there are any."""
    batch = [text_update(1), text_update(2, chat_id=8)]
    desk = at_work(batch, batch)
    desk.notebook.down = 1
    await desk.polls()
    assert not desk.inbound._refusals


async def test_poll_when_some_could_be_noted_then_those_act_once() -> None:
    """What was noted before the outage is not answered again."""
    batch = [text_update(1, "one"), text_update(2, "two", chat_id=8)]
    desk = at_work(batch, batch)
    desk.notebook.down = 1
    await desk.polls()
    assert (desk.bot.offsets, sorted(desk.words)) == ([0, 1, 3], ["one", "two"])


async def test_poll_when_one_update_is_never_taken_then_the_others_do_not_wait_for_it() -> None:
    """An update that the database refuses while it takes others is passed over in the end."""
    batch = [text_update(1, "poison"), text_update(2, "two", chat_id=8)]
    desk = at_work(batch, batch, batch)
    desk.notebook.poison = {1}
    await desk.polls()
    assert (desk.bot.offsets, desk.words) == ([0, 1, 1, 3], ["two"])


async def test_poll_when_an_update_cannot_be_read_then_passes_over_it() -> None:
    """One unreadable update does not take its neighbours along."""
    broken = {"update_id": 1, "message": {"message_id": 1}}
    desk = at_work([broken, text_update(2, "two")])
    await desk.polls()
    assert (desk.bot.offsets, desk.words) == ([0, 3], ["two"])


@pytest.mark.parametrize("answer", [{"not": "a list"}, [{"no": "number"}]])
async def test_poll_when_the_answer_is_odd_then_receiving_goes_on(answer: Any) -> None:
    """A server that answers nonsense does not end receiving."""
    desk = at_work(answer, [text_update(2, "two")])
    await desk.polls()
    assert desk.words == ["two"]


async def test_poll_when_a_handler_fails_then_says_a_kind_word() -> None:
    """A fault of ours is told kindly, and the next message is answered."""
    desk = at_work([text_update(1, "boom"), text_update(2, "fine")])
    await desk.polls()
    assert (desk.words, desk.notebook.finished) == (["error-ours", "fine"], [1, 2])


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What receiving writes into the log of a running bot."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(PlacesOnly())
    module.log.addHandler(handler)
    yield lines
    module.log.removeHandler(handler)


async def test_poll_when_a_handler_fails_then_logs_the_number_and_no_words(
    written: io.StringIO,
) -> None:
    """The log carries the update's number and the fault's class, never what a person said."""
    desk = at_work([text_update(1, "boom")])
    await desk.polls()
    lines = written.getvalue()
    assert ("update 1" in lines, "ValueError" in lines, "Sam" in lines) == (True, True, False)
