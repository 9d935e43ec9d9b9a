"""Copies: which articles print one text, near copies too, the original first.

Every article waits to be compared; the next `tracuu process` does it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "wording",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index(op.f("ix_wording_stale"), "wording", ["stale"], unique=False)
    op.create_table(
        "sample",
        sa.Column("shingle", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["wording_id"], ["wording.id"]),
        sa.PrimaryKeyConstraint("shingle", "wording_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sample_wording_id"), "sample", ["wording_id"], unique=False)
    op.create_table(
        "common_shingle",
        sa.Column("shingle", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("shingle"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "overlap",
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("containment", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["wording_id"], ["wording.id"]),
        sa.ForeignKeyConstraint(["other_id"], ["wording.id"]),
        sa.PrimaryKeyConstraint("wording_id", "other_id"),
    )
    op.create_table(
        "printing",
        sa.Column("article_id", sa.String(length=40), nullable=False),
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.Column("original", sa.String(length=40), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("containment", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.ForeignKeyConstraint(["wording_id"], ["wording.id"]),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.create_index(op.f("ix_printing_wording_id"), "printing", ["wording_id"], unique=False)
    op.create_index("printing_of_group", "printing", ["original", "place"], unique=False)
    op.create_table(
        "uncompared",
        sa.Column("article_id", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.execute("INSERT INTO uncompared (article_id) SELECT id FROM article WHERE NOT removed")
