"""What of a message counts."""

import numpy as np

from faq.features import build_vocabulary, letter_features, word_features


def test_word_features_when_three_words_then_hold_their_pairs() -> None:
    """Words and neighbours count."""
    assert word_features(["a", "b", "c"]) == ["a", "b", "c", "a b", "b c"]


def test_letter_features_when_short_word_then_is_whole() -> None:
    """A word of one letter is its own run."""
    assert letter_features("i") == [" i "]


def test_letter_features_when_word_then_holds_runs_of_three_to_five() -> None:
    """Runs cross into the spaces around a word."""
    assert letter_features("iep") == [" ie", "iep", "ep ", " iep", "iep ", " iep "]


def test_vocabulary_when_letters_are_rare_then_leaves_them_out() -> None:
    """Runs of letters that one text alone has teach nothing."""
    vocabulary = build_vocabulary([["iep"], ["iep", "zzz"]])

    assert "zzz" in vocabulary.words
    assert "zzz" not in vocabulary.letters
    assert len(vocabulary) == len(vocabulary.words) + len(vocabulary.letters)


def test_vector_when_known_words_then_each_sort_has_length_one() -> None:
    """A long story weighs no more than a short question."""
    vocabulary = build_vocabulary([["iep"], ["iep"]])
    numbers, weights = vocabulary.vector(["iep", "iep"])
    border = len(vocabulary.words)

    assert np.isclose(np.linalg.norm(weights[numbers < border]), 1)
    assert np.isclose(np.linalg.norm(weights[numbers >= border]), 1)


def test_vector_when_nothing_is_known_then_is_empty() -> None:
    """Unknown words weigh nothing."""
    numbers, weights = build_vocabulary([["iep"], ["iep"]]).vector(["zzzz"])

    assert (numbers.size, weights.size) == (0, 0)
