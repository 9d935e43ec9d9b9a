"""Searching on every engine that is there, in one run: speed, equal totals, quality of ranking.

    .venv/bin/python benchmarks/search.py [--elasticsearch URL] [--articles N] [--shared FOLDER]

Speed and totals over N articles of `corpus/` (default all), beside a bare tantivy index of one text field; ranking
on the folders of `retrieval/`.  Without a URL, Elasticsearch is left out (tests/elasticsearch/server starts one).
Milliseconds are wall time on the machine as it is: ratios are what to read.
"""

import argparse
import gzip
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import tantivy
from elasticsearch import Elasticsearch

from crawler.article import READY_ARTICLE, FetchedPage
from crawler.extract.ready import read_ready
from crawler.letters import fold, nfc
from indexer.analysis import view
from indexer.elastic.engine import ElasticEngine
from indexer.embedded.engine import EmbeddedEngine
from indexer.engine import SearchEngine
from indexer.judge import Judged, load, mean_ndcg
from indexer.query import Bool, KeywordField, MoreLike, Query, Range, Request, Sort, Text
from indexer.record import Record
from indexer.syntax import parse
from nlp.directives.number import read, spell
from nlp.normalize import standard

Q = TypeVar("Q")
SAMPLE = 100  # queries of each class
BATCH = 500
FACETS: tuple[KeywordField, ...] = ("source", "section", "year", "month")


def main() -> None:
    options = _options()
    with _engines(options.elasticsearch) as engines:
        records = _corpus(options.shared)[: options.articles]
        for engine in engines:
            _report_indexing(engine.name, records, partial(_fill, engine, records))
        bare = _Bare()
        _report_indexing("bare tantivy", records, partial(bare.fill, records))
        _compare_totals(engines, records)
        _report_speed(engines, bare, records)
        if options.articles is None:
            _report_ranking(engines, options.shared / "retrieval" / "newsearch_dev")
        for name in ("vinewsqa_dev", "alqac2023", "xquad_vi"):
            folder = options.shared / "retrieval" / name
            questions = _beir(folder / "corpus.jsonl")
            for engine in engines:
                _fill(engine, questions)
            _report_ranking(engines, folder)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--elasticsearch", metavar="URL")
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    options = parser.parse_args()
    if not options.shared.is_dir():
        raise SystemExit(f"{options.shared} is not there: the benchmark needs its corpus/ and retrieval/")
    return options


@contextmanager
def _engines(url: str | None) -> Iterator[list[SearchEngine]]:
    """Those that are there, on an index of their own that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        engines: list[SearchEngine] = [EmbeddedEngine(Path(folder))]
        if url:
            name = f"bench-{uuid4().hex[:12]}"
            engines.append(ElasticEngine(url=url, name=name))
        yield engines
        if url:
            client = Elasticsearch(url)
            for index in client.indices.get(index=f"{name}-*"):
                client.indices.delete(index=index)


def _corpus(shared: Path) -> list[Record]:
    """The articles of the corpus, the later of two with one id."""
    lines = (
        line
        for path in sorted((shared / "corpus").glob("*.gz"))
        for line in gzip.decompress(path.read_bytes()).splitlines()
    )
    records = (_record(number, line) for number, line in enumerate(lines, 1))
    return list({record.id: record for record in records}.values())


def _beir(path: Path) -> list[Record]:
    return [
        _record(number, json.dumps({"id": one["_id"], "title": one.get("title"), "text": one["text"]}).encode())
        for number, one in enumerate(map(json.loads, path.read_text("utf-8").splitlines()), 1)
    ]


def _record(version: int, line: bytes) -> Record:
    article = read_ready(FetchedPage(None, "", READY_ARTICLE, line, datetime.now(UTC)))
    published = datetime.fromisoformat(article.published) if article.published else None
    return Record(
        id=article.external_id or str(version),
        version=version,
        title=article.title or "",
        lead=article.lead or "",
        body=article.body,
        source=article.source or "",
        kind=article.kind,
        section=article.section,
        published_at=int(published.timestamp()) if published else None,
        day=published.date().isoformat() if published else None,
        directives=tuple(dict.fromkeys(_numbers(article.text))),
    )


def _numbers(text: str) -> Iterator[str]:
    """The numbers of documents, without the recognisers' doubts: enough to search for."""
    plain = standard(text)
    for place, letter in enumerate(plain):
        if letter.isdigit() and not plain[place - 1 : place].isalnum() and (found := read(plain, place)):
            yield spell(number=found.number, year=found.year, symbol=found.symbol.text)


def _fill(engine: SearchEngine, records: Sequence[Record]) -> None:
    with engine.rebuild() as generation:
        for start in range(0, len(records), BATCH):
            assert not generation.write(records[start : start + BATCH])
        assert generation.count() == len(records)
        generation.publish()


