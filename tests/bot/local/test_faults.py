"""Failures on purpose."""

from random import Random

import aiohttp
import pytest

from bot.local import Fault, FaultKind, LocalTelegram, Person
from bot.local.faults import Faults
from tests.bot.local.conftest import Post


async def test_fault_when_too_many_requests_then_says_when_to_come_back(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """A 429 names the seconds twice, and the call after it goes well."""
    telegram.fails("too_many_requests", "sendMessage", retry_after=7)

    refused = await post("sendMessage", chat_id=ana.id, text="x")
    sent = await post("sendMessage", chat_id=ana.id, text="x")

    assert (refused.status, refused.headers["Retry-After"], refused.body, sent.status) == (
        429,
        "7",
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        },
        200,
    )


@pytest.mark.parametrize("delivered", [False, True])
async def test_fault_when_dropped_then_no_answer_comes(
    telegram: LocalTelegram, ana: Person, post: Post, *, delivered: bool
) -> None:
    """A connection breaks before or after the message has arrived."""
    telegram.fails("drop", "sendMessage", delivered=delivered)

    with pytest.raises(aiohttp.ClientConnectionError):
        await post("sendMessage", chat_id=ana.id, text="x")

    assert len(telegram.messages(ana)) == int(delivered)


@pytest.mark.parametrize("delivered", [False, True])
async def test_fault_when_silent_then_the_client_waits_in_vain(
    telegram: LocalTelegram, ana: Person, post: Post, *, delivered: bool
) -> None:
    """No answer ever comes, whether the message has arrived or not."""
    telegram.fails("silence", "sendMessage", delivered=delivered)

    with pytest.raises(TimeoutError):
        await post("sendMessage", wait=0.1, chat_id=ana.id, text="x")

    assert len(telegram.messages(ana)) == int(delivered)


async def test_fault_when_server_error_after_delivery_then_message_is_there(
    telegram: LocalTelegram, ana: Person, post: Post
) -> None:
    """A 502 may hide that the message went out."""
    telegram.fails("server_error", code=502, delivered=True)

    reply = await post("sendMessage", chat_id=ana.id, text="x")

    assert (reply.status, reply.body["description"], len(telegram.messages(ana))) == (
        502,
        "Bad Gateway",
        1,
    )


async def test_fault_when_delayed_then_the_right_answer_comes_late(
    telegram: LocalTelegram, post: Post
) -> None:
    """A delay changes nothing but the time."""
    telegram.fails("delay", seconds=0.01)

    assert (await post("getMe")).body["result"]["is_bot"] is True


async def test_fault_when_refusal_then_answers_the_given_words(
    telegram: LocalTelegram, post: Post
) -> None:
    """Any refusal can be scripted."""
    telegram.fails("refusal", "getMe", code=403, description="Forbidden: user is deactivated")

    reply = await post("getMe")

    assert (reply.status, reply.body["description"]) == (403, "Forbidden: user is deactivated")


async def test_fault_then_the_transcript_names_it(telegram: LocalTelegram, post: Post) -> None:
    """Each call that met a fault says so."""
    telegram.fails("server_error", times=1)
    await post("getMe")
    await post("getMe")

    calls = telegram.transcript.of("getMe")
    assert [(call.ok, call.error_code, call.fault) for call in calls] == [
        (False, 500, "server_error"),
        (True, None, None),
    ]


def test_meet_when_times_are_over_then_calls_go_well() -> None:
    """A fault befalls as many calls as it was told to, of its method and chat alone."""
    faults = Faults()
    faults.add(Fault(FaultKind.DROP, "sendMessage", times=2, chat_id=5))

    met = [
        faults.meet(method, chat_id) is not None
        for method, chat_id in (
            ("sendmessage", 6),
            ("getme", 5),
            ("sendmessage", 5),
            ("sendmessage", 5),
            ("sendmessage", 5),
        )
    ]

    assert met == [False, False, True, True, False]


def test_meet_when_by_chance_then_the_seed_decides() -> None:
    """The same seed brings the same faults."""

    def met(seed: int) -> list[bool]:
        faults = Faults(Random(seed))
        faults.add(Fault(FaultKind.DROP, times=None, probability=0.5))
        return [faults.meet("getme", 0) is not None for _ in range(20)]

    assert (met(1) == met(1), met(1) == met(2), set(met(1))) == (True, False, {True, False})
