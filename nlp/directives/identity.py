"""What the head of an official text says in, the parts of its document's key, and the key, out."""

import re
from dataclasses import replace

from crawler.article import DocumentHeader
from crawler.letters import fold
from nlp.directives.issuers import body_of
from nlp.directives.key import is_decided, key
from nlp.directives.number import Number
from nlp.directives.number import read as read_number
from nlp.directives.places import places
from nlp.directives.registry import spoken
from nlp.directives.terms import arabic, party_term
from nlp.directives.vocabulary import DocumentType, vocabulary
from nlp.normalize import compose, standard

CONSTITUTION, CHARTER = "Hiến pháp", "Điều lệ"
_CONSTITUTIONS = ("1946", "1959", "1980", "1992", "2013")
_YEAR = re.compile(r"(?:19|20)\d\d")
# The province above a district or a commune, which the key leaves out.
_ABOVE = re.compile(r"(\b(?:huyện|quận|thị xã|xã|phường)\s.*?),?\s+(?:tỉnh|thành phố)\s.*", re.IGNORECASE)
_DATELINE = re.compile(r"([^\W\d_][^\n|,;:]{1,40}),\s{0,3}ngày\s", re.IGNORECASE)
_UNFILLED = re.compile(
    r"[^\W\d_],\s{0,9}ngày[\s.…_]{1,40}tháng[\s.…_]{0,40}(?:\d{1,2}\s{1,9})?năm\s{1,9}(?P<year>(?:19|20)\d\d)(?!\d)"
)
_OF_PROVINCE = re.compile(r"(?:(?:ct)?ubnd|hdnd|s[a-z]+|[a-z]*tu)-x")
_HEAD = 3000  # letters within which the line with place and day stands


def number_of(printed: str) -> Number | None:
    """The number in its parts; None where it is none, or its codes are in capitals that say nothing."""
    plain = standard(compose(printed).text)
    return read_number(plain, 0) or read_number(plain.upper(), 0)


def type_of(name: str | None, number: Number | None) -> str | None:
    """The printed name, unless the number's symbol says another type: then the line was none of the head's."""
    printed = vocabulary().words.get(spoken(name)) if name else None
    symbol = number.symbol.type if number else None
    if printed is None:
        return symbol.name if symbol else name
    if symbol is None or number is None or _stands_for(printed, number):
        return name
    return symbol.name


def _stands_for(type_: DocumentType, number: Number) -> bool:
    codes = re.split(r"[-/]", number.symbol.text)
    return type_.code == (number.symbol.type and number.symbol.type.code) or not set(
        type_.abbreviations
    ).isdisjoint(codes)


def code_of(type_: str) -> str | None:
    """As in keys; None for what bears no number."""
    found = vocabulary().words.get(spoken(type_))
    return found.code if found else None


def place_of(number: Number | None, issuer: str | None, text: str) -> str | None:
    """The place of a local issuer, as in keys: as its name says, else the province where `text` is dated."""
    if number is None or not (slug := number.symbol.bodies[0].slug).endswith("-x"):
        return None
    body = body_of(_ABOVE.sub(r"\1", issuer)) if issuer else None
    if body and body.startswith(slug[:-1]) and not body.endswith("-x"):
        return body[len(slug) - 1 :]
    dated = _DATELINE.search(text, 0, _HEAD) if _OF_PROVINCE.fullmatch(slug) else None
    return _province(issuer or "") or (_province(f"UBND {dated[1].strip()}") if dated else None)


def year_of(issued_on: str | None, text: str) -> str | None:
    """The year of issue; it is printed even where day and month were left to be filled in by hand."""
    if issued_on:
        return issued_on[:4]
    found = _UNFILLED.search(text, 0, _HEAD)
    return found["year"] if found else None


def key_of(
    said: DocumentHeader, type_: str, number: Number | None, *, place: str | None, year: str | None
) -> str | None:
    """None where a part of it is not said."""
    if number is None:
        return _key_by_name(said, type_)
    bodies = number.symbol.bodies
    if place and bodies[0].slug.endswith("-x"):
        bodies = (replace(bodies[0], slug=bodies[0].slug[:-1] + place), *bodies[1:])
    found = key(
        type_=vocabulary().words.get(spoken(type_)),
        symbol=replace(number.symbol, bodies=bodies),
        number=number.number,
        year=number.year,
        issued=year,
        term=party_term(said.issued_on) if said.issued_on else None,
    )
    return found if is_decided(found) and found.split(".")[1] != "x" else None


def _key_by_name(said: DocumentHeader, type_: str) -> str | None:
    """Of the documents that bear no number: the Constitution by its year, the Party's Charter by its congress."""
    if type_ == CONSTITUTION:
        years = [*_YEAR.findall(said.subject or ""), (said.issued_on or "")[:4]]
        return f"vn.hp.{years[0]}._" if years[0] in _CONSTITUTIONS else None
    if type_ == CHARTER and said.issued_on and "dang cong san viet nam" in fold(said.subject or ""):
        term = party_term(said.issued_on)
        return f"tw.dl.k{arabic(term):02}._dieu-le-dang" if term else None
    return None


def _province(text: str) -> str | None:
    """The one province whose organ the text names."""
    found = places(text)
    return next(iter(found)) if len(found) == 1 else None
