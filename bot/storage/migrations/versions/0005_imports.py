"""Sets that came from the file of another tracker, and which one of its file each is."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

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
    op.add_column("done_sets", sa.Column("fingerprint", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("done_sets", "fingerprint")
    op.drop_table("imports")
