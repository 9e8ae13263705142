"""A full-text index over the reports, where the database is SQLite."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Bring the tables forward."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute("CREATE VIRTUAL TABLE report_search USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')")
    op.execute(
        sa.text(
            "INSERT INTO report_search (rowid, title, body) "
            "SELECT id, coalesce(home, '') || ' ' || coalesce(away, '') || ' ' || coalesce(competition, ''), "
            "json_extract(reading, '$.text') FROM reports"
        )
    )


def downgrade() -> None:
    """Take the tables back."""
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("report_search")
