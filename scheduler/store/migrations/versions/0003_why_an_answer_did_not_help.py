"""Why an answer did not help, counted by reason; and questions that parents send on purpose."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _reason() -> sa.Enum:
    return sa.Enum(
        "hard",
        "other",
        "missing",
        "wrong",
        name="reason",
        native_enum=False,
        create_constraint=True,
        length=24,
    )


def upgrade() -> None:
    """Add two tables, and one column to the votes; votes cast before have no reason."""
    op.create_table(
        "reason_count",
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("reason", _reason(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("given", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic", "reason", "day", name=op.f("pk_reason_count")),
    )
    op.create_table(
        "sent_question",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("text", sa.String(length=400), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_question")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sent_question_day", "sent_question", ["day"], unique=False)
    with op.batch_alter_table("vote") as votes:
        votes.add_column(sa.Column("reason", _reason(), nullable=True))
        votes.create_check_constraint("ck_vote_why", "reason IS NULL OR NOT helpful")
