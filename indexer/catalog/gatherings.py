"""The catalogue's tables of bodies and events, on the store's one `metadata`."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from crawler.database import metadata

# Bodies of all articles; rows are never taken away, so that an id once given keeps its meaning.
organization = Table(
    "organization",
    metadata,
    Column("id", String(100), primary_key=True),
    Column("key", String(300), nullable=False, unique=True),  # what tells its name from others
    Column("name", String(300), nullable=False),
    Column("folded", String(300), nullable=False, index=True),
    Column("short", String(20)),
    Column("parent", String(100), index=True),  # the body that it is part of
    Column("same", String(100), index=True),  # the body that this one is in truth
    Column("dropped", Boolean, nullable=False, default=False),  # a person has said that it is none
    Column("stale", Boolean, nullable=False, default=True, index=True),  # what follows is to be counted again
    Column("articles", Integer, nullable=False, default=0),
    Column("first", String(10)),  # day of the first article
    Column("last", String(10)),
    Column("words", Text, nullable=False, default=""),  # all its names, folded, a space before each word
)

# The bodies of an article, by each name that it prints.
named = Table(
    "named",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("canonical", String(300), primary_key=True),
    Column("printed", String(300), primary_key=True),
    Column("folded", String(300), nullable=False, index=True),  # of `printed`
    Column("organization_id", String(100), nullable=False, index=True),
    Column("times", Integer, nullable=False),
    Column("day", String(10)),  # of the article
)

# Events: what all reports of one say together.
event = Table(
    "event",
    metadata,
    Column("id", String(100), primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("date", String(30)),
    Column("first", String(10), index=True),  # day
    Column("last", String(10)),
    Column("place", Text),
    Column("online", Boolean, nullable=False),
    Column("organizer", Text),
    Column("organization_id", String(100), index=True),
    Column("reports", Integer, nullable=False),  # articles; 0 where it is none any more
    Column("sort", String(10), nullable=False, index=True),  # its first day, or else that of the first report
    Column("words", Text, nullable=False),  # all its names, places, bodies and its date, folded
    Column("places", Text, nullable=False),  # folded
    Column("became", String(100)),  # the event that it is now taken for
    Column("stale", Boolean, nullable=False, index=True),  # it has lost a report
)

# What one article says of an event.
report = Table(
    "report",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("number", Integer, primary_key=True),  # in the order of the article
    Column("event_id", String(100), index=True),
    Column("stale", Boolean, nullable=False, index=True),  # not yet grouped with others
    Column("name", Text, nullable=False),
    Column("folded", String(300), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("first", String(10)),  # day
    Column("last", String(10)),
    Column("ordinal", Integer, index=True),
    Column("day", String(10), index=True),  # of the article
    Column("place", Text),
    Column("online", Boolean, nullable=False),
    Column("organizer", Text),
    Column("organization_id", String(100), index=True),
    Column("main", Boolean, nullable=False),
    Column("content", Text, nullable=False),  # the whole Event, as JSON
    Index("report_by_day", "first", "last"),
)

# Who took part, as the reports say; the persons are those of `appearance` under the same name.
participation = Table(
    "participation",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("role", String(10), primary_key=True),  # chair, speaker, attendee
    Column("place", Integer, primary_key=True),  # in the order of the report
    Column("name", String(300), nullable=False, index=True),  # canonical
    Column("office", Text),  # with its body
)
