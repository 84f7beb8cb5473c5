"""Body weights, notes, and an index to leap through for bests."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")
STANDING = "undone_at IS NULL"
LIFTED = "undone_at IS NULL AND NOT warmup AND heaviness IS NOT NULL"


def partial_index(name: str, table: str, *columns: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


def upgrade() -> None:
    op.create_table(
        "weigh_ins",
        sa.Column("id", KEY, nullable=False),
        sa.Column("entry_id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("weight_unit", sa.String(length=16), nullable=False),
        sa.Column("weighed_at", MOMENT, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("undone_at", MOMENT),
        sa.CheckConstraint("weight_unit IN ('kg', 'lb')", name=op.f("ck_weigh_ins_weight_unit")),
        sa.CheckConstraint("weight BETWEEN 1 AND 2000000", name=op.f("ck_weigh_ins_weight")),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_weigh_ins_entry_id"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_weigh_ins_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_weigh_ins"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_weigh_ins_entry", "weigh_ins", ["entry_id"])
    partial_index("ix_weigh_ins_day", "weigh_ins", "athlete_id", "day", "id", where=STANDING)
    op.create_table(
        "notes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("entry_id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("exercise", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noted_at", MOMENT, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("undone_at", MOMENT),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_notes_entry_id"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_notes_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notes_entry", "notes", ["entry_id"])
    partial_index("ix_notes_exercise", "notes", "athlete_id", "exercise", "id", where=STANDING)
    op.drop_index("ix_done_sets_best", table_name="done_sets")
    columns = ("athlete_id", "exercise", "effort", "heaviness", "id")
    partial_index("ix_done_sets_counted", "done_sets", *columns, where=f"{LIFTED} AND reps IS NOT NULL")
    partial_index("ix_done_sets_held", "done_sets", *columns, where=f"{LIFTED} AND reps IS NULL")


def downgrade() -> None:
    op.drop_index("ix_done_sets_held", table_name="done_sets")
    op.drop_index("ix_done_sets_counted", table_name="done_sets")
    columns = ("athlete_id", "exercise", "heaviness", "effort", "id")
    partial_index("ix_done_sets_best", "done_sets", *columns, where=LIFTED)
    op.drop_table("notes")
    op.drop_table("weigh_ins")
