"""`evaluate`: scores on judged data, the same that an outside scorer gives."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine

from config import figures, logs, river, wiring
from config.commands.options import Json
from config.progress import progress
from config.settings import Settings
from crawler.child import Failure
from crawler.letters import fold, nfc
from indexer.engine import SearchEngine
from indexer.judge import DEPTH, BadCollection, Judged, load, mean_ndcg, ndcg
from indexer.search import Question, search
from indexer.work import Reading, annotate_texts
from nlp.directives.gold import BadGold, Passage
from nlp.directives.gold import load as load_gold
from nlp.directives.misses import misses as find_misses
from nlp.directives.resolve import Context
from nlp.directives.score import score as score_citations
from nlp.directives.verdict import Found
from nlp.document import AnnotatedDocument

evaluate = typer.Typer(help="Scores on a gold file or folder.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(evaluate, name="evaluate")


@evaluate.callback()
def group() -> None:
    """Scores on a gold file or folder."""


@evaluate.command("search")
def evaluate_search(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(help="queries.jsonl, qrels.tsv, and corpus.jsonl if it has its own texts.")
    ],
    *,
    misses: Annotated[bool, typer.Option(help="List the queries that are not answered perfectly.")] = False,
    as_json: Json = False,
) -> None:
    """How good the order of hits is: mean nDCG@10, as typed and with the accents taken away.

    A folder with a corpus.jsonl is searched in an index of its own; without one, the articles that were ingested,
    by the id that they came with.
    """
    settings: Settings = context.obj
    try:
        queries = load(folder)
    except BadCollection as error:
        raise typer.BadParameter(str(error)) from error
    with _collection(settings, folder) as (store, engine):
        scores = {
            name: _score(
                store, engine, [Judged(one.id, form(one.text), one.grades) for one in queries], misses=misses
            )
            for name, form in (("typed", nfc), ("no accents", lambda text: fold(nfc(text))))
        }
    if as_json:
        print(json.dumps({"queries": len(queries), "ndcg@10": {name: round(x, 4) for name, x in scores.items()}}))
        return
    for name, score in scores.items():
        print(f"{name}: nDCG@10 {100 * score:.1f} ({len(queries)} queries)")


@evaluate.command("directives")
def evaluate_directives(
    gold: Annotated[Path, typer.Argument(metavar="FILE", help="Judged passages as JSON lines.")],
    *,
    relations: Annotated[Path | None, typer.Option(metavar="FILE", help="Judged relations of them.")] = None,
    misses: Annotated[bool, typer.Option(help="List every miss with its text.")] = False,
    as_json: Json = False,
) -> None:
    """How right citations are: their spans, their parts, the documents that they mean, the relations.

    Spans must be exact. A key is right when it names the gold's document; one that leaves it open is neither right
    nor wrong, but it is not decided. `rash` are keys that name a document where it can't be known.
    """
    try:
        passages = load_gold(gold, relations)
    except (BadGold, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    found, failed = _annotated(gold, passages)
    scores, listed = score_citations(found), tuple(find_misses(found)) if misses else None
    if as_json:
        print(json.dumps(figures.shape(scores, listed), ensure_ascii=False))
    else:
        figures.tables(scores, listed or ())
    raise typer.Exit(int(failed))


def _annotated(gold: Path, passages: Sequence[Passage]) -> tuple[list[Found], bool]:
    """Each passage with what is found in it, and whether one could not be annotated."""
    readings = [Reading(one.text, Context(published=one.date)) for one in passages]
    found: list[Found] = []
    failed = False
    for one, result in zip(passages, annotate_texts(readings).results if readings else (), strict=True):
        if isinstance(result, Failure):
            logs.warn(
                f"{gold}, passage {one.id}: {result.reason} ({result.detail}); it counts as without citations"
            )
            failed = True
        found.append((one, AnnotatedDocument() if isinstance(result, Failure) else result))
    return found, failed


@contextmanager
def _collection(settings: Settings, folder: Path) -> Iterator[tuple[Engine, SearchEngine]]:
    corpus = folder / "corpus.jsonl"
    with tempfile.TemporaryDirectory() as scratch:
        if corpus.exists():
            settings = settings.model_copy(update={"data": Path(scratch), "database_url": None})
        store = wiring.open_store(settings)
        if corpus.exists():
            river.ingest(settings, store, [_ready(corpus, Path(scratch))])
        engine = wiring.make_engine(settings, store)
        try:
            yield store, engine
        finally:
            engine.close()
            store.dispose()


def _ready(corpus: Path, scratch: Path) -> Path:
    """The corpus as ready articles."""
    path = scratch / "corpus.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for line in corpus.read_text("utf-8").splitlines():
            one = json.loads(line)
            ready = {"id": one["_id"], "title": one.get("title"), "text": one["text"]}
            file.write(json.dumps(ready, ensure_ascii=False) + "\n")
    return path


def _score(store: Engine, engine: SearchEngine, queries: Sequence[Judged], *, misses: bool) -> float:
    rankings: dict[str, list[str]] = {}
    with progress("asking", len(queries)) as advance:
        for one in queries:
            hits = search(store, engine, Question(one.text, limit=DEPTH, facets=())).hits
            rankings[one.id] = [hit.external_id or "" for hit in hits]
            advance(1)
    if misses:
        _list_misses(queries, rankings)
    return mean_ndcg(rankings, queries)


def _list_misses(queries: Sequence[Judged], rankings: Mapping[str, Sequence[str]]) -> None:
    for one in queries:
        score = ndcg(rankings[one.id], one.grades)
        if score < 1:
            logs.say(f"{score:.3f}  {one.id}  {one.text}")
