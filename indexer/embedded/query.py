"""Clauses in, a tantivy query out."""

import math
from collections import Counter

from tantivy import FieldType, Occur, Query, Searcher

from indexer.analysis import pairs
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
    Weighted,
    Word,
)
from indexer.embedded.schema import ALIVE, SCHEMA, keys_field

# tantivy counts the moves of three words and more in its own way: 146 of 900 shuffled phrases of three to five
# words, moved by 1 to 5, have another number of answers than on Elasticsearch.
_LOOSE = "Phrases of three words and more that may be moved about are matched approximately."


class Compiler:
    """Makes queries for one state of the index, whose statistics tell which pairs of words say most."""

    def __init__(self, searcher: Searcher) -> None:
        self._searcher = searcher
        self.warnings: list[str] = []

    def query(self, clause: Clause) -> Query:
        match clause:
            case Group():
                query = self._group(clause)
            case Weighted(inner, weight):
                query = Query.boost_query(self.query(inner), weight)
            case Like(texts):
                query = self._like(texts)
            case Word(view, word):
                query = Query.term_query(SCHEMA, view, word, "freq")
            case Phrase(view, words, slop):
                query = Query.phrase_query(SCHEMA, view, list(words), slop)
                if slop and len(words) > 2:
                    self.warnings.append(_LOOSE)
            case Prefix(view, (beginning,)):
                query = Query.regex_query(SCHEMA, view, f"{beginning}.*")
            case Prefix(view, words):
                query = Query.regex_phrase_query(SCHEMA, view, [*words[:-1], f"{words[-1]}.*"])
            case Fuzzy(view, word, distance):
                query = Query.fuzzy_term_query(SCHEMA, view, word, distance)
            case _:
                query = self._keyword(clause)
        return query

    def _keyword(self, clause: Clause) -> Query:
        match clause:
            case Keys(field, (value,)):
                query = Query.term_query(SCHEMA, keys_field(field), value, "basic")
            case Keys(field, values):
                query = Query.term_set_query(SCHEMA, keys_field(field), list(values))
            case Days(first, last):
                query = Query.range_query(SCHEMA, "day", FieldType.Integer, first, last)
            case Has(field):
                query = Query.exists_query({"published": "day", "id": ALIVE}.get(field, field))
            case Nothing():
                query = Query.empty_query()
            case _:
                query = Query.exists_query(ALIVE)
        return query

    def _group(self, group: Group) -> Query:
        clauses = [(Occur.Must, self.query(clause)) for clause in group.must]
        clauses += [(Occur.Should, self.query(clause)) for clause in group.should]
        clauses += [(Occur.MustNot, self.query(clause)) for clause in group.must_not]
        clauses += [(Occur.Must, Query.const_score_query(self.query(clause), 0.0)) for clause in group.filters]
        return Query.boolean_query(clauses, group.min_should or None)

    def _like(self, texts: tuple[str, ...]) -> Query:
        """What Elasticsearch does for `more_like_this`, with a number of pairs that must be shared."""
        total = self._searcher.num_docs
        weights: dict[str, float] = {}
        for pair, times in Counter(pair for text in texts for pair in pairs(text.split())).items():
            articles = self._searcher.doc_freq("pairs", pair)
            if articles >= LIKE_ARTICLES:
                weights[pair] = times * (1 + math.log((total + 1) / (articles + 1)))
        telling = sorted(weights, key=lambda pair: (-weights[pair], pair))[:LIKE_PAIRS]
        if not telling:
            return Query.empty_query()
        clauses = [(Occur.Should, Query.term_query(SCHEMA, "pairs", pair, "freq")) for pair in telling]
        return Query.boolean_query(clauses, min(LIKE_SHARED, len(telling)))
