"""A citation and the text round it in; what its words say of the document, as the parts of a key, out."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from crawler.letters import fold
from nlp.directives.issuers import body_of, known_body, system_of
from nlp.directives.key import key
from nlp.directives.number import bare, read
from nlp.directives.registry import series, spoken
from nlp.directives.symbol import Symbol
from nlp.directives.terms import ROMAN, assemblies_of, party_term
from nlp.directives.vocabulary import Body, DocumentType, vocabulary
from nlp.document import Citation

# What a type says of its issuer when nothing else does.
_ONLY_BY = {"nd": "cp", "l": "qh-x", "pl": "ubtvqh-x", "sl": "ctn", "lenh": "ctn"}
_BY_PREMIER = frozenset(("qd", "ct", "cd"))
_OF_MINISTRIES = frozenset(("tt", "ttlt"))  # nobody else issues them, so that an unlisted code says who it is
_YEAR_WORD = re.compile(r"[ \n(](?:nam[ \n]+)?(?P<year>(?:19|20)\d\d)\)?\Z")
_YEAR_AFTER = re.compile(r"[ \n]{0,3}\((?:ban hanh )?(?:nam )?(?P<year>(?:19|20)\d\d)\)")
# A year after a review's document may be the review's: "hội nghị sơ kết thực hiện Nghị quyết 77 năm 2017".
_OF_EVENT = re.compile(r"(?:hoi nghi|hoi thao|le|buoi)[ \n](?:so ket|tong ket|danh gia|trien khai)\b[^.;\n]*\Z")
_OLD = frozenset(("CP", "TTg", "HĐBT"))  # symbols that stood without a type
_OLD_UNTIL = 1999  # the year in which the last numbers of that form were given


@dataclass(frozen=True, slots=True)
class Reading:
    """`year` is certain: it stands in the number (`dated`) or beside it; `issued` may be an event's day."""

    citation: Citation
    type: DocumentType | None
    symbol: Symbol
    number: str
    year: str | None = None
    dated: bool = False
    issued: str | None = None
    term: str | None = None

    @property
    def code(self) -> str:
        """The type as in keys, its two series taken as one; "x" where none is known."""
        return series(self.type.code) if self.type else "x"

    @property
    def body(self) -> str:
        return "-".join(body.slug for body in self.symbol.bodies)

    @property
    def central(self) -> bool:
        """Whether its numbers begin again with each term of the Party."""
        return any(body.period == "term" for body in self.symbol.bodies)

    def key(self, *, year: str | None = None, term: str | None = None) -> str:
        """The key that these words make, with a `year` or a `term` that they do not say."""
        return key(
            type_=self.type,
            symbol=self.symbol,
            number=self.number,
            year=self.year if self.dated else None,
            issued=year or self.year,
            term=term or self.term,
        )

    def fits(self, other: str) -> bool:
        """Whether `other`, a key, has the body, the type and the year that these words say."""
        body, code, period, *_ = other.split(".")
        return (
            self.fits_body(body)
            and self.code in (series(code), "x")
            and (self.year is None or period in (self.year, "x") or period.startswith("k"))
            and (self.symbol.text not in _OLD or not period.isdigit() or int(period) <= _OLD_UNTIL)
        )

    def fits_body(self, body: str) -> bool:
        said = self.body
        if said in ("x", body) or (said == "cp" and body == "hdcp" and self.symbol.text == "CP"):
            return True
        return said.endswith("-x") and (body.startswith(said[:-1]) or body.rstrip("0123456789") == said[:-2])


