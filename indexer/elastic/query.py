"""Clauses in, the JSON that Elasticsearch is asked out."""

from indexer.analysis import KEYED
from indexer.clause import (
    LIKE_ARTICLES,
    LIKE_PAIRS,
    LIKE_SHARED,
    Clause,
    Days,
    Fuzzy,
    Group,
    Has,
    Keys,
    Like,
    Nothing,
    Phrase,
    Prefix,
    View,
    Weighted,
    Word,
)
from indexer.query import KeywordField

Json = dict[str, object]
_FIELDS: dict[View, str] = {
    "text": "text",
    "folded": "folded",
    "pairs": "text.pairs",
    "folded_pairs": "folded.pairs",
    "title": "title",
    "title_folded": "title_folded",
}
MAX_EXPANSIONS = 16_384  # words that may complete the last of a phrase; as many as tantivy tries


def to_json(clause: Clause) -> Json:
    match clause:
        case Group():
            made = _group(clause)
        case Weighted(inner, weight):
            made = {"bool": {"must": [to_json(inner)], "boost": weight}}
        case Word(view, word):
            made = {"term": {_FIELDS[view]: word}}
        case Phrase(view, words, slop):
            made = {"match_phrase": {_FIELDS[view]: {"query": " ".join(words), "slop": slop}}}
        case Prefix(view, (beginning,)):
            made = {"prefix": {_FIELDS[view]: beginning}}
        case Prefix(view, words):
            made = {
                "match_phrase_prefix": {
                    _FIELDS[view]: {"query": " ".join(words), "max_expansions": MAX_EXPANSIONS}
                }
            }
        case Fuzzy(view, word, distance):
            # Rewritten so, every word counts that is near enough, not only the fifty nearest.
            made = {"fuzzy": {_FIELDS[view]: {"value": word, "fuzziness": distance, "rewrite": "constant_score"}}}
        case Like(texts):
            made = _like(texts)
        case _:
            made = _keyword(clause)
    return made


def keys_field(field: KeywordField) -> str:
    """The indexed field in which values of `field` are compared."""
    return f"{field}_key" if field in KEYED else field


def _keyword(clause: Clause) -> Json:
    match clause:
        case Keys(field, (value,)):
            made: Json = {"term": {keys_field(field): value}}
        case Keys(field, values):
            made = {"terms": {keys_field(field): list(values)}}
        case Days(first, last):
            made = {"range": {"day": {"gte": first, "lte": last}}}
        case Has("published"):
            made = {"exists": {"field": "day"}}
        case Has(field):
            made = {"exists": {"field": field}}
        case Nothing():
            made = {"match_none": {}}
        case _:
            made = {"match_all": {}}
    return made


def _group(group: Group) -> Json:
    return {
        "bool": {
            "must": [to_json(clause) for clause in group.must],
            "should": [to_json(clause) for clause in group.should],
            "must_not": [to_json(clause) for clause in group.must_not],
            "filter": [to_json(clause) for clause in group.filters],
            "minimum_should_match": group.min_should,
        }
    }


def _like(texts: tuple[str, ...]) -> Json:
    return {
        "more_like_this": {
            "fields": ["text.pairs"],
            "like": list(texts),
            "max_query_terms": LIKE_PAIRS,
            "minimum_should_match": LIKE_SHARED,
            "min_doc_freq": LIKE_ARTICLES,
            "min_term_freq": 1,
        }
    }
