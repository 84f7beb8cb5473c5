"""The hour at which a lifter's day begins; which message said an entry, and which entry it replaces."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# In words: SQLite takes a check with a new column, and otherwise only in a new table.
DAY_TURNS = """
    ALTER TABLE settings ADD COLUMN day_turns SMALLINT DEFAULT 4 NOT NULL
    CONSTRAINT ck_settings_day_turns CHECK (day_turns BETWEEN 0 AND 6)
"""


def upgrade() -> None:
    op.execute(DAY_TURNS)
    op.add_column("entries", sa.Column("message", sa.BigInteger()))
    op.add_column("entries", sa.Column("replaces", sa.BigInteger()))
    said = sa.text("message IS NOT NULL")
    op.create_index(
        "ix_entries_message", "entries", ["athlete_id", "message"], sqlite_where=said, postgresql_where=said
    )


def downgrade() -> None:
    op.drop_index("ix_entries_message", "entries")
    op.drop_column("entries", "replaces")
    op.drop_column("entries", "message")
    op.drop_column("settings", "day_turns")
