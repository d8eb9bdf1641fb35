"""The sender's seat: one process at a time sends, so that Telegram's limits hold for a fleet."""

import asyncio
from typing import Final

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from scheduler.store.engine import Sessions
from scheduler.store.urls import is_sqlite

# A number that nothing else in the database locks by.
_SEAT: Final = 5_040_504
# How old a holder's knowledge that it still sits may be.
CHECK_SECONDS: Final = 1.0
# How long a new holder waits, so that one whose connection was cut has noticed it by then.
HANDOVER_SECONDS: Final = 2.0


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
        self._checked_at = 0.0

    @property
    def handover_seconds(self) -> float:
        """How long to wait after sitting down until nobody else believes that it sits."""
        return 0.0 if self._engine is None else HANDOVER_SECONDS

    async def held(self) -> bool:
        """Tell whether the seat is still ours, as of ``CHECK_SECONDS`` ago at most."""
        if self._engine is None:
            return True
        now = asyncio.get_running_loop().time()
        if self._connection is None or now - self._checked_at < CHECK_SECONDS:
            return self._connection is not None
        try:
            return await self._still_held()
        except SQLAlchemyError:
            await self.leave()
            return False

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
        self._checked_at = asyncio.get_running_loop().time()
        return True

    async def _try(self, engine: AsyncEngine) -> bool:
        connection = await engine.connect()
        taken = False
        try:
            # Else it would sit inside a transaction for days, and hold back the vacuum.
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            lock = text("SELECT pg_try_advisory_lock(:seat)")
            taken = bool((await connection.execute(lock, {"seat": _SEAT})).scalar_one())
        finally:
            if not taken:
                await connection.close()
        if taken:
            self._connection = connection
            self._checked_at = asyncio.get_running_loop().time()
        return taken
