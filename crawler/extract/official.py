"""The lines of a text in, the official text that they are out, without what a gazette prints on each page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from crawler.article import Article, DocumentHeader, Rejected
from crawler.extract.gazette import Printed, pages, printed
from crawler.extract.header import is_continued, is_motto, names_type, read_header
from crawler.extract.naming import found_in, in_letters
from crawler.extract.reflow import reflow

HEAD = 15  # lines in which an official text prints the motto
TOP = 6  # lines in which the type stands where the motto does not stand above it
REACH = 30  # lines behind it in which the preamble begins
SENTENCE = 40  # characters; a gazette's scanned pages leave a stamp and a signature
_PREAMBLE = re.compile(r"\W{0,3}Căn cứ\s")


def is_official(lines: Sequence[str]) -> bool:
    """Whether the text opens as official texts do, `lines` being those that hold something.

    With the motto; with the type, and the acts that it rests on; or as a part that goes on from an earlier issue.
    """
    head = list(islice(lines, HEAD + REACH))
    if any(map(is_motto, head[:HEAD])) or any(map(is_continued, head[:HEAD])):
        return True
    at = next((at for at, line in enumerate(head[:TOP]) if line.isupper() and names_type(line)), None)
    return at is not None and any(map(_PREAMBLE.match, head[at : at + REACH]))


def read_official(lines: Sequence[str], url: str | None, *, found: Printed | None = None) -> Article | None:
    """The official text of the `lines`, empty ones too; None if they are none.

    Raises Rejected("no-text") for pages of a gazette that hold pictures of the text and nothing of it.
    """
    found = printed(lines) if found is None else found
    texts = [lines[at] for at in range(len(lines)) if lines[at] and at not in found.all]
    if not is_official(texts):
        if found.heads and not any(len(line) >= SENTENCE and not line.isupper() for line in texts):
            raise Rejected("no-text")
        if not found.heads:
            return None
    return make_official(reflow(pages(lines, found)), url)


def make_official(paragraphs: Sequence[str], url: str | None) -> Article:
    """The official text of paragraphs that nothing is to be taken from."""
    header = read_header(paragraphs)
    issuer = in_letters(header.issuer) if header.issuer else None
    return Article(
        title=_title(header, paragraphs),
        lead=None,
        paragraphs=tuple(paragraphs),
        kind="document",
        url=url,
        document=replace(header, issuer=issuer),
    )


def _title(header: DocumentHeader, paragraphs: Sequence[str]) -> str | None:
    """Type and subject, in small letters where the text itself writes them so."""
    title = " ".join(part for part in (header.type, header.subject) if part)
    if header.subject and header.subject.isupper():
        return found_in(paragraphs, title) or title
    return title or None
