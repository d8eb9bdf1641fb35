"""The life of one process inside ours: its tasks are known, so that they can end all at once.

Whatever a task of a life starts belongs to the same life. A kill asks none of them to tidy up:
all are cancelled in one go, as near to a dead process as one event loop allows.
"""

import asyncio
import contextvars
from collections.abc import Coroutine, Generator
from typing import Any, TypeVar

_Given = TypeVar("_Given")
_CLOSING = ("AsyncConnection.close", "AsyncSession.close")
_LAST_GASP_SECONDS = 10.0
_Work = Coroutine[Any, Any, _Given] | Generator[Any, None, _Given]


class Life:
    """Tasks that were born of each other."""

    def __init__(self) -> None:
        self.tasks: set[asyncio.Task[Any]] = set()
        self.context = contextvars.copy_context()
        self.context.run(_LIFE.set, self)

    def start(self, work: Coroutine[Any, Any, _Given]) -> asyncio.Task[_Given]:
        """Begin ``work`` as a part of this life."""
        return asyncio.get_running_loop().create_task(work, context=self.context)

    async def kill(self) -> None:
        """End everything at once; only hands that are closing a connection may finish that.

        An operating system closes the files of a dead process. Here SQLAlchemy does it, in
        tasks that dying ones start, and a connection cut off in the middle would be left open.
        """
        for task in self._living():
            if task.get_coro().__qualname__ not in _CLOSING:  # type: ignore[union-attr]
                task.cancel()
        async with asyncio.timeout(_LAST_GASP_SECONDS):
            while living := self._living():
                await asyncio.wait(living)

    def _living(self) -> list[asyncio.Task[Any]]:
        return [task for task in self.tasks if not task.done()]


_LIFE: contextvars.ContextVar[Life | None] = contextvars.ContextVar("life", default=None)


def know_lives(loop: asyncio.AbstractEventLoop) -> None:
    """Let every task of ``loop`` be entered in the life that it is born into."""
    loop.set_task_factory(_born)


def _born(
    loop: asyncio.AbstractEventLoop,
    work: _Work[_Given],
    *,
    context: contextvars.Context | None = None,
    **how: Any,
) -> asyncio.Task[_Given]:
    # Newer Pythons hand over the task's name and more here.
    task: asyncio.Task[_Given] = asyncio.Task(work, loop=loop, context=context, **how)
    life = _LIFE.get() if context is None else context.get(_LIFE)
    if life is not None:
        life.tasks.add(task)
        task.add_done_callback(life.tasks.discard)
    return task
