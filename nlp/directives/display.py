"""A document's key in, the number as it is printed out."""

import re
from functools import cache

from nlp.directives.number import spell
from nlp.directives.vocabulary import vocabulary

_KEY = re.compile(
    r"(?P<body>[a-z0-9-]+)\.(?P<type>[a-z]+)\.(?P<period>k\d\d|\d{4}|x)\.(?P<number>\d{5}[a-z]?(?:-\d+)?)"
)
_DATED = frozenset(("nqpl", "qdpl", "ctpl", "tt", "ttlt", "nd"))  # series whose numbers hold the year


def number_of(key: str) -> str | None:
    """The number in its normal form, as far as the key says it: `tw.ct.k13.00012` -> "12-CT/TW".

    None for documents without a number, and for bodies that the data files do not list.
    """
    found = _KEY.match(key)
    if found is None:
        return None
    number = found["number"].lstrip("0").replace("-", ".")
    year = found["period"] if found["period"].isdigit() else None
    if found["body"].startswith(("qh", "ubtvqh")):
        return spell(number=number, year=year, symbol=found["body"].upper()) if year else None
    symbol = _symbol(found["type"], found["body"])
    return spell(number=number, year=year if found["type"] in _DATED else None, symbol=symbol) if symbol else None


def _symbol(type_: str, body: str) -> str | None:
    code, short = _bodies().get(body), _types().get(type_.removesuffix("pl"))
    if code is None or short is None:
        return None
    known = vocabulary().body(code)
    return f"{short}/{code}" if known and known.system == "party" else f"{short}-{code}"


@cache
def _bodies() -> dict[str, str]:
    return {body.slug: code for code, body in reversed(vocabulary().bodies.items())}


@cache
def _types() -> dict[str, str]:
    return {one.code: one.abbreviations[0] for one in reversed(vocabulary().types) if one.abbreviations}
