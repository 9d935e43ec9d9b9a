"""A text and the place of "hiến pháp" or "điều lệ" in it in, the Constitution or the Party's charter cited out."""

import re

from crawler.letters import fold
from nlp.directives.cite import PARTY_CONGRESS, cite
from nlp.directives.ordinal import NUMERAL, ordinal
from nlp.directives.tail import GAP, is_foreign, tail
from nlp.directives.terms import ROMAN
from nlp.document import Citation

CONSTITUTION = "Hiến pháp"
CHARTER = "Điều lệ Đảng Cộng sản Việt Nam"
_BEFORE = 24  # letters before the word in which an article is looked for
_AFTER = 120  # letters after it
_YEARS = frozenset(("1946", "1959", "1980", "1992", "2013"))
# For text without accents.
_STATE = re.compile(
    rf"(?:{GAP}cua)?(?:{GAP}nuoc)?{GAP}(?:(?:cong{GAP}hoa{GAP}xa{GAP}hoi{GAP}chu{GAP}nghia|chxhcn){GAP}viet{GAP}nam"
    rf"|viet{GAP}nam{GAP}dan{GAP}chu{GAP}cong{GAP}hoa)(?![^\W_])"
)
_ARTICLE = re.compile(rf"(?<![^\W_])dieu{GAP}\d{{1,3}}(?:{GAP}cua)?{GAP}\Z")
_PARTY = re.compile(
    rf"{GAP}dang(?:{GAP}cong{GAP}san{GAP}viet{GAP}nam)?(?![^\W_])(?!{GAP}(?:bo|uy|vien|doan)(?![^\W_]))"
)
_TERM = re.compile(rf",?(?:{GAP}|[ ]?\()khoa{GAP}(?P<term>{NUMERAL})")


def constitution(text: str, start: int, end: int) -> Citation | None:
    """With its year, its state or an article of it: alone the word is used of what any law stands under."""
    state = _STATE.match(fold(text[end : end + _AFTER]))
    after = tail(text, end + (state.end() if state else 0))
    article = _ARTICLE.search(fold(text[max(0, start - _BEFORE) : start]))
    if after.year not in _YEARS and (after.year or not (state or article)):
        return None
    if is_foreign(text, after.end):
        return None
    return cite(
        text,
        start,
        after.end,
        type="Hiến pháp",
        year=after.year,
        issuer="Quốc hội",
        issued_on=after.day,
        scope="state",
        canonical=f"vn.hp.{after.year}._" if after.year else None,
    )


def charter(text: str, start: int, end: int) -> Citation | None:
    """The Party's, which each congress may change; the term behind says which."""
    after = fold(text[end : end + _AFTER])
    found = _PARTY.match(after)
    if found is None or "Đ" not in text[end : end + found.end()]:
        return None
    said = _TERM.match(after, found.end())
    term = ordinal(said["term"]) if said else None
    return cite(
        text,
        start,
        end + found.end(),
        type="Điều lệ",
        issuer=PARTY_CONGRESS,
        term=ROMAN[term - 1] if term and term <= len(ROMAN) else None,
        scope="party",
        canonical=f"tw.dl.{f'k{term:02}' if term else 'x'}._dieu-le-dang",
    )
