"""A text and the place of "nghị quyết" in it in, what a meeting of a committee adopted and is cited there out."""

import re
from collections.abc import Iterator

from crawler.letters import fold
from nlp.directives.cite import cite
from nlp.directives.ordinal import NUMERAL, SPELT, listed, ordinal
from nlp.directives.owner import presidium
from nlp.directives.tail import GAP
from nlp.directives.terms import ROMAN
from nlp.directives.vocabulary import vocabulary
from nlp.document import Citation

_REACH = 240  # letters after "nghị quyết" that are looked at
_SHORTEST = len("T.Ư.")
_ALONE = frozenset(("hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"))
# For text without accents.
_CENTRE = r"(?:trung[ \n]{1,12}uong|t\.?[uw]\.?)(?![^\W\d_])"
_DANG = rf"(?:{GAP}dang)?(?:{GAP}cong{GAP}san{GAP}viet{GAP}nam)?"
_COMMITTEE = rf"(?:ban{GAP}chap{GAP}hanh{GAP}|bch[ \n]{{0,3}}){_CENTRE}{_DANG}"
_COUNTED = (
    rf"(?:(?P<nth>(?:(?:lan{GAP})?thu|lan){GAP})?(?P<plain>{NUMERAL})|(?:lan{GAP})?thu{GAP}(?P<spelt>{SPELT})"
    rf"|(?P<alone>(?:hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)(?![^\W_])(?!{GAP}\d)))"
)
_BY_CENTRE = re.compile(
    rf"(?:{GAP}(?:cua|tai))?(?:{GAP}hoi{GAP}nghi)?[ \n]{{0,12}}(?P<centre>{_COMMITTEE}|{_CENTRE}{_DANG})"
    rf",?[ \n]{{0,12}}{_COUNTED}"
)
_BY_ORDINAL = re.compile(
    rf"(?:{GAP}cua)?(?:{GAP}hoi{GAP}nghi)?(?={GAP}(?:lan|thu|hoi{GAP}nghi)){GAP}{_COUNTED},?(?:{GAP}cua)?{GAP}(?P<centre>{_COMMITTEE}|{_CENTRE}{_DANG})"
)
_TERM = re.compile(
    rf"(?:(?:{GAP}cua)?{GAP}{_COMMITTEE})?,?(?:{GAP}|[ ]{{0,3}}(?P<open>\()[ ]?)khoa{GAP}(?P<term>{NUMERAL})"
    rf"(?(open)(?:[ ]?\)|(?=(?:,|{GAP}va){GAP}(?:khoa{GAP})?{NUMERAL})))"
)
_TERMS = re.compile(rf"(?:[ ]?,|{GAP}va){GAP}(?:khoa{GAP})?(?P<term>{NUMERAL})")
_ABOUT = re.compile(rf"[ \n]{{0,12}}(?P<centre>{_CENTRE}){GAP}ve{GAP}(?P<subject>[^\W\d_][^.;:,()\n\"“”]{{3,80}})")
_ABOUT_ENDS = re.compile(
    rf"{GAP}(?:va|gan{GAP}voi|dong{GAP}thoi|trong|tai|da|la|duoc|tren)(?![^\W_]).*|\s+\Z", re.DOTALL
)
_PRESIDIUM = re.compile(
    rf"(?:{GAP}cua)?{GAP}hoi{GAP}nghi{GAP}doan{GAP}chu{GAP}tich,?{GAP}{_COUNTED}(?:,?{GAP}khoa{GAP}(?P<term>{NUMERAL}))?"
)
_GAPS = re.compile(r"[^a-z0-9]+")
COMMITTEE = "Ban Chấp hành Trung ương"


