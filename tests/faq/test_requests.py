"""Requests to the bot in plain words."""

from pathlib import Path

import pytest

from faq.decision import CommandKind
from faq.loader import ContentError
from faq.requests import load_requests
from faq.wording import read

REQUESTS = load_requests()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Please stop texting me", CommandKind.STOP),
        ("ya no me mandes mensajes", CommandKind.STOP),
        ("unmute", CommandKind.RESUME),
        ("Delete everything you know about us", CommandKind.DELETE_ALL),
        ("export my data", CommandKind.EXPORT),
        ("privacy", CommandKind.PRIVACY),
        ("speak Spanish please", CommandKind.LANGUAGE),
        ("háblame en español", CommandKind.LANGUAGE),
        ("change my time zone to Denver", CommandKind.TIME_ZONE),
        ("dont text me after 9", CommandKind.QUIET_HOURS),
        ("change the reminder time to 8", CommandKind.EVENING_HOUR),
        ("tomorrow is a normal day", CommandKind.TOMORROW_CANCEL),
        ("send me tomorrow's card", CommandKind.TOMORROW_SHOW),
        ("tomorrow there's practice testing 9-11, no PE", CommandKind.TOMORROW_CHANGE),
        ("mañana no hay clases", CommandKind.TOMORROW_CHANGE),
        ("delete the meeting on Friday", CommandKind.DELETE_DATE),
        ("borra la junta del viernes", CommandKind.DELETE_DATE),
        ("move the meeting to Oct 5", CommandKind.CHANGE_DATE),
        ("show my dates", CommandKind.LIST_DATES),
        ("¿Qué fechas tengo guardadas?", CommandKind.LIST_DATES),
        ("remind me later", CommandKind.SNOOZE),
        ("remind me 3 days before", CommandKind.REMINDER_TIMES),
        ("remind me about my son's IEP meeting Oct 3 at 2", CommandKind.ADD_DATE),
        ("recuérdame la junta del IEP el 3 de octubre", CommandKind.ADD_DATE),
        ("mark it as done", CommandKind.MARK_DONE),
        ("when is my next reminder", CommandKind.STATUS),
        ("settings", CommandKind.SETTINGS),
        ("add another child", CommandKind.CHILDREN),
        ("invite my husband", CommandKind.SHARE),
        ("join the class", CommandKind.JOIN_CLASS),
        ("no school on Monday", CommandKind.TOMORROW_CHANGE),
        ("no school next week", CommandKind.DAYS_OFF),
        ("el lunes no hay clases", CommandKind.DAYS_OFF),
        ("wrong date", CommandKind.CHANGE_DATE),
        ("help", CommandKind.HELP),
        ("never mind", CommandKind.CANCEL),
    ],
)
def test_request_when_plain_words_ask_for_it_then_is_known(text: str, kind: CommandKind) -> None:
    """What a button does can also be said, in both languages."""
    assert REQUESTS.find(read(text)) is kind


@pytest.mark.parametrize(
    "text",
    [
        "what is an iep",
        "stop the school from ending his iep",
        "can the school change the IEP date without me",
        "how do I add an accommodation to the 504",
        "help my son has no plan",
        "",
    ],
)
def test_request_when_it_is_a_question_then_is_none(text: str) -> None:
    """A question about plans is not taken for a request."""
    assert REQUESTS.find(read(text)) is None


@pytest.mark.parametrize(
    "table",
    ['moon = ["x"]', 'stop = ["("]', "stop = 3", "stop = [3]", "stop = 'x'", "x ="],
)
def test_requests_when_file_is_broken_then_names_it(tmp_path: Path, table: str) -> None:
    """An unknown request or a broken pattern stops the start with one line."""
    (tmp_path / "requests.toml").write_text(table)

    with pytest.raises(ContentError, match=r"^requests\.toml: [^\n]+$"):
        load_requests(tmp_path)


def test_requests_when_file_is_missing_then_names_it(tmp_path: Path) -> None:
    """A missing file is one clear line."""
    with pytest.raises(ContentError, match=r"requests\.toml"):
        load_requests(tmp_path)
