"""What is known of a document in, its key out: body.type.period.number, unknown parts "x"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from nlp.directives.symbol import Symbol
from nlp.directives.terms import arabic, assembly_of
from nlp.directives.vocabulary import Body, DocumentType

_TWO_SERIES = frozenset(("nq", "qd", "ct"))  # numbered with the year and, in another series, without
_NUMBER = re.compile(r"(\d+)([a-zđ]?)((?:[.-]\d{1,2}){0,2})")
_FIRST_YEAR, _LAST_YEAR = 1945, 2050  # a printed year outside is a slip


def key(
    *,
    type_: DocumentType | None,
    symbol: Symbol,
    number: str,
    year: str | None,
    issued: str | None,
    term: str | None,
) -> str:
    """`year` stands in the number, `issued` is another year that is known, `term` is the Party's in Roman.

    `tw.ct.k13.00012`, `cp.nd.2012.00012`; a key that holds an "x" names no document for certain.
    """
    code = type_.code if type_ else "x"
    if (symbol.assembly and code == "nq") or (year and code in _TWO_SERIES and symbol.system == "state"):
        code += "pl"
    bodies = [_assembly(body, year) if symbol.assembly else body.slug for body in symbol.bodies]
    period = _period(symbol.bodies, year or issued, term)
    return f"{'-'.join(bodies)}.{code}.{period}.{_padded(number)}"


def is_decided(key: str | None) -> bool:
    """Whether a key names one document: none of its parts is unknown, and it isn't the text's own `self`."""
    if key is None or key == "self":
        return False
    body, _, period, *_ = key.split(".")
    return period != "x" and body != "x" and not body.endswith("-x") and "-x-" not in body


def _period(bodies: Sequence[Body], year: str | None, term: str | None) -> str:
    if any(body.period == "term" for body in bodies):
        return f"k{arabic(term):02}" if term else "x"
    return year if year and _FIRST_YEAR <= int(year) <= _LAST_YEAR else "x"


def _assembly(body: Body, year: str | None) -> str:
    """`qh13`, `ubtvqh14`; the term mended where it can't be that of the year."""
    name, term = body.slug.rstrip("0123456789"), body.slug[-2:]
    return f"{name}{assembly_of(int(term), int(year)):02}" if year and term.isdigit() else body.slug


@lru_cache(maxsize=4096)
def _padded(number: str) -> str:
    digits, letter, parts = _NUMBER.fullmatch(number).groups()  # type: ignore[union-attr]  # as `read` gave it
    return f"{int(digits):05}{'d' if letter == 'đ' else letter}{parts.replace('.', '-')}"
