"""Terms asked for alone: what counts as asking, and what does not."""

from pathlib import Path

import pytest

from faq.glossary import LONGEST_CHARS, TERMS, Glossary, load_glossary
from faq.loader import ContentError

FRAMES = """
before = ["what (?:is|are)", "que es"]
after = ["means?"]
where = ["on the iep"]
articles = "(?:an?|the)"
"""
FAPE = """
[[term]]
term = "FAPE"
also = ["free education"]
name = "free appropriate public education"
meaning = "Teaching at no cost."
topic = "fape"
"""


@pytest.fixture(scope="module")
def real() -> Glossary:
    """The reviewed table."""
    return load_glossary()


def _folder(tmp_path: Path, **languages: str) -> Path:
    for language, text in languages.items():
        (tmp_path / f"{language}.toml").write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("FAPE?", "FAPE"),
        ("fape", "FAPE"),
        ("F.A.P.E.", "FAPE"),
        ("what is LRE", "LRE"),
        ("Whats a BIP", "BIP"),
        ("what is a b.i.p.", "BIP"),
        ("que es PWN", "PWN"),
        ("¿Qué significa PLAAFP?", "PLAAFP"),
        ("plaafp meaning", "PLAAFP"),
        ("plop", "PLAAFP"),
        ("what does s l d stand for", "SLD"),
        ("pls define SDI", "SDI"),
        ("BIP means what", "BIP"),
        ("what do the letters LEA mean", "LEA"),
        ("OHI??? on the iep", "OHI"),
        ("what are related services?", "RELATED SERVICES"),
        ("prior written notice?", "PWN"),
        ("qué es el ambiente menos restrictivo", "LRE"),
        ("STAAR", "STAAR"),
        ("M-STEP", "M-STEP"),
        ("gen ed", "GEN ED"),
    ],
)
def test_find_when_a_message_is_nothing_but_a_term_then_knows_it(
    real: Glossary, text: str, term: str
) -> None:
    """Case, dots, small words and either language do not matter."""
    found = real.find(text, "en")

    assert found is not None
    assert found.term == term


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "what is",
        "he was denied FAPE",
        "what is FAPE and LRE",
        "the BIP is not followed",
        "related services",
        "prior written notice",
        "how do I ask for an IEE",
        "what is a fapes",
        "FAPE" + "?" * LONGEST_CHARS,
    ],
)
def test_find_when_a_message_says_more_or_asks_nothing_then_leaves_it(
    real: Glossary, text: str
) -> None:
    """A question about a term is a question; everyday words alone may mean anything."""
    assert real.find(text, "en") is None


def test_find_when_asked_in_a_language_then_tells_it_there_or_in_english(tmp_path: Path) -> None:
    """What is not translated is told in English."""
    spanish = FRAMES + FAPE.replace("Teaching at no cost.", "Enseñanza gratis.")
    more = FAPE.replace("FAPE", "ESY").replace("free", "long")
    glossary = load_glossary(_folder(tmp_path, en=FRAMES + FAPE + more, es=spanish))

    told = [glossary.find(text, "es") for text in ("FAPE", "ESY")]

    assert [each and each.meaning for each in told] == ["Enseñanza gratis.", "Teaching at no cost."]


@pytest.mark.parametrize(
    ("languages", "words"),
    [
        ({}, r"en\.toml: is missing"),
        ({"en": "before = ["}, r"^en\.toml: TOMLDecodeError"),
        ({"en": FRAMES}, r"^en\.toml: has no term"),
        (
            {"en": FRAMES + FAPE.replace('topic = "fape"', "")},
            r"^en\.toml: term 1: topic is missing or wrong",
        ),
        (
            {"en": FRAMES + FAPE.replace('"FAPE"', "7")},
            r"^en\.toml: term 1: term is missing or wrong",
        ),
        ({"en": FAPE}, r"^en\.toml: KeyError"),
        ({"en": FRAMES.replace("means?", "(") + FAPE}, r"^en\.toml: error|PatternError"),
        (
            {"en": FRAMES + FAPE, "es": FRAMES + FAPE.replace("FAPE", "ESY")},
            r"^es\.toml: ESY is not in en\.toml",
        ),
        (
            {"en": FRAMES + FAPE + FAPE.replace("FAPE", "ESY")},
            r"^'free (?:education|appropriate public education)' stands for FAPE and ESY",
        ),
    ],
)
def test_load_when_a_table_is_wrong_then_one_line_says_where(
    tmp_path: Path, languages: dict[str, str], words: str
) -> None:
    """A table that cannot be used stops the start."""
    with pytest.raises(ContentError, match=words):
        load_glossary(_folder(tmp_path, **languages))


def test_load_when_nothing_else_is_said_then_reads_the_reviewed_table(real: Glossary) -> None:
    """Both languages lie in one folder."""
    assert {path.stem for path in TERMS.glob("*.toml")} == {"en", "es"}
    assert {language for _, language in real.terms} == {"en", "es"}
