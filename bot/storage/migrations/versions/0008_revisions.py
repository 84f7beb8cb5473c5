"""Sets as they stood before a change, so that an undo takes the change back."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def upgrade() -> None:
    op.create_table(
        "revisions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("entry_id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("set_id", KEY, nullable=False),
        flag("dropped"),
        sa.Column("session_id", KEY),
        sa.Column("position", sa.Integer()),
        sa.Column("exercise", sa.String(length=100), nullable=False),
        sa.Column("reps", sa.Integer()),
        sa.Column("seconds", sa.Integer()),
        sa.Column("load", sa.Integer()),
        sa.Column("load_unit", sa.String(length=16)),
        flag("bodyweight"),
        flag("per_side"),
        sa.Column("rpe", sa.Integer()),
        flag("warmup"),
        sa.Column("note", sa.Text()),
        sa.Column("performed_at", MOMENT, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("heaviness", sa.BigInteger()),
        sa.Column("effort", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_revisions_entry_id"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_revisions_athlete_id"),
        sa.ForeignKeyConstraint(["set_id"], ["done_sets.id"], name="fk_revisions_set_id"),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_revisions_athlete", "revisions", ["athlete_id"])
    op.create_index("ix_revisions_entry", "revisions", ["entry_id"])
    op.create_index("ix_revisions_set", "revisions", ["set_id"])


def downgrade() -> None:
    op.drop_table("revisions")
