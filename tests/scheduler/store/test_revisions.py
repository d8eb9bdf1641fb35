"""Which revision a database is at, told without Alembic."""

import subprocess
import sys
from pathlib import Path

from alembic.script import ScriptDirectory

from scheduler.store.revisions import MIGRATIONS, known_revisions
from scheduler.store.schema import migrate


def test_revisions_when_listed_then_are_those_that_alembic_finds() -> None:
    """The newest is told by the names of the files, and Alembic agrees."""
    found = [each.revision for each in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]

    assert list(known_revisions()) == found[::-1]


def test_start_when_database_is_newest_then_loads_no_alembic(tmp_path: Path) -> None:
    """An ordinary start spares its time and memory."""
    url = f"sqlite:///{tmp_path / 'plankeeper.db'}"
    migrate(url)
    program = (
        "import sys; import bot.wiring; from scheduler.store.schema import migrate;"
        f"print(migrate({url!r}), 'alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == [known_revisions()[-1], "False"]
