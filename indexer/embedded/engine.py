"""The engine without a server: records into tantivy's files, requests answered from them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tantivy import FieldType, Occur, Query, Searcher

from indexer.cursor import Page, after_key, after_offset
from indexer.embedded.filling import Filling
from indexer.embedded.folder import EmbeddedFolder
from indexer.embedded.index import number_found
from indexer.embedded.query import Compiler
from indexer.embedded.schema import KEY, SCHEMA
from indexer.engine import FEATURES, Capability, Change, EngineUnavailable, Refusal
from indexer.query import Bucket, Hit, KeywordField, Request, Result
from indexer.question import Question, make_question

Facets = tuple[tuple[KeywordField, tuple[Bucket, ...]], ...]


class EmbeddedEngine:
    """Any number of processes may read, and one at a time writes; another writer waits for it."""

    name = "embedded"
    capabilities: Mapping[str, Capability] = {
        **dict.fromkeys(FEATURES, "native"),
        "slop": "approximate",
        "more_like": "emulated",
        "cursor_by_relevance": "emulated",  # by offset
    }

    def __init__(self, folder: Path) -> None:
        self._folder = EmbeddedFolder(folder)

    def search(self, request: Request) -> Result:
        question = make_question(request, engine=self.name)
        index = self._folder.current()
        try:
            return _answer(index.searcher(), question)
        except ValueError as error:  # all that tantivy raises
            raise EngineUnavailable(
                f"the index in {index.folder} is damaged ({error}); run: tracuu rebuild --index"
            ) from error

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]:
        return self._folder.current_or_new().write(changes)

    def count(self) -> int:
        return self._folder.current().count()

    def versions(self) -> Iterator[tuple[str, int]]:
        return self._folder.current().versions()

    @contextmanager
    def rebuild(self) -> Iterator["EmbeddedGeneration"]:
        """Raises EngineUnavailable while another process rebuilds."""
        with self._folder.building() as index:
            filling = Filling(index)
            try:
                yield EmbeddedGeneration(self._folder, filling)
            finally:
                filling.close()

    def check(self) -> str | None:
        return self._folder.fault()

    def close(self) -> None:
        self._folder.close()


class EmbeddedGeneration:
    def __init__(self, folder: EmbeddedFolder, filling: Filling) -> None:
        self._folder = folder
        self._filling = filling

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]:
        return self._filling.write(changes)

    def count(self) -> int:
        return self._filling.settle().count()

    def publish(self) -> None:
        self._folder.publish(self._filling.settle())


def _answer(searcher: Searcher, question: Question) -> Result:
    compiler = Compiler(searcher)
    query = compiler.query(question.clause)
    by_relevance = question.page.sort == "relevance"
    result = (_by_relevance if by_relevance else _by_date)(searcher, query, question.page)
    warnings = (*question.warnings, *dict.fromkeys(compiler.warnings))
    return replace(result, facets=_facets(searcher, query, question), warnings=warnings)


def _by_relevance(searcher: Searcher, query: Query, page: Page) -> Result:
    found = searcher.search(query, max(page.limit, 1), offset=page.skip)
    hits = tuple(Hit(searcher.doc(address)[KEY][0], score) for score, address in found.hits[: page.limit])
    total = number_found(found)
    return Result(total, hits, next=after_offset(page, total=total))


def _by_date(searcher: Searcher, query: Query, page: Page) -> Result:
    """One hit more than asked for is read, to know whether there is a next page."""
    rest = query
    if page.key is not None:
        until = Query.range_query(SCHEMA, page.sort, FieldType.Integer, 0, page.key)
        rest = Query.boolean_query([(Occur.Must, query), (Occur.Must, until)])
    found = searcher.search(rest, page.limit + 1, offset=page.skip, order_by_field=page.sort)
    hits = tuple(Hit(searcher.doc(address)[KEY][0], 0.0) for _, address in found.hits[: page.limit])
    total = number_found(found if rest is query else searcher.search(query, 1))
    return Result(total, hits, next=after_key(page, [key for key, _ in found.hits]))


def _facets(searcher: Searcher, query: Query, question: Question) -> Facets:
    """Every segment gives all its values, so that the counts are exact; equal counts come by value."""
    if not question.facets:
        return ()
    shape = {"size": question.facet_size, "segment_size": 2**32 - 1}
    found = searcher.aggregate(query, {field: {"terms": shape | {"field": field}} for field in question.facets})
    return tuple(
        (field, tuple(Bucket(one["key"], one["doc_count"]) for one in found[field]["buckets"]))
        for field in question.facets
    )
