"""Documents and who cites them in, text for eyes out."""

from collections.abc import Sequence
from itertools import islice

from rich.text import Text

from config.harmless import harmless
from config.show import console, plain, table
from indexer.catalog.cited import Cited
from indexer.directory import display
from indexer.dossier import Dossier, Entry
from nlp.directives.display import from_key
from nlp.directives.registry import Registry

BAR = 40  # cells of the longest bar
MONTHS = 24  # the newest that are drawn
PASSIVE = {
    "replaces": "replaced by", "amends": "amended by", "repeals": "repealed by", "guides": "guided by",
    "continues": "continued by", "implements": "implemented by", "institutionalises": "institutionalised by",
    "reviews": "reviewed by", "corrects": "corrected by",
}  # fmt: skip


def entries(found: Sequence[Entry]) -> None:
    columns = ("document", "number", "term", "date", "issuer", "status", "citing articles", "title")
    table(columns, [_row(one) for one in found])


def dossier(found: Dossier, known: Registry, sentences: Sequence[Cited]) -> None:
    """Everything about one document."""
    out, one, cited = console(), found.entry.document, found.profile
    name = display(one) if display(one).startswith(one.type) else f"{one.type} {display(one)}"
    out.print(plain(name + (f" (khóa {one.term})" if one.term and one.number else ""), style="bold"))
    out.print(plain(" · ".join(filter(None, (one.key, one.issued_on, one.issuer))), style="dim"))
    if one.title:
        out.print(plain(one.title))
    out.print(f"status: {found.entry.status}, as far as the registry knows ({one.confidence} confidence)")
    for link in found.links:
        out.print(plain(f"{link.relation}: {named(known, link.to)}"))
    for link in found.incoming:
        out.print(plain(f"{PASSIVE.get(link.relation, link.relation)}: {named(known, link.to)}"))
    if cited.text:
        out.print(f"its own text: {cited.text}")
    coming = ", ".join(f"{each.day} ({each.years} years)" for each in found.anniversaries)
    if coming:
        out.print(f"coming anniversaries: {coming}")
    out.print(f"cited by {cited.articles:,} articles, {cited.citations:,} times", style="bold")
    if cited.articles:
        out.print(f"first {cited.first or 'undated'}, last {cited.last or 'undated'}")
        _months(cited.months)
        _counts("by source", cited.sources)
        _counts("by relation", cited.relations)
        _counts("cited together with", [(named(known, key), count) for key, count in cited.together])
    for each in sentences:
        sentence(each)


def sentence(one: Cited) -> None:
    """A sentence that cites the document, with the citation marked, and where it stands."""
    out = console()
    start, end = (place - one.sentence_start for place in (one.citation.start, one.citation.end))
    shown = harmless(one.sentence)
    before, after = shown[:start], shown[end:]
    line = Text(f"\n{before}".replace("\n", " "))
    words = shown[start:end]
    line.append(words if out.is_terminal else f"[{words}]", style="bold yellow")
    line.append(after.replace("\n", " "))
    out.print(line)
    relations = ", ".join(one.relations)
    facts = (f"{one.article}:{one.citation.start}", one.source, one.published, relations, one.citation.evidence)
    out.print(plain("   " + " · ".join(filter(None, facts)), style="dim"))


def named(known: Registry, key: str) -> str:
    document = known.get(key) or from_key(key)
    return f"{display(document)} [{key}]" if display(document) != key else key


def _row(one: Entry) -> tuple[object, ...]:
    document = one.document
    return (
        document.key, display(document), document.term, document.issued_on, document.issuer, one.status,
        one.citing_articles, document.title,
    )  # fmt: skip


def _months(months: Sequence[tuple[str, int]]) -> None:
    """A bar for each month in which it was cited, the newest last."""
    newest = months[-MONTHS:]
    most = max((count for _, count in newest), default=1)
    for month, count in newest:
        console().print(f"  {month}  {'█' * max(1, BAR * count // most)} {count}")


def _counts(title: str, counts: Sequence[tuple[str, int]]) -> None:
    if counts:
        console().print(plain(f"{title}: " + ", ".join(f"{name} {count}" for name, count in islice(counts, 12))))
