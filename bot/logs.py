"""Logging that can be shown to anybody: ids and codes, never a person's words or the token.

At INFO and above an exception is logged as its class and the places it passed, without its
message: messages carry values, and values here are children's nicknames.
"""

import logging
import re
import sys
import traceback
from types import TracebackType

# A bot token as @BotFather makes them: a number, a colon, about 35 letters.
_TOKEN = re.compile(r"\b\d{5,}:[A-Za-z0-9_-]{10,}|(?<=/bot)[^/\s]+(?=/)")
# These write the full URL of each request, token included, at INFO.
_CHATTY = ("httpx", "httpcore", "aiohttp", "apscheduler", "telegram", "uvicorn.access", "alembic")

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class RedactTokens(logging.Filter):
    """Stands behind everything else: no token leaves, whoever wrote the line."""

    def __init__(self, *secrets: str) -> None:
        """Redact ``secrets`` to the letter, beside whatever looks like a token."""
        super().__init__()
        self._secrets = secrets

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace each secret by a mark; every record passes."""
        message = record.getMessage()
        redacted = _TOKEN.sub("<token>", message)
        for secret in self._secrets:
            redacted = redacted.replace(secret, "<secret>")
        if redacted != message:
            record.msg, record.args = redacted, None
        return True


class PlacesOnly(logging.Formatter):
    """Formats an exception as class names and places, innermost last."""

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - the name logging calls
        """Return ``Class at file:line in function`` for the exception and its causes."""
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            frames = traceback.extract_tb(error.__traceback__)[-8:]
            places = " > ".join(
                f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno} {f.name}" for f in frames
            )
            lines.append(f"  {type(error).__name__} at {places or 'an unknown place'}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def start_logging(level: str, *secrets: str) -> None:
    """Send records of ``level`` and above to standard error, without ``secrets``.

    Below INFO (DEBUG) exceptions keep their messages: for a developer's own machine only.
    """
    handler = logging.StreamHandler(sys.stderr)
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    handler.setFormatter(logging.Formatter(form) if level == "DEBUG" else PlacesOnly(form))
    handler.addFilter(RedactTokens(*secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
