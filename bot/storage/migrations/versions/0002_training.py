"""Sessions, what they ask, and the sets that were done."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def partial_index(name: str, table: str, *columns: str, where: str, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("program", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.CheckConstraint("(state = 'finished') = (finished_at IS NOT NULL)", name=op.f("ck_sessions_finished")),
        sa.CheckConstraint("state IN ('open', 'finished')", name=op.f("ck_sessions_state")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_sessions_position")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_sessions_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("id", "athlete_id", name="uq_sessions_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sessions_athlete", "sessions", ["athlete_id", "finished_at"])
    partial_index("uq_sessions_open", "sessions", "athlete_id", where="state = 'open'", unique=True)
    op.create_table(
        "session_items",
        sa.Column("session_id", KEY, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("exercise", sa.String(length=100), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("reps_low", sa.Integer(), nullable=False),
        sa.Column("reps_high", sa.Integer(), nullable=False),
        sa.Column("rest", sa.Integer(), nullable=False),
        sa.Column("per_side", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("timed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("bodyweight", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("skipped", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("load", sa.Integer(), nullable=True),
        sa.Column("load_unit", sa.String(length=16), nullable=True),
        sa.CheckConstraint("load_unit IN ('kg', 'lb')", name=op.f("ck_session_items_load_unit")),
        sa.CheckConstraint("(load IS NULL) = (load_unit IS NULL)", name=op.f("ck_session_items_load_with_unit")),
        sa.CheckConstraint("load BETWEEN -2000000 AND 2000000", name=op.f("ck_session_items_load")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_session_items_position")),
        sa.CheckConstraint("reps_low >= 1 AND reps_low <= reps_high", name=op.f("ck_session_items_reps")),
        sa.CheckConstraint("rest >= 0", name=op.f("ck_session_items_rest")),
        sa.CheckConstraint("sets >= 1", name=op.f("ck_session_items_sets")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_session_items_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "position", name="pk_session_items"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entries",
        sa.Column("id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
        sa.Column("undone_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_entries_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_entries_athlete", "entries", ["athlete_id", "id"])
    op.create_table(
        "done_sets",
        sa.Column("id", KEY, nullable=False),
        sa.Column("entry_id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("session_id", KEY, nullable=True),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("exercise", sa.String(length=100), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("load", sa.Integer(), nullable=True),
        sa.Column("load_unit", sa.String(length=16), nullable=True),
        sa.Column("bodyweight", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("per_side", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("rpe", sa.Integer(), nullable=True),
        sa.Column("warmup", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("performed_at", MOMENT, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("undone_at", MOMENT, nullable=True),
        sa.Column("heaviness", sa.BigInteger(), nullable=True),
        sa.Column("effort", sa.Integer(), nullable=False),
        sa.CheckConstraint("load_unit IN ('kg', 'lb')", name=op.f("ck_done_sets_load_unit")),
        sa.CheckConstraint("(load IS NULL) = (load_unit IS NULL)", name=op.f("ck_done_sets_load_with_unit")),
        sa.CheckConstraint("load BETWEEN -2000000 AND 2000000", name=op.f("ck_done_sets_load")),
        sa.CheckConstraint("position IS NULL OR session_id IS NOT NULL", name=op.f("ck_done_sets_position")),
        sa.CheckConstraint("reps >= 1", name=op.f("ck_done_sets_reps")),
        sa.CheckConstraint("reps IS NOT NULL OR seconds IS NOT NULL", name=op.f("ck_done_sets_something_done")),
        sa.CheckConstraint("rpe BETWEEN 1000 AND 10000 AND rpe % 500 = 0", name=op.f("ck_done_sets_rpe")),
        sa.CheckConstraint("seconds >= 1", name=op.f("ck_done_sets_seconds")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_done_sets_athlete_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_done_sets_entry_id"),
        sa.ForeignKeyConstraint(
            ["session_id", "athlete_id"], ["sessions.id", "sessions.athlete_id"], name="fk_done_sets_session_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_done_sets"),
        sqlite_autoincrement=True,
    )
    partial_index(
        "ix_done_sets_best",
        "done_sets",
        "athlete_id",
        "exercise",
        "heaviness",
        "effort",
        "id",
        where="undone_at IS NULL AND NOT warmup AND heaviness IS NOT NULL",
    )
    op.create_index("ix_done_sets_day", "done_sets", ["athlete_id", "day", "undone_at"])
    op.create_index("ix_done_sets_entry", "done_sets", ["entry_id"])
    partial_index(
        "ix_done_sets_last", "done_sets", "athlete_id", "exercise", "day", where="undone_at IS NULL AND NOT warmup"
    )
    partial_index("ix_done_sets_session", "done_sets", "session_id", where="session_id IS NOT NULL")


def downgrade() -> None:
    op.drop_table("done_sets")
    op.drop_table("entries")
    op.drop_table("session_items")
    op.drop_table("sessions")
