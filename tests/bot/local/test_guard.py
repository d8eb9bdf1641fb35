"""Who may come in, and what of the page's folder is served."""

import aiohttp
import pytest

from bot.local import Serving


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "example.org"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Host": "127.0.0.1.example.org"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/local/state", "/bot{token}/getMe"])
async def test_door_when_another_site_asks_then_403(
    server: Serving, http: aiohttp.ClientSession, headers: dict[str, str], path: str
) -> None:
    """No other site's page can read or do anything here, nor call as the bot."""
    url = server.url + path.format(token=server.telegram.options.token)
    async with http.get(url, headers=headers) as response:
        status = response.status

    assert status == 403


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/page/main.js", "text/javascript"),
        ("/page/style.css", "text/css"),
        ("/page/icon.svg", "image/svg+xml"),
    ],
)
async def test_page_then_files_come_with_their_types(
    server: Serving, http: aiohttp.ClientSession, path: str, kind: str
) -> None:
    """The page's files are served fresh, each with its type."""
    async with http.get(server.url + path) as response:
        answer = (response.status, response.content_type, response.headers["Cache-Control"])

    assert answer == (200, kind, "no-cache")


async def test_page_when_a_path_leads_out_then_404(
    server: Serving, http: aiohttp.ClientSession
) -> None:
    """Only the page's own folder is served."""
    async with http.get(f"{server.url}/page/..%2fdoor.py") as response:
        status = response.status

    assert status == 404
