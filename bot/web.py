"""The web door: health, figures and Telegram's webhook. Nothing of a family is served here."""

import asyncio
import hmac
import math
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final

import orjson
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.health import Figures, Health
from handlers.gateway.inbound import UpdateNotTaken
from scheduler.domain.clock import Clock
from scheduler.store.errors import StoreUnavailable

# Bot API, setWebhook: the header that carries the secret token back.
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
WEBHOOK_PATH = "/telegram"
# An Update is a few kilobytes; this is room enough and a bound.
LARGEST_UPDATE_BYTES: Final = 1_000_000
# Whoever asks for health waits a few seconds at most.
_STORE_SECONDS: Final = 5.0

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
        """Serve the webhook only where ``take_update`` is given, guarded by ``secret``.

        Raises:
            ValueError: a webhook without a secret, by which anybody could speak as Telegram.
        """
        if take_update is not None and not secret:
            raise ValueError("a webhook needs a secret")
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
        overdue = await self._overdue()
        well = overdue is not None and self._health.is_well(now=now)
        body = {
            "well": well,
            "telegram": self._health.trouble or "reachable",
            "database": "unavailable" if overdue is None else "reachable",
            "silent": list(self._health.silent(now=now)),
            "overdue_seconds": None if overdue is None else overdue.total_seconds(),
        }
        return JSONResponse(body, status_code=200 if well else 503)

    async def _metrics(self, request: Request) -> Response:
        """Answer the figures; how much is overdue is NaN while the database cannot tell."""
        del request
        overdue = await self._overdue()
        well = overdue is not None and self._health.is_well(now=self._clock.now())
        self._figures.well.set(well)
        self._figures.late_seconds.set(math.nan if overdue is None else overdue.total_seconds())
        figures = generate_latest(self._figures.registry)
        return Response(figures, media_type=CONTENT_TYPE_LATEST)

    async def _overdue(self) -> timedelta | None:
        """Return how late the next due instant is; None when the database does not answer."""
        try:
            async with asyncio.timeout(_STORE_SECONDS):
                return await self._overdue_by()
        except (StoreUnavailable, TimeoutError):
            return None

    async def _webhook(self, request: Request) -> Response:
        """Take one update; answering only once it was handled lets Telegram repeat a lost one."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return PlainTextResponse("wrong secret token", status_code=403)
        body = await _bounded_body(request)
        if body is None:
            return PlainTextResponse("too large for an update", status_code=413)
        try:
            update = orjson.loads(body)
        except orjson.JSONDecodeError:
            update = None
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return PlainTextResponse("not an update", status_code=400)
        return await self._take(update)

    async def _take(self, update: dict[str, Any]) -> Response:
        """Answer 503 where nothing came of an update yet: Telegram posts it again."""
        if self._take_update is not None:
            try:
                await self._take_update(update)
            except UpdateNotTaken:
                return PlainTextResponse("not taken yet", status_code=503)
        return PlainTextResponse("ok")


async def _bounded_body(request: Request) -> bytes | None:
    """Read the body; None where it is larger than any update can be."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_UPDATE_BYTES:
            return None
    return bytes(body)
