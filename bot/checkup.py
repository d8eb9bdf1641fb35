"""``python -m bot check``: everything that can be found wrong without going live."""

from collections.abc import Iterator

from bot.config import Settings
from bot.wiring import CONTENT
from faq.loader import load_catalog
from handlers.texts.loader import load_texts


def complaints(settings: Settings) -> Iterator[str]:
    """Yield one line for each thing to mend; the settings were read well already.

    Raises:
        ContentError: an answer cannot be read at all.
    """
    del settings
    texts = load_texts()
    catalog = load_catalog(CONTENT)
    for entry in catalog.entries():
        if entry.language not in texts.languages:
            yield f"{entry.id}: written in {entry.language}, which has no texts"
        known = set(catalog.topics())
        yield from (f"{entry.id}: see_also {e} unknown" for e in entry.see_also if e not in known)