def plenum(text: str, start: int, end: int, type_: str) -> Iterator[Citation]:
    """Those whose type word stands at [start, end): "Nghị quyết Trung ương 4 khóa XII", in any order of words."""
    after = text[end : end + _REACH]
    folded = fold(after)
    found = _BY_CENTRE.match(folded) or _BY_ORDINAL.match(folded)
    if found:
        if _is_centre(after, found) and (number := _number(after, found)):
            yield from _plena(text, (start, end), found, number, type_=type_, folded=folded)
    elif (found := _PRESIDIUM.match(folded)) and (number := _number(after, found)):
        yield _of_presidium(text, start, end + found.end(), number=number, term=ordinal(found["term"] or ""))
    elif type_ == "Nghị quyết" and (found := _ABOUT.match(folded)) and _is_centre(after, found):
        yield _about(text, start, end, after=after, found=found)


def _plena(
    text: str, word: tuple[int, int], found: re.Match[str], number: int, *, type_: str, folded: str
) -> Iterator[Citation]:
    """Of a list each ordinal or term after the first is a citation of its own; the term behind is that of all."""
    start, end = word
    spans = [(start, end + found.end(), number)]
    at = found.end()
    for begin, stop, nth in listed(text[end : end + _REACH], folded, at):
        spans.append((end + begin, end + stop, nth))
        at = stop
    term = _TERM.match(folded, at)
    of = ordinal(term["term"]) if term else None
    if term and len(spans) == 1:
        spans = [(start, end + term.end(), number)]
    for begin, stop, nth in spans:
        yield _cite(text, begin, stop, type_=type_, number=nth, term=of)
    at = term.end() if term else at
    while term and (more := _TERMS.match(folded, at)) and (of := ordinal(more["term"])):
        yield _cite(text, end + more.start("term"), end + more.end(), type_=type_, number=number, term=of)
        at = more.end()


def _cite(text: str, start: int, end: int, *, type_: str, number: int, term: int | None) -> Citation:
    code = vocabulary().words[fold(type_)].code
    return cite(
        text,
        start,
        end,
        type=type_,
        issuer=COMMITTEE,
        term=ROMAN[term - 1] if term and term <= len(ROMAN) else None,
        scope="party",
        canonical=f"tw.{code}.{f'k{term:02}' if term else 'x'}._hn{number:02}",
        evidence="stated-term" if term else None,
    )


def _of_presidium(text: str, start: int, end: int, *, number: int, term: int | None) -> Citation:
    """Of which body it is, is said before, if at all."""
    whose = presidium(text, start)
    return cite(
        text,
        start,
        end,
        type="Nghị quyết",
        issuer=whose.issuer if whose else "Đoàn Chủ tịch",
        term=ROMAN[term - 1] if term and term <= len(ROMAN) else None,
        scope="mass",
        canonical=f"{whose.slug if whose else 'x'}.nq.{f'k{term:02}' if term else 'x'}._hn{number:02}",
    )


def _about(text: str, start: int, end: int, *, after: str, found: re.Match[str]) -> Citation:
    """Only its subject says which it is, so that this is part of the name."""
    subject = after[slice(*found.span("subject"))]
    if ends := _ABOUT_ENDS.search(fold(subject)):
        subject = subject[: ends.start()]
    stop = end + found.start("subject") + len(subject)
    slug = _GAPS.sub("-", fold(subject)).strip("-")
    return cite(
        text,
        start,
        stop,
        type="Nghị quyết",
        issuer=COMMITTEE,
        scope="party",
        subject=subject,
        canonical=f"tw.nq.x._{slug}",
    )


def _is_centre(after: str, found: re.Match[str]) -> bool:
    """Not what has the same letters without accents: the provincial committee ("TU"), "từ", "tư"."""
    printed = after[slice(*found.span("centre"))]
    return len(printed) > _SHORTEST or "w" in printed.lower() or "Ư" in printed


def _number(after: str, found: re.Match[str]) -> int | None:
    """A Roman numeral in small letters counts only after "thứ"; a word alone with its own accents."""
    plain, alone = found["plain"], found["alone"]
    if plain and not plain.isdigit() and not found["nth"] and not after[slice(*found.span("plain"))].isupper():
        return None
    if alone and after[slice(*found.span("alone"))].lower() not in _ALONE:
        return None
    return ordinal(plain or found["spelt"] or alone)
