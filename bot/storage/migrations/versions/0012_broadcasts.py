"""Messages to everybody, and indexes for what an operator looks at."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def partial_index(name: str, table: str, *columns: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


def upgrade() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT),
        sa.Column("total", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("put", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("last_chat", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'sending', 'stopping', 'done', 'stopped')", name=op.f("ck_broadcasts_state")
        ),
        sa.CheckConstraint("(state = 'draft') = (confirmed_at IS NULL)", name=op.f("ck_broadcasts_confirmed")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_broadcasts_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_broadcasts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_broadcasts_athlete", "broadcasts", ["athlete_id"])
    partial_index("ix_broadcasts_under_way", "broadcasts", "id", where="state IN ('sending', 'stopping')")
    partial_index("ix_inbox_dead", "inbox", "update_id", where="fault IS NOT NULL")


def downgrade() -> None:
    op.drop_index("ix_inbox_dead", "inbox")
    op.drop_table("broadcasts")