def reading(text: str, citation: Citation, *, printed_on: str | None) -> Reading | None:
    """None for a citation without a number.  A day later than `printed_on`, the article's, is not taken.

    A term that only repeats what the day says is no clue of its own.
    """
    if citation.number is None:
        return None
    symbol = _symbol(citation)
    type_ = _type(citation.type) if citation.type else None
    if symbol.type and symbol.type.code == "qdi":
        type_ = symbol.type
    issued = citation.issued_on
    stated = (
        citation.term if citation.term in ROMAN and not (issued and citation.term == party_term(issued)) else None
    )
    if issued and printed_on and issued > printed_on[:10]:
        issued = None
    beside = _year_beside(text, citation)
    certain = (
        None if beside and _OF_EVENT.search(fold(text[max(0, citation.start - 120) : citation.start])) else beside
    )
    said = Reading(
        citation,
        type_ or symbol.type,
        symbol,
        bare(citation.number),
        year=certain if beside else citation.year,
        dated=bool(citation.year and citation.year != beside),
        issued=issued,
        term=stated,
    )
    return _assembly(said) if said.symbol.assembly else said


def with_body(said: Reading, slug: str) -> Reading:
    """The same with the body known."""
    return replace(said, symbol=replace(said.symbol, bodies=(_body(slug),), assembly=_of_assembly(slug)))


def _symbol(citation: Citation) -> Symbol:
    printed = _printed(citation.symbol) if citation.symbol else None
    issuer = body_of(citation.issuer) if citation.issuer else None
    type_ = _type(citation.type) if citation.type else None
    if printed is None:
        body = _body(_issued_by(type_.code if type_ else "x", issuer))
        return Symbol("", None, (body,), body.system, sure=False, assembly=_of_assembly(body.slug))
    slug = printed.bodies[0].slug
    if issuer and len(printed.bodies) == 1 and _is_local(slug, issuer):
        return replace(printed, bodies=(replace(printed.bodies[0], slug=issuer),))
    if (type_ and type_.code in _OF_MINISTRIES) or any(system_of(body.slug) for body in printed.bodies):
        return printed
    return replace(printed, bodies=(_body("x"),))


def _issued_by(code: str, issuer: str | None) -> str:
    """The body that a short form means: the press says "Chính phủ" for its head, who alone decides and directs."""
    if code == "nd" or (code == "nq" and issuer == "ttg"):
        return "cp"
    if code in _BY_PREMIER and issuer == "cp":
        return "ttg"
    return issuer or _ONLY_BY.get(code, "x")


def _is_local(printed: str, issuer: str) -> bool:
    """Whether the issuer's words say the place that the printed code leaves out."""
    return printed.endswith("-x") and not issuer.endswith("-x") and issuer.startswith(printed[:-2])


@lru_cache(maxsize=4096)
def _printed(symbol: str) -> Symbol | None:
    number = read(f"1/2000/{symbol}", 0) or read(f"1-{symbol}", 0) or read(f"1/{symbol}", 0)
    return number.symbol if number else None


def _body(slug: str) -> Body:
    return known_body(slug) or Body(slug, system_of(slug) or "state")


def _of_assembly(slug: str) -> bool:
    return slug.startswith(("qh", "ubtvqh"))


def _assembly(said: Reading) -> Reading:
    """The National Assembly with a year is one Assembly, where one alone sat in that year."""
    slug, year = said.symbol.bodies[0].slug, said.year or (said.issued or "")[:4]
    if not slug.endswith("-x") or not year:
        return said
    terms = assemblies_of(int(year))
    return with_body(said, f"{slug[:-2]}{terms[0]:02}") if len(terms) == 1 else said


def _year_beside(text: str, citation: Citation) -> str | None:
    """The year after the number that is no part of it: "số 649 năm 2014", "quyết định 3800 (năm 2018)"."""
    if citation.surface[-1] in "0123456789)" and (found := _YEAR_WORD.search(fold(citation.surface))):
        return found["year"]
    if "(" not in text[citation.end : citation.end + 4]:
        return None
    after = _YEAR_AFTER.match(fold(text[citation.end : citation.end + 30]))
    return after["year"] if after else None


@lru_cache(maxsize=256)
def _type(name: str) -> DocumentType | None:
    return vocabulary().words.get(spoken(name))
