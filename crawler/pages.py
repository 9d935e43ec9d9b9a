"""The two tables of fetched bytes: what a page is and how far it has come, and every version of its body."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from crawler.database import Moment, metadata

page = Table(
    "page",
    metadata,
    Column("id", Integer, primary_key=True),
    # The canonical URL of a web page; "file:…" or "ready:…" for what came as a file.
    Column("identity", Text, nullable=False, unique=True),
    Column("source_id", Text, nullable=False),
    Column("url", Text),  # what is asked for
    Column("role", Text, nullable=False),  # article, listing, feed, sitemap, file
    Column("state", Text, nullable=False),  # queued, fetched, failed, gone, moved
    Column("etag", Text),
    Column("last_modified", Text),
    Column("tries", Integer, nullable=False, default=0),  # failed fetches since the last good one
    Column("failure", Text),  # why the last fetch failed: a slug
    Column("not_before", Moment),  # it is not asked for again until then
    Column("first_seen_at", Moment, nullable=False),
    Column("fetched_at", Moment),  # when a server last answered for it, changed or not
    # The latest version.  No foreign key: the two tables would point at each other.
    Column("version_id", Integer),
    Column("moved_to", Text),  # identity of the page that took its place
    # What became of it.  It is pending while the three numbers are not the latest version and today's code.
    Column("processed_version_id", Integer),
    Column("extract_version", Integer),
    Column("annotate_version", Integer),
    Column("outcome", Text),  # article, document, rejected, failed
    Column("reason", Text),  # a slug, where it was rejected or failed
    Index("page_of_source", "source_id", "state"),
)

page_version = Table(
    "page_version",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("page.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", Text, nullable=False),
    Column("fetched_at", Moment, nullable=False),
    Column("status", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("headers", Text, nullable=False),  # JSON: [[name, value]…]
    Column("name", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),  # zstd
    Column("body_bytes", Integer, nullable=False),  # before compression
    UniqueConstraint("page_id", "sha256"),  # an identical body is the same version
)
