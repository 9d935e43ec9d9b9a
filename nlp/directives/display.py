"""A document's key in, the number as it is printed, and all else that the key says, out."""

from functools import cache

from nlp.directives.entry import KEY
from nlp.directives.number import read, spell
from nlp.directives.registry import Document
from nlp.directives.terms import ROMAN
from nlp.directives.vocabulary import vocabulary

ANY = "Văn bản"  # the type of a document whose key's code no data file lists
_DATED = frozenset(("nqpl", "qdpl", "ctpl", "tt", "ttlt", "nd"))  # series whose numbers hold the year


def number_of(key: str) -> str | None:
    """The number in its normal form, as far as the key says it: `tw.ct.k13.00012` -> "12-CT/TW".

    None for documents without a number, and for bodies that the data files do not list.
    """
    found = KEY.fullmatch(key)
    if found is None or found["number"] is None:
        return None
    number = found["number"].lstrip("0").replace("-", ".")
    year = found["period"] if found["period"].isdigit() else None
    if found["body"].startswith(("qh", "ubtvqh")):
        return spell(number=number, year=year, symbol=found["body"].upper()) if year else None
    symbol = _symbol(found["type"], found["body"])
    return spell(number=number, year=year if found["type"] in _DATED else None, symbol=symbol) if symbol else None


def from_key(key: str) -> Document:
    """What the key alone says of a document that is in no registry; next to nothing where it is no key."""
    said = KEY.fullmatch(key)
    if said is None:
        return Document(key=key, type=ANY, confidence="low")
    printed = number_of(key)
    number = read(printed, 0) if printed else None
    term = int(said["period"][1:]) if said["period"][0] == "k" else 0
    return Document(
        key=key,
        type=_names().get(said["type"].removesuffix("pl"), ANY),
        number=number.number if number else None,
        year=number.year if number else None,
        symbol=number.symbol.text if number else None,
        term=ROMAN[term - 1] if 0 < term <= len(ROMAN) else None,
        confidence="low",
    )


def _symbol(type_: str, body: str) -> str | None:
    code, short = _bodies().get(body), _types().get(type_.removesuffix("pl"))
    if code is None or short is None:
        return None
    known = vocabulary().body(code)
    return f"{short}/{code}" if known and known.system == "party" else f"{short}-{code}"


@cache
def _names() -> dict[str, str]:
    return {one.code: one.name for one in reversed(vocabulary().types)}


@cache
def _bodies() -> dict[str, str]:
    return {body.slug: code for code, body in reversed(vocabulary().bodies.items())}


@cache
def _types() -> dict[str, str]:
    return {one.code: one.abbreviations[0] for one in reversed(vocabulary().types) if one.abbreviations}
