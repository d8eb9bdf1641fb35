"""What the log may show: places and codes, never a person's words or a secret."""

import asyncio
import gc
import logging
import sys
import threading
import warnings

import pytest

from bot.logs import PlacesOnly, RedactTokens, start_logging

pytestmark = pytest.mark.usefixtures("logging_kept")

WORDS = "Maya has ADHD"
TOKEN = "123456789:AAExampleExampleExampleExample_ex"


def _fails(words: str = WORDS) -> None:
    raise ValueError(words)


def _logged(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_exception_when_logged_then_shows_places_and_not_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An exception is told as its class and where it came by."""
    start_logging("INFO")
    try:
        _fails()
    except ValueError:
        logging.getLogger("bot").exception("update 7 was not handled")
    line = _logged(capsys)
    assert "update 7 was not handled" in line
    assert "ValueError at test_logs.py" in line
    assert "_fails" in line
    assert WORDS not in line


def test_exception_when_it_has_causes_then_shows_each_without_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Causes are told alike, and one that is its own cause only once."""
    start_logging("INFO")
    outer = RuntimeError(WORDS)
    inner = LookupError(WORDS)
    outer.__cause__ = inner
    inner.__cause__ = outer
    logging.getLogger("bot").error("x", exc_info=outer)
    line = _logged(capsys)
    assert line.count("RuntimeError at") == 1
    assert line.count("LookupError at") == 1
    assert WORDS not in line


def test_exception_when_debugging_then_keeps_its_words_and_not_the_token(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """At DEBUG a developer sees the message; a token is redacted even inside a traceback."""
    start_logging("DEBUG")
    try:
        _fails(f"{WORDS} {TOKEN}")
    except ValueError:
        logging.getLogger("bot").exception("x")
    line = _logged(capsys)
    assert WORDS in line
    assert TOKEN not in line


@pytest.mark.parametrize(
    "line",
    [
        f"GET https://api.telegram.org/bot{TOKEN}/getMe",
        f"the token {TOKEN}",
        "http://127.0.0.1:1/botodd-token/getMe",
        "the hook's s3cr3t",
    ],
)
def test_line_when_a_secret_is_in_it_then_the_secret_is_not(line: str) -> None:
    """No token leaves, whoever wrote the line."""
    record = logging.LogRecord("bot", logging.INFO, "x.py", 1, "%s", (line,), None)
    shown = RedactTokens("s3cr3t").format(record)
    assert not any(secret in shown for secret in (TOKEN, "odd-token", "s3cr3t"))


@pytest.mark.parametrize(
    ("name", "message", "shown"),
    [
        ("asyncio", "Exception in callback f('Maya')\nhandle: <Handle f('Maya')>", "in callback f"),
        ("telegram.Bot", "Error while parsing updates! Received data was [{'x': 'Maya'}]", "data"),
        ("aiohttp.client", "Can not load response cookies: Maya", "cookies"),
        ("odd", "{'Maya': 1}", "a line of values"),
    ],
)
def test_line_of_a_library_when_it_has_values_then_ends_before_them(
    name: str, message: str, shown: str
) -> None:
    """Libraries put whole objects into their lines; only the words before them are kept."""
    record = logging.LogRecord(name, logging.ERROR, "x.py", 1, message, (), None)
    line = PlacesOnly().format(record)
    assert shown in line
    assert "Maya" not in line


async def test_task_when_it_dies_unseen_then_is_logged_without_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The event loop's own report of a lost task names the task's error; the log does not."""
    start_logging("INFO")

    async def fails() -> None:
        _fails()

    task = asyncio.create_task(fails())
    await asyncio.wait({task})
    del task
    gc.collect()
    line = _logged(capsys)
    assert "Task exception was never retrieved" in line
    assert "ValueError at test_logs.py" in line
    assert WORDS not in line


def test_fault_at_top_level_when_nobody_catches_it_then_shows_places_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What Python prints at the end of a failed program goes through the log."""
    start_logging("INFO")
    error = ValueError(WORDS)
    sys.excepthook(ValueError, error, None)
    line = _logged(capsys)
    assert "ended by a fault of the program" in line
    assert WORDS not in line


def test_thread_when_it_fails_then_shows_places_only(capsys: pytest.CaptureFixture[str]) -> None:
    """A thread's last words are not printed either."""
    start_logging("INFO")
    thread = threading.Thread(target=_fails)
    thread.start()
    thread.join()
    line = _logged(capsys)
    assert "a thread ended by a fault" in line
    assert WORDS not in line


def test_fault_in_cleaning_up_when_nobody_can_catch_it_then_shows_places_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nor what fails while an object goes away."""
    start_logging("INFO")

    class Fading:
        def __del__(self) -> None:
            _fails()

    fading = Fading()
    del fading
    line = _logged(capsys)
    assert "a fault in cleaning up" in line
    assert WORDS not in line


def test_warning_when_given_then_is_told_by_kind_and_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A warning's text may quote what it warns of."""
    start_logging("INFO")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        start_logging("INFO")
        warnings.warn(WORDS, stacklevel=1)
    line = _logged(capsys)
    assert "UserWarning at test_logs.py" in line
    assert WORDS not in line


def test_line_when_it_cannot_be_put_together_then_nothing_of_it_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A wrong log call neither raises nor prints what it was to hold."""
    start_logging("INFO")
    logging.getLogger("bot").error("number %d", WORDS)
    assert WORDS not in _logged(capsys)


def test_urls_when_libraries_log_them_at_info_then_are_not_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """At INFO httpx would write the address of each call."""
    start_logging("INFO")
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/x")
    assert _logged(capsys) == ""
