"""Sets that came from the file of another tracker, which one of its file each is, and files that wait to be read."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")
KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("entry_id", KEY, autoincrement=False, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("app", sa.Text(), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_imports_entry_id"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_imports_athlete_id"),
        sa.PrimaryKeyConstraint("entry_id", name="pk_imports"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_imports_athlete", "imports", ["athlete_id", "entry_id"])
    op.create_table(
        "uploads",
        sa.Column("id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(length=16)),
        sa.Column("date_order", sa.String(length=16)),
        sa.Column("todo", sa.String(length=16)),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("ready_at", MOMENT, nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("unit IN ('kg', 'lb')", name=op.f("ck_uploads_unit")),
        sa.CheckConstraint("date_order IN ('day-first', 'month-first')", name=op.f("ck_uploads_date_order")),
        sa.CheckConstraint("todo IN ('look', 'import')", name=op.f("ck_uploads_todo")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_uploads_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_uploads"),
        sa.UniqueConstraint("athlete_id", name="uq_uploads_athlete_id"),
        sqlite_autoincrement=True,
    )
    waiting = sa.text("todo IS NOT NULL")
    op.create_index("ix_uploads_todo", "uploads", ["ready_at"], sqlite_where=waiting, postgresql_where=waiting)
    op.add_column("done_sets", sa.Column("fingerprint", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("done_sets", "fingerprint")
    op.drop_table("uploads")
    op.drop_table("imports")
