"""Scores of extraction in, tables for eyes and JSON for scripts out."""

from collections.abc import Sequence
from typing import Any

from rich.text import Text

from config import show
from config.harmless import line
from crawler.scoring.pages import Miss, Score

SHARES = ("articles kept", "title", "author", "date", "minute", "lead", "listings rejected")
OFFICIAL = ("documents", "number", "issued_on", "issuer")
INVENTED = ("title invented", "author invented", "linked titles")


def shape(scored: Score, begun: Score, *, misses: bool) -> dict[str, Any]:
    """Shares as [right, of how many]."""
    recall, precision, f1 = scored.rates
    counts = scored.counts
    shown: dict[str, Any] = {
        "body": {
            "recall": round(recall, 4),
            "precision": round(precision, 4),
            "f1": round(f1, 4),
            "pages": scored.bodies,
        },
        **{_slug(name): [counts[name], counts[f"{name} all"]] for name in (*SHARES, *OFFICIAL)},
        **{_slug(name): counts[name] for name in INVENTED},
        "openings": [begun.counts["openings"], begun.counts["openings all"]],
    }
    if misses:
        shown["misses"] = [
            {"what": one.what, "file": one.file, "said": one.said} for one in (*scored.misses, *begun.misses)
        ]
    return shown


def report(scored: Score, begun: Score, *, misses: bool) -> None:
    """The misses, and below them the scores, so that these are what is seen last."""
    out = show.console()
    if misses:
        for one in (*scored.misses, *begun.misses):
            out.print(_miss(one))
    recall, precision, f1 = scored.rates
    out.print(f"body R {recall:.3f} P {precision:.3f} F {f1:.3f} on {scored.bodies} pages")
    out.print(_shares(scored, SHARES))
    out.print("  ".join(f"{name}: {scored.counts[name]}" for name in INVENTED))
    if scored.counts["documents all"]:
        out.print(_shares(scored, OFFICIAL))
    if begun.counts["openings all"]:
        out.print(_shares(begun, ("openings",)))


def _shares(scored: Score, names: Sequence[str]) -> str:
    counts = scored.counts
    return "  ".join(f"{name} {counts[name]}/{counts[f'{name} all']}" for name in names if counts[f"{name} all"])


def _miss(one: Miss) -> Text:
    return Text.assemble((f"{one.what:<12} ", "red"), one.file, "  ", line(one.said))


def _slug(name: str) -> str:
    return name.replace(" ", "_")
