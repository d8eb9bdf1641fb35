"""From phrasings to a matcher, on a small world."""

from pathlib import Path

import numpy as np
import pytest

from faq.blend import Blend, Weights
from faq.features import PLACES
from faq.lexicon import examples, load_signals
from faq.linear import Linear
from faq.loader import load_catalog
from faq.matching import Matcher
from faq.training import fit, matrix
from faq.wording import read
from tests.faq.small_world import OTHERS, PHRASINGS, REQUESTS


@pytest.fixture(scope="module")
def matcher(small_folders: tuple[Path, Path]) -> Matcher:
    """A matcher of the small world that knows words alone."""
    return Matcher(_taught(small_folders), None, Blend(1.0, 1.0, {"en": Weights(1.0, 0.0)}))


def _taught(folders: tuple[Path, Path]) -> Linear:
    content, signals = folders
    return fit(examples(load_catalog(content)), load_signals(signals))


def test_train_when_taught_then_has_a_column_for_everything(matcher: Matcher) -> None:
    """Topics with and without an answer, kinds and requests each have one; figures have none."""
    wanted = {f"topic:{topic}" for topic in PHRASINGS}
    wanted |= {f"kind:{kind}" for kind in (*OTHERS, "command") if kind != "figure"}
    wanted |= {f"request:{request}" for request in REQUESTS} | {"crisis"}

    assert set(matcher.linear.labels) == wanted


def test_train_when_repeated_then_gives_the_same_numbers(
    matcher: Matcher, small_folders: tuple[Path, Path]
) -> None:
    """The same material gives the same matcher, so that every checkout answers alike."""
    again, once = _taught(small_folders), matcher.linear

    assert again.labels == once.labels
    assert np.array_equal(again.weights, once.weights)
    assert np.array_equal(again.steps, once.steps)
    assert np.array_equal(again.bias, once.bias)


@pytest.mark.parametrize(
    ("text", "topic"), [(text, topic) for topic, texts in PHRASINGS.items() for text in texts]
)
def test_train_when_asked_what_it_was_taught_then_knows(
    matcher: Matcher, text: str, topic: str
) -> None:
    """Each phrasing finds its own topic."""
    assert matcher.read(read(text)).topics[0][0] == topic


def test_train_when_figures_are_taught_then_they_are_no_danger(matcher: Matcher) -> None:
    """Lines that sound like danger and are none push the score of danger down."""
    danger = min(matcher.read(read(text)).crisis for text in OTHERS["crisis"])
    figures = max(matcher.read(read(text)).crisis for text in OTHERS["figure"])

    assert danger > 0 > figures


@pytest.mark.parametrize(
    ("text", "request_"), [(text, kind) for kind, texts in REQUESTS.items() for text in texts]
)
def test_train_when_a_request_is_read_then_tells_which(
    matcher: Matcher, text: str, request_: str
) -> None:
    """Which request it is, is a guess among requests alone."""
    assert matcher.read(read(text)).request == request_


def test_fit_when_a_fold_is_left_out_then_still_reads(small_folders: tuple[Path, Path]) -> None:
    """Folds of a calibration teach with fewer lines."""
    content, signals = small_folders
    lines = examples(load_catalog(content))

    assert fit(lines[::2], load_signals(signals)).margins(["iep"]).any()


def test_matrix_when_built_then_rows_hold_what_vectors_hold(matcher: Matcher) -> None:
    """Training and answering see the same numbers."""
    texts = [read("what is an iep"), read("zzz"), read("explain 504")]
    rows = matrix(matcher.linear.weighing, texts).toarray()
    numbers, weights = matcher.linear.weighing.vector(texts[2])

    assert rows.shape == (3, PLACES)
    summed = np.zeros(PLACES, dtype=np.float32)
    np.add.at(summed, numbers, weights)

    assert np.allclose(rows[2], summed)
    assert summed.any()
