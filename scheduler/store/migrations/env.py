"""Runs revisions on the connection that ``scheduler.store.schema`` hands over."""

from alembic import context

from scheduler.store.columns import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite alters little in place: Alembic copies the table instead.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
