"""The catalogs: the same sentences in each language, and every one that the code asks for."""

import re
from pathlib import Path

import handlers
from handlers.texts.loader import load_texts
from scheduler.domain.kinds import KINDS

_HANDLERS = Path(handlers.__file__).parent
_CATALOGS = {path.stem: path.read_text() for path in (_HANDLERS / "texts").glob("*.ftl")}
_ASKED = re.compile(r'\b(?:phrase|run_button)\(\s*"([a-z0-9-]+)"')
_MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) =(.*(?:\n[ ].*|\n(?=\n[ ]))*)", re.MULTILINE)


def _messages(language: str) -> dict[str, str]:
    return dict(_MESSAGE.findall(_CATALOGS[language]))


def test_catalogs_when_compared_then_have_the_same_sentences() -> None:
    """Spanish says all that English says, and no more."""
    assert set(_messages("es")) == set(_messages("en"))


def test_catalogs_when_compared_then_fill_the_same_placeholders() -> None:
    """A sentence has the same placeholders in each language."""
    spanish = _messages("es")
    differing = [
        key
        for key, text in _messages("en").items()
        if set(re.findall(r"\$\w+", text)) != set(re.findall(r"\$\w+", spanish[key]))
    ]
    assert differing == []


def test_code_when_it_asks_for_a_sentence_then_there_is_one() -> None:
    """Every key written in the code stands in the catalog."""
    asked = {key for path in _HANDLERS.rglob("*.py") for key in _ASKED.findall(path.read_text())}
    assert asked - set(_messages("en")) == set()


def test_kinds_when_listed_then_each_stage_has_its_sentence() -> None:
    """Every kind has its name, and every stage says what to do."""
    wanted = {f"kind-{kind.value}" for kind in KINDS}
    wanted |= {f"stage-{k.value}-{s.slug}" for k, entry in KINDS.items() for s in entry.stages}
    assert wanted - set(_messages("en")) == set()


def test_texts_when_loaded_then_speak_both_languages() -> None:
    """English comes first."""
    assert load_texts().languages == ("en", "es")
