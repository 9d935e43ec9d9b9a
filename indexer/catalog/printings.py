"""The tables of copies: which wording each article prints, by what wordings are compared, and what came out."""

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, String, Table

from crawler.database import metadata

# A text in whatever spelling: exact copies and respellings are one wording.
wording = Table(
    "wording",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(32), nullable=False, unique=True),
    Column("size", Integer, nullable=False),  # distinct shingles
    Column("stale", Boolean, nullable=False, index=True),  # its group is to be told anew
)

# Some of the shingles of each wording, those that many articles of one paper have left out.
sample = Table(
    "sample",
    metadata,
    Column("shingle", BigInteger, primary_key=True, autoincrement=False),
    Column("wording_id", Integer, ForeignKey("wording.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Shingles that a paper has printed in many articles: its own notices, and what everybody writes.
common_shingle = Table(
    "common_shingle",
    metadata,
    Column("shingle", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Two wordings that are copies, both ways round.
overlap = Table(
    "overlap",
    metadata,
    Column("wording_id", Integer, ForeignKey("wording.id"), primary_key=True),
    Column("other_id", Integer, ForeignKey("wording.id"), primary_key=True),
    Column("containment", Float, nullable=False),  # of the shorter one in the longer one
)

# Every article that was compared, one row each.
printing = Table(
    "printing",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("wording_id", Integer, ForeignKey("wording.id"), nullable=False, index=True),
    Column("original", String(40)),  # the first article of its group, itself if it is that; null where it is alone
    Column("place", Integer, nullable=False),  # in its group, from 0
    Column("containment", Float),  # of the shorter in the longer, beside the original; null where it is alone
    Index("printing_of_group", "original", "place"),
)

# Articles that came in, changed or went since they were last compared.
uncompared = Table("uncompared", metadata, Column("article_id", String(40), primary_key=True))
