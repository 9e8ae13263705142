"""Run by Alembic: migrates over the connection that ``core.store_engine.migrate`` hands in."""

from alembic import context

from core.store_tables import is_ours, metadata

# batch mode: SQLite changes a table by copying it
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    include_name=is_ours,
)
context.run_migrations()
