"""What the page and the tests send through the door, read and checked. No acts here."""

from typing import Any

import orjson
from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.local.json_object import JsonObject
from bot.local.people import Group, Person
from bot.local.telegram import LocalTelegram

UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024  # Source: Bot API, sendDocument


class BadField(Exception):  # noqa: N818 - answered with its words, never a fault
    """Something that was sent cannot be used; the message says what. Becomes a 400."""


async def read_fields(request: Request) -> JsonObject:
    """The fields of a JSON body or a form; an uploaded file is (name, content) in "file".

    Raises:
        BadField: the body is neither.
    """
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await _read_form(request)
    try:
        fields = orjson.loads(await request.body() or b"{}")
    except ValueError:
        raise BadField("the body is not JSON") from None
    if not isinstance(fields, dict):
        raise BadField("the body must be a JSON object")
    return fields


async def _read_form(request: Request) -> JsonObject:
    fields: JsonObject = {}
    async with request.form() as form:
        for name, value in form.items():
            if isinstance(value, UploadFile):
                fields[name] = (value.filename or name, await value.read())
            else:
                fields[name] = value
    return fields


def text_of(fields: JsonObject, name: str) -> str:
    """A field that must hold words.

    Raises:
        BadField: it does not.
    """
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadField(f"{name} must be a text")
    return value


def number_of(fields: JsonObject, name: str, default: int | None = None) -> int:
    """A field that must hold a whole number; ``default`` where it is missing or null.

    Raises:
        BadField: it holds none, and there is no default.
    """
    value: Any = fields.get(name)
    if value in {None, ""} and default is not None:
        return default
    try:
        return int(value)
    except (TypeError, ValueError):
        raise BadField(f"{name} must be a whole number") from None


def person_of(telegram: LocalTelegram, fields: JsonObject) -> Person:
    """The person that the field "person" names.

    Raises:
        BadField: there is none such.
    """
    person = telegram.people.persons.get(number_of(fields, "person"))
    if person is None:
        raise BadField("there is no such person")
    return person


def chat_of(telegram: LocalTelegram, fields: JsonObject, person: Person) -> Person | Group:
    """The chat that the field "chat" names; the person's own where it is missing.

    Raises:
        BadField: the person is not in such a chat.
    """
    chat_id = number_of(fields, "chat", person.id)
    group = telegram.people.groups.get(chat_id)
    if chat_id == person.id:
        return person
    if group is None or person.id not in group.members:
        raise BadField("the person is in no such chat")
    return group
