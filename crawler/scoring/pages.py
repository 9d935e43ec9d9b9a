"""Judged pages and what extraction made of them in, scores and misses out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from crawler.article import Article
from crawler.extract.blocks import key
from crawler.scoring.gold import FACTS, Judged
from crawler.scoring.shingles import compare, holds

LOW_RECALL, LOW_PRECISION = 0.98, 0.97  # under which a body is a miss


@dataclass(frozen=True, slots=True)
class Outcome:
    """The page's first article, or the reason why it has none; the titles that it links to, as keys."""

    article: Article | None
    reason: str | None = None
    linked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Miss:
    what: str  # "TITLE", "BODY", "NOT REJECTED" …
    file: str
    said: str = ""


@dataclass(slots=True)
class Score:
    """Counts by name: "title", "title all" …; the body's rates are summed over `bodies` pages."""

    counts: Counter[str] = field(default_factory=Counter)
    recall: float = 0.0
    precision: float = 0.0
    bodies: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def rates(self) -> tuple[float, float, float]:
        """Recall and precision, each the mean over pages, and F of the two."""
        recall, precision = (total / max(1, self.bodies) for total in (self.recall, self.precision))
        both = recall + precision
        return recall, precision, 2 * recall * precision / both if both else 0.0

    def check(self, name: str, right: object, miss: Miss) -> None:
        self.counts[f"{name} all"] += 1
        self.counts[name] += bool(right)
        if not right:
            self.misses.append(miss)


def score(found: Iterable[tuple[Judged, Outcome]]) -> Score:
    made = Score()
    for judged, outcome in found:
        if judged.is_list:
            rejected = outcome.article is None
            made.check("listings rejected", rejected, Miss("NOT REJECTED", judged.file))
        elif judged.kind == "legal":
            _legal(made, judged, outcome)
        elif judged.kind == "article":
            _links(made, judged, outcome)
            _article(made, judged, outcome)
    return made


def _article(made: Score, judged: Judged, outcome: Outcome) -> None:
    article = outcome.article
    kept = article is not None and article.kind == "article"
    made.check("articles kept", kept, Miss("REJECTED", judged.file, outcome.reason or "taken for a document"))
    article = article or Article(None, None, ())
    for name, wanted, got in (
        ("title", judged.title, article.title),
        ("author", judged.author, article.author),
    ):
        if wanted:
            made.check(name, _same(wanted, got), Miss(name.upper(), judged.file, f"{wanted!r}, got {got!r}"))
        elif name in judged.stated and got:
            made.counts[f"{name} invented"] += 1
            made.misses.append(Miss(name.upper(), judged.file, f"invented {got!r}"))
    if judged.published:
        _date(made, judged, judged.published, article.published or "")
    if judged.paragraphs:
        _body(made, judged, article)


def _same(wanted: str, got: str | None) -> bool:
    return " ".join((got or "").split()).casefold() == " ".join(wanted.split()).casefold()


def _date(made: Score, judged: Judged, wanted: str, got: str) -> None:
    miss = Miss("DATE", judged.file, f"{wanted}, got {got or None}")
    timed = len(wanted) > len("YYYY-MM-DD")
    day = got.startswith(wanted[:10])
    made.counts["date all"] += 1
    made.counts["date"] += day
    if timed:
        made.check("minute", got.startswith(wanted), miss)
    elif not day:
        made.misses.append(miss)


def _body(made: Score, judged: Judged, article: Article) -> None:
    found = "\n".join([article.lead or "", *article.paragraphs])
    neutral = [judged.title, judged.lead, *article.captions]
    if judged.lead:
        made.check("lead", holds(judged.lead, found), Miss("LEAD", judged.file))
    recall, precision = compare(judged.paragraphs, found, neutral=neutral)
    made.recall += recall
    made.precision += precision
    made.bodies += 1
    if recall < LOW_RECALL or precision < LOW_PRECISION:
        made.misses.append(Miss("BODY", judged.file, f"recall {recall:.3f}, precision {precision:.3f}"))


def _links(made: Score, judged: Judged, outcome: Outcome) -> None:
    """Paragraphs that are the title of another article."""
    article = outcome.article
    for text in article.paragraphs if article else ():
        if key(text) in outcome.linked and key(text) != key(judged.title or ""):
            made.counts["linked titles"] += 1
            made.misses.append(Miss("LINK", judged.file, text))


def _legal(made: Score, judged: Judged, outcome: Outcome) -> None:
    document = outcome.article.document if outcome.article else None
    made.check("documents", document, Miss("NO DOCUMENT", judged.file, outcome.reason or "taken for an article"))
    for name in FACTS:
        got, wanted = getattr(document, name, None), judged.facts.get(name)
        right = _same(wanted, got) if wanted else got
        made.check(name, right, Miss(name.upper(), judged.file, f"{wanted or 'any'}, got {got}"))
