"""A plain text in, the articles that it holds out, without what the page around them left in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crawler.article import Article, FetchedPage, Rejected
from crawler.extract.byline import is_source, signature
from crawler.extract.dates import Stamp, is_recent
from crawler.extract.decode import decode
from crawler.extract.garble import check
from crawler.extract.gazette import printed
from crawler.extract.header import is_motto
from crawler.extract.lines import Line, is_prose, looks_like_title, read_lines
from crawler.extract.official import read_official
from crawler.extract.related import strip
from crawler.extract.repair import repair
from crawler.extract.residue import is_residue
from crawler.extract.split import split
from crawler.extract.top import read_top

HEAD = 15  # lines in which an official text prints the motto
LONGEST_LEAD = 600  # characters; the longest lead of the articles measured has 441

_ONE_CELL = re.compile(r"^\|?\s*([^|]*?)\s*\|?$")  # a line that is one cell of a table: "| Tin liên quan |"


@dataclass(frozen=True, slots=True)
class Sorted:
    """A text's articles, its lines, and what each was taken for, by its number (crawler/explain/rules.py)."""

    articles: tuple[Article, ...]
    lines: tuple[Line, ...]
    rules: Mapping[int, str]


def read_text(page: FetchedPage) -> tuple[Article, ...]:
    """The articles of the text; more than one only where a second title and dateline stand in its middle.

    Raises Rejected: "too-large", "garbled" or "no-text".
    """
    if articles := sort_lines(page).articles:
        return articles
    raise Rejected("no-text")


def sort_lines(page: FetchedPage) -> Sorted:
    """Everything about the text; no articles where no line is one's.  Raises Rejected("too-large", "garbled")."""
    text, flag = repair(decode(page))
    check(text)
    found = _sort_lines(text, page)
    if flag is None:
        return found
    return replace(found, articles=tuple(replace(one, flags=(flag,)) for one in found.articles))


def _sort_lines(text: str, page: FetchedPage) -> Sorted:
    lines = read_lines(text)
    if (found := _official(lines, page.url)) is not None:
        return found
    lines = tuple(replace(line, text=_ONE_CELL.sub(r"\1", line.text)) for line in lines)
    top = read_top(text, lines)
    stripped = strip([line for line in lines if line.at not in top.rules])
    stamp = top.stamp if top.stamp and is_recent(top.stamp, page.fetched_at) else None
    writer = _Writer(page.url, stripped.captions, stamp, top.trail)
    articles = tuple(writer.write(stripped.lines)) if stripped.lines or writer.trail else ()
    return Sorted(articles, lines, {**top.rules, **stripped.rules, **writer.rules})


def _official(lines: Sequence[Line], url: str | None) -> Sorted | None:
    """An official text keeps its lines, but for notices above its head and what a gazette prints on each page."""
    texts = _with_gaps(lines)
    found = printed([text for _, text in texts])
    motto = next((line.at for line in lines[:HEAD] if is_motto(line.text)), 0)
    rules = {line.at: "residue" for line in lines[:motto] if is_residue(line.text)}
    kept = [(at, "" if at in rules else text) for at, text in texts]
    article = read_official([text for _, text in kept], url, found=found)
    if article is None:
        return None
    rules = {line.at: rules.get(line.at, "official-text") for line in lines}
    return Sorted((article,), tuple(lines), rules | {texts[place][0]: "page-head" for place in found.all})


def _with_gaps(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The lines with their numbers; an empty one, which bears the next one's, before what stands apart."""
    return [one for line in lines for one in (*([(line.at, "")] if line.apart else []), (line.at, line.text))]


@dataclass(slots=True)
class _Writer:
    """Makes articles of the lines that are theirs, and says what each line became."""

    url: str | None
    captions: Sequence[Line]
    stamp: Stamp | None  # the date line at the top tells of the first article
    trail: Line | None  # and so does the trail from the home page, where it ends in the title
    rules: dict[int, str] = field(default_factory=dict)

    def write(self, lines: Sequence[Line]) -> Iterator[Article]:
        parts, start = split([line.text for line in lines]), 0
        for part in parts:
            end = start + len(part)
            following = lines[end].at if end < len(lines) and part is not parts[-1] else None
            yield self._article(lines[start:end], first=start == 0, until=following)
            start = end
        self.rules |= {line.at: "begun-again" for line in lines[start:]}

    def _article(self, lines: Sequence[Line], *, first: bool, until: int | None) -> Article:
        title = lines[0].text if len(lines) > 1 and looks_like_title(lines[0].text) else None
        rest = [line for line in lines if line.text != title]
        self.rules |= {line.at: "known" for line in lines if line.text == title}
        author = self._unsign(rest)
        lead = rest.pop(0) if title and _opens_with_lead(rest) else None
        if title:
            self.rules[lines[0].at] = "title"
        elif first and self.trail:
            title, self.rules[self.trail.at] = self.trail.text, "title"
        self.rules |= {lead.at: "lead"} if lead else {}
        stamp = self.stamp if first else None
        return Article(
            title=title,
            lead=lead.text if lead else None,
            paragraphs=tuple(line.text for line in rest),
            url=self.url,
            author=author,
            published=stamp.iso if stamp else None,
            precision=stamp.precision if stamp else None,
            published_from=stamp.found if stamp else None,
            captions=self._captions(0 if first else lines[0].at, until),
        )

    def _unsign(self, lines: list[Line]) -> str | None:
        """The author; the lines at the end that name author and source are taken off."""
        author = None
        while len(lines) > 1 and author is None:
            author = signature(lines[-1].text)
            if author is None and not is_source(lines[-1].text):
                break
            self.rules[lines.pop().at] = "author-line" if author else "source-line"
        return author

    def _captions(self, start: int, end: int | None) -> tuple[str, ...]:
        own = (line.text for line in self.captions if start <= line.at and (end is None or line.at < end))
        return tuple(dict.fromkeys(own))


def _opens_with_lead(lines: Sequence[Line]) -> bool:
    return len(lines) > 1 and is_prose(lines[0].text) and len(lines[0].text) <= LONGEST_LEAD
