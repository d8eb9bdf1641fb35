"""One call of the Bot API, whatever carries it: who may, what befalls it, what it answers."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

import orjson

from bot.local.errors import ApiError
from bot.local.faults import Fault, FaultKind
from bot.local.methods import GET_UPDATES, perform, record
from bot.local.methods_updates import get_updates
from bot.local.payload import Params
from bot.local.state import State

Gone = Callable[[], Awaitable[None]]


class Answer(NamedTuple):
    """What goes back over the wire; ``retry_after`` in whole seconds, where there is one."""

    status: int
    body: bytes
    retry_after: int | None = None


class Dropped(Exception):  # noqa: N818 - an outcome, not an error
    """The connection is to break with no answer."""


def answer_of(refusal: ApiError) -> Answer:
    """A refusal as it goes over the wire."""
    retry_after = (refusal.parameters or {}).get("retry_after")
    return Answer(refusal.code, orjson.dumps(refusal.body()), retry_after)


class Calls:
    """Admits and answers calls."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._door = f"{state.options.token}/"

    def admit(self, rest: str) -> str:
        """The method in what follows ``/bot``, once the token is right.

        Raises:
            ApiError: 401 for a wrong token, 404 where no method is named.
        """
        if rest.startswith(self._door):
            return rest[len(self._door) :]
        token, slash, _ = rest.partition("/")
        if not slash:
            raise ApiError(404, "Not Found")
        if token.partition(":")[0].isdigit() and ":" in token:
            raise ApiError(401, "Unauthorized")
        raise ApiError(401, "Unauthorized: invalid token specified")

    def can_answer_now(self, method: str) -> bool:
        """Whether the call needs no waiting: no fault may befall it and it is no poll."""
        return not self.state.faults and method.lower() != GET_UPDATES

    def answer_now(self, method: str, params: Params) -> Answer:
        """The answer to a call that needs no waiting."""
        try:
            result = perform(self.state, method, params)
        except ApiError as refusal:
            record(self.state, method, params, outcome=refusal)
            return answer_of(refusal)
        record(self.state, method, params, outcome=result)
        return _success(result)

    async def answer(self, method: str, params: Params, gone: Gone) -> Answer:
        """The answer to any call, after whatever befalls it.

        Args:
            method: its name in any case.
            params: its parameters.
            gone: returns once the caller has hung up.

        Raises:
            Dropped: the connection is to break.
        """
        faults, chat_id = self.state.faults, params.integer("chat_id")
        fault = faults.meet(method.lower(), chat_id) if faults else None
        try:
            if fault is not None and not fault.delivered:
                await self._befall(fault, method, params, gone)
            result = await self._perform(method, params, gone, fault)
            if fault is not None and fault.delivered:
                await self._befall(fault, method, params, gone)
        except ApiError as refusal:
            return answer_of(refusal)
        return _success(result)

    async def _perform(self, method: str, params: Params, gone: Gone, fault: Fault | None) -> Any:  # noqa: ANN401 - any JSON
        try:
            if method.lower() == GET_UPDATES:
                result = await _unless_gone(get_updates(self.state, params), gone)
            else:
                result = perform(self.state, method, params)
        except ApiError as refusal:
            record(self.state, method, params, outcome=refusal, fault=fault)
            raise
        record(self.state, method, params, outcome=result, fault=fault)
        return result

    async def _befall(self, fault: Fault, method: str, params: Params, gone: Gone) -> None:
        """Let a fault be felt; returns where the call goes on after it."""
        if fault.kind is FaultKind.DELAY:
            await asyncio.sleep(fault.seconds)
            return
        refusal = fault.refusal()
        if not fault.delivered:
            outcome = refusal or ApiError(0, fault.kind.value)
            record(self.state, method, params, outcome=outcome, fault=fault)
        if refusal is not None:
            raise refusal
        if fault.kind is FaultKind.SILENCE:
            await gone()
        raise Dropped


def _success(result: object) -> Answer:
    return Answer(200, b'{"ok":true,"result":' + orjson.dumps(result) + b"}")


async def _unless_gone(work: Awaitable[Any], gone: Gone) -> Any:  # noqa: ANN401 - any JSON
    """The result of the work, given up when the caller hangs up first."""
    doing, leaving = asyncio.ensure_future(work), asyncio.ensure_future(gone())
    try:
        await asyncio.wait({doing, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            raise Dropped
        return doing.result()
    finally:
        leaving.cancel()
        doing.cancel()
