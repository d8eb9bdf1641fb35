"""How much one person may say in a minute; in memory, forgotten with the minute."""

from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta

# Taps count too: who goes through a list taps fast.
MESSAGES_A_MINUTE = 40
_MINUTE = timedelta(minutes=1)
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person in a chat."""

    chat_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class Permitted:
    """``too_fast``: a kind word is due, once a minute; ``silent``: it was said already."""

    too_fast: bool = False
    silent: bool = False

    @property
    def fully(self) -> bool:
        """Whether a message is answered as any other."""
        return not (self.too_fast or self.silent)


@dataclass(slots=True)
class _Minute:
    """When somebody was answered within the last minute, and last asked to wait."""

    answered: deque[datetime]
    asked_to_wait: datetime | None = None


class Allowance:
    """Counts what each person was answered within the last minute.

    What is not answered does not count, so whoever goes on writing is heard again as soon as
    the minute allows.
    """

    def __init__(self, a_minute: int = MESSAGES_A_MINUTE) -> None:
        self._a_minute = a_minute
        self._minutes: OrderedDict[Speaker, _Minute] = OrderedDict()

    def ask(self, speaker: Speaker, *, now: datetime) -> Permitted:
        """Tell whether a message of ``speaker`` may be answered, and count it if so."""
        minute = self._minute_of(speaker)
        answered = minute.answered
        while answered and now - answered[0] >= _MINUTE:
            answered.popleft()
        if len(answered) < self._a_minute:
            answered.append(now)
            return Permitted()
        told = minute.asked_to_wait
        if told is not None and now - told < _MINUTE:
            return Permitted(silent=True)
        minute.asked_to_wait = now
        return Permitted(too_fast=True)

    def _minute_of(self, speaker: Speaker) -> _Minute:
        minute = self._minutes.setdefault(speaker, _Minute(deque()))
        self._minutes.move_to_end(speaker)
        if len(self._minutes) > _REMEMBERED:
            self._minutes.popitem(last=False)
        return minute
