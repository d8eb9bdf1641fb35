"""A reminder that failed leaves its key: its stage may be told after the date moved."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_LIVE = "state NOT IN ('superseded', 'cancelled', 'failed')"


def upgrade() -> None:
    """Make the unique index anew, over fewer rows than before: none can stand in its way."""
    op.drop_index("uq_reminder_live_key", table_name="reminder")
    op.create_index(
        "uq_reminder_live_key",
        "reminder",
        ["chat_id", "dedupe_key"],
        unique=True,
        sqlite_where=sa.text(_LIVE),
        postgresql_where=sa.text(_LIVE),
    )
