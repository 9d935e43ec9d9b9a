"""Official texts of the gazette in, how many have their number and type right, and their parts, out.

    .venv/bin/python benchmarks/gazette.py FILE [--misses] [--draw SEED]

FILE holds texts as gzipped JSON lines: "full_text", "nguon_url" and "slug", which says type and number without
accents.  Read twice: as plain text, and as a ready article that brings its address.  Counted beside them are texts
that hold no text (scanned pages) or print no number (parts of a text, laws), which plain text can't tell.
--misses prints what is not right; --draw prints head and end of 60 texts beside what was read, for the eye.
"""

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from crawler.article import READY_ARTICLE, Article, FetchedPage, Rejected
from crawler.extract.gazette import printed
from crawler.extract.page import extract
from crawler.letters import fold
from nlp.directives import header
from nlp.directives.outline import Part
from nlp.directives.structure import read_structure

NOW = datetime.now(UTC)
DRAWN = 60
Row = Mapping[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--draw", type=int, metavar="SEED")
    options = parser.parse_args()
    with gzip.open(options.file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    if options.draw is not None:
        for row in random.Random(options.draw).sample(rows, DRAWN):
            show(row)
        return
    measure(rows, misses=options.misses)


def measure(rows: list[Row], *, misses: bool) -> None:
    tally: Counter[str] = Counter()
    started = time.process_time()
    for row in rows:
        plain, ready = read(row, "text/plain"), read(row, READY_ARTICLE)
        outcomes = {"plain": outcome(row, plain), "with address": outcome(row, ready)}
        tally.update(f"{name}: {one}" for name, one in outcomes.items())
        if plain:
            tally.update(shape(plain))
        if misses and set(outcomes.values()) != {"right"}:
            print(row["slug"], outcomes)
    for name, count in sorted(tally.items()):
        print(f"{name:<44} {count:4} of {len(rows)}")
    letters = sum(len(row["full_text"]) for row in rows) / 1e6
    print(f"{time.process_time() - started:.1f} s for {letters:.1f} M characters, read twice")


def read(row: Row, media_type: str) -> Article | None:
    text = row["full_text"] if media_type == "text/plain" else json.dumps(row)
    try:
        return extract(FetchedPage(None, "gazette", media_type, text.encode(), NOW))[0]
    except Rejected:
        return None


def outcome(row: Row, article: Article | None) -> str:
    """The slug's number may lack zeros and points that are printed."""
    if article is None:
        return "no text"
    heading = header.read(article)
    if heading is None or heading.number is None:
        return "no number"
    slug = row["slug"]
    type_ = _slug(heading.type).removeprefix("bo-") if slug.startswith("luat-") else _slug(heading.type)
    numbers = re.search(r"-so-(\d+)-(.+)-\d+$", slug)
    printed_number = re.fullmatch(r"0*([\d-]+?)-(\D.*|(?:19|20)\d\d-.*)", _slug(heading.number))
    same = numbers and printed_number and (
        numbers[1].lstrip("0"), numbers[2]) == (printed_number[1].replace("-", ""), printed_number[2])  # fmt: skip
    return "right" if same and slug.startswith(f"{type_}-") else "wrong"


def shape(article: Article) -> Iterator[str]:
    parts = read_structure(article.text, len(article.text) - len(article.body)).parts
    end = next((at for at, part in enumerate(parts) if part.level == "phụ lục"), len(parts))
    for level, name in (("điều", "articles"), ("chương", "chapters")):
        numbers = [value(part) for part in parts[:end] if part.level == level]
        if numbers:
            yield f"has {name}"
            if numbers[0] == 1 and all(b - a <= 1 for a, b in pairwise(numbers)):
                yield f"has {name}, without a gap from 1 on"
    if printed(article.paragraphs).heads:
        yield "page heads left"


def value(part: Part) -> int:
    digits = re.match(r"\d+", part.number)
    return int(digits[0]) if digits else roman(part.number)


def roman(number: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}.get(letter, 0) for letter in number.upper()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def show(row: Row) -> None:
    lines = [line.strip()[:100] for line in row["full_text"].split("\n") if line.strip()]
    article = read(row, "text/plain")
    print(f"\n===== {row['slug']}\n{article.document if article else 'no text'}")
    print("\n".join(["  " + line for line in lines[:16]] + ["  …"] + ["  " + line for line in lines[-8:]]))


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


if __name__ == "__main__":
    main()
