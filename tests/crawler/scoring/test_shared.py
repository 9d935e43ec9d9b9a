"""The figures must be those of the scorer that lies beside the checkout."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.article import Article, Rejected
from crawler.extract.page import extract
from crawler.extract.shape import to_dict
from crawler.files import read
from crawler.scoring.gold import load
from crawler.scoring.links import linked_titles
from crawler.scoring.pages import Outcome, Score, score

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
SCORER, PAGES = SHARED / "score/pages.py", SHARED / "pages"


def printed(made: Score) -> list[str]:
    counts = made.counts

    def share(name: str) -> str:
        return f"{counts[name]}/{counts[f'{name} all']}"

    recall, precision, f1 = made.rates
    authors = f"invented authors {counts['author invented']}"
    shown = "  ".join(f"{name} {share(name)}" for name in ("title", "author", "date", "minute"))
    kept = ", ".join(f"{name} {share(name)}" for name in ("lead", "articles kept", "listings rejected"))
    return [
        f"body R {recall:.3f} P {precision:.3f} F {f1:.3f} on {made.bodies} pages",
        f"{shown} {authors}, {kept}",
    ]


def spoil(article: Article, at: int) -> Article:
    """Every third article gets something wrong, so that misses are counted alike too."""
    return Article(
        title=(article.title or "") + " - Báo" if at % 3 == 0 else article.title,
        lead=None if at % 3 == 1 else article.lead,
        paragraphs=article.paragraphs[at % 3 :]
        + ("Đọc thêm các tin khác của báo trong ngày hôm nay.",) * (at % 2),
        kind=article.kind,
        author="Ban Biên tập" if at % 5 == 0 else article.author,
        published=(article.published or "")[: 10 + at % 4 * 3] or None,
        captions=article.captions,
    )


@pytest.mark.parametrize("spoiled", [False, True])
def test_the_figures_equal_those_of_the_outside_scorer(tmp_path, spoiled):
    if not SCORER.is_file():
        pytest.skip("shared/score/pages.py does not lie beside the checkout")
    found, lines = [], []
    for at, judged in enumerate(load(PAGES)):
        (page,) = read(judged.path)
        try:
            articles = extract(page)
        except Rejected as rejected:
            found.append((judged, Outcome(None, rejected.reason)))
            lines.append(to_dict(judged.file, None, reason=rejected.reason))
            continue
        articles = tuple(spoil(one, at) for one in articles) if spoiled else articles
        found.append((judged, Outcome(articles[0], linked=linked_titles(page))))
        lines.append(to_dict(judged.file, articles))
    pred = tmp_path / "pred.jsonl"
    pred.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), "utf-8")
    ended = subprocess.run(
        [sys.executable, SCORER, PAGES / "expected.jsonl", PAGES, "--misses", "--pred", pred],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    *misses, body, shares = ended.stdout.splitlines()
    made = score(found)
    assert [body, shares] == printed(made)
    told = [
        f"{one.what} {one.file}"
        for one in made.misses
        if not re.match("LINK|NO DOC|NUM|ISS|TITLE .*inv", one.what)
    ]
    assert sorted(told) == sorted(re.match(r"[A-Z ]+ \S+", line)[0] for line in misses)
