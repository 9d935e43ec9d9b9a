"""`evaluate entities|offices|quotes|events`: how right annotations are, beside those of a person."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from config import logs, show
from config.commands.evaluation import evaluate
from config.commands.options import Json
from config.harmless import line
from crawler.child import Failure
from indexer.work import Reading, annotate_texts
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument
from nlp.scoring import entities, events, offices, quotes
from nlp.scoring.gold import BadGold, Judged, load
from nlp.scoring.hits import Hits
from nlp.scoring.scores import Found, Scores, Slip

Gold = Annotated[Path, typer.Argument(metavar="FILE", help="Articles that a person annotated, as JSON lines.")]
Misses = Annotated[bool, typer.Option(help="List every miss with its text.")]
Scorer = Callable[[Sequence[Found]], Scores]

_STYLES = {"MISS": "red", "FALSE": "magenta", "SPEAKER": "cyan", "EVENT": "yellow"}


def register(_: typer.Typer) -> None:
    evaluate.command("entities")(evaluate_entities)
    evaluate.command("offices")(evaluate_offices)
    evaluate.command("quotes")(evaluate_quotes)
    evaluate.command("events")(evaluate_events)


def evaluate_entities(gold: Gold, *, misses: Misses = False, as_json: Json = False) -> None:
    """How right persons, bodies and places are: exact spans; flagged ones of the gold are left out."""
    _evaluate(gold, entities.score, misses=misses, as_json=as_json)


def evaluate_offices(gold: Gold, *, misses: Misses = False, as_json: Json = False) -> None:
    """How right offices are: the same person, and of the two titles one the beginning of the other."""
    _evaluate(gold, offices.score, misses=misses, as_json=as_json)


def evaluate_quotes(gold: Gold, *, misses: Misses = False, as_json: Json = False) -> None:
    """How right quotations are: spans that share half of their union, and of those the speakers."""
    _evaluate(gold, quotes.score, misses=misses, as_json=as_json)


def evaluate_events(gold: Gold, *, misses: Misses = False, as_json: Json = False) -> None:
    """How right the main event of each article is: name, date, place, kind, and who took part."""
    _evaluate(gold, events.score, misses=misses, as_json=as_json)


def _evaluate(gold: Path, scorer: Scorer, *, misses: bool, as_json: bool) -> None:
    try:
        articles = load(gold)
    except (BadGold, OSError) as error:
        raise typer.BadParameter(str(error)) from error
    found, failed = _annotated(gold, articles)
    scores = scorer(found)
    if not scores.articles:
        raise typer.BadParameter(f"{gold}: nobody has marked such things in these articles")
    if as_json:
        print(json.dumps(_shape(scores, misses=misses), ensure_ascii=False))
    else:
        _print(scores, misses=misses)
    raise typer.Exit(int(failed))


def _annotated(gold: Path, articles: Sequence[Judged]) -> tuple[list[Found], bool]:
    """Each article with what is found in it, and whether one could not be annotated."""
    readings = [Reading(one.text, Context(published=one.published, title=one.title)) for one in articles]
    found: list[Found] = []
    failed = False
    for one, result in zip(articles, annotate_texts(readings).results, strict=True):
        if isinstance(result, Failure):
            logs.warn(f"{gold}, article {one.id}: {result.reason} ({result.detail}); it counts as without any")
            failed = True
        found.append((one, AnnotatedDocument() if isinstance(result, Failure) else result))
    return found, failed


def _print(scores: Scores, *, misses: bool) -> None:
    """The misses, and below them the scores, so that these are what is seen last."""
    for slip in scores.slips if misses else ():
        show.console().print(_slip(slip))
    rows = [
        (name, one.right + one.missed, *(f"{rate:.3f}" for rate in _rates(one).values()))
        for name, one in scores.hits.items()
    ]
    show.table(("", "gold", "P", "R", "F1"), rows)
    right = "  ".join(f"{name} {one.part}/{one.whole}" for name, one in scores.shares.items())
    show.console().print(f"{scores.articles} articles" + (f"; right: {right}" if right else ""))


def _slip(slip: Slip) -> Text:
    facts = [slip.article, slip.kind, slip.context]
    facts += [f"{name}: {value}" for name, value in (("gold", slip.gold), ("got", slip.got)) if value]
    return Text.assemble((f"{slip.what:<8}", _STYLES[slip.what]), "  ".join(map(line, facts)))


def _shape(scores: Scores, *, misses: bool) -> dict[str, Any]:
    return {
        "articles": scores.articles,
        **{name: {**asdict(one), **_rates(one)} for name, one in scores.hits.items()},
        "right": {name: asdict(one) for name, one in scores.shares.items()},
        **({"misses": [asdict(one) for one in scores.slips]} if misses else {}),
    }


def _rates(hits: Hits) -> dict[str, float]:
    return {"precision": hits.precision, "recall": hits.recall, "f1": hits.f1}
