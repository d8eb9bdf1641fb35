"""The HTTP door for the chat page and the scenario tests."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.local.door_acts import act_routes
from bot.local.door_answers import refusal
from bot.local.door_commands import command_routes
from bot.local.door_reading import reading_routes
from bot.local.errors import ApiError
from bot.local.fields import BadField
from bot.local.telegram import LocalTelegram

PAGE = Path(__file__).parent / "page"
_PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def create_door(telegram: LocalTelegram) -> Starlette:
    """The door as an application."""
    return Starlette(
        routes=[
            Route("/", _front_page),
            Mount("/page", _PageFiles(directory=PAGE, check_dir=False)),
            *reading_routes(telegram),
            *act_routes(telegram),
            *command_routes(telegram),
        ],
        exception_handlers={
            BadField: _refuse_field,
            ApiError: _refuse_field,
            HTTPException: _refuse_route,
        },
    )


async def _front_page(_: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers=_PAGE_HEADERS)


class _PageFiles(StaticFiles):
    """The page's files, looked at anew each time."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(_PAGE_HEADERS)
        return response


def _refuse_field(_: Request, flaw: Exception) -> Response:
    return refusal(str(flaw))


def _refuse_route(_: Request, flaw: Exception) -> Response:
    if not isinstance(flaw, HTTPException):
        raise flaw
    return refusal(flaw.detail, flaw.status_code)
