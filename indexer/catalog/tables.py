"""The catalogue's tables, on the store's one `metadata`."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from crawler.database import Moment, metadata
from crawler.pages import page

# The store's own facts: its id, which keeps two stores apart on one Elasticsearch.
fact = Table("fact", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))

article = Table(
    "article",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("page_id", Integer, ForeignKey(page.c.id), nullable=False, index=True),
    Column("version_id", Integer, nullable=False),  # the page version that it was taken from
    Column("part", Integer, nullable=False),
    Column("revision", Integer, nullable=False),  # 1, then one more for each changed text or fact
    Column("source", String(200), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("url", Text),
    Column("canonical_url", Text),
    Column("external_id", String(200), index=True),
    Column("title", Text),
    Column("has_lead", Boolean, nullable=False),
    Column("author", Text),
    Column("published", String(40)),
    Column("precision", String(10)),
    Column("published_at", Integer),  # seconds since 1970; null where no day is known
    Column("day", String(10), index=True),  # local, YYYY-MM-DD
    Column("section", String(200)),
    Column("text_hash", String(64), nullable=False, index=True),
    Column("annotate_version", Integer, nullable=False),
    Column("registry", String(16)),  # the registry's version when its citations were last settled
    Column("content", LargeBinary, nullable=False),  # the whole Article, as compressed JSON
    Column("saved_at", Moment, nullable=False),
    Column("removed", Boolean, nullable=False, default=False),  # its page holds no such article any more
)

# What an article said before it was edited: nothing collected is lost.
article_version = Table(
    "article_version",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("text_hash", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("saved_at", Moment, nullable=False),
)

# What was recognised in a text, whichever articles print it.
recognition = Table(
    "recognition",
    metadata,
    Column("text_hash", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),  # an AnnotatedDocument, as compressed JSON
)

# Names in an article, one row a name.
mention = Table(
    "mention",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("type", String(3), primary_key=True),
    Column("canonical", String(300), primary_key=True),
    Column("folded", String(300), nullable=False),
    Column("times", Integer, nullable=False),
    Index("mention_by_name", "type", "folded"),
)

# The last change of each article, in the order in which engines must follow.
outbox = Table(
    "outbox",
    metadata,
    Column("article_id", String(40), primary_key=True),
    Column("seq", Integer, nullable=False, unique=True),
    Column("deleted", Boolean, nullable=False),
)

# How far each engine has followed the outbox.
checkpoint = Table(
    "checkpoint",
    metadata,
    Column("follower", String(200), primary_key=True),
    Column("seq", Integer, nullable=False),
)

# Articles that an engine would not take, until it takes a later version of them.
refusal = Table(
    "refusal",
    metadata,
    Column("follower", String(200), primary_key=True),
    Column("article_id", String(40), primary_key=True),
    Column("reason", Text, nullable=False),
)

# One row for each time that a command worked on a source, or the night on a set of them.
run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("command", String(20), nullable=False),
    Column("source_id", String(60), nullable=False, default=""),
    Column("slot", String(200), unique=True),  # source set and local date of a planned run; null for any other
    Column("pid", Integer, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("state", String(10), nullable=False),  # running, done, failed, aborted
    Column("counts", Text, nullable=False, default="{}"),
    Column("error", Text),
    Index("run_by_source", "source_id", "started_at"),
)
