"""What a person can do is answered by one subject, listed, helped with, and fits its button."""

import re
from collections import Counter
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import get_type_hints

import pytest

import faq
import handlers
from faq.decision import CommandKind
from faq.entry import TopicId
from handlers import routes
from handlers.callback_data import LIMIT_BYTES, Payload, pack, unpack
from handlers.letters import TOPICS
from handlers.texts.loader import Voice, load_texts
from handlers.turn import Phrase
from tests.handlers.parent import plain

_TEXTS = load_texts()
_LARGEST_ID = 2**63 - 1
# Half as long again as any topic is called; a choice stands beside an id and a step.
_LONGEST_TOPIC = "x" * 48
_LONGEST_WORD = "x" * 16
_RUNS = re.compile(r'run_button\(\s*"[a-z-]+",\s*"([a-z]+)"')
# Who reads the help page has found it already.
_IS_THE_HELP = {"help"}
# Wishes that later issues grant.
_NOT_YET = {
    CommandKind.USUAL_WEEK,
    CommandKind.SHARE,
    CommandKind.JOIN_CLASS,
    CommandKind.TEACHER,
    CommandKind.GOALS,
    CommandKind.NOTES,
    CommandKind.FEEDBACK,
}


def _twice(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def test_subjects_when_put_together_then_no_two_claim_the_same() -> None:
    """A command, a button or a wish is answered in one place."""
    subjects = routes.SUBJECTS
    assert _twice([command.name for each in subjects for command in each.commands]) == []
    assert _twice([press.kind.__name__ for each in subjects for press in each.presses]) == []
    assert _twice([wish.value for each in subjects for wish in each.wishes]) == []


def test_payloads_when_written_then_each_is_routed() -> None:
    """A button without an answer would call itself old."""
    written = Payload.__subclasses__()
    ours = {kind.KIND for kind in written if kind.__module__.startswith("handlers.")}
    assert ours == set(routes.KINDS)


@pytest.mark.parametrize("kind", routes.PRESSES, ids=lambda kind: kind.KIND)
def test_payload_when_its_values_are_largest_then_fits_a_button(kind: type[Payload]) -> None:
    """The largest ids and the longest words still make at most 64 bytes, and are read back."""
    hints = get_type_hints(kind)
    largest = kind(*(_largest(hints[field.name]) for field in fields(kind)))

    packed = pack(largest)
    assert len(packed.encode()) <= LIMIT_BYTES
    assert unpack(packed, routes.KINDS) == largest


def _largest(hint: object) -> object:
    if hint is TopicId:
        return _LONGEST_TOPIC
    plain_hint = getattr(hint, "__supertype__", hint)
    if plain_hint is int:
        return _LARGEST_ID
    if plain_hint is date:
        return date.max
    if isinstance(plain_hint, type) and issubclass(plain_hint, StrEnum):
        return max(plain_hint, key=len)
    return _LONGEST_WORD


@pytest.mark.parametrize("language", _TEXTS.languages)
def test_commands_when_listed_then_have_help_and_a_line_in_the_menu(language: str) -> None:
    """Every command that the menu lists is on the help page, and says what it is for."""
    page = plain(_TEXTS.html(Phrase("help-text"), Voice(language)))
    helped = set(re.findall(r"/([a-z]+)", page))
    listed = {command.name for command in routes.COMMANDS.values() if command.listed}

    assert helped == listed - _IS_THE_HELP
    assert [
        name for name in listed if not _TEXTS.plain(Phrase(f"menu-{name}"), Voice(language))
    ] == []


def test_reminders_when_they_point_to_an_answer_then_there_is_one() -> None:
    """The button under a reminder leads to an answer, in English at least."""
    content = Path(faq.__file__).parent / "content" / "en"
    assert [
        topic for topic in set(TOPICS.values()) if not (content / f"{topic}.md").is_file()
    ] == []


def test_wishes_when_counted_then_each_is_granted_or_known_to_be_for_later() -> None:
    """Whatever the desk takes a message for, there is an answer."""
    assert set(CommandKind) - set(routes.WISHES) == _NOT_YET


def test_buttons_when_they_run_a_command_then_it_exists() -> None:
    """Every command named beside a button is one that the bot knows."""
    sources = Path(handlers.__file__).parent.rglob("*.py")
    named = {name for path in sources for name in _RUNS.findall(path.read_text())}

    assert named != set()
    assert named - set(routes.COMMANDS) == set()
