"""The web door: health, figures, and a webhook that only Telegram gets through."""

import hmac
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.health import SILENCE, Figures, Health, Part, Trouble
from bot.local import LocalClock
from bot.serving import listen, serving
from bot.web import LARGEST_UPDATE_BYTES, SECRET_HEADER, WEBHOOK_PATH, WebDoor
from handlers.gateway.inbound import UpdateNotTaken
from scheduler.store.errors import StoreUnavailable
from tests.bot.roof import NOON, SECRET

UPDATE = {"update_id": 7, "message": {"text": "hello"}}
GOOD = {SECRET_HEADER: SECRET}


class Door:
    """A web door with what stands behind it, and a client before it."""

    def __init__(self, client: aiohttp.ClientSession) -> None:
        self.client = client
        self.url = ""
        self.clock = LocalClock(lambda: NOON, frozen=True)
        self.health = Health(NOON)
        self.taken: list[dict[str, Any]] = []
        self.fault: Exception | None = None

    async def overdue_by(self) -> timedelta:
        """How late the next due instant is."""
        if self.fault is not None:
            raise self.fault
        return timedelta(seconds=90)

    async def take(self, update: dict[str, Any]) -> None:
        """Note an update."""
        if self.fault is not None:
            raise self.fault
        self.taken.append(update)

    async def get(self, path: str) -> tuple[int, Any]:
        """Status and body of a page."""
        async with self.client.get(self.url + path) as answer:
            json = answer.content_type == "application/json"
            return answer.status, await (answer.json() if json else answer.text())

    async def post(self, headers: dict[str, str], **body: Any) -> int:
        """Status that a post to the webhook gets."""
        url = self.url + WEBHOOK_PATH
        async with self.client.post(url, headers=headers, **body) as answer:
            return answer.status


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    """A door that is open, with a webhook."""
    async with aiohttp.ClientSession() as client:
        opened = Door(client)
        web = WebDoor(
            clock=opened.clock,
            health=opened.health,
            figures=Figures(),
            overdue_by=opened.overdue_by,
            take_update=opened.take,
            secret=SECRET,
        )
        async with serving(web.app(), listen("127.0.0.1", 0)) as opened.url:
            yield opened


async def test_healthz_when_all_is_well_then_answers_200(door: Door) -> None:
    """An operator sees at a glance that nothing is wrong."""
    assert await door.get("/healthz") == (
        200,
        {
            "well": True,
            "telegram": "reachable",
            "database": "reachable",
            "silent": [],
            "overdue_seconds": 90.0,
        },
    )


async def test_healthz_when_telegram_is_out_of_reach_then_answers_503_with_the_reason(
    door: Door,
) -> None:
    """Trouble is named."""
    door.health.report(Trouble.UNREACHABLE)
    status, body = await door.get("/healthz")
    assert (status, body["well"], body["telegram"]) == (503, False, "unreachable")


async def test_healthz_when_a_part_is_silent_then_answers_503_and_names_it(door: Door) -> None:
    """A loop that stopped is not hidden by the others."""
    door.clock.advance(SILENCE + timedelta(seconds=1))
    door.health.beat(Part.RECEIVING, now=door.clock.now())
    status, body = await door.get("/healthz")
    assert (status, body["silent"]) == (503, ["sending"])


@pytest.mark.parametrize("fault", [StoreUnavailable("gone"), TimeoutError()])
async def test_healthz_when_the_database_is_out_then_answers_503_and_not_500(
    door: Door, fault: Exception
) -> None:
    """A database that does not answer is told as such."""
    door.fault = fault
    assert await door.get("/healthz") == (
        503,
        {
            "well": False,
            "telegram": "reachable",
            "database": "unavailable",
            "silent": [],
            "overdue_seconds": None,
        },
    )


async def test_metrics_when_read_then_parse_as_prometheus_text(door: Door) -> None:
    """The figures are in the form that Prometheus reads."""
    status, text = await door.get("/metrics")
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert status == 200
    assert {"plankeeper_updates", "plankeeper_letters"} <= set(families)
    assert families["plankeeper_well"].samples[0].value == 1
    assert families["plankeeper_overdue_seconds"].samples[0].value == 90


