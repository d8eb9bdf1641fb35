"""Answers to presses and inline queries."""

from datetime import timedelta
from typing import Any

import pytest

from bot.local import LocalClock, LocalTelegram, Options, Person
from tests.bot.local.conftest import ARTICLE, Caller

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

    refusal = call.refusal("answerInlineQuery", inline_query_id=query_id, results=[ARTICLE] * 51)

    assert refusal == "Bad Request: too many inline query results specified"


_UNREADABLE = "Bad Request: can't parse inline query result: "


def _without(field: str) -> dict[str, Any]:
    return {name: value for name, value in ARTICLE.items() if name != field}


def _saying(text: str) -> dict[str, Any]:
    return {**ARTICLE, "input_message_content": {"message_text": text, "parse_mode": "HTML"}}


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ("no json", "Bad Request: can't parse JSON encoded inline query results"),
        ({}, "Bad Request: expected an Array of inline query results"),
        (["x"], f"{_UNREADABLE}Inline query result must be an object"),
        ([_without("id")], f'{_UNREADABLE}Can\'t find field "id"'),
        ([_without("title")], f'{_UNREADABLE}Can\'t find field "title"'),
        (
            [{**ARTICLE, "type": ""}],
            f'{_UNREADABLE}type "" is unsupported for the inline query result',
        ),
        ([{**ARTICLE, "id": 7}], f'{_UNREADABLE}Field "id" must be of type String'),
        (
            [_without("input_message_content")],
            f'{_UNREADABLE}Can\'t find field "message_text"',
        ),
        ([_saying("")], f"{_UNREADABLE}Message text is empty"),
        (
            [_saying("<b>open")],
            f"{_UNREADABLE}Can't parse entities: Can't find end tag corresponding to start tag"
            ' "b"',
        ),
        ([_saying("x" * 4097)], "Bad Request: MESSAGE_TOO_LONG"),
        ([{**ARTICLE, "id": ""}], "Bad Request: RESULT_ID_INVALID"),
        ([{**ARTICLE, "id": "\u00f1" * 33}], "Bad Request: RESULT_ID_INVALID"),
        ([{**ARTICLE, "title": " "}], "Bad Request: ARTICLE_TITLE_EMPTY"),
        ([ARTICLE, ARTICLE], "Bad Request: RESULT_ID_DUPLICATE"),
        (
            [{**ARTICLE, "reply_markup": {"inline_keyboard": [[{"text": "x" * 3}]]}}],
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the"
            " inline keyboard",
        ),
    ],
)
def test_answer_inline_query_when_a_result_is_wrong_then_refuses_in_telegrams_words(
    call: Caller, telegram: LocalTelegram, ana: Person, results: object, words: str
) -> None:
    """A bot that passes here passes there."""
    query_id = telegram.asks_inline(ana, "iep")

    assert call.refusal("answerInlineQuery", inline_query_id=query_id, results=results) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"button": "{"}, "can't parse inline query results button JSON object"),
        (
            {"button": []},
            "can't parse inline query results button: InlineQueryResultsButton must be an Object",
        ),
        (
            {"button": {"start_parameter": "x"}},
            "can't parse inline query results button: Can't find field \"text\"",
        ),
        (
            {"button": {"text": "x"}},
            "can't parse inline query results button: InlineQueryResultsButton must have exactly"
            " one optional field",
        ),
        ({"button": {"text": "x", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
    ],
)
def test_answer_inline_query_when_what_stands_around_is_wrong_then_refuses(
    call: Caller, telegram: LocalTelegram, ana: Person, values: dict[str, Any], words: str
) -> None:
    """Offset and button have their own rules."""
    query_id = telegram.asks_inline(ana, "iep")

    refusal = call.refusal("answerInlineQuery", inline_query_id=query_id, results=[], **values)

    assert refusal == f"Bad Request: {words}"


def test_choose_when_a_result_is_tapped_then_the_person_sends_it_through_the_bot(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """The message is the person's, names the bot, and reaches the bot where it looks on."""
    group = telegram.group("Parents", ana)
    query_id = telegram.asks_inline(ana, "iep")
    call("answerInlineQuery", inline_query_id=query_id, results=[ARTICLE])

    sent = telegram.chooses(ana, query_id, "1", chat_id=group.id)

    assert (sent["text"], sent["from"]["id"], sent["via_bot"]["id"], sent["chat"]["id"]) == (
        "IEP is a plan.",
        ana.id,
        telegram.bot["id"],
        group.id,
    )
    assert sent["reply_markup"] == ARTICLE["reply_markup"]
    assert telegram.updates.first(9)[-1]["message"] == sent


def test_choose_when_it_was_not_offered_to_that_person_then_is_an_error(
    call: Caller, telegram: LocalTelegram, ana: Person
) -> None:
    """Nobody sends what they were not shown."""
    query_id = telegram.asks_inline(ana, "iep")
    call("answerInlineQuery", inline_query_id=query_id, results=[ARTICLE])

    with pytest.raises(ValueError, match="no result 2"):
        telegram.chooses(ana, query_id, "2")
    with pytest.raises(ValueError, match="no result 1"):
        telegram.chooses(telegram.person("Ben"), query_id, "1")


def test_ask_inline_when_it_cannot_be_typed_then_is_an_error(
    clock: LocalClock, telegram: LocalTelegram, ana: Person
) -> None:
    """A query has 256 characters at most, and a bot without inline mode hears of none."""
    with pytest.raises(ValueError, match="256"):
        telegram.asks_inline(ana, "x" * 257)
    without = LocalTelegram(clock, Options(inline=False))
    with pytest.raises(ValueError, match="off"):
        without.asks_inline(without.person("Ben"), "iep")
