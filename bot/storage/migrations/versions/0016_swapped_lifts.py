"""Light weeks apart from short sessions, and what was asked of a lift that was swapped."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OF_A_LIGHT_WEEK = b'"why":"deload"'
"""In an advice as it was kept."""


def upgrade() -> None:
    op.create_table(
        "swapped_lifts",
        sa.Column("session_id", KEY, autoincrement=False, nullable=False),
        sa.Column("exercise", sa.String(length=100), nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("reps_low", sa.Integer(), nullable=False),
        sa.Column("reps_high", sa.Integer(), nullable=False),
        sa.Column("gave_out", sa.String(length=16)),
        sa.ForeignKeyConstraint(
            ["athlete_id"], ["athletes.id"], name="fk_swapped_lifts_athlete_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_swapped_lifts_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "exercise", name="pk_swapped_lifts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_swapped_lifts_athlete", "swapped_lifts", ["athlete_id"])
    op.add_column("sessions", sa.Column("deload", sa.Boolean(), nullable=False, server_default=sa.false()))
    sessions = sa.table("sessions", sa.column("id"), sa.column("light", sa.Boolean), sa.column("deload", sa.Boolean))
    items = sa.table("session_items", sa.column("session_id"), sa.column("advice", sa.LargeBinary))
    kept = sa.select(sessions.c.id, items.c.advice).where(
        sessions.c.id == items.c.session_id, sessions.c.light, items.c.advice.is_not(None)
    )
    begun = {number for number, advice in op.get_bind().execute(kept) if OF_A_LIGHT_WEEK in bytes(advice)}
    for number in sorted(begun):
        op.execute(sessions.update().where(sessions.c.id == number).values(deload=True))


def downgrade() -> None:
    op.drop_column("sessions", "deload")
    op.drop_table("swapped_lifts")
