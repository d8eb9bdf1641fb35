"""What goes wrong with a database, in one line that a person can act on."""

from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class StoreUnavailable(Exception):  # noqa: N818 - a state of the world, named as such
    """The database cannot be reached, read or written: missing, damaged, locked or full.

    Its text is one line. Callers catch it at their border and try again later or stop.
    """


def is_unavailable(error: SQLAlchemyError) -> bool:
    """Tell a database that fails from a statement that is wrong."""
    if isinstance(error, OperationalError | InterfaceError | PoolTimeout):
        return True
    # SQLite reports a damaged file as the bare base class.
    return type(error) is DatabaseError


def one_line(error: BaseException) -> str:
    """Return the driver's own first line, without the statement and its values."""
    cause = getattr(error, "orig", None) or error
    lines = str(cause).strip().splitlines()
    return lines[0] if lines else type(cause).__name__
