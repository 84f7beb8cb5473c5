"""Pictures that Telegram has already."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TIMESTAMP

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.BigInteger().with_variant(TIMESTAMP(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "sent_pictures",
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("noted_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("bot", "name", name="pk_sent_pictures"),
        sqlite_with_rowid=False,
    )
    op.add_column("outbox", sa.Column("picture", sa.String(length=128)))


def downgrade() -> None:
    op.drop_column("outbox", "picture")
    op.drop_table("sent_pictures")
