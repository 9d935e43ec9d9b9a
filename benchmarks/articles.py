"""Judged passages of whole articles in; every citation of the articles out, with the judged document beside it.

    .venv/bin/python benchmarks/articles.py GOLD FOLDER

GOLD holds passages as `tracuu evaluate directives` reads them; those whose "source" names a file of FOLDER
("articles/000.txt:42") are looked up in it, and the file is annotated whole, with the date of the passage.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from config import show
from config.harmless import line
from config.marking import place
from nlp.annotate import annotate
from nlp.directives.gold import Marked, Passage, load
from nlp.directives.resolve import Context
from nlp.directives.verdict import PARTS, by_span, is_left_open, is_open, same
from nlp.document import Citation

COLUMNS = ("article", "place", "citation", "gold", "found", "evidence", "")


def main(gold: Path, folder: Path) -> None:
    sources = {one["id"]: one["source"] for one in map(json.loads, gold.read_text("utf-8").splitlines())}
    articles: dict[Path, list[Passage]] = defaultdict(list)
    for passage in load(gold):
        file = folder / Path(sources[passage.id].rsplit(":", 1)[0]).name
        if file.exists():
            articles[file].append(passage)
    show.table(COLUMNS, [row for file, passages in sorted(articles.items()) for row in _rows(file, passages)])


def _rows(file: Path, passages: Sequence[Passage]) -> Iterator[tuple[str, ...]]:
    """A file may hold two articles with a date each; what stands in no passage is read with the first one."""
    text = file.read_text("utf-8")
    found = {
        date: by_span(annotate(text, context=Context(published=date)).citations)
        for date in dict.fromkeys(one.date for one in passages)
    }
    pairs: list[tuple[Marked | None, Citation | None]] = []
    for passage in passages:
        pairs += [(one, found[passage.date].get((one.start, one.end))) for one in _moved(passage, text)]
    known = [(one.start, one.end) for one, _ in pairs if one]
    for (start, end), got in found[passages[0].date].items():
        if not any(first < end and start < last for first, last in known):
            pairs.append((None, got))
    for one, got in sorted(pairs, key=lambda pair: (pair[0] or pair[1]).start):  # type: ignore[union-attr]  # one is
        yield file.name[:3], *_row(text, one, got)


def _row(text: str, one: Marked | None, got: Citation | None) -> tuple[str, ...]:
    either = one or got
    assert either is not None
    return (
        place(text, either.start),
        line(either.surface)[:40],
        (one.canonical or "?") if one else "-",
        (got.canonical or "?") if got else "-",
        (got.evidence or "") if got else "",
        _verdict(one, got),
    )


def _verdict(one: Marked | None, got: Citation | None) -> str:
    if one is None:
        return "FALSE"
    if not one.counts:
        return "weak: not judged"
    if got is None:
        return "MISSED"
    identity = got.canonical in one.accepted or (is_open(got.canonical) and is_left_open(one))
    return "right" if identity and all(same(one, got, part) for part in PARTS) else "WRONG"


def _moved(passage: Passage, text: str) -> Iterator[Marked]:
    """The passage's citations where they stand in the article."""
    at = text.index(passage.text)
    for one in passage.citations:
        yield replace(one, start=at + one.start, end=at + one.end)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
