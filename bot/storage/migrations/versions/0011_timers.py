"""Timers of a session, whether they ring, and until when a call is of use."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "timers",
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("session_id", KEY, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("due", MOMENT),
        sa.CheckConstraint("kind IN ('rest', 'forgot')", name=op.f("ck_timers_kind")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_timers_athlete_id"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_timers_session_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("athlete_id", "kind", name="pk_timers"),
        sqlite_with_rowid=False,
    )
    running = sa.text("due IS NOT NULL")
    op.create_index(
        "ix_timers_due", "timers", ["due", "athlete_id", "kind"], sqlite_where=running, postgresql_where=running
    )
    op.create_index("ix_timers_session", "timers", ["session_id"])
    op.create_index("ix_timers_chat", "timers", ["chat"])
    op.add_column("settings", sa.Column("rest_timer", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("outbox", sa.Column("until", MOMENT))


def downgrade() -> None:
    op.drop_column("outbox", "until")
    op.drop_column("settings", "rest_timer")
    op.drop_table("timers")
