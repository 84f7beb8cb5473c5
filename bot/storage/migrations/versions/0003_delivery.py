"""What is due, what came in, and what goes out."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def partial_index(name: str, table: str, *columns: str, where: str, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def upgrade() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_reminders_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sa.UniqueConstraint("athlete_id", name="uq_reminders_athlete_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminders_chat", "reminders", ["chat"])
    partial_index("ix_reminders_due", "reminders", "due", "id", where="NOT gone")
    op.create_table(
        "reminder_runs",
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_reminder_runs_athlete_id"),
        sa.PrimaryKeyConstraint("athlete_id", "day", name="pk_reminder_runs"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "inbox",
        sa.Column("update_id", KEY, autoincrement=False, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("lap", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "ended_at IS NOT NULL OR (chat IS NOT NULL AND body IS NOT NULL)", name=op.f("ck_inbox_waiting")
        ),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    partial_index("ix_inbox_chat", "inbox", "chat", "update_id", where="chat IS NOT NULL")
    partial_index("ix_inbox_ended", "inbox", "received_at", where="ended_at IS NOT NULL")
    partial_index("ix_inbox_waiting", "inbox", "lap", "update_id", where="ended_at IS NULL")
    op.create_table(
        "outbox",
        sa.Column("id", KEY, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("method", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("screen", sa.String(length=64), nullable=True),
        sa.Column("edits_screen", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("best_effort", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("file", sa.LargeBinary(), nullable=True),
        sa.Column("put_at", MOMENT, nullable=False),
        sa.Column("ready_at", MOMENT, nullable=False),
        sa.Column("leased_until", MOMENT, nullable=True),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.CheckConstraint("(file IS NULL) = (file_name IS NULL)", name=op.f("ck_outbox_file")),
        sa.CheckConstraint("priority IN (0, 1)", name=op.f("ck_outbox_priority")),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat", "outbox", ["chat", "priority", "id"])
    partial_index("ix_outbox_ended", "outbox", "ended_at", where="ended_at IS NOT NULL")
    partial_index("ix_outbox_waiting", "outbox", "priority", "id", where="ended_at IS NULL")


def downgrade() -> None:
    op.drop_table("outbox")
    op.drop_table("inbox")
    op.drop_table("reminder_runs")
    op.drop_table("reminders")
