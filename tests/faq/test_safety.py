"""Words of danger: nobody in danger is missed, and nobody is alarmed by a way of speaking."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from faq.decision import DecisionKind
from faq.desk import Desk
from faq.lexicon import FOLDER, load_signals
from faq.loader import ContentError
from faq.safety import load_dangers
from faq.wording import read
from tests.faq.danger_lines import BOTH, DANGER, FIGURES, SETTLED

DANGERS = load_dangers()
_TABLES = tomllib.loads((FOLDER / "crisis.toml").read_text(encoding="utf-8"))

# What looks ahead or behind, and anchors: they only narrow a pattern, so samples do without.
_NARROWING = re.compile(r"\(\?<?[!=](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\$")


@pytest.mark.parametrize("text", DANGER)
def test_desk_when_somebody_may_be_hurt_then_helps_first(desk: Desk, text: str) -> None:
    """Every line that speaks of danger gets the help lines."""
    assert desk.decide(text).kind is DecisionKind.CRISIS


@pytest.mark.parametrize("text", [*FIGURES, *SETTLED])
def test_desk_when_only_the_words_sound_so_then_gives_no_alarm(desk: Desk, text: str) -> None:
    """A way of speaking, or a danger that is over, is answered like any question."""
    assert desk.decide(text).kind is not DecisionKind.CRISIS


@pytest.mark.parametrize("text", BOTH)
def test_desk_when_danger_and_a_question_then_help_and_answer(desk: Desk, text: str) -> None:
    """Help comes first, and the answer on crisis plans follows it."""
    decision = desk.decide(text)

    assert (decision.kind, decision.shown) == (DecisionKind.CRISIS, ("504-crisis-plan",))


def test_danger_lines_when_compared_then_none_was_taught() -> None:
    """The lines of these tests are none that the matcher learned from."""
    taught = {line.text.lower() for line in load_signals()}

    assert [line for line in (*DANGER, *FIGURES, *SETTLED, *BOTH) if line.lower() in taught] == []


@pytest.mark.parametrize(
    "text",
    [
        "he hung himself",
        "she is on the ledge right now",
        "his lips are blue lips",
        "he touched me there",
        "my son wont be here tomorrow",
        "the sitter kicks us",
        "sobredosis",
        "ya no quiere existir",
        "esta convulsionando",
        "se tomo el cloro",
        "i will make them pay",
        "everybody would be happy without me",
    ],
)
def test_pattern_when_words_of_danger_are_rare_then_is_looked_for(text: str) -> None:
    """The quick look at single words lets every message through that a pattern could match."""
    assert DANGERS.found_in(read(text))


@pytest.mark.parametrize("pattern", _TABLES["danger"])
def test_triggers_when_a_pattern_matches_then_one_is_among_its_words(pattern: str) -> None:
    """No pattern is cut off by the quick look: whatever it matches holds a trigger."""

    @settings(
        max_examples=10,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.from_regex(_NARROWING.sub("", pattern), fullmatch=True, alphabet=_LETTERS))
    def holds_a_trigger(text: str) -> None:
        assert not DANGERS.stems.isdisjoint(word[:5] for word in text.split())

    holds_a_trigger()


_LETTERS = st.sampled_from("xyzabcdefghijklmnopqrstuvw ")


@pytest.mark.parametrize(
    "text",
    [
        "can the school decide without me",
        "can we make them pay for the test",
        "mi hija convulsiona cuando tiene fiebre",
        "eso no aparece en el plan",
        "this homework is killing me",
        "",
    ],
)
def test_pattern_when_words_are_harmless_then_finds_nothing(text: str) -> None:
    """What parents say about schools every day is no alarm."""
    assert not DANGERS.found_in(read(text))


def test_figure_when_in_words_then_is_seen() -> None:
    """A way of speaking is known as one."""
    assert DANGERS.figure_in(read("the homework is killing me"))
    assert not DANGERS.figure_in(read("what is an iep"))


@pytest.mark.parametrize(
    ("text", "settled"), [("he is fine now", True), ("ahora esta bien", True), ("right now", False)]
)
def test_settled_when_calm_has_returned_then_is_seen(text: str, *, settled: bool) -> None:
    """What is over is known to be over."""
    assert DANGERS.settled_in(read(text)) is settled


_SOUND = 'triggers = ["a"]\nfigures = ["b"]\ndanger = ["a"]\nsettled = ["c"]\n'


@pytest.mark.parametrize(
    "text",
    [
        _SOUND.replace("danger", "dangr"),
        _SOUND.replace('["a"]', "[]"),
        _SOUND.replace('["a"]', '"a"'),
        _SOUND.replace('["b"]', '["("]'),
        _SOUND.replace('["b"]', "[1]"),
        "triggers =",
    ],
)
def test_dangers_when_file_is_broken_then_names_it(tmp_path: Path, text: str) -> None:
    """A missing or empty list or a broken pattern stops the start: it would miss or alarm all."""
    (tmp_path / "crisis.toml").write_text(text)

    with pytest.raises(ContentError, match=r"^crisis\.toml: [^\n]+$"):
        load_dangers(tmp_path)


def test_dangers_when_file_is_missing_then_names_it(tmp_path: Path) -> None:
    """A missing file is one clear line."""
    with pytest.raises(ContentError, match=r"crisis\.toml"):
        load_dangers(tmp_path)
