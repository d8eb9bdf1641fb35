"""A desk whose matcher says what a test wants it to say."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from faq.asides import load_asides
from faq.catalog import Catalog
from faq.desk import Desk
from faq.glossary import load_glossary
from faq.reading import Reading
from faq.requests import load_requests
from faq.safety import load_dangers
from faq.thresholds import Thresholds
from tests.faq.small_world import make_entry

LIMITS = Thresholds(
    answer_score=0.0,
    answer_gap=0.2,
    answer_lead=0.2,
    second_score=0.3,
    second_gap=0.3,
    choices_score=-0.5,
    choices_gap=0.4,
    crisis_score=0.0,
    settled_score=1.0,
    command_score=0.0,
)
CATALOG = Catalog(
    [make_entry(topic) for topic in ("a", "b", "c", "d", "504-crisis-plan")]
    + [make_entry("a", language="es", title="Sobre a")]
)


def reading(
    *scores: tuple[str, float], crisis: float = -1.0, request: str = "stop", **kinds: float
) -> Reading:
    """What a matcher says: topics with their scores, kinds by name."""
    return Reading(scores, kinds, crisis, request)


SURE = reading(("a", 0.5), ("b", -0.5), ("c", -0.9))
CLOSE = reading(("a", 0.5), ("x", 0.45), ("b", 0.4), ("c", 0.3), ("d", 0.2))
LOST = reading(("a", -0.9), ("b", -0.95))


@dataclass
class StandIn:
    """Says ``usual``, except of messages that have a reading of their own."""

    usual: Reading
    by_text: dict[str, Reading] = field(default_factory=dict)
    read_texts: list[str] = field(default_factory=list)

    def read(self, words: Sequence[str]) -> Reading:
        """The reading of ``words``; remembers what was asked."""
        text = " ".join(words)
        self.read_texts.append(text)
        return self.by_text.get(text, self.usual)

    def glance(self, words: Sequence[str]) -> Reading:
        """The same, unremembered."""
        return self.by_text.get(" ".join(words), self.usual)


def desk_saying(usual: Reading, by_text: dict[str, Reading] | None = None) -> Desk:
    """A desk with the real patterns, made-up answers and thresholds, and such a matcher."""
    return Desk(
        catalog=CATALOG,
        matcher=StandIn(usual, by_text or {}),  # type: ignore[arg-type] # reads like one
        dangers=load_dangers(),
        requests=load_requests(),
        asides=load_asides(),
        glossary=load_glossary(),
        limits=LIMITS,
    )
