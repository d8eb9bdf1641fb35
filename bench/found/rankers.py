"""Ways to rank the topics for a question, all taught by the same phrasings in one language."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bench.found.embedding import installed, load_embedding, vectors
from faq.features import Floats
from faq.lexicon import Line
from faq.linear import TOPIC
from faq.matching import Matcher
from faq.reading import Reading
from faq.wording import read

Rank = Callable[[Sequence[str]], Sequence[str]]
"""From the words of a question to topics, best first."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """One way, by name."""

    name: str
    rank: Rank


def rankers(matcher: Matcher, lines: Sequence[Line]) -> Iterator[Ranker]:
    """The peers, then the parts of this bot's matcher, then the whole of it.

    Those that need the general encoder are left out where its package is not installed.

    Args:
        matcher: the bot's own.
        lines: the phrasings of all topics in the language that is measured.
    """
    texts = [read(line.text) for line in lines]
    labels = np.array([line.label for line in lines])
    yield Ranker("BM25 over phrasings (bm25s), the best phrasing counts", _bm25(texts, labels))
    folder = installed()
    if folder is not None:
        yield from _embedded(folder, texts, labels)
    yield Ranker("this bot, words and letters alone", lambda words: _topics(matcher.glance(words)))
    yield Ranker("this bot, its encoder alone", lambda words: _by_encoder(matcher, words))
    yield Ranker("this bot", lambda words: _topics(matcher.read(words)))


def _embedded(
    folder: Path, texts: Sequence[Sequence[str]], labels: NDArray[np.str_]
) -> Iterator[Ranker]:
    encoder = load_embedding(folder)
    known = vectors(encoder, texts)
    told = LogisticRegression(C=30, max_iter=200).fit(known, labels)

    def nearest(words: Sequence[str]) -> Sequence[str]:
        return _best(known @ vectors(encoder, [words])[0], labels)

    def regressed(words: Sequence[str]) -> Sequence[str]:
        shares = told.decision_function(vectors(encoder, [words]))[0]
        return [str(told.classes_[place]) for place in np.argsort(-shares)]

    yield Ranker("nearest phrasing by all-MiniLM-L6-v2", nearest)
    yield Ranker("logistic regression on all-MiniLM-L6-v2", regressed)


def _bm25(texts: Sequence[Sequence[str]], labels: NDArray[np.str_]) -> Rank:
    index = bm25s.BM25()
    index.index([list(words) for words in texts], show_progress=False)

    def rank(words: Sequence[str]) -> Sequence[str]:
        known = [word for word in words if word in index.vocab_dict]
        scores = index.get_scores(known) if known else np.zeros(len(labels))
        return _best(scores, labels)

    return rank


def _best(scores: Floats, labels: NDArray[np.str_]) -> Sequence[str]:
    """Each topic once, by the best of its phrasings."""
    return list(dict.fromkeys(map(str, labels[np.argsort(-scores, kind="stable")])))


def _topics(reading: Reading) -> Sequence[str]:
    return [topic for topic, _ in reading.topics]


def _by_encoder(matcher: Matcher, words: Sequence[str]) -> Sequence[str]:
    encoder = matcher.encoder
    if encoder is None:
        return ()
    ranked = [encoder.labels[place] for place in np.argsort(-encoder.scores(words))]
    return [label.removeprefix(TOPIC) for label in ranked if label.startswith(TOPIC)]
