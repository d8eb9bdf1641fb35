"""The door's commands to the server itself: the clock and the faults."""

import asyncio
from dataclasses import fields as dataclass_fields
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.local.door_answers import answer
from bot.local.faults import Fault, FaultKind
from bot.local.fields import BadField, read_fields, text_of
from bot.local.json_object import JsonObject
from bot.local.page_view import show_clock
from bot.local.telegram import LocalTelegram

LONGEST_MOVE = timedelta(days=366 * 5)
_DETAILS: dict[str, type | tuple[type, ...]] = {
    "method": str,
    "times": (int, type(None)),
    "probability": (int, float),
    "chat_id": (int, type(None)),
    "retry_after": int,
    "code": int,
    "description": str,
    "seconds": (int, float),
    "delivered": bool,
}


def command_routes(telegram: LocalTelegram) -> list[Route]:
    """Routes for the clock and the faults."""
    one_at_a_time = asyncio.Lock()

    async def clock(request: Request) -> Response:
        fields = await read_fields(request)
        async with one_at_a_time:
            steps = await _move(telegram, fields)
        return answer({"clock": await show_clock(telegram), "steps": steps})

    async def add_fault(request: Request) -> Response:
        fault = _read_fault(await read_fields(request))
        telegram.faults.add(fault)
        return answer(_show_fault(fault))

    async def clear_faults(_: Request) -> Response:
        telegram.faults.clear()
        return answer([])

    async def list_faults(_: Request) -> Response:
        return answer([_show_fault(fault) for fault in telegram.faults])

    return [
        Route("/local/clock", clock, methods=["POST"]),
        Route("/local/faults", list_faults, methods=["GET"]),
        Route("/local/faults", add_fault, methods=["POST"]),
        Route("/local/faults", clear_faults, methods=["DELETE"]),
    ]


async def _move(telegram: LocalTelegram, fields: JsonObject) -> int:
    """Carry out a command to the clock; how many due instants were stepped through."""
    match fields.get("frozen"):
        case True:
            telegram.clock.freeze()
        case False:
            telegram.clock.run()
        case _:
            pass
    if fields.get("to_next") is True:
        return await telegram.step_to_next()
    target = _target(telegram.clock.now(), fields)
    if target is None:
        return 0
    if target < telegram.clock.now():
        telegram.clock.move_to(target)
        return 0
    return await telegram.step_to(target)


def _target(now: datetime, fields: JsonObject) -> datetime | None:
    if isinstance(fields.get("to"), str):
        target = _read_instant(fields["to"])
    else:
        step = _read_step(fields)
        if not step:
            return None
        target = now + step
    if target - now > LONGEST_MOVE:
        raise BadField("the clock moves five years at most")
    return target


def _read_instant(words: str) -> datetime:
    try:
        instant = datetime.fromisoformat(words)
    except ValueError:
        raise BadField("to must be an instant in ISO 8601") from None
    if instant.tzinfo is None:
        raise BadField("to must name its zone")
    return instant


def _read_step(fields: JsonObject) -> timedelta:
    days, seconds = fields.get("days") or 0, fields.get("advance_seconds") or 0
    if not isinstance(days, (int, float)) or not isinstance(seconds, (int, float)):
        raise BadField("days and advance_seconds must be numbers")
    try:
        step = timedelta(days=days, seconds=seconds)
    except OverflowError:
        raise BadField("the clock moves five years at most") from None
    if step < timedelta(0):
        raise BadField("days and advance_seconds count forward")
    return step


def _read_fault(fields: JsonObject) -> Fault:
    kind = text_of(fields, "kind")
    if kind not in set(FaultKind):
        raise BadField(f"kind must be one of {', '.join(FaultKind)}")
    unknown = sorted(set(fields) - set(_DETAILS) - {"kind"})
    if unknown:
        raise BadField(f"a fault has no {', '.join(unknown)}")
    return Fault(**{name: _read_detail(name, value) for name, value in fields.items()})


def _read_detail(name: str, value: Any) -> Any:  # noqa: ANN401 - any JSON, any field's type
    if name == "kind":
        return FaultKind(value)
    wanted = _DETAILS[name]
    if not isinstance(value, wanted) or (wanted is not bool and isinstance(value, bool)):
        raise BadField(f"{name} cannot be {value!r}")
    return value


def _show_fault(fault: Fault) -> JsonObject:
    return {field.name: getattr(fault, field.name) for field in dataclass_fields(fault)}
