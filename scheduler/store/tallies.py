"""Counts of answers by topic and day, and votes. No chat stands beside a count."""

from collections import Counter
from datetime import date


class Tally:
    """Counts in memory, so that a question costs no write; ``take`` hands them to upkeep."""

    def __init__(self) -> None:
        self._shown: Counter[tuple[str, date]] = Counter()

    def shown(self, topic: str, day: date) -> None:
        """Count that an answer was shown on ``day`` (UTC)."""
        self._shown[topic, day] += 1

    def take(self) -> dict[tuple[str, date], int]:
        """Return what was counted since the last time, and begin again."""
        counts, self._shown = dict(self._shown), Counter()
        return counts

    def give_back(self, counts: dict[tuple[str, date], int]) -> None:
        """Add counts that could not be written."""
        self._shown.update(counts)
