"""The door for the chat page and the scenario tests."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.local import LocalTelegram, Person, Serving
from tests.bot.local.conftest import ARTICLE, Caller

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


@pytest.fixture
def door(server: Serving, http: aiohttp.ClientSession) -> "Door":
    """Requests to the door."""
    return Door(server, http)


class Door:
    """Asks and tells, and hands back status and JSON."""

    def __init__(self, server: Serving, http: aiohttp.ClientSession) -> None:
        self._url, self._http = server.url, http

    async def ask(self, path: str, **query: object) -> tuple[int, Any]:
        """GET with a query."""
        params = {name: str(value) for name, value in query.items()}
        async with self._http.get(self._url + path, params=params) as response:
            return response.status, await response.json()

    async def tell(self, path: str, **fields: object) -> tuple[int, Any]:
        """POST of JSON."""
        async with self._http.post(self._url + path, json=fields) as response:
            return response.status, await response.json()


async def test_state_then_all_that_the_page_draws(
    door: Door, telegram: LocalTelegram, ana: Person, call: Caller
) -> None:
    """One request tells a page all it needs."""
    telegram.person("Ms. Lee", role="teacher", language="es")
    call("setMyDescription", description="Hello")
    call("setMyCommands", commands=[{"command": "help", "description": "Help"}])

    _, state = await door.ask("/local/state", person=ana.id)

    assert state == {
        "bot": {
            "name": "Plankeeper",
            "username": "plankeeper_local_bot",
            "description": "Hello",
            "short_description": "",
        },
        "me": state["persons"][0],
        "persons": [
            {
                "id": 700000001,
                "name": "Ana",
                "language": "en",
                "blocked": False,
                "chat_id": 700000001,
                "role": None,
            },
            {
                "id": 700000002,
                "name": "Ms. Lee",
                "language": "es",
                "blocked": False,
                "chat_id": 700000002,
                "role": "teacher",
            },
        ],
        "groups": [],
        "messages": [],
        "commands": [{"command": "help", "description": "Help"}],
        "clock": {"now": "2026-10-01T12:00:00Z", "frozen": True, "next_due": None},
        "typing": False,
        "pinned": None,
        "live_hint": None,
    }


async def test_state_when_nobody_is_named_then_somebody_is_there(door: Door) -> None:
    """The first visit finds a person to be."""
    _, state = await door.ask("/local/state")

    assert state["me"]["name"] == "Parent"


async def test_message_then_html_buttons_and_file_are_made_ready(
    door: Door, telegram: LocalTelegram, ana: Person, call: Caller
) -> None:
    """The page parses no entities and looks up no files."""
    stored = telegram.files.put(b"BEGIN", name="plan.ics", folder="documents")
    buttons = [
        {"text": "Done", "callback_data": "v1:done:1"},
        {"text": "Law", "url": "https://example.org/"},
        {"text": "Copy", "copy_text": {"text": "words"}},
    ]
    call(
        "sendDocument",
        chat_id=ana.id,
        document=stored.file_id,
        caption="<b>Dates</b> &lt;3",
        parse_mode="HTML",
        reply_markup={"inline_keyboard": [buttons]},
    )

    _, state = await door.ask("/local/state", person=ana.id)

    message = state["messages"][0]
    assert {name: message[name] for name in ("from_bot", "html", "keyboard", "file")} == {
        "from_bot": True,
        "html": "<b>Dates</b> &lt;3",
        "keyboard": [
            [
                {"text": "Done", "data": "v1:done:1"},
                {"text": "Law", "url": "https://example.org/"},
                {"text": "Copy", "copy": "words"},
            ]
        ],
        "file": {
            "name": "plan.ics",
            "url": f"/local/file/{stored.file_id}",
            "size": 5,
            "mime": "text/calendar",
        },
    }


async def test_file_when_it_could_run_as_a_page_then_it_is_a_download(
    telegram: LocalTelegram, server: Serving, http: aiohttp.ClientSession
) -> None:
    """What somebody uploads never runs as a page of this server."""
    stored = telegram.files.put(b"<script>", name="a.html", folder="documents")

    async with http.get(f"{server.url}/local/file/{stored.file_id}") as response:
        disposition = response.headers["Content-Disposition"]

    assert disposition == "attachment"


async def test_acts_then_each_reaches_the_bot(
    door: Door, telegram: LocalTelegram, ana: Person
) -> None:
    """Say, edit, press, send, block and language do what a person does."""
    _, said = await door.tell("/local/say", person=ana.id, text="hi")
    await door.tell("/local/edit", person=ana.id, message_id=said["message_id"], text="hey")
    _, pressed = await door.tell(
        "/local/press", person=ana.id, message_id=said["message_id"], data="x"
    )
    await door.tell("/local/send", person=ana.id, kind="sticker", emoji="👍")
    await door.tell("/local/block", person=ana.id, blocked=True)
    await door.tell("/local/language", person=ana.id, language="es")

    kinds = [list(update)[1] for update in telegram.updates.first(10)]
    assert (kinds, pressed["query_id"], ana.language, ana.blocked) == (
        ["message", "edited_message", "callback_query", "message", "my_chat_member"],
        "9000000001",
        "es",
        True,
    )


async def test_send_when_a_file_is_uploaded_then_the_bot_gets_it(
    server: Serving, http: aiohttp.ClientSession, telegram: LocalTelegram, ana: Person
) -> None:
    """A form carries a real file."""
    form = aiohttp.FormData({"person": str(ana.id), "kind": "document"})
    form.add_field("file", b"BEGIN:VCALENDAR", filename="school.ics")

    async with http.post(f"{server.url}/local/send", data=form) as response:
        message = await response.json()

    stored = telegram.files.find(message["document"]["file_id"])
    assert (message["file"]["name"], stored and stored.content) == (
        "school.ics",
        b"BEGIN:VCALENDAR",
    )


async def test_inline_then_waits_for_the_results(
    door: Door, telegram: LocalTelegram, ana: Person, call: Caller
) -> None:
    """An inline query answers with what the bot found."""
    asking = asyncio.create_task(door.tell("/local/inline", person=ana.id, query="iep"))
    async with asyncio.timeout(5):
        while not len(telegram.updates):
            await asyncio.sleep(0.001)
    query = telegram.updates.first(1)[0]["inline_query"]
    call("answerInlineQuery", inline_query_id=query["id"], results=[ARTICLE])

    _, answered = await asking
    assert (query["query"], answered["results"]) == ("iep", [ARTICLE])


@pytest.mark.parametrize(
    ("path", "fields", "words"),
    [
        ("/local/say", {"text": "hi"}, "person must be a whole number"),
        ("/local/say", {"person": 1, "text": "hi"}, "there is no such person"),
        ("/local/say", {"person": 700000001, "text": " "}, "text must be a text"),
        (
            "/local/say",
            {"person": 700000001, "text": "x" * 4097},
            "a text has 1 to 4,096 characters",
        ),
        (
            "/local/say",
            {"person": 700000001, "text": "x", "chat": -5},
            "the person is in no such chat",
        ),
        ("/local/clock", {"to": "soon"}, "to must be an instant in ISO 8601"),
        ("/local/clock", {"to": "2026-10-02T12:00:00"}, "to must name its zone"),
        ("/local/clock", {"days": -1}, "days and advance_seconds count forward"),
        ("/local/clock", {"days": 1e99}, "the clock moves five years at most"),
        ("/local/faults", {"kind": "drop", "moon": 1}, "a fault has no moon"),
        ("/local/faults", {"kind": "drop", "times": "3"}, "times cannot be '3'"),
        (
            "/local/faults",
            {"kind": "flood"},
            "kind must be one of too_many_requests, server_error, refusal, silence, delay, drop",
        ),
    ],
)
async def test_door_when_told_nonsense_then_says_what_is_wrong(
    door: Door, ana: Person, path: str, fields: dict[str, object], words: str
) -> None:
    """Each mistake is answered with a 400 that names it."""
    del ana

    status, body = await door.tell(path, **fields)

    assert (status, body["description"]) == (400, words)


async def test_clock_when_moved_then_steps_through_what_is_due(
    door: Door, telegram: LocalTelegram
) -> None:
    """The clock stops at each due instant and tells how many there were."""
    due = [NOON + timedelta(hours=1), NOON + timedelta(days=2)]

    async def next_due() -> datetime | None:
        return next((instant for instant in due if instant > telegram.clock.now()), None)

    telegram.next_due = next_due

    _, day = await door.tell("/local/clock", days=1)
    _, following = await door.tell("/local/clock", to_next=True)
    _, last = await door.tell("/local/clock", to="2026-10-04T08:00:00-04:00", frozen=False)

    assert [(moved["steps"], moved["clock"]["next_due"]) for moved in (day, following, last)] == [
        (1, "2026-10-03T12:00:00Z"),
        (1, None),
        (0, None),
    ]


async def test_faults_when_told_over_http_then_they_befall_and_go(
    door: Door, telegram: LocalTelegram, server: Serving, http: aiohttp.ClientSession
) -> None:
    """Faults can be set, seen and taken away through the door."""
    await door.tell("/local/faults", kind="server_error", code=503, times=None)
    async with http.get(f"{server.base_url}{telegram.options.token}/getMe") as response:
        status = response.status
    _, waiting = await door.ask("/local/faults")
    async with http.delete(f"{server.url}/local/faults"):
        pass

    assert (status, len(waiting), bool(telegram.faults)) == (503, 1, False)


async def test_transcript_then_every_call_by_the_local_clock(
    door: Door, telegram: LocalTelegram, server: Serving, http: aiohttp.ClientSession
) -> None:
    """The transcript tells method, parameters, outcome and time."""
    async with http.get(f"{server.base_url}{telegram.options.token}/sendMessage?text=x"):
        pass

    _, calls = await door.ask("/local/transcript", method="sendmessage")

    assert calls == [
        {
            "at": "2026-10-01T12:00:00Z",
            "method": "sendMessage",
            "params": {"text": "x"},
            "ok": False,
            "result": None,
            "error": "Bad Request: chat_id is empty",
            "error_code": 400,
            "fault": None,
        }
    ]
