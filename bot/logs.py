"""Logging that can be shown to anybody: ids and codes, never a person's words or a secret.

At INFO and above an exception is logged as its class and the places it passed, without its
message, and a library's line ends before its first value: values here are children's nicknames.
"""

import logging
import re
import sys
import threading
import traceback
import warnings
from types import TracebackType
from typing import TextIO

log = logging.getLogger(__name__)

# A bot token as @BotFather makes them: a number, a colon, about 35 letters.
_TOKEN = re.compile(r"\b\d{5,}:[A-Za-z0-9_-]{10,}|(?<=/bot)[^/\s]+(?=/)")
# These write the full URL of each request, token included, at INFO.
_CHATTY = ("httpx", "httpcore", "aiohttp", "apscheduler", "telegram", "uvicorn", "alembic")
_OURS = ("__main__", "bench", "bot", "faq", "handlers", "scheduler")
_FIRST_VALUE = re.compile(r"[\n(<\[{'\"]|: ")
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_PLACES = 8

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class RedactTokens(logging.Formatter):
    """Stands behind everything else: no token leaves, whoever wrote the line."""

    def __init__(self, *secrets: str) -> None:
        """Redact ``secrets`` to the letter, beside whatever looks like a token."""
        super().__init__(_FORM)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the whole line, exception and all, with a mark in place of each secret."""
        line = _TOKEN.sub("<token>", super().format(record))
        for secret in self._secrets:
            line = line.replace(secret, "<secret>")
        return line


class PlacesOnly(RedactTokens):
    """Formats an exception as class names and places, and a library's line without values."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name logging calls
        """Return the line; asyncio, for one, puts whole tasks and their errors into its own."""
        if record.name.partition(".")[0] not in _OURS:
            words = _FIRST_VALUE.split(record.message, maxsplit=1)[0].strip()
            record.message = words or "a line of values"
        return super().formatMessage(record)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - the name logging calls
        """Return ``Class at file:line in function`` for the exception and its causes."""
        lines: list[str] = []
        told: set[int] = set()
        error = ei[1]
        while error is not None and id(error) not in told:
            told.add(id(error))
            frames = traceback.extract_tb(error.__traceback__)[-_PLACES:]
            places = " > ".join(
                f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno} {f.name}" for f in frames
            )
            lines.append(f"  {type(error).__name__} at {places or 'an unknown place'}")
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def start_logging(level: str, *secrets: str) -> None:
    """Send records of ``level`` and above to standard error, without ``secrets``.

    What Python would print by itself (uncaught exceptions, warnings) goes the same way. Below
    INFO (DEBUG) exceptions keep their messages: for a developer's own machine only.
    """
    debugging = level == "DEBUG"
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(RedactTokens(*secrets) if debugging else PlacesOnly(*secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    # Else a line that cannot be put together is printed with everything it was to hold.
    logging.raiseExceptions = debugging
    sys.excepthook = _log_end
    sys.unraisablehook = _log_unraisable
    threading.excepthook = _log_thread_end
    warnings.showwarning = _log_warning


def _log_end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    log.critical("ended by a fault of the program", exc_info=(kind, error, trace))


def _log_thread_end(ended: threading.ExceptHookArgs) -> None:
    error = ended.exc_value or ended.exc_type()
    log.error("a thread ended by a fault", exc_info=(ended.exc_type, error, ended.exc_traceback))


def _log_unraisable(fault: "sys.UnraisableHookArgs") -> None:
    error = fault.exc_value or fault.exc_type()
    log.error("a fault in cleaning up", exc_info=(fault.exc_type, error, fault.exc_traceback))


def _log_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    del file, line
    log.warning("%s at %s:%d", category.__name__, filename.rsplit("/", 1)[-1], lineno)
    log.debug("%s", message)
