"""The only reading of the wall clock in the project; everything else is handed ``now``."""

from datetime import UTC, datetime


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """Return the present as an aware UTC datetime."""
        return datetime.now(UTC)  # noqa: TID251 - this is the one place
