"""Bodies and events: which articles name and report them, and what all reports of one event say together.

The next `tracuu process` fills the tables.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("date", sa.String(length=30), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("organizer", sa.Text(), nullable=True),
        sa.Column("organization_id", sa.String(length=100), nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("sort", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("became", sa.String(length=100), nullable=True),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_event_first"), "event", ["first"], unique=False)
    op.create_index(op.f("ix_event_organization_id"), "event", ["organization_id"], unique=False)
    op.create_index(op.f("ix_event_sort"), "event", ["sort"], unique=False)
    op.create_index(op.f("ix_event_stale"), "event", ["stale"], unique=False)
    op.create_table(
        "organization",
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("folded", sa.String(length=300), nullable=False),
        sa.Column("short", sa.String(length=20), nullable=True),
        sa.Column("parent", sa.String(length=100), nullable=True),
        sa.Column("same", sa.String(length=100), nullable=True),
        sa.Column("dropped", sa.Boolean(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_index(op.f("ix_organization_folded"), "organization", ["folded"], unique=False)
    op.create_index(op.f("ix_organization_parent"), "organization", ["parent"], unique=False)
    op.create_index(op.f("ix_organization_same"), "organization", ["same"], unique=False)
    op.create_index(op.f("ix_organization_stale"), "organization", ["stale"], unique=False)
    op.create_table(
        "named",
        sa.Column("article_id", sa.String(length=40), nullable=False),
        sa.Column("canonical", sa.String(length=300), nullable=False),
        sa.Column("printed", sa.String(length=300), nullable=False),
        sa.Column("folded", sa.String(length=300), nullable=False),
        sa.Column("organization_id", sa.String(length=100), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("article_id", "canonical", "printed"),
    )
    op.create_index(op.f("ix_named_folded"), "named", ["folded"], unique=False)
    op.create_index(op.f("ix_named_organization_id"), "named", ["organization_id"], unique=False)
    op.create_table(
        "participation",
        sa.Column("article_id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("office", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("article_id", "number", "role", "place"),
    )
    op.create_index(op.f("ix_participation_name"), "participation", ["name"], unique=False)
    op.create_table(
        "report",
        sa.Column("article_id", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(length=100), nullable=True),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("organizer", sa.Text(), nullable=True),
        sa.Column("organization_id", sa.String(length=100), nullable=True),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
        ),
        sa.PrimaryKeyConstraint("article_id", "number"),
    )
    op.create_index(op.f("ix_report_day"), "report", ["day"], unique=False)
    op.create_index(op.f("ix_report_event_id"), "report", ["event_id"], unique=False)
    op.create_index(op.f("ix_report_folded"), "report", ["folded"], unique=False)
    op.create_index(op.f("ix_report_ordinal"), "report", ["ordinal"], unique=False)
    op.create_index(op.f("ix_report_organization_id"), "report", ["organization_id"], unique=False)
    op.create_index(op.f("ix_report_stale"), "report", ["stale"], unique=False)
    op.create_index("report_by_day", "report", ["first", "last"], unique=False)
