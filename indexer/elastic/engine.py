"""The engine on a server: records into Elasticsearch, requests answered from it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from elasticsearch.helpers import scan

from indexer.cursor import after_key, after_offset
from indexer.elastic import index as indexes
from indexer.elastic.client import Server
from indexer.elastic.index import Shape
from indexer.elastic.query import Json, to_json
from indexer.engine import FEATURES, Capability, Change, EngineUnavailable, Refusal
from indexer.query import Bucket, Hit, KeywordField, Request, Result
from indexer.question import Question, make_question

_SHARD_BUCKETS = 10  # times the values asked for: what each of several shards names

Facets = tuple[tuple[KeywordField, tuple[Bucket, ...]], ...]


class ElasticEngine:
    """Answers from the index behind the alias `name`.  Any number of processes may read and write."""

    name = "elasticsearch"
    capabilities: Mapping[str, Capability] = {
        **dict.fromkeys(FEATURES, "native"),
        "cursor_by_relevance": "emulated",  # by offset
    }

    def __init__(
        self,
        *,
        url: str,
        name: str,
        api_key: str | None = None,
        ca_certificate: Path | None = None,
        shards: int = 1,
        replicas: int = 0,
    ) -> None:
        """Nothing is sent yet.  Raises EngineError for what is no address."""
        self._server = Server(url, api_key=api_key, ca_certificate=ca_certificate)
        self._alias = name
        self._shape = Shape(shards, replicas)
        self._is_sound = False

    def search(self, request: Request) -> Result:
        question = make_question(request, engine=self.name)
        self._make_sure()
        with self._server.asked() as client:
            answer = client.search(index=self._alias, body=_body(question)).body
        return _result(question, answer)

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]:
        self._make_sure(may_create=True)
        with self._server.asked() as client:
            return indexes.write(client, changes, index=self._alias, is_alias=True)

    def count(self) -> int:
        self._make_sure()
        with self._server.asked() as client:
            return int(client.count(index=self._alias)["count"])

    def versions(self) -> Iterator[tuple[str, int]]:
        self._make_sure()
        everything = {"query": {"match_all": {}}, "version": True, "_source": False}
        with self._server.asked() as client:
            for hit in scan(client, index=self._alias, query=everything, size=5_000):
                yield hit["_id"], hit["_version"]

    @contextmanager
    def rebuild(self) -> Iterator["ElasticGeneration"]:
        index = indexes.timestamped(self._alias)
        with self._server.asked() as client:
            indexes.create(client, index, self._shape)
        generation = ElasticGeneration(self._server, self._alias, index)
        try:
            yield generation
        finally:
            if generation.is_published:
                self._is_sound = True
            else:
                with self._server.asked() as client:
                    client.indices.delete(index=index, ignore_unavailable=True)

    def check(self) -> str | None:
        with self._server.asked() as client:
            return indexes.fault(client, self._alias)

    def close(self) -> None:
        self._server.close()

    def _make_sure(self, *, may_create: bool = False) -> None:
        """That there is an index which this version can read; looked up once."""
        if self._is_sound:
            return
        with self._server.asked() as client:
            if may_create and not indexes.answering(client, self._alias):
                indexes.create_first(client, self._alias, self._shape)
            if fault := indexes.fault(client, self._alias):
                raise EngineUnavailable(f"{fault} at {self._server.address}; run: tracuu rebuild --index")
        self._is_sound = True


class ElasticGeneration:
    def __init__(self, server: Server, alias: str, index: str) -> None:
        self._server = server
        self._alias = alias
        self._index = index
        self.is_published = False

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]:
        with self._server.asked() as client:
            return indexes.write(client, changes, index=self._index, is_alias=False)

    def count(self) -> int:
        with self._server.asked() as client:
            return int(client.count(index=self._index)["count"])

    def publish(self) -> None:
        with self._server.asked() as client:
            indexes.publish(client, self._alias, self._index)
        self.is_published = True


def _body(question: Question) -> Json:
    page = question.page
    body: Json = {"query": to_json(question.clause), "_source": False, "track_total_hits": True}
    if question.facets:
        size = question.facet_size
        terms = {"size": size, "shard_size": size * _SHARD_BUCKETS + _SHARD_BUCKETS}
        body["aggs"] = {field: {"terms": {"field": field, **terms}} for field in question.facets}
    if page.sort == "relevance":
        return body | {"from": page.skip, "size": page.limit}
    body["sort"] = [{page.sort: "desc"}]
    if page.key is None:
        return body | {"from": page.skip, "size": page.limit + 1}
    return body | {"search_after": [page.key + 1], "size": page.skip + page.limit + 1}


def _result(question: Question, answer: dict[str, Any]) -> Result:
    page = question.page
    total = int(answer["hits"]["total"]["value"])
    hits = answer["hits"]["hits"]
    if page.key is not None:
        hits = hits[page.skip :]
    by_date = page.sort != "relevance"
    cursor = after_key(page, [hit["sort"][0] for hit in hits]) if by_date else after_offset(page, total=total)
    found = tuple(Hit(hit["_id"], hit["_score"] or 0.0) for hit in hits[: page.limit])
    return Result(
        total, found, _facets(question, answer), cursor, (*question.warnings, *_doubts(question, answer))
    )


def _facets(question: Question, answer: dict[str, Any]) -> tuple[tuple[KeywordField, tuple[Bucket, ...]], ...]:
    return tuple(
        (
            field,
            tuple(Bucket(one["key"], one["doc_count"]) for one in answer["aggregations"][field]["buckets"]),
        )
        for field in question.facets
    )


def _doubts(question: Question, answer: dict[str, Any]) -> Iterator[str]:
    """Where an index of several shards can't be sure of a count."""
    for field in question.facets:
        if error := answer["aggregations"][field]["doc_count_error_upper_bound"]:
            yield f"The counts of {field} may be too low by up to {error:,}."
