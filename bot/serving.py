"""Serves an ASGI app inside our own event loop, so that one process is one program."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.types import ASGIApp

log = logging.getLogger(__name__)

# How long an answer that is under way is waited for at the end.
_GRACE_SECONDS = 5
_BACKLOG = 128


class PortTaken(Exception):  # noqa: N818 - a circumstance, answered by one line
    """The port is in use, or not ours to take; the message names it."""


class _Quiet(uvicorn.Server):
    """A server that leaves signals to the command line."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 takes any free one.

    Raises:
        PortTaken: with host and port, ready to be shown.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # From here on the system holds connections until the server takes them.
        listener.listen(_BACKLOG)
    except (OSError, UnicodeError) as error:
        listener.close()
        reason = getattr(error, "strerror", None) or "no such address"
        raise PortTaken(f"{host}:{port} cannot be used: {reason}") from error
    return listener


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, listener: socket.socket) -> AsyncIterator[str]:
    """Serve ``app`` on ``listener`` while the block runs; yields the root URL."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    server = _Quiet(config)
    task = asyncio.create_task(server.serve(sockets=[listener]), name="web")
    host, port = listener.getsockname()[:2]
    try:
        yield f"http://{f'[{host}]' if ':' in host else host}:{port}"
    finally:
        server.should_exit = True
        await task
        listener.close()
