"""Letters that are due: what became of each is a value, whatever Telegram does."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.local import LocalTelegram, Person
from handlers.gateway import outbound as module
from handlers.gateway.outbound import Outbound
from handlers.turn import GAP, Words, new, phrase
from scheduler.domain.delivery import (
    Blocked,
    Busy,
    CorrectionNotice,
    Delivered,
    Letter,
    Moved,
    Outcome,
    Rejected,
    Unreachable,
)
from scheduler.domain.plans import ChatId, Child, ChildId, Preferences, ReminderId
from tests.handlers.gateway.stands import THURSDAY, Naps, preferences


def _letter(chat: Preferences, nickname: str = "Sam") -> Letter:
    child, day = Child(ChildId(1), nickname), date(2026, 9, 11)
    notice = CorrectionNotice(ReminderId(1), child, day, (), THURSDAY)
    return Letter(chat, (notice,), day - timedelta(days=1), late=False)


@pytest.mark.parametrize("nickname", ["Sam", "<b>&_*", "</b>", "&amp;", "[x](https://a.b)"])
async def test_deliver_when_telegram_takes_it_then_is_delivered(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, chat: Preferences, nickname: str
) -> None:
    """A nickname shows as it is, whatever stands in it."""
    outcome = await outbound.deliver(_letter(chat, nickname))
    (message,) = telegram.from_bot(maya)
    assert (outcome, nickname in message["text"]) == (Delivered(message["message_id"]), True)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ({"kind": "too_many_requests", "retry_after": 45}, Busy(timedelta(seconds=45))),
        ({"kind": "server_error", "code": 502}, Unreachable("network")),
        ({"kind": "drop"}, Unreachable("network")),
        ({"kind": "refusal", "code": 403}, Blocked("forbidden")),
        ({"kind": "refusal", "code": 400}, Rejected("bad-request")),
    ],
)
async def test_deliver_when_telegram_fails_then_says_how_after_one_try(
    outbound: Outbound,
    telegram: LocalTelegram,
    chat: Preferences,
    fault: dict[str, Any],
    outcome: Outcome,
) -> None:
    """When to try again is delivery's to decide: a letter is tried once."""
    telegram.fails(**fault, method="sendMessage")
    came = await outbound.deliver(_letter(chat))
    assert (came, len(telegram.transcript.of("sendMessage"))) == (outcome, 1)


async def test_deliver_when_the_group_moved_then_says_where_to(
    outbound: Outbound, telegram: LocalTelegram, maya: Person
) -> None:
    """The new id is delivery's to write down."""
    group = telegram.group("Parents", maya)
    moved = telegram.migrates(group)
    assert await outbound.deliver(_letter(preferences(group.id))) == Moved(ChatId(moved.id))


async def test_deliver_when_it_cannot_be_put_into_words_then_is_rejected(
    outbound: Outbound, chat: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours is not tried again for ever."""
    monkeypatch.setattr(module, "letter_reply", lambda _: new(phrase("no-such-sentence")))
    assert await outbound.deliver(_letter(chat)) == Rejected("not-rendered")


async def test_deliver_when_it_shows_nothing_then_is_rejected(
    outbound: Outbound, chat: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram never takes a blank message."""
    monkeypatch.setattr(module, "letter_reply", lambda _: new(GAP))
    assert await outbound.deliver(_letter(chat)) == Rejected("bad-request")


async def test_deliver_when_long_and_interrupted_then_its_beginning_comes_once(
    outbound: Outbound,
    telegram: LocalTelegram,
    maya: Person,
    chat: Preferences,
    naps: Naps,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What follows the first message is waited for, so that nothing comes twice."""

    def interrupted(_: Letter) -> Any:
        return new(Words("a" * 5000))

    sent = telegram.history.add

    def busy_after_the_first(message: Any) -> None:
        sent(message)
        if len(message.get("text", "")) == 4096:
            telegram.fails("too_many_requests", "sendMessage", retry_after=5)

    monkeypatch.setattr(module, "letter_reply", interrupted)
    monkeypatch.setattr(
        type(telegram.history), "add", lambda _, message: busy_after_the_first(message)
    )
    outcome = await outbound.deliver(_letter(chat))
    lengths = [len(message["text"]) for message in telegram.from_bot(maya)]
    assert (type(outcome), lengths, naps.seconds) == (Delivered, [4096, 904], [5])