class _Bare:
    """One text field with tantivy's own tokenizer, and its own query parser."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("text")
        self._folder = tempfile.TemporaryDirectory()
        self._index = tantivy.Index(builder.build(), self._folder.name)

    def fill(self, records: Sequence[Record]) -> None:
        for start in range(0, len(records), BATCH):
            writer = self._index.writer(64_000_000, 1)
            for one in records[start : start + BATCH]:
                writer.add_document(tantivy.Document(id=one.id, text=f"{one.title}\n\n{one.lead}\n\n{one.body}"))
            writer.commit()
            writer.wait_merging_threads()
        self._index.reload()

    def search(self, query: str) -> None:
        searcher = self._index.searcher()
        for _, address in searcher.search(self._index.parse_query(query, ["text"]), 10).hits:
            searcher.doc(address)


def _report_indexing(name: str, records: Sequence[Record], work: Callable[[], None]) -> None:
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    print(f"{name}: {len(records):,} articles indexed in {seconds:.1f} s, {len(records) / seconds:.0f} a second")


class _Sample:
    """Queries drawn from the articles, the same in every run."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._random = random.Random(20)
        self._records = [record for record in records if len(record.body) > 500]

    def words(self, number: int) -> str:
        """So many neighbours of one article."""
        words = view(self._random.choice(self._records).body).exact.split()
        start = self._random.randrange(len(words) - number)
        return " ".join(words[start : start + number])

    def article(self) -> Record:
        return self._random.choice(self._records)


def _compare_totals(engines: Sequence[SearchEngine], records: Sequence[Record]) -> None:
    sample = _Sample(records)
    classes = {
        "phrases": [Text(sample.words(2 + number % 3), mode="phrase") for number in range(SAMPLE)],
        "words": [Text(sample.words(1)) for _ in range(SAMPLE)],
        "accent-less phrases": [Text(fold(sample.words(2 + n % 3)), mode="phrase") for n in range(SAMPLE)],
        "any of four words": [Text(sample.words(4)) for _ in range(SAMPLE)],
        "all of three words": [Text(sample.words(3), mode="all") for _ in range(SAMPLE)],
        "beginnings": [Text(sample.words(2)[:-1], mode="prefix") for _ in range(SAMPLE)],
        "phrases moved by 3": [Text(sample.words(3), mode="phrase", slop=3) for _ in range(SAMPLE)],
        "words but for a letter": [Text(sample.words(1), fuzzy=1) for _ in range(SAMPLE)],
    }
    for name, queries in classes.items():
        totals = [[engine.search(Request(query)).total for query in queries] for engine in engines]
        equal = sum(len(set(each)) == 1 for each in zip(*totals, strict=True))
        print(f"equal totals, {name}: {equal} of {len(queries)} (together {sum(totals[0]):,} answers)")


def _report_speed(engines: Sequence[SearchEngine], bare: _Bare, records: Sequence[Record]) -> None:
    sample = _Sample(records)
    words = [sample.words(1) for _ in range(SAMPLE)]
    several = [sample.words(2 + number % 4) for number in range(SAMPLE)]
    phrases = [sample.words(2 + number % 2) for number in range(SAMPLE)]
    articles = [sample.article() for _ in range(SAMPLE)]
    classes: dict[str, list[Request]] = {
        "one word": [_request(Text(text)) for text in words],
        "any of 2-5 words": [_request(Text(text)) for text in several],
        "all of 2-5 words": [_request(Text(text, mode="all")) for text in several],
        "phrase of 2-3": [_request(Text(text, mode="phrase")) for text in phrases],
        "the same without accents": [_request(Text(fold(text), mode="phrase")) for text in phrases],
        "phrase, days, 4 facets": [
            Request(Bool(must=(Text(text, mode="phrase"),), filters=(Range("2013-01-01"),)), facets=FACETS)
            for text in phrases
        ],
        "beginning": [_request(Text(text[:-1], mode="prefix")) for text in several],
        "one letter off": [_request(Text(text, fuzzy=1)) for text in words],
        "any, newest first": [_request(Text(text), sort="newest") for text in several],
        "offset 9,990": [Request(Text(text), offset=9_990) for text in words],
        "articles like one": [_request(MoreLike(one.id, one.title, one.body)) for one in articles],
    }
    print(f"\n{'p50 / p99 ms':<28}" + "".join(f"{engine.name:>18}" for engine in engines))
    for name, requests in classes.items():
        times = (_times(engine.search, requests) for engine in engines)
        print(f"{name:<28}" + "".join(f"{one:>18}" for one in times))
    quoted = [f'"{text}"' for text in phrases]
    for name, queries in (("one word", words), ("any of 2-5 words", several), ("phrase of 2-3", quoted)):
        print(f"{'bare tantivy: ' + name:<32}{_times(bare.search, queries):>14}")
    print()


def _request(query: Query, *, sort: Sort = "relevance") -> Request:
    return Request(query, sort=sort)


def _times(work: Callable[[Q], object], queries: Sequence[Q]) -> str:
    """Each query once to warm up and once to be timed."""
    taken = []
    for query in queries:
        work(query)
        started = time.perf_counter()
        work(query)
        taken.append((time.perf_counter() - started) * 1_000)
    taken.sort()
    return f"{taken[len(taken) // 2]:.1f} / {taken[len(taken) * 99 // 100 - 1]:.1f}"


def _report_ranking(engines: Sequence[SearchEngine], folder: Path) -> None:
    queries = load(folder)
    for engine in engines:
        typed = _score(engine, queries, nfc)
        bare = _score(engine, queries, lambda text: fold(nfc(text)))
        print(f"{folder.name} on {engine.name}: nDCG@10 {typed:.4f} typed, {bare:.4f} without accents")


def _score(engine: SearchEngine, queries: Sequence[Judged], spelling: Callable[[str], str]) -> float:
    rankings = {
        one.id: [hit.id for hit in engine.search(Request(parse(spelling(one.text)).query)).hits] for one in queries
    }
    return mean_ndcg(rankings, queries)


if __name__ == "__main__":
    main()
