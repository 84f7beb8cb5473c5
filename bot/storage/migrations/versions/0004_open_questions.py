"""Questions that wait for an answer to be written."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "open_questions",
        sa.Column("id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("why", sa.String(length=16), nullable=False),
        sa.Column("within", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.CheckConstraint("why IN ('unknown', 'wrong')", name=op.f("ck_open_questions_why")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_open_questions_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_open_questions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_open_questions_athlete", "open_questions", ["athlete_id"])


def downgrade() -> None:
    op.drop_table("open_questions")
