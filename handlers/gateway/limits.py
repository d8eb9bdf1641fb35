"""How much one person may say in a minute; in memory, forgotten with the minute."""

from collections import OrderedDict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta

MESSAGES_A_MINUTE = 20
_MINUTE = timedelta(minutes=1)
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person in a chat."""

    chat_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class Permitted:
    """``too_fast``: a kind word is due, once; ``silent``: it was said already."""

    too_fast: bool = False
    silent: bool = False


class Allowance:
    """Counts what each person said within the last minute."""

    def __init__(self, a_minute: int = MESSAGES_A_MINUTE) -> None:
        self._a_minute = a_minute
        self._said: OrderedDict[Speaker, deque[datetime]] = OrderedDict()

    def ask(self, speaker: Speaker, *, now: datetime) -> Permitted:
        """Count one message of ``speaker`` and tell whether it may be answered."""
        said = self._said.setdefault(speaker, deque(maxlen=self._a_minute + 2))
        self._said.move_to_end(speaker)
        if len(self._said) > _REMEMBERED:
            self._said.popitem(last=False)
        while said and now - said[0] >= _MINUTE:
            said.popleft()
        said.append(now)
        over = len(said) - self._a_minute
        return Permitted(too_fast=over == 1, silent=over > 1)
