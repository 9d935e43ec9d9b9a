"""One line of a JSON-lines file in, the article that it holds out, as it is."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise
from typing import cast

from crawler.article import Article, DocumentHeader, FetchedPage, Rejected
from crawler.extract.blocks import key
from crawler.extract.dates import Stamp, is_recent, read_date
from crawler.extract.header import is_number, read_header
from crawler.extract.official import read_official
from crawler.letters import nfc

Fields = Mapping[str, object]
LONGEST_TITLE = 300  # characters of a description that can serve as a title
WRAPPED = 0.3  # share of lines that break off in a sentence, from which a text was set in lines
_BREAKS_OFF = re.compile(r"[\w,;]$")
_OPEN_LINE = re.compile(r"[a-zà-ỹđ]")
_TAGS = re.compile(r"\s*[,;]\s*")


def read_ready(page: FetchedPage) -> Article:
    """The article as it is, neither split nor cleaned; a lead that also opens the text is not doubled.

    A title that opens the text stays in it, unless the lead stands between: who counts words counts it there too.
    An official text that came without a title takes its type and subject.

    Raises Rejected("not-json") or Rejected("no-text").
    """
    fields = read_fields(page.body)
    full = text_field(fields, "full_text")
    text = text_field(fields, "text") or full
    if text is None:
        raise Rejected("no-text")
    official = _official(full) if full else None
    title = text_field(fields, "title") or _described(fields) or (official.title if official else None)
    lead, rest = _lead(_behind_title(text, title), text_field(fields, "lead") or text_field(fields, "sapo"))
    if lead is None:
        rest = text
    stamp = _stamp(fields, page.fetched_at)
    return Article(
        title=title,
        lead=lead,
        paragraphs=official.paragraphs if official and rest == full else _paragraphs(rest),
        kind="document" if full else "article",
        url=page.url or text_field(fields, "url") or text_field(fields, "nguon_url"),
        author=text_field(fields, "author"),
        published=stamp.iso if stamp else None,
        precision=stamp.precision if stamp else None,
        published_from=stamp.found if stamp else None,
        section=text_field(fields, "category"),
        tags=_tags(fields.get("tags")),
        external_id=text_field(fields, "id"),
        source=text_field(fields, "source"),
        document=_header(fields, official, full) if full else None,
    )


def read_fields(body: bytes) -> Fields:
    """The line's object.  Raises Rejected("not-json")."""
    try:
        loaded = json.loads(body.decode("utf-8-sig", errors="replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise Rejected("not-json") from error
    if not isinstance(loaded, dict):
        raise Rejected("not-json")
    return cast("Fields", loaded)


def text_field(fields: Fields, name: str) -> str | None:
    """The field as text; None for null, for nothing but spaces, and for what is no text."""
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    return nfc(value.replace("\0", "").replace("\r\n", "\n").encode("utf-8", "replace").decode()).strip() or None


def _stamp(fields: Fields, now: datetime) -> Stamp | None:
    stamp = read_date(text_field(fields, "published") or text_field(fields, "date"))
    return stamp if stamp and is_recent(stamp, now) else None


def _described(fields: Fields) -> str | None:
    """The description of an official text that came without a title, if it names it and not only its subject."""
    described = text_field(fields, "mo_ta")
    if described is None or len(described) > LONGEST_TITLE or described == text_field(fields, "topic_name"):
        return None
    return None if described.startswith("Trong số Công báo") else described


def _official(full: str) -> Article | None:
    """The official text as files of its kind are read; None where that finds none, as among scanned pages."""
    try:
        return read_official([line.strip() for line in full.split("\n")], None)
    except Rejected:
        return None


def _header(fields: Fields, official: Article | None, full: str) -> DocumentHeader:
    """What the text says of itself; the fields fill what it leaves out, unless they hold a slug."""
    printed = (official and official.document) or read_header(full.split("\n"))
    number = text_field(fields, "so_hieu")
    return DocumentHeader(
        number=printed.number or (number if is_number(number) else None),
        type=printed.type,
        issued_on=printed.issued_on,
        issuer=printed.issuer,
        signer=printed.signer,
        subject=printed.subject,
    )


def _behind_title(text: str, title: str | None) -> str:
    """`text` without its first line if that is the title; a text that is nothing else keeps it."""
    first, _, rest = text.partition("\n")
    return rest.strip() or text if title is not None and key(first) == key(title) else text


def _lead(text: str, lead: str | None) -> tuple[str | None, str]:
    """The lead and `text` without it, if it opens with the lead's letters (spaces and marks aside).

    A lead that opens the text and breaks off inside a word is no lead of its own.
    """
    if lead is None or (at := _behind(text, lead)) is None:
        return lead, text
    if at < len(text) and text[at].isalnum() and text[at - 1].isalnum():
        return None, text
    while at < len(text) and text[at] in lead[-3:] and not text[at].isspace():
        at += 1
    return lead, text[at:].lstrip()


def _behind(text: str, opening: str) -> int | None:
    """Place behind the letters of `opening` at the start of `text`; None if others stand there."""
    if text.startswith(opening):
        return len(opening)
    at = 0
    for letter in filter(str.isalnum, opening):
        while at < len(text) and not text[at].isalnum():
            at += 1
        if at == len(text) or text[at].lower() != letter.lower():
            return None
        at += 1
    return at or None


def _paragraphs(text: str) -> tuple[str, ...]:
    """Lines are paragraphs, unless the text was set in lines: then empty lines part them."""
    lines = [line.strip() for line in text.split("\n")]
    full = [line for line in lines if line]
    broken = sum(bool(_BREAKS_OFF.search(one) and _OPEN_LINE.match(two)) for one, two in pairwise(full))
    if broken <= WRAPPED * len(full):
        return tuple(full)
    blocks = re.split(r"\n(?:[^\S\n]*\n)+", "\n".join(lines))
    return tuple(block for raw in blocks if (block := raw.strip()))


def _tags(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else _TAGS.split(value) if isinstance(value, str) else []
    texts = (nfc(part).strip() for part in parts if isinstance(part, str))
    return tuple(dict.fromkeys(text for text in texts if text))
