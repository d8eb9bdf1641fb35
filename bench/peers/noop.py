"""A job that does nothing but be counted. A job store keeps it by this module's name."""

from threading import Event, Lock
from typing import Final


class Fired:
    """Counts the jobs that ran; ``all`` is set with the last one."""

    def __init__(self) -> None:
        self.left = 0
        self.all = Event()
        self._lock = Lock()

    def count(self) -> None:
        """Count one."""
        with self._lock:
            self.left -= 1
            if self.left == 0:
                self.all.set()


FIRED: Final = Fired()


def noop() -> None:
    """Do nothing, and be counted."""
    FIRED.count()
