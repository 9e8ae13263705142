"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("written", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("club", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("undone_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_aliases"),
    )
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("undone_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
    )
    op.create_index("ix_corrections_sha256", "corrections", ["sha256"])

    op.create_table(
        "lexicon_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lexicon_entries"),
        sa.UniqueConstraint("kind", "entry", name="uq_lexicon_entries_kind"),
    )
    op.create_table(
        "matches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("home", sa.String(), nullable=True),
        sa.Column("away", sa.String(), nullable=True),
        sa.Column("home_goals", sa.Integer(), nullable=True),
        sa.Column("away_goals", sa.Integer(), nullable=True),
        sa.Column("competition", sa.String(), nullable=True),
        sa.Column("season", sa.String(), nullable=True),
        sa.Column("round", sa.String(), nullable=True),
        sa.Column("date", sa.String(length=10), nullable=True),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matches"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("club", sa.String(), nullable=False),
        sa.Column("season", sa.String(), nullable=False),
        sa.Column("same_as", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["same_as"], ["people.id"], name="fk_people_same_as_people", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("name", "club", "season", name="uq_people_name"),
    )
    op.create_index("ix_people_name", "people", ["name"])

    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("match_id", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=True),
        sa.Column("away", sa.String(), nullable=True),
        sa.Column("home_goals", sa.Integer(), nullable=True),
        sa.Column("away_goals", sa.Integer(), nullable=True),
        sa.Column("competition", sa.String(), nullable=True),
        sa.Column("stage", sa.String(), nullable=True),
        sa.Column("season", sa.String(), nullable=True),
        sa.Column("round", sa.String(), nullable=True),
        sa.Column("date", sa.String(length=10), nullable=True),
        sa.Column("stadium", sa.String(), nullable=True),
        sa.Column("referee", sa.String(), nullable=True),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.Column("deleted_at", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["match_id"], ["matches.id"], name="fk_reports_match_id_matches", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("sha256", name="uq_reports_sha256"),
    )
    op.create_index("ix_reports_away", "reports", ["away"])
    op.create_index("ix_reports_date", "reports", ["date"])
    op.create_index("ix_reports_home", "reports", ["home"])
    op.create_index("ix_reports_match_id", "reports", ["match_id"])
    op.create_index("ix_reports_season", "reports", ["season"])

    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=True),
        sa.Column("period", sa.Integer(), nullable=True),
        sa.Column("minute", sa.Integer(), nullable=True),
        sa.Column("added", sa.Integer(), nullable=True),
        sa.Column("approx", sa.Boolean(), nullable=False),
        sa.Column("player", sa.String(), nullable=True),
        sa.Column("penalty", sa.Boolean(), nullable=False),
        sa.Column("own_goal", sa.Boolean(), nullable=False),
        sa.Column("assist", sa.String(), nullable=True),
        sa.Column("score_home", sa.Integer(), nullable=True),
        sa.Column("score_away", sa.Integer(), nullable=True),
        sa.Column("card", sa.String(), nullable=True),
        sa.Column("player_in", sa.String(), nullable=True),
        sa.Column("player_out", sa.String(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("goalkeeper", sa.String(), nullable=True),
        sa.Column("fouled", sa.String(), nullable=True),
        sa.Column("fouler", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_events_report_id_reports", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_player", "events", ["player"])
    op.create_index("ix_events_report_id", "events", ["report_id"])
    op.create_index("ix_events_type_minute", "events", ["type", "minute"])

    op.create_table(
        "lineups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("player", sa.String(), nullable=False),
        sa.Column("starter", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_lineups_report_id_reports", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_lineups"),
    )
    op.create_index("ix_lineups_player", "lineups", ["player"])
    op.create_index("ix_lineups_report_id", "lineups", ["report_id"])

    op.create_table(
        "mentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_mentions_person_id_people", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name="fk_mentions_report_id_reports", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_mentions"),
    )
    op.create_index("ix_mentions_name", "mentions", ["name"])
    op.create_index("ix_mentions_person_id", "mentions", ["person_id"])
    op.create_index("ix_mentions_report_id", "mentions", ["report_id"])
    op.bulk_insert(
        sa.table("revision", sa.column("id", sa.Integer), sa.column("number", sa.Integer)), [{"id": 1, "number": 0}]
    )


def downgrade() -> None:
    """Take the tables back."""
    for table in (
        "mentions",
        "lineups",
        "events",
        "reports",
        "revision",
        "people",
        "matches",
        "lexicon_entries",
        "corrections",
        "aliases",
    ):
        op.drop_table(table)
