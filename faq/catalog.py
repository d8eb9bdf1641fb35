"""All answers that were loaded, found by topic, by area and by language.

Nothing is read or ranked here.
"""

from collections.abc import Iterable

from faq.entry import Area, Entry, TopicId

FIRST_LANGUAGE = "en"
"""Every answer is written in this language first; the others fall back to it."""


class Catalog:
    """The answers, fixed once built; safe to share."""

    __slots__ = ("_entries", "_topics")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {(entry.id, entry.language): entry for entry in entries}
        order = {area: place for place, area in enumerate(Area)}
        firsts = [entry for entry in self._entries.values() if entry.language == FIRST_LANGUAGE]
        firsts.sort(key=lambda entry: (order[entry.area], entry.id))
        self._topics = tuple(entry.id for entry in firsts)

    def entries(self) -> tuple[Entry, ...]:
        """Every entry of every language."""
        return tuple(self._entries.values())

    def entry(self, topic_id: TopicId, language: str) -> Entry:
        """The answer in ``language``, or in English where there is no translation.

        Raises:
            KeyError: no answer has this id.
        """
        found = self.find_entry(topic_id, language)
        if found is None:
            raise KeyError(topic_id)
        return found

    def find_entry(self, topic_id: TopicId, language: str) -> Entry | None:
        """The answer in ``language`` or in English; None when there is neither."""
        return self._entries.get((topic_id, language)) or self._entries.get(
            (topic_id, FIRST_LANGUAGE)
        )

    def topics(self) -> tuple[TopicId, ...]:
        """Ids of all topics with an answer, by area and then by id."""
        return self._topics

    def areas(self) -> tuple[Area, ...]:
        """Areas with at least one answer, in the order of ``Area``."""
        taken = {self._entries[topic, FIRST_LANGUAGE].area for topic in self._topics}
        return tuple(area for area in Area if area in taken)

    def in_area(self, area: Area, language: str) -> tuple[Entry, ...]:
        """Answers of one area, by title, each in ``language`` where it is translated."""
        entries = (self.entry(topic, language) for topic in self._topics)
        return tuple(sorted((e for e in entries if e.area is area), key=lambda e: e.title))
