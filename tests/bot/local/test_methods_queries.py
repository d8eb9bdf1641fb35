"""Answers to presses and inline queries."""

from datetime import timedelta

import pytest

from bot.local import LocalClock, LocalTelegram, Person
from tests.bot.local.conftest import Caller

_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_answer_callback_query_then_the_person_reads_it(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """An answer holds the words and whether they are an alert."""
    query_id = telegram.presses(ana, 3, "x")

    call("answerCallbackQuery", callback_query_id=query_id, text="Done", show_alert="true")

    assert await telegram.answered(query_id) == {
        "query_id": query_id,
        "message_id": 3,
        "text": "Done",
        "show_alert": True,
    }


@pytest.mark.parametrize("known", [True, False])
def test_answer_callback_query_when_too_old_or_unknown_then_refuses(
    call: Caller, telegram: LocalTelegram, clock: LocalClock, ana: Person, *, known: bool
) -> None:
    """A press waits a minute for its answer."""
    query_id = telegram.presses(ana, 3, "x") if known else "1"
    clock.advance(timedelta(seconds=61))

    assert call.refusal("answerCallbackQuery", callback_query_id=query_id) == _TOO_OLD


def test_answer_callback_query_when_too_long_then_refuses(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """A notice has 200 characters at most."""
    query_id = telegram.presses(ana, 3, "x")

    refusal = call.refusal("answerCallbackQuery", callback_query_id=query_id, text="x" * 201)

    assert refusal == "Bad Request: MESSAGE_TOO_LONG"


def test_answer_inline_query_when_too_many_then_refuses(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """An inline query takes 50 results at most."""
    query_id = telegram.asks_inline(ana, "iep")

    refusal = call.refusal("answerInlineQuery", inline_query_id=query_id, results=[{}] * 51)

    assert refusal == "Bad Request: RESULTS_TOO_MUCH"
