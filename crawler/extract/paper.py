"""A document file in (PDF, Word, OpenDocument, RTF, a scan), the article or official text that it holds out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crawler.article import Article, FetchedPage, Rejected
from crawler.extract.byline import is_source, signature
from crawler.extract.caption import is_credited
from crawler.extract.dates import is_recent
from crawler.extract.garble import check
from crawler.extract.lines import Line, is_prose, looks_like_title, read_lines
from crawler.extract.official import is_official, make_official
from crawler.extract.plain import LONGEST_LEAD
from crawler.extract.repair import repair_all
from crawler.extract.top import read_top
from crawler.letters import has_accents
from crawler.media import most_bytes
from crawler.papers.paper import Paper
from crawler.papers.read import read_paper

LEAST_WORDS = 4  # of a title among a file's properties; shorter ones are names of templates and programs
MOST_HEADING = 5  # lines of a title that stands in capitals
_MADE = re.compile(r"microsoft word|untitled|^\S+$|\.(?:docx?|odt|rtf|pdf|pages|wpd)\b|\\|_", re.IGNORECASE)


def read_file(page: FetchedPage) -> tuple[Article, ...]:
    """The text of the file.  Nothing that it holds is taken for a page's menu or advertisement.

    Raises Rejected: "too-large", "garbled", "no-text" or a reason of the reader's (crawler/papers).
    """
    if len(page.body) > most_bytes(page.media_type):
        raise Rejected("too-large")
    paper = _repaired(read_paper(page.body, page.media_type))
    check("\n".join(paper.paragraphs))
    made = make_official(paper.paragraphs, page.url) if is_official(paper.paragraphs) else _article(paper, page)
    return (replace(made, flags=(*made.flags, *paper.flags)),)


def _repaired(paper: Paper) -> Paper:
    """Files of before Unicode are set in fonts that show other letters than they hold: .VnTime, VNI-Times."""
    paragraphs, flag = repair_all(paper.paragraphs)
    return replace(paper, paragraphs=paragraphs, flags=(*paper.flags, flag)) if flag else paper


def _article(paper: Paper, page: FetchedPage) -> Article:
    text = "\n\n".join(paper.paragraphs)
    lines = read_lines(text)
    top = read_top(text, lines)
    kept = [line for line in lines if line.at not in top.rules]
    captions = tuple(dict.fromkeys(line.text for line in kept if is_credited(line.text)))
    rest = [line for line in kept if line.text not in captions]
    if not rest:
        raise Rejected("no-text")
    author = _unsign(rest)
    title = _take_title(rest) or _told_title(paper)
    lead = rest.pop(0).text if title and _opens_with_lead(rest) else None
    stamp = top.stamp if top.stamp and is_recent(top.stamp, page.fetched_at) else None
    return Article(
        title=title,
        lead=lead,
        paragraphs=tuple(line.text for line in rest),
        url=page.url,
        author=author,
        published=stamp.iso if stamp else None,
        precision=stamp.precision if stamp else None,
        published_from=stamp.found if stamp else None,
        captions=captions,
    )


def _take_title(lines: list[Line]) -> str | None:
    """The title, whose lines are taken off the top: one line, or a name in capitals and what it is about.

    "Phụ lục I" / "BẢNG CHỮ VIẾT TẮT"; "BÁO CÁO" / "Tổng kết công tác năm".
    """
    heading: list[str] = []
    for line in lines[: min(MOST_HEADING, len(lines) - 1)]:
        named = len(" ".join(heading).split()) >= LEAST_WORDS
        if line.text.isupper() or (not heading and len(line.text.split()) < LEAST_WORDS):
            heading.append(line.text)
            continue
        if not named and looks_like_title(line.text):
            heading.append(line.text)
        break
    title = " ".join(heading)
    if len(title.split()) < LEAST_WORDS or not has_accents(title) or " | " in title:
        return None
    del lines[: len(heading)]
    return title


def _told_title(paper: Paper) -> str | None:
    """The title among the file's properties, where an author wrote it and not a program."""
    title = " ".join((paper.title or "").split())
    if len(title.split()) < LEAST_WORDS or not has_accents(title) or _MADE.search(title):
        return None
    return title


def _unsign(lines: list[Line]) -> str | None:
    """The author, whose line is taken off the end, and that of the source with it."""
    author = None
    while len(lines) > 1 and author is None:
        author = signature(lines[-1].text)
        if author is None and not is_source(lines[-1].text):
            break
        lines.pop()
    return author


def _opens_with_lead(lines: Sequence[Line]) -> bool:
    return len(lines) > 1 and is_prose(lines[0].text) and len(lines[0].text) <= LONGEST_LEAD
