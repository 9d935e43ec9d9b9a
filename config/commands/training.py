"""`train`: models made again from what people annotated."""

import shutil
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from config import logs, show
from config.progress import progress
from config.settings import Settings
from indexer.catalog.moments import VIETNAM
from nlp.document import AnnotatedDocument, Entity
from nlp.entities.model import clusters, serve
from nlp.entities.model.choice import SHIPPED
from nlp.entities.model.note import Note, write
from nlp.entities.model.train import ITERATIONS, Options, TrainerMissing, train
from nlp.normalize import compose, standard
from nlp.scoring.entities import score
from nlp.scoring.gold import BadGold, Judged, load
from nlp.scoring.hits import Hits
from nlp.segment import segment

train_group = typer.Typer(help="Models, made again from what people annotated.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(train_group, name="train")


@train_group.callback()
def group() -> None:
    """Models, made again from what people annotated."""


@train_group.command("ner")
def train_ner(
    context: typer.Context,
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD…", help="Articles that a person annotated, as JSON lines.")
    ],
    *,
    output: Annotated[Path | None, typer.Option(help="Default: ner.crf in the data folder.")] = None,
    cluster_file: Annotated[
        Path | None,
        typer.Option("--clusters", help="Gzipped lines of a word and three numbers; default: those that ship."),
    ] = None,
    iterations: Annotated[int, typer.Option(min=1, max=10_000)] = ITERATIONS,
    held_out: Annotated[Path | None, typer.Option(help="Articles of the same kind to score the model on.")] = None,
) -> None:
    """The model of persons, bodies and places.

    Where the setting ner_model (TRACUU_NER_MODEL) names the new file, `tracuu rebuild --annotations` reads every
    article again with it. The file of clusters must stay beside it.
    """
    settings: Settings = context.obj
    path = output or settings.data / "ner.crf"
    articles = [article for file in gold for article in _load(file)]
    unseen = _load(held_out) if held_out else ()
    options = Options(iterations=iterations)
    try:
        _train(articles, path, cluster_file or clusters.beside(SHIPPED), options)
    except (clusters.BadClusters, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    except TrainerMissing as error:
        logs.warn(str(error))
        raise typer.Exit(1) from error
    scores = _scores(path, unseen)
    note = Note([file.name for file in gold], len(articles), options, held_out.name if held_out else None, scores)
    write(note, path, today=datetime.now(VIETNAM).date())
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, trained on {len(articles)} articles")
    if scores:
        show.table(("", "gold", "P", "R", "F1"), [_row(type_, hits) for type_, hits in scores.items()])


def _load(file: Path) -> Sequence[Judged]:
    try:
        return load(file)
    except (BadGold, OSError) as error:
        raise typer.BadParameter(str(error)) from error


def _train(articles: Sequence[Judged], path: Path, cluster_file: Path, options: Options) -> None:
    known = clusters.read(cluster_file)
    with progress("reading, then training", len(articles) + options.iterations) as advance:
        train(articles, path, clusters=known, options=options, advance=advance)
    beside = clusters.beside(path)
    if not (beside.exists() and beside.samefile(cluster_file)):
        shutil.copyfile(cluster_file, beside)


def _scores(path: Path, unseen: Sequence[Judged]) -> Mapping[str, Hits]:
    model = serve.Model(path)
    found = []
    with progress("scoring", len(unseen)) as advance:
        for article in unseen:
            found.append((article, AnnotatedDocument(entities=_entities(model, article.text))))
            advance(1)
    return score(found).hits


def _row(type_: str, hits: Hits) -> tuple[str, ...]:
    rates = (hits.precision, hits.recall, hits.f1)
    return (type_, str(hits.right + hits.missed), *(f"{rate:.3f}" for rate in rates))


def _entities(model: serve.Model, text: str) -> tuple[Entity, ...]:
    composed = compose(text)
    plain = standard(composed.text)
    spans = [
        (*composed.original(one.start, one.end), one.type) for one in model.tag(plain, segment(plain).sentences)
    ]
    return tuple(Entity(start, end, text[start:end], type_, text[start:end]) for start, end, type_ in spans)