async def test_metrics_when_the_database_is_out_then_still_answer(door: Door) -> None:
    """What cannot be known is no number."""
    door.fault = StoreUnavailable("gone")
    status, text = await door.get("/metrics")
    assert status == 200
    assert "plankeeper_well 0.0" in text
    assert "plankeeper_overdue_seconds NaN" in text


async def test_webhook_when_the_secret_is_right_then_takes_the_update(door: Door) -> None:
    """Telegram's own post is handled."""
    assert await door.post(GOOD, json=UPDATE) == 200
    assert door.taken == [UPDATE]


@pytest.mark.parametrize(
    "headers",
    [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET[:-1]}, {SECRET_HEADER: SECRET + "x"}],
)
async def test_webhook_when_the_secret_is_missing_or_wrong_then_takes_nothing(
    door: Door, headers: dict[str, str]
) -> None:
    """Nobody else speaks as Telegram."""
    assert await door.post(headers, json=UPDATE) == 403
    assert door.taken == []


async def test_webhook_when_secrets_are_compared_then_in_constant_time(
    door: Door, compared: list[tuple[bytes, bytes]]
) -> None:
    """How long a refusal takes does not tell how much of a guess was right."""
    await door.post({SECRET_HEADER: "guess"}, json=UPDATE)
    assert compared == [(b"guess", SECRET.encode())]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, bytes]]:
    """What went through the comparison that takes the same time for every guess."""
    seen: list[tuple[bytes, bytes]] = []
    constant_time = hmac.compare_digest

    def compare(given: bytes, wanted: bytes) -> bool:
        seen.append((given, wanted))
        return constant_time(given, wanted)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    return seen


@pytest.mark.parametrize(
    "body", [b"", b"hello", b"{", b"[]", b"7", b"{}", b'{"update_id": "7"}', b"\xff\xfe"]
)
async def test_webhook_when_the_body_is_no_update_then_answers_400(door: Door, body: bytes) -> None:
    """What is no update is told apart from what failed."""
    assert await door.post(GOOD, data=body) == 400
    assert door.taken == []


async def test_webhook_when_the_body_is_larger_than_any_update_then_answers_413(
    door: Door,
) -> None:
    """A body over 1 MB is not read to its end."""
    assert await door.post(GOOD, data=b"[" + b" " * LARGEST_UPDATE_BYTES) == 413


async def test_webhook_when_the_update_was_not_taken_then_asks_telegram_to_come_again(
    door: Door,
) -> None:
    """An update of which nothing came is not confirmed."""
    door.fault = UpdateNotTaken("7")
    assert await door.post(GOOD, json=UPDATE) == 503


async def test_webhook_when_handling_fails_then_logs_no_word_of_it(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault behind the door is answered 500 and told without the update."""
    door.fault = ValueError("hello")
    with caplog.at_level(logging.ERROR):
        status = await door.post(GOOD, json=UPDATE)
    assert status == 500
    assert [record.getMessage().strip() for record in caplog.records] == [
        "Exception in ASGI application"
    ]


async def test_webhook_when_asked_by_get_then_is_not_served(door: Door) -> None:
    """The webhook is for posts."""
    status, _ = await door.get(WEBHOOK_PATH)
    assert status == 405


async def test_door_when_polling_then_has_no_webhook() -> None:
    """Where the bot asks for updates, nobody can post one."""
    health, clock = Health(NOON), LocalClock(lambda: NOON, frozen=True)
    async with aiohttp.ClientSession() as client:
        door = Door(client)
        web = WebDoor(
            clock=clock, health=health, figures=Figures(), overdue_by=door.overdue_by
        ).app()
        async with serving(web, listen("127.0.0.1", 0)) as door.url:
            assert await door.post(GOOD, json=UPDATE) == 404


@pytest.mark.parametrize("path", ["/", "/docs", "/favicon.ico", "/telegram/x"])
async def test_door_when_asked_for_anything_else_then_has_nothing(door: Door, path: str) -> None:
    """Nothing of a family is served."""
    status, _ = await door.get(path)
    assert status == 404


def test_door_when_it_would_take_updates_without_a_secret_then_is_not_built() -> None:
    """An empty secret would let an empty header through."""
    door = Door.__new__(Door)
    with pytest.raises(ValueError, match="a webhook needs a secret"):
        WebDoor(
            clock=LocalClock(lambda: NOON, frozen=True),
            health=Health(NOON),
            figures=Figures(),
            overdue_by=door.overdue_by,
            take_update=door.take,
        )
