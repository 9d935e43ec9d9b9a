"""What the embedded index holds of an entry, and how an index folder says what made it."""

import json
from importlib.metadata import version
from pathlib import Path

from tantivy import Document, Filter, Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from indexer.analysis import KEYED, pairs
from indexer.analysis import VERSION as ANALYSIS_VERSION
from indexer.entry import GAP, Entry
from indexer.query import FACETS, KeywordField
from indexer.record import VERSION as RECORD_VERSION

SCHEMA_VERSION = 3  # raise it when a field changes
KEY = "key"  # the id of an article, also of a deleted one; `id` is that of articles alone
ALIVE = "newest"  # every article has it, and no deleted one
_GAP = "|"  # a word that is not indexed, but takes its place
_BETWEEN = f" {' '.join([_GAP] * GAP)} "
_LABEL = "index.json"


def keys_field(field: KeywordField) -> str:
    """The indexed field in which values of `field` are compared."""
    return f"{field}_key" if field in KEYED else field


def _build() -> Schema:
    builder = SchemaBuilder()
    builder.add_text_field(KEY, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("version", fast=True)
    for view in ("text", "folded", "title", "title_folded"):
        builder.add_text_field(view, tokenizer_name="words")
    for view in ("pairs", "folded_pairs"):
        builder.add_text_field(view, tokenizer_name="words", index_option="freq")
    for field in ("id", "external_id", *FACETS):
        builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    for name in KEYED:
        builder.add_text_field(keys_field(name), tokenizer_name="raw", index_option="basic")
    for number in ("day", "newest", "oldest"):
        builder.add_integer_field(number, fast=True)
    return builder.build()


SCHEMA = _build()


def register_tokenizers(index: Index) -> None:
    """An index does not keep them; they are needed on every opening."""
    words = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.custom_stopword([_GAP])).build()
    index.register_tokenizer("words", words)


def to_document(entry: Entry) -> Document:
    document = Document()
    document.add_text(KEY, entry.id)
    document.add_integer("version", entry.version)
    document.add_text("text", _BETWEEN.join(part.exact for part in entry.parts))
    document.add_text("folded", _BETWEEN.join(part.folded for part in entry.parts))
    document.add_text("pairs", " ".join(" ".join(pairs(part.exact.split())) for part in entry.parts))
    document.add_text("folded_pairs", " ".join(" ".join(pairs(part.folded.split())) for part in entry.parts))
    document.add_text("title", entry.title.exact)
    document.add_text("title_folded", entry.title.folded)
    document.add_integer("newest", entry.sort.newest)
    document.add_integer("oldest", entry.sort.oldest)
    if entry.day is not None:
        document.add_integer("day", entry.day)
    _add_keywords(document, entry)
    return document


def to_tombstone(id_: str, version_: int) -> Document:
    """What stays of a deleted article, so that an older state of it that comes late does not bring it back."""
    document = Document()
    document.add_text(KEY, id_)
    document.add_integer("version", version_)
    return document


def _add_keywords(document: Document, entry: Entry) -> None:
    for keywords in entry.keywords:
        for value in keywords.shown:
            document.add_text(keywords.field, value)
        if keywords.field in KEYED:
            for key in keywords.keys:
                document.add_text(keys_field(keywords.field), key)


def write_label(folder: Path) -> None:
    (folder / _LABEL).write_text(json.dumps(_label(), indent=2) + "\n", encoding="utf-8")


def fault(folder: Path) -> str | None:
    """Why this index can't be read as it is, or None."""
    try:
        made_by = json.loads((folder / _LABEL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return f"{folder / _LABEL} is missing or damaged"
    changed = [name for name, value in _label().items() if made_by.get(name) != value]
    if changed:
        return f"the index in {folder} was made by another version of: {', '.join(changed)}"
    return None if Index.exists(str(folder)) else f"there is no index in {folder}"


def _label() -> dict[str, str]:
    release = ".".join(version("tantivy").split(".")[:2])
    return {
        "schema": str(SCHEMA_VERSION),
        "analysis": str(ANALYSIS_VERSION),
        "record": str(RECORD_VERSION),
        "tantivy": release,
    }
