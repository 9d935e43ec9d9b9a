"""`train`: models made again from what people annotated."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from config import logs, show
from config.progress import progress
from config.settings import Settings
from nlp.document import AnnotatedDocument, Entity
from nlp.entities.model import clusters, serve
from nlp.entities.model.choice import SHIPPED
from nlp.entities.model.train import ITERATIONS, Options, TrainerMissing, train
from nlp.normalize import compose, standard
from nlp.scoring.entities import score
from nlp.scoring.gold import BadGold, Judged, load
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
        typer.Option("--clusters", help="Gzipped lines of a word and two numbers; default: those that ship."),
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
    try:
        _train(articles, path, cluster_file or clusters.beside(SHIPPED), iterations)
    except (clusters.BadClusters, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    except TrainerMissing as error:
        logs.warn(str(error))
        raise typer.Exit(1) from error
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, trained on {len(articles)} articles")
    if unseen:
        _show_scores(path, unseen)


def _load(file: Path) -> Sequence[Judged]:
    try:
        return load(file)
    except (BadGold, OSError) as error:
        raise typer.BadParameter(str(error)) from error


def _train(articles: Sequence[Judged], path: Path, cluster_file: Path, iterations: int) -> None:
    known = clusters.read(cluster_file)
    with progress("reading, then training", len(articles) + iterations) as advance:
        train(articles, path, clusters=known, options=Options(iterations=iterations), advance=advance)
    beside = clusters.beside(path)
    if not (beside.exists() and beside.samefile(cluster_file)):
        shutil.copyfile(cluster_file, beside)


def _show_scores(path: Path, unseen: Sequence[Judged]) -> None:
    model = serve.Model(path)
    with progress("scoring", len(unseen)) as advance:
        found = []
        for article in unseen:
            found.append((article, AnnotatedDocument(entities=_entities(model, article.text))))
            advance(1)
    hits = score(found).hits
    rows = [
        (name, one.right + one.missed, *(f"{rate:.3f}" for rate in (one.precision, one.recall, one.f1)))
        for name, one in hits.items()
    ]
    show.table(("", "gold", "P", "R", "F1"), rows)


def _entities(model: serve.Model, text: str) -> tuple[Entity, ...]:
    composed = compose(text)
    plain = standard(composed.text)
    spans = [
        (*composed.original(one.start, one.end), one.type) for one in model.tag(plain, segment(plain).sentences)
    ]
    return tuple(Entity(start, end, text[start:end], type_, text[start:end]) for start, end, type_ in spans)
