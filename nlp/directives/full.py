"""A text in standard spelling in, its full citations of documents out: those with number and symbol."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.directives.date import Issue, issue
from nlp.directives.head import Head, head
from nlp.directives.key import key
from nlp.directives.number import Number, bare, read
from nlp.directives.terms import party_term
from nlp.directives.vocabulary import DocumentType
from nlp.document import Citation

_NUMBER = r"\d{1,5}[a-zđ]?(?:[.-]\d{1,2})?(?:[ \n]?[-/][ \n]?[12]\d{3})?"
# Not inside a word, another number, a date, an address.  In small letters both separators must be there.
_CANDIDATE = re.compile(
    rf"(?:(?<![\w.,/=-])|(?<=[sS]ố)){_NUMBER}"
    r"(?:[ \n]{0,3}[-/]?[ \n]{0,3}(?=[A-ZĐƯ])|[-/](?=[a-zđ]{2,5}[-/][a-zđ]))"
)
_FILE = re.compile(r"\.(?:pdf|docx?|html?|aspx?|jpg)\b")
_LONGEST = 80  # letters of a number with its symbol
_LIST = re.compile(r"[ \n]{0,3}(?:,|;|&|và)[ \n]{0,3}(?:số[ \n])?")
# Words that name what a decision carries; the number is the decision's.
_CARRIED = frozenset(("da", "ctr", "qc", "qh", "duan"))


def full(text: str, folded: str) -> tuple[Citation, ...]:
    """In order, none overlapping another; `folded` is the text without accents."""
    citations: list[Citation] = []
    end = 0
    type_: DocumentType | None = None  # of the citation before, for the members of a list
    for number in _numbers(text):
        if number.start < end:
            continue
        before = head(text, folded, number.start, assembly=number.symbol.assembly)
        if not (number.symbol.sure or before.said):
            continue
        listed = type_ if before.type is None and citations and _LIST.fullmatch(text, end, before.start) else None
        type_ = _type(before, listed, number.symbol.type)
        when = issue(folded, before.start, number.end, dated=bool(number.year) or number.symbol.assembly)
        citation = _citation(text, before, number, type_=type_, when=when)
        citations += (*_members(text, before, number, citation=citation, type_=type_), citation)
        end = citation.end
    return tuple(citations)


def _numbers(text: str) -> Iterator[Number]:
    for found in _CANDIDATE.finditer(text):
        number = read(text, found.start()) or _small(text, found.start())
        if number and not _FILE.match(text, number.end):
            yield number


def _small(text: str, start: int) -> Number | None:
    """A number in small letters ("12-ct/tw"), which must be one for certain."""
    window = text[start : start + _LONGEST]
    found = read(window.upper(), 0) if len(window.upper()) == len(window) else None
    if found is None or not found.symbol.sure:
        return None
    return Number(start, start + found.end, found.number, found.year, found.symbol)


def _type(before: Head, listed: DocumentType | None, symbol: DocumentType | None) -> DocumentType | None:
    """The printed word decides, but where it is only an abbreviation or names what a decision carries."""
    word = before.type or listed
    if word is None or symbol is None:
        return word or symbol
    overruled = before.short or symbol.code == "qdi" or (symbol.code == "qd" and word.code in _CARRIED)
    return symbol if overruled else word


def _citation(text: str, before: Head, number: Number, *, type_: DocumentType | None, when: Issue) -> Citation:
    central = any(body.period == "term" for body in number.symbol.bodies)
    dated = party_term(when.day) if when.day and central else None
    term = dated or (when.term if central else None)
    return Citation(
        start=before.start,
        end=when.year_end,
        surface=text[before.start : when.year_end],
        full_start=before.start,
        full_end=when.end,
        kind="full",
        type=type_.name if type_ else None,
        number=number.number,
        year=number.year,
        symbol=number.symbol.text,
        issued_on=when.day,
        term=term,
        scope=number.symbol.system,
        canonical=key(
            type_=type_, symbol=number.symbol, number=number.number, year=number.year, issued=when.year, term=term
        ),
        evidence="date" if dated else ("stated-term" if term else None),
        confidence=1.0 if before.said else 0.9,
    )


def _members(
    text: str, before: Head, number: Number, *, citation: Citation, type_: DocumentType | None
) -> Iterator[Citation]:
    """The numbers of a list before `number`, which share its symbol: "Nghị định số 12, 13 và 14/2012/NĐ-CP".

    The day after the list is the last one's alone.
    """
    for start, end, printed in before.members:
        digits, _, year = printed.partition("/")
        yield replace(
            citation,
            start=start,
            end=end,
            surface=text[start:end],
            full_start=start,
            full_end=end,
            number=bare(digits),
            year=year or number.year,
            issued_on=None,
            term=None,
            canonical=key(
                type_=type_,
                symbol=number.symbol,
                number=bare(digits),
                year=year or number.year,
                issued=None,
                term=None,
            ),
            evidence="list",
        )
