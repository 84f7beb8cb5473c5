"""An imported set stands once; which lift of its file it is of; and which look at a file was the last one.

What earlier versions imported keeps its number and has no lift: the name that its file had for it is known no more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

IMPORTED = "undone_at IS NULL AND fingerprint IS NOT NULL"
ONCE = sa.text(IMPORTED)


def upgrade() -> None:
    op.add_column("done_sets", sa.Column("lift_in_file", sa.BigInteger()))
    op.add_column("uploads", sa.Column("look", sa.Integer(), server_default=sa.text("0"), nullable=False))
    op.execute(
        f"UPDATE done_sets SET fingerprint = NULL WHERE {IMPORTED} AND id NOT IN"
        f" (SELECT min(id) FROM done_sets WHERE {IMPORTED} GROUP BY athlete_id, fingerprint)"
    )  # a set that two imports at once had kept twice: nothing is deleted, the lifter sees both
    columns = ["athlete_id", "fingerprint"]
    name = "ix_done_sets_fingerprint"
    op.create_index(name, "done_sets", columns, unique=True, sqlite_where=ONCE, postgresql_where=ONCE)


def downgrade() -> None:
    op.drop_index("ix_done_sets_fingerprint", "done_sets")
    op.drop_column("uploads", "look")
    op.drop_column("done_sets", "lift_in_file")
