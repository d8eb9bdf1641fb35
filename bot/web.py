"""The web door: health, figures and Telegram's webhook. Nothing of a family is served here."""

import hmac
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import orjson
from prometheus_client import generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.health import Figures, Health
from scheduler.domain.clock import Clock

log = logging.getLogger(__name__)

# Bot API, setWebhook: the header that carries the secret token back.
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
WEBHOOK_PATH = "/telegram"
# An Update is a few kilobytes; this is room enough and a bound.
_LARGEST_UPDATE_BYTES = 1_000_000

TakeUpdate = Callable[[dict[str, Any]], Awaitable[None]]
OverdueBy = Callable[[], Awaitable[timedelta]]


class WebDoor:
    """Builds the app that answers operators and, in webhook mode, Telegram."""

    def __init__(
        self,
        *,
        clock: Clock,
        health: Health,
        figures: Figures,
        overdue_by: OverdueBy,
        take_update: TakeUpdate | None = None,
        secret: str = "",
    ) -> None:
        """Serve the webhook only where ``take_update`` is given, guarded by ``secret``."""
        self._clock = clock
        self._health = health
        self._figures = figures
        self._overdue_by = overdue_by
        self._take_update = take_update
        self._secret = secret.encode()

    def app(self) -> Starlette:
        """Return the ASGI app."""
        routes = [Route("/healthz", self._healthz), Route("/metrics", self._metrics)]
        if self._take_update is not None:
            routes.append(Route(WEBHOOK_PATH, self._webhook, methods=["POST"]))
        return Starlette(routes=routes)

    async def _healthz(self, request: Request) -> Response:
        """Answer 200 when all is well and 503 otherwise, with what is wrong."""
        del request
        now = self._clock.now()
        well = self._health.is_well(now=now)
        body = {
            "well": well,
            "telegram": self._health.trouble or "reachable",
            "silent": list(self._health.silent(now=now)),
            "overdue_seconds": (await self._overdue_by()).total_seconds(),
        }
        return JSONResponse(body, status_code=200 if well else 503)

    async def _metrics(self, request: Request) -> Response:
        del request
        now = self._clock.now()
        self._figures.well.set(self._health.is_well(now=now))
        self._figures.late_seconds.set((await self._overdue_by()).total_seconds())
        return PlainTextResponse(generate_latest(self._figures.registry).decode())

    async def _webhook(self, request: Request) -> Response:
        """Take one update; answering only once it was handled lets Telegram repeat a lost one."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return PlainTextResponse("wrong secret token", status_code=403)
        body = await _bounded_body(request)
        try:
            update = orjson.loads(body)
        except orjson.JSONDecodeError:
            update = None
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return PlainTextResponse("not an update", status_code=400)
        if self._take_update is not None:
            await self._take_update(update)
        return PlainTextResponse("ok")


async def _bounded_body(request: Request) -> bytes:
    """Read the body, or its first part where it is larger than any update can be."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST_UPDATE_BYTES:
            break
    return bytes(body)
