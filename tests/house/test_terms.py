"""The table of terms: long enough, the same in each language, short, plain, leading somewhere."""

import re

import pytest

from bench.found.grade import reading_grade
from faq.catalog import FIRST_LANGUAGE
from faq.decision import DecisionKind
from faq.desk import Desk
from faq.entry import Term
from faq.glossary import load_glossary
from faq.loader import load_catalog
from faq.opening import open_desk
from tests.house.source import ROOT

_GLOSSARY = load_glossary()
_CATALOG = load_catalog(ROOT / "faq" / "content")
_KNOWN = set(_CATALOG.topics())
_LANGUAGES = ("en", "es")
_LEAST_TERMS = 60
_LONGEST_CHARS = 200
_LONGEST_NAME_CHARS = 120
_HIGHEST_GRADE = 8.0
# Their topic's answer begins with the meaning: it is shown at once, once it is there.
_WHOLE = {"IEP", "504", "SPED"}
_WANTED = (
    "FAPE LRE PWN PLAAFP SDI OHI SLD ED SLI TBI ID ASD ESY AT FBA BIP MDR RTI MTSS IFSP IEE PTI "
    "LEA SEA OCR OT PT SLP BCBA IDEA ADA FERPA ARD CSE PPT STAAR CAASPP MCAS"
)


def _of(language: str) -> dict[str, Term]:
    return {name: term for (name, spoken), term in _GLOSSARY.terms.items() if spoken == language}


@pytest.fixture(scope="module")
def desk() -> Desk:
    """The desk over the real answers; its matcher is kept where `make run` keeps it."""
    return open_desk(ROOT / "faq" / "content", ROOT / "var" / "cache")


def test_terms_when_compared_then_are_the_same_in_each_language() -> None:
    """Each term, its topic and whether that is shown at once."""
    tables = [
        {(t.term, t.topic, t.whole) for t in _of(language).values()} for language in _LANGUAGES
    ]

    assert tables[0] == tables[1]
    assert len(tables[0]) >= _LEAST_TERMS


def test_terms_when_counted_then_hold_those_of_every_meeting() -> None:
    """Plans, disabilities, people, states' own words and state tests."""
    assert set(_WANTED.split()) - set(_of(FIRST_LANGUAGE)) == set()


def test_terms_when_whole_then_are_those_on_the_list() -> None:
    """Whose answer is shown at once is decided here, not in passing."""
    assert {name for name, term in _of(FIRST_LANGUAGE).items() if term.whole} == _WHOLE


@pytest.mark.parametrize("language", _LANGUAGES)
def test_meanings_when_measured_then_fit_two_lines(language: str) -> None:
    """A meaning has at most 200 characters, one line, no markup, and ends as sentences do."""
    wrong = [
        name
        for name, term in _of(language).items()
        if len(term.meaning) > _LONGEST_CHARS
        or len(term.name) > _LONGEST_NAME_CHARS
        or re.search(r"[\n<>*_]", term.name + term.meaning)
        or not term.meaning.endswith(".")
    ]
    assert wrong == []


def test_meanings_when_graded_then_each_is_for_grade_eight_or_below() -> None:
    """As the answers are."""
    graded = {name: reading_grade(term.meaning) for name, term in _of(FIRST_LANGUAGE).items()}

    assert {name: grade for name, grade in graded.items() if grade > _HIGHEST_GRADE} == {}


def test_topics_when_followed_then_each_is_answered() -> None:
    """No term leads to a topic without an answer."""
    assert {term.topic for term in _of(FIRST_LANGUAGE).values()} - _KNOWN == set()


@pytest.mark.parametrize("language", _LANGUAGES)
def test_terms_when_asked_for_alone_then_each_is_told(language: str, desk: Desk) -> None:
    """With a question mark, and in the words of each language; danger and requests come first."""
    asked = {"en": "what does {} mean?", "es": "¿qué significa {}?"}[language]
    missed = [
        (text, decision.kind)
        for name, term in _of(language).items()
        for text in (
            asked.format(name),
            asked.format(term.also[0]),
            asked.format(_in_one_language(term)),
        )
        for decision in (desk.decide(text, language=language),)
        if not _told(decision.kind, decision.term, term)
    ]
    assert missed == []


def _in_one_language(term: Term) -> str:
    """The name without the English that stands behind a Spanish one."""
    return term.name.partition(" (")[0]


def _told(kind: DecisionKind, told: Term | None, term: Term) -> bool:
    if term.whole and _CATALOG.find_entry(term.topic, FIRST_LANGUAGE):
        return kind is DecisionKind.ANSWER
    # Words of two languages in one message may be answered in either.
    return kind is DecisionKind.TERM and told is not None and told.term == term.term
