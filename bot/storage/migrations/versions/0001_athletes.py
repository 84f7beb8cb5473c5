"""Who trains, what they chose, and in which chats they are."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "athletes",
        sa.Column("id", KEY, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("met_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_athletes"),
        sa.UniqueConstraint("telegram_id", name="uq_athletes_telegram_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("unit", sa.String(length=16), nullable=False),
        sa.Column("unit_chosen", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("zone_chosen", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.CheckConstraint("unit IN ('kg', 'lb')", name=op.f("ck_settings_unit")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_settings_athlete_id"),
        sa.PrimaryKeyConstraint("athlete_id", name="pk_settings"),
    )
    op.create_table(
        "chats",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("gone_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_chats_athlete_id"),
        sa.PrimaryKeyConstraint("chat", "athlete_id", name="pk_chats"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_chats_athlete", "chats", ["athlete_id"])
    op.create_table(
        "talks",
        sa.Column("chat", KEY, autoincrement=False, nullable=False),
        sa.Column("talk", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_talks"),
    )
    op.create_table(
        "screens",
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("chat", "name", name="pk_screens"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("screens")
    op.drop_table("talks")
    op.drop_table("chats")
    op.drop_table("settings")
    op.drop_table("athletes")
