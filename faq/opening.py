"""Opens the desk: files are read, the linear model is taught or found where it is kept."""

import logging
from collections.abc import Sequence
from pathlib import Path

from faq.asides import load_asides
from faq.blend import load_blend
from faq.cache import cache_key, find_linear, keep_linear
from faq.desk import Desk
from faq.encoder import ENCODER, Encoder
from faq.glossary import TERMS, load_glossary
from faq.lexicon import FOLDER, Line, examples, load_signals, words_of
from faq.linear import Linear
from faq.loader import load_catalog
from faq.matching import Matcher
from faq.requests import load_requests
from faq.safety import load_dangers
from faq.thresholds import load_thresholds

_log = logging.getLogger(__name__)


def open_desk(
    content: Path,
    cache: Path | None,
    signals: Path = FOLDER,
    terms: Path = TERMS,
    encoder: Path | None = ENCODER,
) -> Desk:
    """Open the desk over the answers in ``content``.

    Args:
        content: the folder of answers, one folder a language.
        cache: where the trained linear model is kept; None trains anew (about 15 seconds).
        signals: the folder of the matcher's own material.
        terms: the folder of the terms and their meanings.
        encoder: the file of the encoder; None reads words alone.

    Raises:
        ContentError: one of these cannot be read; names file and field.
    """
    catalog, material = load_catalog(content), load_signals(signals)
    return Desk(
        catalog=catalog,
        matcher=Matcher(
            _linear(examples(catalog), material, cache),
            Encoder.load(encoder) if encoder is not None else None,
            load_blend(signals),
        ),
        dangers=load_dangers(signals),
        requests=load_requests(signals),
        asides=load_asides(signals),
        glossary=load_glossary(terms),
        limits=load_thresholds(signals),
        words=words_of(catalog, material),
    )


def _linear(topics: Sequence[Line], signals: Sequence[Line], cache: Path | None) -> Linear:
    if cache is None:
        return _trained(topics, signals)
    key = cache_key((*topics, *signals))
    kept = find_linear(cache, key)
    if kept is not None:
        return kept
    linear = _trained(topics, signals)
    try:
        keep_linear(cache, key, linear)
    except OSError:
        _log.warning("the trained matcher could not be kept; the next start trains again")
    return linear


def _trained(topics: Sequence[Line], signals: Sequence[Line]) -> Linear:
    _log.info("training the matcher, which takes some fifteen seconds")
    from faq.training import fit  # noqa: PLC0415 - scikit-learn is loaded to train only

    return fit(topics, signals)
