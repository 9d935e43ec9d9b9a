"""Results in, text for eyes out: tables and lines, coloured on a terminal and plain where piped."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from config.fetching import Tallies
from config.harmless import harmless
from config.tallies import Ingested, Processed
from crawler.article import Article
from indexer.audit import Audit
from indexer.catalog.shelf import StoredArticle
from indexer.search import Answer, ArticleHit
from nlp.annotate import UNDERSTOOD
from nlp.document import AnnotatedDocument

WIDTH_WHEN_PIPED = 120


def console() -> Console:
    """On stdout; a pipe gets lines of a fixed width that scripts and pagers can rely on."""
    made = Console(highlight=False, soft_wrap=True)
    if not made.is_terminal:
        made.width = WIDTH_WHEN_PIPED
    return made


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    made = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        made.add_column(name, overflow="fold")  # a cut key or address would be of no use
    for row in rows:
        made.add_row(*(Text(harmless(str(cell)) if cell is not None else "") for cell in row))
    console().print(made)


def crawled(tallies: Tallies) -> None:
    names = ("fetched", "new", "changed", "unchanged", "moved", "gone")
    rows = [
        (id_, *(tally.get(name, 0) for name in names), _reasons(tally.get("failed", {})))
        for id_, tally in tallies.items()
    ]
    table(("source", *names, "failed"), rows)


def processed(done: Processed) -> None:
    pages = done.pages
    read = sum(pages.outcomes.values())
    table(
        ("pages read", "articles", "rejected", "failed", "indexed", "refused"),
        [(read, pages.articles, _reasons(pages.rejected), _reasons(pages.failed), done.indexed, done.refused)],
    )
    if pages.flagged:
        console().print(f"stored with a warning: {_reasons(pages.flagged)}")
    if pages.seconds:
        shares = "  ".join(f"{name} {spent:.1f} s" for name, spent in pages.seconds.items())
        console().print(f"{done.seconds:.1f} s in all; by stage, summed over workers: {shares}")


def ingested(tally: Ingested) -> None:
    console().print(
        f"{tally.seen:,} seen: {tally.new:,} new, {tally.changed:,} changed, {tally.unchanged:,} unchanged; "
        f"rejected: {_reasons(tally.rejected) or 0}; failed: {_reasons(tally.failed) or 0}"
    )


def answer(found: Answer) -> None:
    """Hits with their highlights, numbered."""
    out = console()
    out.print(f"{found.total:,} found · {found.interpretation}", style="bold")
    for warning in found.warnings:
        out.print(f"! {warning}", style="yellow")
    for place, hit in enumerate(found.hits, start=1):
        _hit(out, place, hit)
    if found.next:
        out.print(f"next page: --cursor {found.next}", style="dim")


def differences(found: Audit) -> list[tuple[str, int, str]]:
    """Rows of an audit; long lists of ids are cut."""
    lists = {"missing": found.missing, "stale": found.stale, "surplus": found.surplus, "damage": found.damage}
    rows = [(name, len(ids), ", ".join(ids[:5])) for name, ids in lists.items()]
    reasons = "; ".join(f"{one.id}: {one.reason}" for one in found.refused[:5])
    return [*rows, ("refused", len(found.refused), reasons), ("waiting (no difference)", found.waiting, "")]


def source_row(one: Mapping[str, Any]) -> tuple[object, ...]:
    pages = ", ".join(f"{count} {state}" for state, count in one["pages"].items())
    name = f"{one['name']} (paused)" if one["paused"] else one["name"]
    return one["id"], name, one["home"], one["articles_per_day"], pages, one["last_fetched_at"]


def article(found: StoredArticle) -> None:
    """The article with what was found in it."""
    out, one = console(), found.article
    out.print(plain(one.title or "(no title)", style="bold"))
    facts = (found.id, found.source, one.published or "undated", one.author, one.section, *_remarks(one), one.url)
    out.print(plain(" · ".join(fact for fact in facts if fact), style="dim"))
    for part in (one.lead, *one.paragraphs):
        if part:
            out.print(plain(f"\n{part}"))
    _findings(found.document)


def _remarks(article: Article) -> tuple[str, ...]:
    """The language, where it is not the expected one, and what a reader should know of the text."""
    foreign = () if article.language in UNDERSTOOD else (f"language: {article.language}",)
    return (*foreign, *article.flags)


def extraction(shape: Mapping[str, Any]) -> None:
    """What was taken out of one page, or why nothing was."""
    out = console()
    if shape["outcome"] == "rejected":
        out.print(Text(f"{shape['id']}: rejected, {shape['reason']}", style="yellow"))
        return
    for one in shape["parts"] or (shape,):
        out.print(plain(one["title"] or "(no title)", style="bold"))
        facts = (_moment(one), one["author"], one["section"], ", ".join(one["tags"]), one["url"])
        remarks = (one["language"], *one["flags"])
        out.print(plain(" · ".join(fact for fact in (*facts, *remarks) if fact), style="dim"))
        for paragraph in filter(None, (one["lead"], *one["paragraphs"])):
            out.print(plain(f"\n{paragraph}"))
        for caption in one["captions"]:
            out.print(plain(f"\n[{caption}]", style="italic"))


def _moment(shape: Mapping[str, Any]) -> str | None:
    """The time of publication, how exact it is, and where it was found."""
    if shape["published"] is None:
        return None
    return f"{shape['published']} (to the {shape['precision']}, from {shape['published_from']})"


def plain(words: str, *, style: str = "") -> Text:
    """Words of strangers, of which the terminal obeys none."""
    return Text(harmless(words), style=style)


def _findings(document: AnnotatedDocument) -> None:
    names = Counter((entity.type, entity.canonical, entity.by) for entity in document.entities)
    if names:
        table(
            ("type", "name", "times", "found by"), [(type_, name, n, by) for (type_, name, by), n in names.items()]
        )
    if document.citations:
        rows = [(one.surface, one.type, one.number, one.symbol, one.canonical) for one in document.citations]
        table(("citation", "type", "number", "symbol", "document"), rows)


def _hit(out: Console, place: int, hit: ArticleHit) -> None:
    copies = f" · {hit.copies} more with the same text" if hit.copies else ""
    out.print(plain(f"{place}. {hit.title or '(no title)'}", style="bold"))
    out.print(plain(f"   {hit.id} · {hit.source} · {hit.published or 'undated'}{copies}", style="dim"))
    for one in hit.folded:
        out.print(plain(f"   = {one.id} · {one.source} · {one.published or 'undated'}", style="dim"))
    for snippet in hit.snippets:
        line = Text("   ")
        line.append(_marked(snippet.text, snippet.marks, on_terminal=out.is_terminal))
        out.print(line)


def _marked(text: str, marks: Sequence[tuple[int, int]], *, on_terminal: bool) -> Text:
    """Marks in colour, or between brackets where there is none."""
    text = harmless(text)
    made, at = Text(), 0
    for start, end in marks:
        made.append(text[at:start].replace("\n", " "))
        word = text[start:end]
        made.append(word if on_terminal else f"[{word}]", style="bold yellow")
        at = end
    made.append(text[at:].replace("\n", " "))
    return made


def _reasons(counts: Mapping[str, Any]) -> str:
    return ", ".join(f"{count} {reason}" for reason, count in sorted(counts.items()))
