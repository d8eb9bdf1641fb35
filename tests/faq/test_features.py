"""What of a message counts."""

import numpy as np

from faq.features import PLACES, letter_features, weigh, word_features


def test_word_features_when_three_words_then_hold_their_pairs() -> None:
    """Words and neighbours count."""
    assert word_features(["a", "b", "c"]) == ["a", "b", "c", "a b", "b c"]


def test_letter_features_when_short_word_then_is_whole() -> None:
    """A word of one letter is its own run."""
    assert letter_features("i") == [" i "]


def test_letter_features_when_word_then_holds_runs_of_three_to_five() -> None:
    """Runs cross into the spaces around a word."""
    assert letter_features("iep") == [" ie", "iep", "ep ", " iep", "iep ", " iep "]


def test_weigh_when_letters_are_rare_then_leaves_them_out() -> None:
    """Runs of letters that one text alone has teach nothing; its words do."""
    runs = set(letter_features("zzz"))
    known = weigh([["iep"], ["iep", "zzz"]]).known.size
    without = weigh([["iep"], ["iep"]]).known.size

    assert runs
    assert known == without + len({"zzz", "iep zzz"})


def test_vector_when_known_words_then_each_sort_has_length_one() -> None:
    """A long story weighs no more than a short question: words and letters each count one."""
    places, weights = weigh([["iep"], ["iep"]]).vector(["iep", "iep"])

    assert np.isclose(weights @ weights, 2)
    assert places.max() < PLACES


def test_vector_when_nothing_is_known_then_is_empty() -> None:
    """Unknown words weigh nothing, whatever place they would fall on."""
    places, weights = weigh([["iep"], ["iep"]]).vector(["zzzz"])

    assert (places.size, weights.size) == (0, 0)


def test_vector_when_there_are_no_words_then_is_empty() -> None:
    """A message of signs alone holds nothing."""
    places, weights = weigh([["iep"], ["iep"]]).vector([])

    assert (places.size, weights.size) == (0, 0)


def test_vector_when_a_word_is_rare_then_weighs_more() -> None:
    """What every question has says little about any."""
    weighing = weigh([["iep"], ["iep"], ["iep", "diabetes"]])
    common, rare = (weighing.rarity.take(weighing.vector([w])[0][:1]) for w in ("iep", "diabetes"))

    assert rare > common
