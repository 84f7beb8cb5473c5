"""Lifts that are set aside because they hurt."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "hurts",
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("exercise", sa.String(length=64), nullable=False),
        sa.Column("sites", sa.String(length=64), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("back_at", MOMENT),
        sa.Column("asked_at", MOMENT),
        sa.Column("question", sa.BigInteger()),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_hurts_athlete_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("athlete_id", "exercise", name="pk_hurts"),
    )


def downgrade() -> None:
    op.drop_table("hurts")
