"""Several reminders a person, on chosen weekdays; pauses, and pushes that did not come and are not told yet."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")
EVERY_DAY = 127
OLD = "SELECT athlete_id, chat, at, due, set_at, gone, zone FROM reminders JOIN settings USING (athlete_id)"
FIRST = """
    SELECT athlete_id, chat, at, due, set_at, gone FROM reminders
    WHERE id IN (SELECT min(id) FROM reminders GROUP BY athlete_id)
"""
"""Of several only the first can be kept by who knows one a person."""


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def columns(*more: sa.Column[object]) -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", KEY, nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        *more,
        sa.Column("due", MOMENT, nullable=False),
    )


def index_due() -> None:
    here = sa.text("NOT gone")
    op.create_index("ix_reminders_chat", "reminders", ["chat"])
    op.create_index("ix_reminders_due", "reminders", ["due", "id"], sqlite_where=here, postgresql_where=here)


def insert(table: sa.Table, rows: list[dict[str, object]]) -> None:
    if rows:
        op.get_bind().execute(sa.insert(table), rows)


def asked(words: str, **kinds: sa.types.TypeEngine[Any]) -> list[dict[str, object]]:
    found = op.get_bind().execute(sa.text(words).columns(**kinds))
    return [dict(row._mapping) for row in found]


def upgrade() -> None:
    reminders = asked(OLD, at=sa.Time())
    runs = asked("SELECT athlete_id, day, at FROM reminder_runs", day=sa.Date())
    op.drop_table("reminder_runs")
    op.drop_table("reminders")
    made = op.create_table(
        "reminders",
        *columns(sa.Column("days", sa.SmallInteger(), nullable=False), sa.Column("day", sa.Date(), nullable=False)),
        flag("again"),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("rules", sa.String(length=64), nullable=False, server_default=sa.text("''")),
        flag("gone"),
        sa.CheckConstraint("days BETWEEN 1 AND 127", name=op.f("ck_reminders_days")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_reminders_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminders_athlete", "reminders", ["athlete_id"])
    index_due()
    made_runs = op.create_table(
        "reminder_runs",
        sa.Column("reminder_id", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        flag("skipped"),
        sa.ForeignKeyConstraint(
            ["reminder_id"], ["reminders.id"], name="fk_reminder_runs_reminder_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_reminder_runs_athlete_id"),
        sa.PrimaryKeyConstraint("reminder_id", "day", name="pk_reminder_runs"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reminder_runs_athlete", "reminder_runs", ["athlete_id", "day"])
    op.create_table(
        "push_states",
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("paused_until", sa.Date()),
        sa.Column("missed", sa.SmallInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("missed_from", sa.Date()),
        sa.CheckConstraint("(missed > 0) = (missed_from IS NOT NULL)", name=op.f("ck_push_states_missed")),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_push_states_athlete_id"),
        sa.PrimaryKeyConstraint("athlete_id", name="pk_push_states"),
    )
    day_of = _local_dates()
    for one in reminders:
        day = day_of(one["due"], str(one.pop("zone")))
        one |= {"days": EVERY_DAY, "day": day, "since": one["set_at"]}
    insert(made, reminders)
    kept = {one["athlete_id"]: one["id"] for one in asked("SELECT id, athlete_id FROM reminders")}
    insert(made_runs, [{**run, "reminder_id": kept[run["athlete_id"]]} for run in runs if run["athlete_id"] in kept])


def _local_dates() -> Callable[[object, str], date]:
    """From a moment as this database hands it over, and a zone."""

    def day_of(due: object, zone: str) -> date:
        moment = (
            due
            if isinstance(due, datetime)
            else datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(str(due)))
        )
        try:
            return moment.astimezone(ZoneInfo(zone)).date()
        except (LookupError, ValueError, OSError):  # a zone that is no more
            return moment.date()

    return day_of


def downgrade() -> None:
    reminders = asked(FIRST, at=sa.Time())
    op.drop_table("push_states")
    op.drop_table("reminder_runs")
    op.drop_table("reminders")
    made = op.create_table(
        "reminders",
        *columns(),
        sa.Column("set_at", MOMENT, nullable=False),
        flag("gone"),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_reminders_athlete_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sa.UniqueConstraint("athlete_id", name="uq_reminders_athlete_id"),
        sqlite_autoincrement=True,
    )
    index_due()
    op.create_table(
        "reminder_runs",
        sa.Column("athlete_id", KEY, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["athlete_id"], ["athletes.id"], name="fk_reminder_runs_athlete_id"),
        sa.PrimaryKeyConstraint("athlete_id", "day", name="pk_reminder_runs"),
        sqlite_with_rowid=False,
    )
    insert(made, reminders)
