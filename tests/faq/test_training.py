"""From phrasings to a matcher, on a small world."""

from pathlib import Path

import numpy as np
import pytest

from faq.features import PLACES
from faq.lexicon import examples, load_signals
from faq.loader import load_catalog
from faq.matching import Matcher
from faq.training import fit, matrix, train
from faq.wording import read
from tests.faq.small_world import AWAITED, OTHERS, PHRASINGS, REQUESTS


@pytest.fixture(scope="module")
def matcher(small_folders: tuple[Path, Path]) -> Matcher:
    """A matcher of the small world."""
    content, signals = small_folders
    return train(load_catalog(content), load_signals(signals))


def test_train_when_taught_then_has_a_column_for_everything(matcher: Matcher) -> None:
    """Topics with and without an answer, kinds and requests each have one; figures have none."""
    wanted = {f"topic:{topic}" for topic in (*PHRASINGS, *AWAITED)}
    wanted |= {f"kind:{kind}" for kind in (*OTHERS, "command") if kind != "figure"}
    wanted |= {f"request:{request}" for request in REQUESTS} | {"crisis"}

    assert set(matcher.labels) == wanted


def test_train_when_repeated_then_gives_the_same_numbers(
    matcher: Matcher, small_folders: tuple[Path, Path]
) -> None:
    """The same material gives the same matcher, so that every checkout answers alike."""
    content, signals = small_folders
    again = train(load_catalog(content), load_signals(signals))

    assert again.labels == matcher.labels
    assert np.array_equal(again.weights, matcher.weights)
    assert np.array_equal(again.steps, matcher.steps)
    assert np.array_equal(again.bias, matcher.bias)


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
    material = load_signals(signals)
    lines = examples(load_catalog(content), material)

    assert fit(lines[::2], material.nontopic).read(["iep"]).topics != ()


def test_matrix_when_built_then_rows_hold_what_vectors_hold(matcher: Matcher) -> None:
    """Training and answering see the same numbers."""
    texts = [read("what is an iep"), read("zzz"), read("explain 504")]
    rows = matrix(matcher.weighing, texts).toarray()
    numbers, weights = matcher.weighing.vector(texts[2])

    assert rows.shape == (3, PLACES)
    summed = np.zeros(PLACES, dtype=np.float32)
    np.add.at(summed, numbers, weights)

    assert np.allclose(rows[2], summed)
    assert summed.any()
