"""Persons: which articles name them, which offices they hold, what they say.

The next `tracuu process` fills the tables.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("became", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_person_key", "person", ["key"], unique=False)
    op.create_index("ix_person_became", "person", ["became"], unique=False)
    op.create_index("person_by_articles", "person", ["articles", "id"], unique=False)
    op.create_table(
        "person_name",
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("folded", sa.String(length=300), nullable=False),
        sa.Column("tail", sa.String(length=300), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_person_name_tail", "person_name", ["tail"], unique=False)
    op.create_index("ix_person_name_stale", "person_name", ["stale"], unique=False)
    op.create_table(
        "appearance",
        sa.Column("article_id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("person_id", sa.String(length=60), nullable=True),
        sa.Column("evidence", sa.String(length=20), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id", "name"),
    )
    op.create_index("ix_appearance_key", "appearance", ["key"], unique=False)
    op.create_index("ix_appearance_person_id", "appearance", ["person_id"], unique=False)
    op.create_table(
        "office",
        sa.Column("article_id", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("organization", sa.Text(), nullable=True),
        sa.Column("organization_id", sa.String(length=100), nullable=True),
        sa.Column("former", sa.Boolean(), nullable=False),
        sa.Column("acting", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id", "place"),
    )
    op.create_index("ix_office_key", "office", ["key"], unique=False)
    op.create_index("ix_office_organization_id", "office", ["organization_id"], unique=False)
    op.create_table(
        "quote",
        sa.Column("article_id", sa.String(length=40), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.String(length=300), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("organization_id", sa.String(length=100), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("key", sa.String(length=300), nullable=True),
        sa.Column("holder", sa.String(length=60), nullable=True),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id", "place"),
    )
    op.create_index("ix_quote_key", "quote", ["key"], unique=False)
    op.create_index("ix_quote_holder", "quote", ["holder"], unique=False)
    op.create_index("ix_quote_organization_id", "quote", ["organization_id"], unique=False)
