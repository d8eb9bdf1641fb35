"""Many persons at once, for benchmarks: they write in bulk, and their answers are counted."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.local.feed import Event
from bot.local.people import Person
from bot.local.telegram import LocalTelegram


@dataclass(slots=True)
class Crowd:
    """Persons of one telegram, and how many messages the bot has sent them since.

    ``answers`` counts every new message of the bot, in whichever chat.
    """

    telegram: LocalTelegram
    persons: list[Person]
    answers: int = 0
    _goal: int = 0
    _reached: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def gather(cls, telegram: LocalTelegram, size: int, *, language: str = "en") -> "Crowd":
        """Add ``size`` persons and begin to count what the bot says."""
        first = telegram.people.next_person_id()
        persons = [
            Person(first + number, f"Parent {number + 1}", language=language)
            for number in range(size)
        ]
        telegram.people.persons.update((person.id, person) for person in persons)
        crowd = cls(telegram, persons)
        telegram.feed.listen(crowd._note)
        return crowd

    def says(self, texts: Sequence[str], count: int) -> None:
        """Write ``count`` messages at once: persons and texts take turns."""
        for number in range(count):
            person = self.persons[number % len(self.persons)]
            self.telegram.says(person, texts[number % len(texts)])

    async def heard(self, count: int, *, within: float) -> None:
        """Wait until the bot has sent ``count`` messages in all.

        Raises:
            TimeoutError: it had not within that many seconds of real time.
        """
        self._goal = count
        self._reached.clear()
        if self.answers < count:
            async with asyncio.timeout(within):
                await self._reached.wait()

    def _note(self, event: Event) -> None:
        if event.kind == "message" and event.content.get("from") is self.telegram.bot:
            self.answers += 1
            if self.answers >= self._goal:
                self._reached.set()
