"""The door's acts of persons: say, press, send, edit, ask inline, choose, come, block."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.local.door_answers import answer
from bot.local.fields import BadField, chat_of, number_of, person_of, read_fields, text_of
from bot.local.json_object import JsonObject
from bot.local.media import MediaKind
from bot.local.page_view import show_message, show_person
from bot.local.telegram import LocalTelegram

INLINE_SECONDS = 10.0
_NOT_MEDIA = frozenset({"person", "chat", "kind", "file"})

Act = Callable[[LocalTelegram, JsonObject], Awaitable[object]]


def act_routes(telegram: LocalTelegram) -> list[Route]:
    """A route for each act, all of them POST."""
    acts: dict[str, Act] = {
        "say": _say,
        "press": _press,
        "send": _send,
        "edit": _edit,
        "inline": _inline,
        "choose": _choose,
        "persons": _add_person,
        "language": _set_language,
        "block": _block,
    }
    return [_route(telegram, name, act) for name, act in acts.items()]


def _route(telegram: LocalTelegram, name: str, act: Act) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            return answer(await act(telegram, await read_fields(request)))
        except ValueError as flaw:
            raise BadField(str(flaw)) from flaw

    return Route(f"/local/{name}", endpoint, methods=["POST"], name=name)


async def _say(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    person = person_of(telegram, fields)
    chat = chat_of(telegram, fields, person)
    reply_to = number_of(fields, "reply_to", 0)
    message = telegram.says(person, text_of(fields, "text"), chat_id=chat.id, reply_to=reply_to)
    return show_message(telegram, message)


async def _press(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    person = person_of(telegram, fields)
    chat = chat_of(telegram, fields, person)
    message_id, data = number_of(fields, "message_id"), text_of(fields, "data")
    return {"query_id": telegram.presses(person, message_id, data, chat_id=chat.id)}


async def _send(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    person = person_of(telegram, fields)
    chat = chat_of(telegram, fields, person)
    kind = text_of(fields, "kind")
    if kind not in set(MediaKind):
        raise BadField(f"kind must be one of {', '.join(MediaKind)}")
    details = {name: value for name, value in fields.items() if name not in _NOT_MEDIA}
    message = telegram.sends(person, kind, chat_id=chat.id, file=fields.get("file"), **details)
    return show_message(telegram, message)


async def _edit(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    person = person_of(telegram, fields)
    chat = chat_of(telegram, fields, person)
    message_id, text = number_of(fields, "message_id"), text_of(fields, "text")
    return show_message(telegram, telegram.edits(person, message_id, text, chat_id=chat.id))


async def _inline(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    query = fields.get("query", "")
    query_id = telegram.asks_inline(person_of(telegram, fields), str(query))
    try:
        return await telegram.answered(query_id, within=INLINE_SECONDS)
    except TimeoutError:
        return {"query_id": query_id, "results": None}


async def _choose(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    person = person_of(telegram, fields)
    chat = chat_of(telegram, fields, person)
    query_id, result_id = text_of(fields, "query_id"), text_of(fields, "result_id")
    return show_message(telegram, telegram.chooses(person, query_id, result_id, chat_id=chat.id))


async def _add_person(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    language = fields.get("language")
    role = fields.get("role")
    person = telegram.person(
        text_of(fields, "name"),
        language=str(language) if language else None,
        role=str(role) if role else None,
    )
    return show_person(person)


async def _set_language(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    person = person_of(telegram, fields)
    language = fields.get("language")
    person.language = str(language) if language else None
    telegram.feed.tell("state", None, {})
    return show_person(person)


async def _block(telegram: LocalTelegram, fields: JsonObject) -> JsonObject:
    person = person_of(telegram, fields)
    telegram.blocks(person, blocked=fields.get("blocked", True) is True)
    return show_person(person)
