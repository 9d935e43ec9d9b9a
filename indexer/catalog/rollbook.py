"""The catalogue's tables of persons: who appears in which article, holds which office, and says what."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from crawler.database import metadata

LONGEST_NAME, LONGEST_KEY = 300, 300  # letters; what hostile text makes longer is cut

# One row a person, as last grouped; what is counted here is counted again whenever the person is.
person = Table(
    "person",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("key", String(300), nullable=False, index=True),  # of the name that is shown, unless somebody chose it
    Column("name", String(300), nullable=False),
    Column("articles", Integer, nullable=False),
    Column("first", String(10)),  # day of the first article
    Column("last", String(10)),
    Column(
        "became", String(60), index=True
    ),  # the person whom this one turned out to be; nobody then bears the id
    Index("person_by_articles", "articles", "id"),
)

# Every name that some article prints, in the form in which names are compared.
person_name = Table(
    "person_name",
    metadata,
    Column("key", String(300), primary_key=True),
    Column("folded", String(300), nullable=False),  # without accents, a space before and after
    Column("tail", String(300), nullable=False, index=True),  # the last word
    Column("stale", Boolean, nullable=False, index=True),  # its appearances changed since they were last grouped
)

# That an article names a person, one row a name.
appearance = Table(
    "appearance",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("name", String(300), primary_key=True),  # the fullest in the article
    Column("key", String(300), nullable=False, index=True),
    Column("times", Integer, nullable=False),
    Column("day", String(10)),
    Column("person_id", String(60), index=True),  # null until names are grouped, and where the name is nobody's
    Column("evidence", String(20)),  # why it is this person: "office", "company" …
    Column("confidence", Float, nullable=False),
)

# That an article says that somebody holds or held an office, in the order of the text.
office = Table(
    "office",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("name", String(300), nullable=False),  # of the person, as in `appearance`
    Column("office", Text, nullable=False),
    Column("key", String(300), nullable=False, index=True),  # the same for one office however it is worded
    Column("organization", Text),
    Column("organization_id", String(100), index=True),
    Column("former", Boolean, nullable=False),
    Column("acting", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
)

# What somebody said, in the order of the text.
quote = Table(
    "quote",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("speaker", String(300)),  # a person as in `appearance`, or a body; null where only an office is named
    Column("day", String(10)),
    Column("organization_id", String(100), index=True),  # where a body speaks
    Column("office", Text),
    Column("key", String(300), index=True),  # of the office
    Column("holder", String(60), index=True),  # the person who holds the office that day, where no person is named
    Column("direct", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
)
