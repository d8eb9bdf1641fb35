"""What the door shows: the state of a seat, the stream of events, files, the transcript."""

import asyncio
from collections.abc import AsyncIterator

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.local.door_answers import answer, refusal
from bot.local.feed import Event
from bot.local.fields import chat_of, person_of
from bot.local.page_view import show_call, show_clock, show_commands, show_message, show_state
from bot.local.people import Group, Person
from bot.local.telegram import LocalTelegram

HEARTBEAT_SECONDS = 15.0
_INLINE_IMAGES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def reading_routes(telegram: LocalTelegram) -> list[Route]:
    """Routes that change nothing."""

    async def state(request: Request) -> Response:
        chat, person = _seat(telegram, request)
        return answer(await show_state(telegram, chat, person))

    async def events(request: Request) -> Response:
        chat, person = _seat(telegram, request)
        return StreamingResponse(
            _stream(telegram, chat, person),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    async def transcript(request: Request) -> Response:
        method = request.query_params.get("method")
        calls = telegram.transcript.of(method) if method else telegram.transcript
        return answer([show_call(call) for call in calls])

    async def file(request: Request) -> Response:
        return _file(telegram, request.path_params["file_id"])

    return [
        Route("/local/state", state),
        Route("/local/events", events),
        Route("/local/transcript", transcript),
        Route("/local/file/{file_id}", file),
    ]


def _seat(telegram: LocalTelegram, request: Request) -> tuple[Person | Group, Person]:
    """The chat and the person that look on; whoever comes without a name is the first person."""
    fields = dict(request.query_params)
    if not fields.get("person"):
        everybody = telegram.people.persons.values()
        person = next(iter(everybody), None) or telegram.person("Parent", role="parent")
    else:
        person = person_of(telegram, fields)
    return chat_of(telegram, fields, person), person


def _file(telegram: LocalTelegram, file_id: str) -> Response:
    stored = telegram.files.find(file_id)
    if stored is None:
        return refusal("there is no such file", 404)
    # What somebody uploaded must not run as a page of this server.
    shown = "inline" if stored.mime in _INLINE_IMAGES else "attachment"
    headers = {"Content-Disposition": shown, "X-Content-Type-Options": "nosniff"}
    return Response(stored.content, media_type=stored.mime, headers=headers)


async def _stream(
    telegram: LocalTelegram, chat: Person | Group, person: Person
) -> AsyncIterator[bytes]:
    with telegram.feed.subscribe() as subscription:
        yield b": welcome\n\n"
        while True:
            try:
                async with asyncio.timeout(HEARTBEAT_SECONDS):
                    event = await subscription.events.get()
            except TimeoutError:
                yield b": still here\n\n"
                continue
            if event.chat_id in {None, chat.id}:
                yield await _lines(telegram, event, chat, person)


async def _lines(
    telegram: LocalTelegram, event: Event, chat: Person | Group, person: Person
) -> bytes:
    content = event.content
    match event.kind:
        case "message" | "edit":
            content = show_message(telegram, content)
        case "clock":
            content = {"clock": await show_clock(telegram)}
        case "commands":
            content = {"commands": show_commands(telegram, chat, person)}
        case _:
            pass
    return b"event: %s\ndata: %s\n\n" % (event.kind.encode(), orjson.dumps(content))
