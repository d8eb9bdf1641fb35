"""Lines of people waiting: what one chat does is answered in order, while others go on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    standing: int = 0


class Lines:
    """One line a chat, for as long as somebody stands in it."""

    def __init__(self) -> None:
        self._lines: dict[int, _Line] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def is_free(self, chat_id: int) -> bool:
        """Tell whether nobody stands in the line of a chat."""
        return chat_id not in self._lines

    @asynccontextmanager
    async def stand_in(self, chat_id: int) -> AsyncIterator[None]:
        """Wait for everybody who came before, and go first while the block runs."""
        line = self._lines.setdefault(chat_id, _Line())
        line.standing += 1
        try:
            async with line.lock:
                yield
        finally:
            line.standing -= 1
            if not line.standing:
                del self._lines[chat_id]
