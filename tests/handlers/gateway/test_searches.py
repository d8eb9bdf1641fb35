"""Searches from other chats: answered to who asks, kept nowhere, never louder than a crisis."""

import logging
from typing import Any, cast

import pytest
from telegram import Bot

from bot.local import LocalTelegram, Person
from faq.decision import DecisionKind
from handlers.gateway.outbound import Outbound
from handlers.gateway.reading import Sought
from handlers.gateway.searches import SEARCHES_A_MINUTE, Searches
from handlers.inline import Offer
from handlers.means import Means
from handlers.recall import Recall
from handlers.turn import phrase
from scheduler.actions import Sessions, Tally, change_settings
from scheduler.domain.commands import ChangeSettings
from tests.conftest import NOW, make_chat
from tests.handlers.desk import IEP, KnowingDesk
from tests.handlers.gateway.stands import StillClock

WORDS = "what is an iep"


class Board:
    """Takes offers."""

    def __init__(self) -> None:
        self.offered: list[tuple[str, Offer]] = []

    async def offer(self, query_id: str, offer: Offer) -> None:
        """Take one."""
        self.offered.append((query_id, offer))


class Gone:
    """A database that cannot be reached, and quotes what it was asked."""

    def read(self) -> None:
        """Fail."""
        raise ConnectionError(WORDS)


@pytest.fixture
def board() -> Board:
    """Where offers go."""
    return Board()


@pytest.fixture
def searches(board: Board) -> Searches:
    """Searches on a clock that stands still."""
    return Searches(cast("Outbound", board), StillClock())


@pytest.fixture
def desk() -> KnowingDesk:
    """A desk that knows one question and one danger."""
    known = KnowingDesk()
    known.takes(WORDS, DecisionKind.ANSWER, IEP)
    known.takes("he wants to die", DecisionKind.CRISIS)
    return known


def _means(store: Sessions, desk: KnowingDesk) -> Means:
    return Means(store, desk, Tally(), Recall(), "plankeeper_bot")


def _sought(text: str = WORDS, *, user_id: int = 7, language: str | None = None) -> Sought:
    return Sought("q", user_id, language, text)


@pytest.mark.parametrize(
    ("user_id", "app", "asked_in"), [(1, "en", "es"), (9, "es", "es"), (9, None, "en")]
)
async def test_answer_when_a_language_was_chosen_then_it_counts_before_the_apps(
    searches: Searches,
    store: Sessions,
    desk: KnowingDesk,
    user_id: int,
    app: str | None,
    asked_in: str,
) -> None:
    """The private chat's language, else the app's, else English."""
    chat_id = await make_chat(store, 1)
    spanish = ChangeSettings(language="es")
    await change_settings(store, spanish, chat_id=chat_id, draft_id=None, now=NOW)

    await searches.answer(_sought(user_id=user_id, language=app), _means(store, desk))

    assert [language for _, language, _ in desk.asked] == [asked_in]


async def test_answer_when_the_database_is_gone_then_is_answered_all_the_same(
    searches: Searches,
    board: Board,
    desk: KnowingDesk,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The app's language will do; what was typed is in no line of the log."""
    with caplog.at_level(logging.DEBUG):
        await searches.answer(_sought(), _means(cast("Sessions", Gone()), desk))

    assert len(board.offered) == 1
    assert "a language could not be looked up" in caplog.text
    assert WORDS not in caplog.text


async def test_answer_when_somebody_types_without_end_then_only_danger_is_still_answered(
    searches: Searches, board: Board, store: Sessions, desk: KnowingDesk
) -> None:
    """More searches than anybody types a minute are left alone, but for a crisis."""
    means = _means(store, desk)
    for _ in range(SEARCHES_A_MINUTE + 5):
        await searches.answer(_sought(), means)
    await searches.answer(_sought("he wants to die"), means)

    assert len(board.offered) == SEARCHES_A_MINUTE + 1
    assert board.offered[-1][1].urgent


async def _offered(
    outbound: Outbound, telegram: LocalTelegram, maya: Person, offer: Offer
) -> dict[str, Any]:
    query_id = telegram.asks_inline(maya, "x")
    await outbound.offer(query_id, offer)
    return telegram.transcript.of("answerInlineQuery")[-1].params


async def test_offer_when_sent_then_is_for_this_person_and_kept_for_minutes(
    outbound: Outbound, telegram: LocalTelegram, maya: Person
) -> None:
    """Another person may read another language; a release may bring a better answer."""
    params = await _offered(outbound, telegram, maya, Offer((), "en"))

    assert (params["is_personal"], params["cache_time"]) == (True, 300)
    assert "button" not in params


async def test_offer_when_it_has_a_hint_then_that_leads_to_the_private_chat(
    outbound: Outbound, telegram: LocalTelegram, maya: Person
) -> None:
    """The line above the results opens the chat with the bot."""
    offer = Offer((), "es", hint=phrase("inline-in-private"))

    params = await _offered(outbound, telegram, maya, offer)

    assert params["button"] == {"text": "Hagámoslo en privado", "start_parameter": "hello"}


async def test_offer_when_it_comes_too_late_then_is_no_fault(
    outbound: Outbound, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    """Who typed on has another search by now."""
    del bot
    with caplog.at_level(logging.INFO):
        await outbound.offer("1", Offer((), "en"))

    assert "a search was not answered: BadRequest" in caplog.text
    assert [line for line in caplog.records if line.levelno >= logging.WARNING] == []
