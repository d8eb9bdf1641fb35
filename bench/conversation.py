"""Many persons who all ask at once, and the count of right answers."""

from collections.abc import Sequence
from time import perf_counter

from bench.programs import Program
from bench.telegram import BotMessage, MeasuredTelegram
from bot.local.people import FIRST_PERSON_ID, Person


class Crowd:
    """Persons who each ask one thing again and again; only right answers count.

    An answer is right when it comes to the person who asked and holds what is expected.
    """

    def __init__(self, telegram: MeasuredTelegram, asked: Sequence[tuple[str, str]]) -> None:
        """Let there be one person for each of ``asked``: what is asked, what is expected."""
        self._telegram = telegram
        self._persons = [Person(FIRST_PERSON_ID + n, "Somebody") for n in range(len(asked))]
        self._texts = [text for text, _ in asked]
        self._expected = {
            p.id: expected for p, (_, expected) in zip(self._persons, asked, strict=True)
        }
        telegram.people.persons.update((person.id, person) for person in self._persons)
        telegram.on_answer = self._note
        self._wanted = 0
        self._right = 0
        self._last_s = 0.0
        self.wrong: list[str] = []

    async def ask(self, times: int, program: Program, *, within_s: float) -> float:
        """Let everybody ask ``times`` times at once; answers a second, right ones only.

        The time runs from the first question to the last answer.

        Raises:
            TimeoutError: an answer was still missing after ``within_s`` seconds.
            ProgramEnded: the bot ended.
        """
        self._right, self._wanted = 0, times * len(self._persons)
        began = perf_counter()
        for _ in range(times):
            for person, text in zip(self._persons, self._texts, strict=True):
                self._telegram.says(person, text)
        try:
            await program.until(lambda: self._right >= self._wanted, within_s=within_s)
        except TimeoutError:
            raise TimeoutError(self._missing()) from None
        return self._wanted / (self._last_s - began)

    def _note(self, message: BotMessage) -> None:
        expected = self._expected.get(message["chat"]["id"])
        text = str(message.get("text", ""))
        if expected is None or expected not in text:
            self.wrong.append(text)
            return
        self._right += 1
        self._last_s = perf_counter()

    def _missing(self) -> str:
        wrong = f"; a wrong one: {self.wrong[0][:200]!r}" if self.wrong else ""
        return f"{self._right} of {self._wanted} right answers, {len(self.wrong)} wrong{wrong}"
