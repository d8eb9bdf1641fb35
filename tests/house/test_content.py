"""The real answers: complete, sound, readable, found by their own phrasings, short enough."""

import html
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import faq
from bench.found.grade import grade_of
from bench.found.page import ANSWERS_HEAD, PAGE, answers_table
from faq.desk import Desk
from faq.entry import Entry
from faq.lint import LIMIT_CHARS, lint, shown_chars
from faq.loader import load_catalog
from faq.opening import open_desk
from faq.wording import plain
from handlers.ask import ShowTopic, answer_reply
from handlers.gateway.markup import Renderer
from handlers.means import Means
from handlers.recall import Recall
from handlers.texts.loader import load_texts
from handlers.turn import Said, Turn
from scheduler.actions import Tally
from scheduler.domain.plans import ChatId, FamilyId, Preferences

_ROOT = Path(faq.__file__).parents[1]
_CATALOG = load_catalog(_ROOT / "faq" / "content")
_ENTRIES = {f"{entry.language}/{entry.id}": entry for entry in _CATALOG.entries()}
_ENGLISH = {name: entry for name, entry in _ENTRIES.items() if entry.language == "en"}

_HIGHEST_GRADE = 8.0
_LEAST_FOUND = 0.97

_TOPICS = 130


def _even(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text)))


# Questions that judge the matcher lie beside some checkouts, never inside one.
_JUDGING = {
    _even(json.loads(row)["text"])
    for path in (_ROOT.parent / "shared" / "faq").glob("dev_*.jsonl")
    for row in path.read_text(encoding="utf-8").splitlines()
}


def _each(entries: dict[str, Entry]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("entry", entries.values(), ids=entries.keys())


@pytest.fixture(scope="module")
def desk() -> Desk:
    """The desk over the real answers; its matcher is kept where `make run` keeps it."""
    return open_desk(_ROOT / "faq" / "content", _ROOT / "var" / "cache")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """The real words."""
    return Renderer(load_texts())


@pytest.mark.parametrize("language", ["en", "es"])
def test_topics_when_counted_then_all_are_written(language: str) -> None:
    """Every topic has an answer in both languages."""
    written = {entry.id for entry in _CATALOG.entries() if entry.language == language}

    assert (len(written), written) == (_TOPICS, set(_CATALOG.topics()))


def test_answers_when_linted_then_nothing_is_to_mend() -> None:
    """Lengths, sources, markup, first sentences, links and phrasings are all sound."""
    assert list(map(str, lint(_CATALOG))) == []


@_each(_ENTRIES)
def test_related_when_shown_as_buttons_then_there_is_at_least_one(entry: Entry) -> None:
    """No answer is a dead end."""
    assert [topic for topic in entry.see_also if _CATALOG.find_entry(topic, "en")] != []


@_each(_ENGLISH)
def test_answer_when_graded_then_reads_at_grade_eight_or_below(entry: Entry) -> None:
    """A tired person reads it once and knows."""
    assert grade_of(entry) <= _HIGHEST_GRADE


def test_page_of_answers_when_compared_then_is_of_this_content() -> None:
    """After a change: ``python -m bench.found --table``."""
    told = PAGE.read_text(encoding="utf-8").partition(ANSWERS_HEAD)[2].strip()

    assert told == "\n".join(answers_table(_CATALOG)).removeprefix(ANSWERS_HEAD).strip()


@_each(_ENTRIES)
def test_answer_when_asked_in_its_own_phrasings_then_is_shown(entry: Entry, desk: Desk) -> None:
    """At least 97 of 100 phrasings of an answer bring it up, all but one where they are few."""
    asked = entry.also_asked_as
    decisions = [desk.decide(text, language=entry.language) for text in asked]
    found = [entry.id in (*decision.shown, decision.second) for decision in decisions]

    assert len(found) - sum(found) <= max(1, (1 - _LEAST_FOUND) * len(found))


def _turn(desk: Desk, language: str) -> Turn:
    chat = Preferences(ChatId(1), FamilyId(1), language)
    means = Means(None, desk, Tally(), Recall(), "a_bot")  # type: ignore[arg-type] # no store is asked
    return Turn(1, chat, Said(""), datetime(2026, 11, 25, tzinfo=UTC), means)


@_each(_ENTRIES)
def test_answer_when_rendered_then_is_one_short_message(
    entry: Entry, desk: Desk, renderer: Renderer
) -> None:
    """What arrives has at most 1,200 characters, and no more than the lint reckons with."""
    turn = _turn(desk, entry.language)
    reply = answer_reply(turn, entry.id, entry.language)
    assert reply is not None
    (piece,) = renderer.render(reply, turn.chat).pieces
    shown = html.unescape(re.sub(r"<[^>]+>", "", piece))

    assert len(shown) <= min(LIMIT_CHARS, shown_chars(entry))


@_each(_ENTRIES)
def test_answer_when_rendered_then_its_buttons_open_what_it_names(entry: Entry, desk: Desk) -> None:
    """Up to three related questions, in the order of the file."""
    reply = answer_reply(_turn(desk, entry.language), entry.id, entry.language)
    assert reply is not None
    opened = [row[0].does.topic for row in reply.buttons if isinstance(row[0].does, ShowTopic)]

    assert opened == [t for t in entry.see_also if _CATALOG.find_entry(t, "en")][:3]


@_each(_ENTRIES)
def test_phrasings_when_compared_with_judging_questions_then_share_none(entry: Entry) -> None:
    """What judges the matcher never teaches it, where there is something to compare with."""
    taught = {_even(text) for text in entry.also_asked_as}

    assert len(taught) == len(entry.also_asked_as)
    assert (taught | {_even(entry.title)}) & _JUDGING == set()
