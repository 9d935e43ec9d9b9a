"""Scores of citations in, tables for eyes and JSON for scripts out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from rich.text import Text

from config import show
from config.harmless import line
from nlp.directives.misses import Miss
from nlp.directives.score import Figures, Score
from nlp.directives.verdict import PARTS
from nlp.scoring.hits import Hits

_STYLES = {"MISS": "red", "FALSE": "magenta", "PARSE": "yellow", "KEY": "cyan", "RELATION": "blue"}


def tables(score: Score, misses: Iterable[Miss]) -> None:
    """The misses, and below them the scores, so that these are what is seen last."""
    out = show.console()
    for one in misses:
        facts = (one.passage, one.kind, one.context, f"gold: {one.gold or '-'}", f"got: {one.got or '-'}")
        out.print(Text.assemble((f"{one.what:<9}", _STYLES[one.what]), "  ".join(map(line, facts))))
    columns = ("", "gold", "P", "R", "F1", *PARTS, "key right", "decided", "rash")
    show.table(columns, list(_rows(score)))
    faults = f"{score.negative_hits} hits on negatives, {score.wrong_surfaces} wrong surfaces"
    out.print(f"{score.passages} passages, {faults}")
    if score.relations:
        found = score.relations
        known = found.right + found.missed
        spans = " ".join(f"{name} {value:.3f}" for name, value in _rates(found).items())
        out.print(f"relations: {spans} ({known} in the gold)")


def shape(score: Score, misses: Iterable[Miss] | None) -> dict[str, Any]:
    return {
        "passages": score.passages,
        "wrong_surfaces": score.wrong_surfaces,
        "negative_hits": score.negative_hits,
        **_figures(score.all),
        "party": _figures(score.party),
        "by_kind": {name: _figures(one) for name, one in score.kinds.items()},
        "by_scope": {name: _figures(one) for name, one in score.scopes.items()},
        "relations": _hits(score.relations) if score.relations else None,
        **({} if misses is None else {"misses": [asdict(one) for one in misses]}),
    }


def _rows(score: Score) -> Iterator[tuple[object, ...]]:
    yield _row("all", score.all)
    yield _row("Party's centre", score.party)
    for groups in (score.kinds, score.scopes):
        for name, one in groups.items():
            yield _row(name, one)


def _row(name: str, one: Figures) -> tuple[object, ...]:
    rates = [f"{value:.3f}" for value in _rates(one.spans).values()]
    shares = [
        f"{share.value:.3f}" if share.whole else "-" for share in (*one.parse.values(), one.right, one.decided)
    ]
    return name, one.spans.right + one.spans.missed, *rates, *shares, one.rash


def _rates(hits: Hits) -> Mapping[str, float]:
    return {"P": hits.precision, "R": hits.recall, "F1": hits.f1}


def _hits(hits: Hits) -> dict[str, float]:
    rates = {"precision": hits.precision, "recall": hits.recall, "f1": hits.f1}
    return {**{name: round(value, 4) for name, value in rates.items()}, **asdict(hits)}


def _figures(one: Figures) -> dict[str, Any]:
    return {
        "spans": _hits(one.spans),
        "parse": {name: round(share.value, 4) for name, share in one.parse.items()},
        "key": {
            "right": round(one.right.value, 4),
            "decided": round(one.decided.value, 4),
            "of": one.decided.whole,
            "rash": one.rash,
        },
    }
