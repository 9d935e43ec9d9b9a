"""Saved pages in, how each ended and pages a second out, beside bare trafilatura with metadata in the same run.

python benchmarks/extract.py [FOLDER] [--pred FILE]

FOLDER holds pages as `*.html.gz` and `expected.jsonl`, which tells kind and URL of each (default: shared/pages
beside the checkout).  --pred writes what `tracuu extract --jsonl` would print, for a scorer.
"""

import argparse
import gzip
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from crawler.article import FetchedPage, Rejected
from crawler.extract.page import extract
from crawler.extract.shape import Shape, to_dict

PAGES = Path(__file__).resolve().parents[1].parent / "shared" / "pages"
ROUNDS = 3  # the best of them counts: other work on the machine only ever slows one down


@dataclass(frozen=True, slots=True)
class Saved:
    """A page as it lies in the folder, and what it is."""

    name: str
    kind: str
    page: FetchedPage


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--pred", type=argparse.FileType("w", encoding="utf-8"))
    options = parser.parse_args()
    saved = tuple(read_folder(options.folder))
    if not saved:
        sys.exit(f"{options.folder}: holds no page that its expected.jsonl names")
    show_outcomes(saved, options.pred)
    compare(saved)


def read_folder(folder: Path) -> Iterable[Saved]:
    now = datetime.now(UTC)
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = folder / f"{row['file']}.gz"
        if path.exists():
            body = gzip.decompress(path.read_bytes())
            yield Saved(row["file"], row["kind"], FetchedPage(row["url"], "files", "text/html", body, now))


def outcome(saved: Saved) -> Shape:
    try:
        return to_dict(saved.name, extract(saved.page))
    except Rejected as rejected:
        return to_dict(saved.name, None, reason=rejected.reason)


def show_outcomes(pages: Iterable[Saved], pred: TextIO | None) -> None:
    print(
        "| page | kind | outcome | characters | time | author | title |\n"
        "| --- | --- | --- | --- | --- | --- | --- |"
    )
    for saved in pages:
        shape = outcome(saved)
        ended = shape["reason"] or shape["outcome"]
        told = (shape[field] or "" for field in ("published", "author", "title"))
        print("|", " | ".join(map(str, (saved.name, saved.kind, ended, len(str(shape["text"])), *told))), "|")
        if pred:
            print(json.dumps(shape, ensure_ascii=False), file=pred)


def compare(pages: tuple[Saved, ...]) -> None:
    """CPU time of both over all pages, over the articles, and over the rest."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from trafilatura import bare_extraction  # noqa: PLC0415 (its downloader warns on import)

    def bare(saved: Saved) -> object:
        tables = saved.kind == "legal"
        url = saved.page.url
        return bare_extraction(
            saved.page.body, url=url, with_metadata=True, include_comments=False, include_tables=tables
        )

    groups = {"all": pages, **{kind: tuple(one for one in pages if one.kind == kind) for kind in kinds(pages)}}
    print(
        "\n| pages | ours, pages/s | bare trafilatura with metadata | our time / its time |\n"
        "| --- | --- | --- | --- |"
    )
    for name, group in groups.items():
        ours, its = best(outcome, group), best(bare, group)
        print(f"| {len(group)} {name} | {len(group) / ours:.1f} | {len(group) / its:.1f} | {ours / its:.2f} |")


def kinds(pages: Iterable[Saved]) -> list[str]:
    return list(dict.fromkeys(saved.kind for saved in pages))


def best(work: Callable[[Saved], object], pages: Iterable[Saved]) -> float:
    """CPU seconds of the quickest round; caches are warm after the first."""
    return min(seconds(work, pages) for _ in range(ROUNDS))


def seconds(work: Callable[[Saved], object], pages: Iterable[Saved]) -> float:
    started = time.process_time()
    for saved in pages:
        work(saved)
    return time.process_time() - started


if __name__ == "__main__":
    main()
