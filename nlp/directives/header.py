"""An official text in, what it says of the document that it is, and where, out, with the document's key."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from crawler.article import Article, DocumentHeader
from crawler.extract.header import is_motto, read_header
from crawler.extract.signature import read_signatures
from nlp.directives.elsewhere import Evidence, number_elsewhere
from nlp.directives.identity import code_of, key_of, number_of, place_of, type_of, year_of
from nlp.directives.recipients import read_recipients
from nlp.directives.registry import Document
from nlp.directives.spans import Span, span_of_day, span_of_number, span_of_words, starts_of
from nlp.directives.terms import party_term
from nlp.normalize import standard

HEAD_LINES = 40  # that hold something, within which an official text prints motto, number and type
_WIDEST = 120  # letters of a line of the head
_REACH = 6000  # letters of a head with its stamp
_BY = re.compile(r"của\s.{2,60}?\s(?=về\s)", re.IGNORECASE)  # "CHỈ THỊ / của Ban Bí thư / về …"
_MARKS = re.compile(r"[|_]+")  # of columns, and of rules between lines
_NUMBER_LINE = re.compile(r"(?:(?:bộ )?luật |pháp lệnh |nghị quyết )?số\s{0,3}[:.]?\s{0,3}\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """None where the text does not say.  `spans` are in the article's text, by the name of the field.

    `key` is None where number, body or period can't be known; `evidence` says where the number stands.
    """

    type: str
    number: str | None = None  # as printed
    key: str | None = None
    issued_on: str | None = None  # YYYY-MM-DD
    issuer: str | None = None
    place: str | None = None  # of a local issuer, as in keys: "quang-nam"
    signer: str | None = None  # several are joined by "; "
    office: str | None = None  # in which the first of them signed, as printed
    subject: str | None = None
    recipients: tuple[str, ...] = ()
    evidence: Evidence = "head"
    spans: Mapping[str, Span] = field(default_factory=dict)


def read(article: Article) -> Heading | None:
    """None for what is no official text, and for one that gives neither number nor a name that tells it."""
    start = len(article.text) - len(article.body)
    text = standard(article.text)
    lines = text[start:].split("\n")
    if article.kind != "document" and not _is_head(lines):
        return None
    said, evidence = _said(article, text, read_header(lines))
    number = number_of(said.number) if said.number else None
    type_ = type_of(said.type, number)
    if type_ is None:
        return None
    place = place_of(number, said.issuer, text[start:])
    key = key_of(said, type_, number, place=place, year=year_of(said.issued_on, text[start:]))
    if said.number is None and key is None:
        return None
    heading = Heading(
        type=type_,
        number=said.number,
        key=key,
        issued_on=said.issued_on,
        issuer=said.issuer,
        place=place,
        signer=said.signer,
        subject=said.subject,
        evidence=evidence,
    )
    return _placed(heading, article, text, start=start)


def document(heading: Heading, article_id: str) -> Document:
    """What the text gives the registry; `heading` has a key."""
    assert heading.key
    number = number_of(heading.number) if heading.number else None
    return Document(
        key=heading.key,
        type=heading.type,
        number=number.number if number else None,
        year=number.year if number else None,
        symbol=number.symbol.text if number else None,
        issuer=heading.issuer,
        issued_on=heading.issued_on,
        term=party_term(heading.issued_on) if heading.issued_on and ".k" in heading.key else None,
        title=_BY.sub("", heading.subject) if heading.subject else None,
        confidence="medium" if heading.evidence in ("annex", "address") else "high",
        sources=(f"text:{article_id}",),
    )


def _is_head(lines: Sequence[str]) -> bool:
    """Whether a text that came as an article opens as only official texts do.

    The motto, or at the very top the number, and both a type or a letter's number that are read from there.
    """
    head = list(islice((line for line in lines if line.strip()), HEAD_LINES))
    short = [line.strip() for line in head if len(line) < _WIDEST]
    motto = any(map(is_motto, short))
    numbered = any(_NUMBER_LINE.match(cell.strip()) for line in short for cell in line.split("|"))
    if not numbered or not (motto or _NUMBER_LINE.match(short[0]) or any(map(str.isupper, short[:3]))):
        return False
    said = read_header(head)
    number = number_of(said.number) if said.number else None
    return bool(number and number.symbol.sure and (motto or (said.type and said.issued_on)))


def _said(article: Article, text: str, printed: DocumentHeader) -> tuple[DocumentHeader, Evidence]:
    """What the text prints, then what was said of it: by a database, its title, its annexes, its address."""
    told = article.document or DocumentHeader()
    said = DocumentHeader(
        number=printed.number or told.number,
        type=printed.type or told.type,
        issued_on=printed.issued_on or told.issued_on,
        issuer=printed.issuer or told.issuer,
        signer=printed.signer or told.signer,
        subject=printed.subject or told.subject,
    )
    if said.number:
        return said, "head" if printed.number else "database"
    type_ = type_of(said.type, None)
    found = number_elsewhere(text, title=article.title, url=article.url, code=code_of(type_) if type_ else None)
    if found is None:
        return said, "head"
    day = said.issued_on or found.day
    return replace(said, number=found.number, type=said.type or found.type, issued_on=day), found.evidence


def _placed(heading: Heading, article: Article, text: str, *, start: int) -> Heading:
    """With what stands at the end of the text, and all spans; words as they are printed.

    `text`, the same in standard spelling, is what the head was read from.
    """
    number, issuer, subject = heading.number or "", heading.issuer or "", heading.subject or ""
    found = {
        "number": span_of_number(text, number, start) or span_of_number(text, number, 0, start),
        "type": _span_of_type(text, heading.type, start),
        "issued_on": span_of_day(text, heading.issued_on, start) if heading.issued_on else None,
        "issuer": span_of_words(text, issuer, start),
        "subject": span_of_words(text, subject, start),
    }
    spans = {name: span for name, span in found.items() if span}
    heading = replace(
        heading,
        issuer=_printed(article.text, spans["issuer"]) if "issuer" in spans else heading.issuer,
        subject=_printed(article.text, spans["subject"]) if "subject" in spans else heading.subject,
        spans=spans,
    )
    return _ended(heading, article.text, start=start)


def _ended(heading: Heading, text: str, *, start: int) -> Heading:
    """With who signed and who receives it."""
    lines = text[start:].split("\n")
    starts = starts_of(lines, start)
    signatures = read_signatures(lines)
    sent = read_recipients(lines, signatures)
    spans = dict(heading.spans)
    if signatures:
        name, end = starts[signatures[0].last], starts[signatures[0].last + 1]
        found = {
            "office": span_of_words(text, signatures[0].office, starts[signatures[0].first], end),
            "signer": span_of_words(text, signatures[0].name, name, end),
        }
        spans |= {name: span for name, span in found.items() if span}
    if sent:
        spans["recipients"] = (starts[sent.first], starts[sent.last + 1] - 1)
    return replace(
        heading,
        signer="; ".join(one.name for one in signatures) or heading.signer,
        office=signatures[0].office if signatures else None,
        recipients=sent.names if sent else (),
        spans=spans,
    )


def _printed(text: str, span: Span) -> str:
    return " ".join(_MARKS.sub(" ", text[slice(*span)]).split())


def _span_of_type(text: str, type_: str, start: int) -> Span | None:
    """Where the first line begins with it."""
    words = type_.replace(" ", r"\s{1,9}")
    found = re.compile(rf"^[^\S\n]{{0,40}}({words})", re.IGNORECASE | re.MULTILINE).search(
        text, start, start + _REACH
    )
    return found.span(1) if found else None
