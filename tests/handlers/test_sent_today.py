"""How many questions a chat may send a day: held in memory, bounded, nothing written."""

from datetime import date

from handlers.sent_today import MOST_A_DAY, SentToday
from scheduler.domain.plans import ChatId

MAYA, LEO = ChatId(1), ChatId(2)
TODAY, TOMORROW = date(2026, 9, 10), date(2026, 9, 11)


def _after(*marks: str, limit: int = 10) -> SentToday:
    sent = SentToday(limit)
    for mark in marks:
        sent.note(MAYA, mark, TODAY)
    return sent


def test_sending_when_three_were_sent_then_no_more_today() -> None:
    """A few a day, and tomorrow again; others are not held back by it."""
    sent = _after("a", "b", "c")

    assert MOST_A_DAY == 3
    assert [
        sent.may_send(who, on) for who, on in ((MAYA, TODAY), (LEO, TODAY), (MAYA, TOMORROW))
    ] == [
        False,
        True,
        True,
    ]


def test_sending_when_the_same_is_sent_twice_then_it_counts_once() -> None:
    """A double tap is one question."""
    sent = _after("a", "a", "b")

    assert (sent.has_sent(MAYA, "a", TODAY), sent.has_sent(MAYA, "c", TODAY)) == (True, False)
    assert sent.may_send(MAYA, TODAY)


def test_sending_when_a_new_day_begins_then_yesterday_is_dropped() -> None:
    """Memory holds one day only."""
    sent = _after("a")
    sent.note(LEO, "b", TOMORROW)

    assert list(sent._sent) == [LEO]


def test_sending_when_many_chats_send_then_the_first_is_forgotten() -> None:
    """Memory is bounded."""
    sent = _after("a", limit=1)
    sent.note(LEO, "b", TODAY)

    assert list(sent._sent) == [LEO]


def test_sending_when_a_chat_is_erased_then_nothing_of_it_is_held() -> None:
    """Erasing reaches memory, too."""
    sent = _after("a")
    sent.forget(MAYA)
    sent.forget(LEO)

    assert not sent.has_sent(MAYA, "a", TODAY)
