"""The catalogue's tables of citations, of what is said of documents, and of what people decided."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from crawler.database import Moment, metadata

# Citations as they were last settled: which document each means, by which rule, or which it may mean.
citation = Table(
    "citation",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("full_start", Integer, nullable=False),
    Column("full_end", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("surface", Text, nullable=False),
    Column("words", String(200), nullable=False, index=True),  # the surface as decisions compare it
    Column("kind", String(10), nullable=False),
    Column("type", Text),
    Column("number", Text),
    Column("year", Text),
    Column("symbol", Text),
    Column("issuer", Text),
    Column("issued_on", Text),
    Column("term", Text),
    Column("subject", Text),
    Column("pinpoint", Text),
    Column("scope", Text),
    Column("normal", String(100), index=True),  # the number in its normal form: "12-CT/TW"
    Column("canonical", String(200), index=True),  # the document's key; with an "x" it is no identity
    Column("decided", Boolean, nullable=False),  # whether the key names one document
    Column("candidates", Text, nullable=False),  # keys, as a JSON list
    Column("evidence", Text),
    Column("confidence", Float, nullable=False),
    Index("citation_by_number", "number", "type"),
)

# By what a document of the registry can bear upon an article's citations.
lookup = Table(
    "lookup",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("lookup", String(200), primary_key=True),
    Index("lookup_by_name", "lookup"),
)

relation = Table(
    "relation",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("place", Integer, primary_key=True),  # in the order of the text
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("source", String(200), nullable=False),
    Column("target", String(200), nullable=False, index=True),
    Column("relation", String(20), nullable=False),
    Column("cue", Text, nullable=False),
)

# What an article says of documents; many that say the same make a proposal to the registry.
claim = Table(
    "claim",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("proposal", String(12), nullable=False, index=True),  # the same for all that say the same
    Column("kind", String(10), nullable=False),
    Column("key", String(200), nullable=False),
    Column("value", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

# Official documents whose own text was collected.
text_document = Table(
    "text_document",
    metadata,
    Column("article_id", String(40), ForeignKey("article.id"), primary_key=True),
    Column("key", String(200), nullable=False, index=True),
    Column("content", Text, nullable=False),  # a Document of the registry, as JSON
)

# What people decided: rows are only ever added, and the last one on a thing holds.
decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),  # citation, proposal
    Column("target", String(100), nullable=False, index=True),  # ARTICLE:START, or a proposal's id
    Column("choice", String(200), nullable=False),
    Column("surface", Text),  # the citation's words when it was decided: it is found again by them
    Column("words", String(200), index=True),
    Column("everywhere", Boolean, nullable=False),  # meant for the same words in every article
    Column("content", Text),  # what was proposed, as JSON
    Column("made_by", Text, nullable=False),
    Column("reason", Text),
    Column("made_at", Moment, nullable=False),
)

# The registry with which articles were last settled: what differs from today's is settled again.
registered = Table(
    "registered",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("digest", String(16), nullable=False),
    Column("lookups", Text, nullable=False),  # as a JSON list
)
