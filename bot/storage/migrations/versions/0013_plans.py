"""Plans, gyms, what a session advised and why, and how pictures look."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def of_sessions() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("title", sa.Text()),
        sa.Column("plan_id", KEY),
        sa.Column("part", sa.SmallInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("light", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def of_items() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("method", sa.String(length=16), nullable=False, server_default=sa.text("'double'")),
        sa.Column("rpe", sa.Integer()),
        sa.Column("percent", sa.SmallInteger()),
        sa.Column("gave_out", sa.String(length=16)),
        sa.Column("advice", sa.LargeBinary()),
    )


def of_settings() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("dark_pictures", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("weekly_report", sa.Boolean(), nullable=False, server_default=sa.true()),
    )


ADDED = {"sessions": of_sessions, "session_items": of_items, "settings": of_settings}
"""A column is made anew for each table that takes it."""


def upgrade() -> None:
    op.create_table(
        "plans",
        sa.Column("id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("plan", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_plans_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_plans"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plans_athlete", "plans", ["athlete_id", "id"])
    op.create_table(
        "gyms",
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("gym", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_gyms_athlete_id"),
        sa.PrimaryKeyConstraint("athlete_id", name="pk_gyms"),
    )
    op.create_table(
        "weekly_reports",
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("week", sa.Date()),
        sa.Column("gone", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_weekly_reports_athlete_id"),
        sa.PrimaryKeyConstraint("athlete_id", name="pk_weekly_reports"),
    )
    here = sa.text("NOT gone")
    op.create_index(
        "ix_weekly_reports_due", "weekly_reports", ["due", "athlete_id"], sqlite_where=here, postgresql_where=here
    )
    op.create_index("ix_weekly_reports_chat", "weekly_reports", ["chat"])
    for table, columns in ADDED.items():
        for column in columns():
            op.add_column(table, column)


def downgrade() -> None:
    for table, columns in reversed(ADDED.items()):
        for column in reversed(columns()):
            op.drop_column(table, column.name)
    op.drop_table("weekly_reports")
    op.drop_table("gyms")
    op.drop_table("plans")
