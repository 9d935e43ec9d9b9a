"""What checking a source's pages gave in, the JSON of it and a text for eyes out."""

from typing import Any

import yaml

from config.checking import Sample
from config.harmless import harmless
from config.show import console, plain, table
from crawler.corrections.layout import Correction, Layout
from crawler.diagnosis.check import Report
from crawler.diagnosis.examine import LACKS
from indexer.catalog.health import Lacks

MUCH = 0.2  # by which a share must be above what is usual to be called so
MOST_LINES = 20  # pages that are listed
LONGEST = 90  # characters of a repeated paragraph that are shown


def to_dict(sample: Sample, report: Report, *, usual: Lacks | None) -> dict[str, Any]:
    """The part of `sources check --json` that tells of one source's pages."""
    advice = report.advice
    return {
        "replayed": {
            "pages": len(report.checkups) + len(report.failed),
            "articles": len(report.articles),
            "rejected": report.rejected(),
            "failed": {name: one.reason for name, one in report.failed},
            "lacks": report.lacks(),
            "usual": shares(usual),
            "lost": report.lost(),
            "error": sample.error,
        },
        "pages": [
            {"page": one.name, "reason": one.reason, "layout": one.layout, "lacks": list(one.lacks)}
            for one in report.checkups
        ],
        "repeats": [{"text": one.text, "pages": len(one.pages)} for one in report.repeats],
        "suggestion": None
        if advice is None
        else {
            "yaml": to_yaml(advice.correction),
            "mends": {lack: {"mended": mended, "of": of} for lack, mended, of in advice.mends},
            "dropped": advice.dropped,
        },
    }


def shares(usual: Lacks | None) -> dict[str, float] | None:
    """What part of the source's stored articles lacks what; None where none are stored."""
    if usual is None or not usual.articles:
        return None
    counts = {"lead": usual.lead, "minute": usual.minute, "author": usual.author}
    return {name: round(count / usual.articles, 3) for name, count in counts.items()}


def to_yaml(correction: Correction) -> str:
    """The correction as a file that can be put into the folder of one's own."""
    content: dict[str, Any] = {"hosts": list(correction.hosts)} if correction.hosts else {}
    content["layouts"] = [_written(one) for one in correction.layouts]
    if correction.unverified:
        content["unverified"] = list(correction.unverified)
    text: str = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)
    return text


def show(report: Report, *, usual: Lacks | None, file: str) -> None:
    """For eyes: shares, the pages that lack something, what repeats, and the correction to put in place."""
    out, articles = console(), len(report.articles)
    ends = [
        "1 article" if articles == 1 else f"{articles} articles",
        *(f"{count} {reason}" for reason, count in report.rejected().items()),
    ]
    ends += [f"{len(report.failed)} failed"] if report.failed else []
    pages = len(report.checkups) + len(report.failed)
    out.print(
        plain(
            f"{report.source_id} · {pages} {'page' if pages == 1 else 'pages'} read: {', '.join(ends)}",
            style="bold",
        )
    )
    if articles:
        out.print(plain("  missing: " + "; ".join(_share(report, lack, shares(usual)) for lack in LACKS)))
    bad = [one for one in report.checkups if one.lacks or one.reason]
    if bad:
        table(
            ("  page", "missing"),
            [(f"  {one.name}", one.reason or ", ".join(one.lacks)) for one in bad[:MOST_LINES]],
        )
    for name, count in report.lost().items():
        out.print(plain(f"  layout {name} finds nothing on {count} of {articles}", style="yellow"))
    for one in report.repeats:
        cut = one.text[:LONGEST] + "…" * (len(one.text) > LONGEST)
        out.print(plain(f"  word by word in the text of {len(one.pages)} articles: {cut}"))
    _show_advice(report, file=file)


def _show_advice(report: Report, *, file: str) -> None:
    advice, out = report.advice, console()
    if advice is None:
        if any(one.lacks for one in report.checkups) or report.repeats:
            out.print(plain("  no selector was found that would mend it on these pages"))
        return
    mends = [f"{lack} on {mended} of {of}" for lack, mended, of in advice.mends]
    mends += [f"{advice.dropped} of {len(report.repeats)} repeated paragraphs"] if advice.dropped else []
    out.print(plain(f"  a correction that mends {'; '.join(mends)}, tried on all these pages; put it into"))
    out.print(plain(f"  {file}:"))
    out.print(harmless(to_yaml(advice.correction)), markup=False)


def _share(report: Report, lack: str, usual: dict[str, float] | None) -> str:
    count, articles = report.lacks()[lack], len(report.articles)
    known = (usual or {}).get(lack)
    if not count or known is None:
        return f"{lack} {count}"
    much = ", more than usual" if count / articles > known + MUCH else ""
    return f"{lack} {count} ({count / articles:.0%}; usual {known:.0%}{much})"


def _written(layout: Layout) -> dict[str, Any]:
    found: dict[str, Any] = {"name": layout.name, "since": layout.since, "until": layout.until}
    found |= {name: selector.written for name, selector in layout.selectors()}
    found |= {"drop": [one.written for one in layout.drop], "tables": layout.tables}
    return {name: value for name, value in found.items() if value}
