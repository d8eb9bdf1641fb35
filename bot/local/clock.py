"""The clock that people of the local Telegram live by: it runs on, stands still or jumps.

It never reads the machine's clock itself; a reading comes from outside.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Listener = Callable[[datetime], None]


class LocalClock:
    """A clock that can be moved by command, in whole or in part of a second."""

    def __init__(
        self,
        system: Callable[[], datetime],
        *,
        start: datetime | None = None,
        frozen: bool = False,
    ) -> None:
        """Start at ``start``, or at the present where none is given.

        Args:
            system: reads the real time, aware; the clock runs on at its pace.
            start: the first instant shown, aware, any zone.
            frozen: whether the clock stands still until it is moved or told to run.
        """
        self._system = system
        self._offset = timedelta(0)
        self._stopped_at: datetime | None = None
        self._listeners: list[Listener] = []
        if start is not None:
            self._show(_aware(start))
        if frozen:
            self._stopped_at = self.now()

    def now(self) -> datetime:
        """The present instant here, aware, in UTC."""
        if self._stopped_at is not None:
            return self._stopped_at
        return (self._system() + self._offset).astimezone(UTC)

    @property
    def frozen(self) -> bool:
        """Whether the clock stands still between moves."""
        return self._stopped_at is not None

    def move_to(self, instant: datetime) -> None:
        """Jump to an aware instant, forward or back, and tell the listeners."""
        self._show(_aware(instant))
        self._tell()

    def advance(self, step: timedelta) -> None:
        """Jump by ``step`` from the present instant and tell the listeners."""
        self.move_to(self.now() + step)

    def freeze(self) -> None:
        """Stand still at the present instant."""
        self._stopped_at = self.now()
        self._tell()

    def run(self) -> None:
        """Run on at the pace of real time from the present instant."""
        if self._stopped_at is None:
            return
        instant, self._stopped_at = self._stopped_at, None
        self._show(instant)
        self._tell()

    def on_jump(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` with the new instant after every jump; returns what undoes it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _show(self, instant: datetime) -> None:
        if self._stopped_at is not None:
            self._stopped_at = instant
        else:
            self._offset = instant - self._system()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self.now())


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant must be timezone-aware")
    return instant.astimezone(UTC)
