"""Saved pages in; how right articles are and pages a second out, of tracuu and of its peers in the same run.

python benchmarks/extract.py [FOLDER] [--rounds N] [--pages] [--pred FILE]

FOLDER holds pages and `expected.jsonl`, as `tracuu evaluate extraction` takes it (default: shared/pages beside
the checkout).  Time is CPU time, the best of N rounds; it is compared with that of bare trafilatura with metadata.
--pages lists how each page ended, --pred writes what `tracuu extract --jsonl` would print, for a scorer.

Peers that are not installed are named and passed over.  To have them without touching the project's environment:
`python -m venv peers && peers/bin/pip install -e '.[peers]' && peers/bin/python benchmarks/extract.py`.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from peers import Extractor, peers

from crawler.article import Article, FetchedPage, Rejected
from crawler.extract.page import extract
from crawler.extract.shape import Shape, to_dict
from crawler.scoring.gold import Judged, load
from crawler.scoring.links import linked_titles
from crawler.scoring.pages import Outcome, score

PAGES = Path(__file__).resolve().parents[1].parent / "shared" / "pages"
MEASURE = "trafilatura"
COLUMNS = ("R", "P", "F", "title", "author (invented)", "day", "minute", "lead", "linked titles", "articles kept",
           "lists refused")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Saved:
    """A page as it lies in the folder, and what it is."""

    judged: Judged
    page: FetchedPage
    linked: frozenset[str]

    @property
    def has_tables(self) -> bool:
        return self.judged.kind == "legal"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--pred", type=argparse.FileType("w", encoding="utf-8"))
    options = parser.parse_args()
    saved = [read_saved(one) for one in load(options.folder)]
    if options.pages or options.pred:
        show_outcomes(saved, pages=options.pages, pred=options.pred)
    tools: dict[str, Extractor] = {"tracuu": ours}
    for peer in peers():
        if peer.is_installed:
            tools[peer.name] = peer.make()
        else:
            print(f"{peer.name}: is not installed; python -m pip install 'tracuu[peers]'", file=sys.stderr)
    show_scores(saved, tools)
    show_times(saved, tools, rounds=options.rounds)


def read_saved(judged: Judged) -> Saved:
    raw = judged.path.read_bytes()
    body = gzip.decompress(raw) if judged.path.suffix == ".gz" else raw
    page = FetchedPage(judged.url, "files", "text/html", body, datetime.now(UTC))
    return Saved(judged, page, linked_titles(page))


def ours(page: FetchedPage, _: bool) -> Article | None:  # noqa: FBT001 (a callable's type)
    try:
        return extract(page)[0]
    except Rejected:
        return None


def show_outcomes(saved: Sequence[Saved], *, pages: bool, pred: TextIO | None) -> None:
    if pages:
        heads = ("page", "kind", "outcome", "characters", "time", "author", "title")
        print("|", " | ".join(heads), "|\n|" + " --- |" * len(heads))
    for one in saved:
        shape = outcome(one)
        told = (shape[field] or "" for field in ("published", "author", "title"))
        row = (
            one.judged.file,
            one.judged.kind,
            shape["reason"] or shape["outcome"],
            len(str(shape["text"])),
            *told,
        )
        if pages:
            print("|", " | ".join(map(str, row)), "|")
        if pred:
            print(json.dumps(shape, ensure_ascii=False), file=pred)


def outcome(saved: Saved) -> Shape:
    try:
        return to_dict(saved.judged.file, extract(saved.page))
    except Rejected as rejected:
        return to_dict(saved.judged.file, None, reason=rejected.reason)


def show_scores(saved: Sequence[Saved], tools: dict[str, Extractor]) -> None:
    print("\n|", " | ".join(("tool", *COLUMNS)), "|\n|" + " --- |" * (len(COLUMNS) + 1))
    for name, tool in tools.items():
        made = score((one.judged, Outcome(tool(one.page, one.has_tables), linked=one.linked)) for one in saved)
        counts = made.counts

        def share(what: str, counts: dict[str, int] = counts) -> str:
            return f"{counts[what]}/{counts[f'{what} all']}"

        authors = f"{share('author')} ({counts['author invented']})"
        middle = (share("title"), authors, share("date"), share("minute"), share("lead"))
        kept = (counts["linked titles"], share("articles kept"), share("listings rejected"))
        print("|", " | ".join(map(str, (name, *(f"{rate:.3f}" for rate in made.rates), *middle, *kept))), "|")


def show_times(saved: Sequence[Saved], tools: dict[str, Extractor], *, rounds: int) -> None:
    """CPU time over all pages and over each kind, and against the measure's."""
    kinds = dict.fromkeys(one.judged.kind for one in saved)
    groups = {"all": saved, **{kind: [one for one in saved if one.judged.kind == kind] for kind in kinds}}
    heads = [f"{len(group)} {name}: pages/s (time)" for name, group in groups.items()]
    print("\n|", " | ".join(("tool", *heads)), "|\n|" + " --- |" * (len(heads) + 1))
    spent = {name: best(tool, groups, rounds=rounds) for name, tool in tools.items()}
    for name, own in spent.items():
        cells = (
            f"{len(group) / own[what]:.1f} ({own[what] / spent[MEASURE][what]:.2f})"
            for what, group in groups.items()
        )
        print("|", " | ".join((name, *cells)), "|")


def best(tool: Extractor, groups: dict[str, Sequence[Saved]], *, rounds: int) -> dict[str, float]:
    """CPU seconds of each group: the sum of each page's quickest round, since other work only slows one down."""
    quickest: dict[str, float] = {}
    for _ in range(rounds):
        for one in groups["all"]:
            spent = seconds(lambda one=one: tool(one.page, one.has_tables))
            quickest[one.judged.file] = min(spent, quickest.get(one.judged.file, spent))
    return {name: sum(quickest[one.judged.file] for one in group) for name, group in groups.items()}


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
