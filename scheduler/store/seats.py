"""The sender's seat: one process at a time sends, so that Telegram's limits hold for a fleet."""

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from scheduler.store.engine import Sessions
from scheduler.store.urls import is_sqlite

# A number that nothing else in the database locks by.
_SEAT = 5_040_504


class Seat:
    """Taken by one process, free as soon as that process gives it up or dies.

    On PostgreSQL it is an advisory lock, held by a connection of its own. SQLite serves one
    process, whose seat is always free.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._engine: AsyncEngine | None = (
            None if is_sqlite(sessions.engine.url) else sessions.engine
        )
        self._connection: AsyncConnection | None = None

    async def take(self) -> bool:
        """Sit down, or stay seated; False while another process sits."""
        if self._engine is None:
            return True
        try:
            return await self._still_held() or await self._try(self._engine)
        except SQLAlchemyError:
            await self.leave()
            return False

    async def leave(self) -> None:
        """Give the seat up; nothing happens to one who does not sit."""
        connection, self._connection = self._connection, None
        if connection is not None:
            # Closing the real connection is what frees the lock, also on a broken one.
            await connection.invalidate()
            await connection.close()

    async def _still_held(self) -> bool:
        if self._connection is None:
            return False
        await self._connection.execute(text("SELECT 1"))
        return True

    async def _try(self, engine: AsyncEngine) -> bool:
        connection = await engine.connect()
        # Else it would sit inside a transaction for days, and hold back the vacuum.
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        taken = await connection.execute(
            text("SELECT pg_try_advisory_lock(:seat)"), {"seat": _SEAT}
        )
        if not taken.scalar_one():
            await connection.close()
            return False
        self._connection = connection
        return True
