"""Where questions are answered, as handlers see it; ``faq.desk`` is the one that answers."""

from typing import Protocol

from faq.catalog import Catalog
from faq.decision import Decision
from faq.entry import TopicId


class Desk(Protocol):
    """Where questions are answered (``faq.desk``): a pure decision and the answers themselves."""

    @property
    def catalog(self) -> Catalog:
        """All answers."""
        ...

    @property
    def words(self) -> frozenset[str]:
        """Every word that the answers know, none of them only a name."""
        ...

    def decide(
        self, text: str, *, language: str | None = None, last_topic: TopicId | None = None
    ) -> Decision:
        """What ``text`` turns out to be."""
        ...
