"""Persons who ask a question while the bot is being killed: each must be answered in the end."""

import asyncio
from typing import Final

from bench.telegram import MeasuredTelegram
from bot.local.people import FIRST_PERSON_ID, Person

# Far above the chats of the families that wait for reminders.
FIRST_ASKER_ID: Final = FIRST_PERSON_ID + 50_000_000
QUESTION: Final = "What is a 504 plan?"


class Askers:
    """One new person for each question, so that it can be told which was answered."""

    def __init__(self, telegram: MeasuredTelegram) -> None:
        self._telegram = telegram
        self._answers: dict[int, list[str]] = {}

    def note(self, chat_id: int, text: str) -> None:
        """Keep what the bot wrote to one of the persons; other chats are passed over."""
        if chat_id in self._answers:
            self._answers[chat_id].append(text)

    @property
    def asked(self) -> int:
        """How many questions were asked."""
        return len(self._answers)

    @property
    def unanswered(self) -> int:
        """How many questions have no answer."""
        return sum(not texts for texts in self._answers.values())

    @property
    def answered_again(self) -> int:
        """How many persons read the same words twice."""
        return sum(len(texts) > len(set(texts)) for texts in self._answers.values())

    async def keep_asking(self, every_s: float) -> None:
        """Ask a question every ``every_s`` seconds until cancelled."""
        while True:
            self._ask()
            await asyncio.sleep(every_s)

    def _ask(self) -> None:
        person = Person(FIRST_ASKER_ID + self.asked, "Asker")
        self._telegram.people.persons[person.id] = person
        self._answers[person.id] = []
        self._telegram.says(person, QUESTION)
