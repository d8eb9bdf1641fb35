"""Updates that one can wait for: until the bot has handled every one and said so to Telegram."""

import asyncio

from bot.local.updates import UpdateQueue

_PATIENCE_SECONDS = 20.0


class HeardOut(UpdateQueue):
    """A queue of updates that tells when the bot has confirmed all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[asyncio.Future[None]] = []

    def confirm(self, offset: int) -> None:
        """Forget what is confirmed; wake whoever waits once nothing is left."""
        super().confirm(offset)
        if len(self) == 0:
            waiting, self._waiting = self._waiting, []
            for each in waiting:
                if not each.done():
                    each.set_result(None)

    async def until_empty(self) -> None:
        """Return once the bot has handled all that was put.

        Raises:
            TimeoutError: it did not, in a time that is long for any answer.
        """
        while len(self):
            emptied = asyncio.get_running_loop().create_future()
            self._waiting.append(emptied)
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await emptied
